import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions, people, offices, published rules and calendars, the training clock, browser sessions. */
export class Register1790000000001 implements MigrationInterface {
  name = 'Register1790000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table region (
  code            text primary key constraint region_code_is_bps check (code ~ '^[0-9]{2}([0-9]{2})?$'),
  kemendagri_code text not null,
  name            text not null,
  kind            text not null constraint kind_of_region_is_known check (kind in ('provinsi', 'kabupaten', 'kota')),
  facts           jsonb not null default '{}',
  constraint province_code_has_two_digits check ((kind = 'provinsi') = (length(code) = 2))
);

create table person (
  id       text primary key constraint person_is_opaque check (id ~ '^p_[A-Za-z0-9_-]{1,64}$'),
  subject  text not null constraint one_person_per_subject unique,
  name     text not null,
  email    text,
  language text not null default 'id' constraint language_is_offered check (language in ('id', 'en'))
);

create table holder (
  id         text primary key,
  person     text not null references person,
  role       text not null,
  scope      text not null constraint scope_of_office_is_a_code check (scope ~ '^([0-9]{2}([0-9]{2})?)?$'),
  capacity   text not null constraint holder_is_definitive_or_fills_a_vacancy check (capacity in ('definitive', 'Plt', 'Pj')),
  from_on    date not null,
  to_on      date,
  decree     text not null,
  superior   text,
  -- Hours east of UTC at the seat, so that a term begins at midnight there.
  utc_offset smallint not null,
  constraint term_ends_after_it_begins check (to_on is null or to_on >= from_on)
);
create index holder_of_office on holder (role, scope, from_on);
create index offices_of_person on holder (person);

create table mandate (
  id      text primary key,
  person  text not null references person,
  holder  text not null references holder,
  from_on date not null,
  to_on   date not null,
  decree  text not null,
  constraint mandate_ends_after_it_begins check (to_on >= from_on)
);
create index mandates_of_person on mandate (person);
create index mandates_for_holder on mandate (holder);

create table office_event (
  n         bigint generated always as identity primary key,
  at        timestamptz not null default clock_timestamp(),
  by_actor  jsonb not null,
  type      text not null,
  body      jsonb not null,
  person    text not null,
  key       text not null,
  body_hash text not null,
  constraint one_office_event_per_key unique (person, key)
);

create table process_definition (
  id           text not null,
  version      int not null constraint version_counts_from_one check (version >= 1),
  hash         text not null constraint one_definition_per_hash unique,
  definition   json not null,
  published_at timestamptz not null default clock_timestamp(),
  primary key (id, version)
);

create table working_calendar (
  version      int primary key constraint calendar_version_counts_from_one check (version >= 1),
  hash         text not null,
  calendar     json not null,
  published_at timestamptz not null default clock_timestamp()
);

create table simulated_clock (
  one       boolean primary key default true constraint one_clock check (one),
  offset_ms bigint not null default 0,
  moves     int not null default 0
);
insert into simulated_clock default values;

create table http_session (
  sid        text primary key,
  person     text,
  session    jsonb not null,
  expires_at timestamptz not null
);
create index sessions_by_expiry on http_session (expires_at);
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table http_session, simulated_clock, working_calendar, process_definition, office_event, mandate, holder, person, region;
`);
  }
}
