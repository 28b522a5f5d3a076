import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices that come back to their case, what people have switched off, and the digest of the day. */
export class Notices1790000000009 implements MigrationInterface {
  name = 'Notices1790000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table notice drop constraint state_of_delivery_is_known;
alter table notice add constraint state_of_delivery_is_known check (state in ('pending', 'sent', 'bounced', 'vacant', 'muted'));
-- A digest is about nobody's case: its subject is its reader, its seq the day.
alter table notice drop constraint subject_of_notice_is_known;
alter table notice add constraint subject_of_notice_is_known check (subject_kind in ('case', 'cohort', 'office', 'person'));

-- When the case has heard of a notice that reached nobody.
alter table notice add column returned_at timestamptz;
create index notices_to_return on notice (settled_at) where state = 'bounced' and returned_at is null and subject_kind = 'case';

create table notice_preference (
  person    text primary key references person,
  version   int not null constraint version_of_preferences_counts_from_one check (version >= 1),
  -- By kind of notice, the channels on which it is not wanted: {"remarks": ["mail"]}.
  muted     jsonb not null default '{}' constraint muted_by_kind check (jsonb_typeof(muted) = 'object'),
  digest    boolean not null,
  -- Local time at the seat of the person's office, in minutes after midnight.
  digest_at int not null constraint digest_comes_within_the_day check (digest_at between 0 and 1439)
);

-- One row for each person and day, also where there was nothing to tell: whoever looks again finds the day done.
create table digest (
  person text not null references person,
  day    date not null,
  at     timestamptz not null,
  tasks  int not null,
  unread int not null,
  constraint one_digest_per_person_and_day primary key (person, day)
);
create index digests_by_day on digest (day);

grant select, insert, update on notice_preference to selaras_app;
grant select, insert, delete on digest to selaras_app;
grant select on notice_preference, digest to selaras_reader;
alter table notice_preference enable row level security;
alter table notice_preference force row level security;
-- Whoever writes a notice asks whether it is wanted; what is wanted is written by the register alone.
create policy read_within_any_scope on notice_preference for select using (coalesce(current_setting('selaras.scope', true), '') <> '');
create policy written_by_the_register on notice_preference for all using ((select scope_is_nation())) with check ((select scope_is_nation()));
alter table digest enable row level security;
alter table digest force row level security;
create policy kept_by_the_engine on digest for all using ((select scope_is_nation())) with check ((select scope_is_nation()));
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table digest, notice_preference;
drop index notices_to_return;
alter table notice drop column returned_at;
delete from notice where state = 'muted' or subject_kind = 'person';
alter table notice drop constraint subject_of_notice_is_known;
alter table notice add constraint subject_of_notice_is_known check (subject_kind in ('case', 'cohort', 'office'));
alter table notice drop constraint state_of_delivery_is_known;
alter table notice add constraint state_of_delivery_is_known check (state in ('pending', 'sent', 'bounced', 'vacant'));
`);
  }
}
