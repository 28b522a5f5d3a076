import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of cases: the chain, the texts beside it, and the projections that are folded from it. */
export class Cases1790000000002 implements MigrationInterface {
  name = 'Cases1790000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table regulation_case (
  case_id          text primary key,
  region           text not null constraint case_belongs_to_a_region check (region ~ '^[0-9]{4}$'),
  process_id       text not null,
  process_version  int not null,
  process_hash     text not null references process_definition (hash),
  calendar_version int not null references working_calendar,
  programme_year   int not null,
  title            text not null,
  phase            text,
  stage            text not null,
  status           text not null,
  round            int not null,
  seq              int not null constraint seq_counts_from_one check (seq >= 1),
  substantive_seq  int not null,
  substantive_at   timestamptz not null,
  entered_at       timestamptz not null,
  at               timestamptz not null,
  filed_at         timestamptz not null,
  due_on           date,
  next_alarm_at    timestamptz,
  transfer_seq     int,
  transfer_at      timestamptz,
  behind_seq       int,
  head_hash        text not null,
  state            jsonb not null,
  constraint substance_is_within_the_record check (substantive_seq <= seq)
);
create unique index one_open_case_per_region_and_year on regulation_case (process_id, region, programme_year) where status = 'open';
create index cases_by_region on regulation_case (region, case_id);
create index cases_by_cohort on regulation_case (left(region, 2), programme_year);
create index cases_by_alarm on regulation_case (next_alarm_at) where status = 'open' and next_alarm_at is not null;
create index cases_by_silence on regulation_case (substantive_at, case_id) where status = 'open';
create index cases_by_due_day on regulation_case (due_on, case_id) where status = 'open' and due_on is not null;

create table case_event (
  case_id         text not null references regulation_case,
  seq             int not null,
  region          text not null,
  type            text not null,
  at              timestamptz not null,
  actor           json not null,
  on_behalf_of    json,
  body            json not null,
  prev_hash       text not null,
  hash            text not null,
  definition_hash text not null,
  constraint one_event_per_seq primary key (case_id, seq),
  constraint hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$')
);

create table confidential_text (
  case_id      text not null,
  sha256       text not null,
  region       text not null,
  salt         text not null,
  text         text not null,
  visibility   text not null constraint visibility_is_known check (visibility in ('counterpart', 'internal')),
  author_scope text not null,
  constraint one_text_per_hash primary key (case_id, sha256)
);

create table plan_matrix (
  case_id text not null,
  sha256  text not null,
  region  text not null,
  matrix  json not null,
  by      text not null,
  saved_at timestamptz not null default clock_timestamp(),
  constraint one_matrix_per_hash primary key (case_id, sha256)
);

create table document_object (
  sha256   text not null,
  case_id  text not null,
  region   text not null,
  type     text not null,
  version  int not null,
  size     bigint not null,
  media    text not null,
  seq      int not null,
  constraint one_object_per_document_version primary key (sha256, case_id, type, version)
);

create table task (
  task_id      text primary key,
  subject_kind text not null constraint subject_of_task_is_known check (subject_kind in ('case', 'cohort', 'office')),
  subject_id   text not null,
  region       text not null,
  province     text not null generated always as (left(region, 2)) stored,
  key          text not null,
  role         text not null,
  scope        text not null,
  stage        text,
  verb         jsonb not null,
  transition   text,
  due_on       date,
  due_sort     date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  since        timestamptz not null,
  claimed_by   text,
  carried      boolean not null default false
);
create index tasks_of_office on task (role, scope, due_sort, task_id);
create index tasks_of_province on task (province, due_sort, task_id);
create index tasks_of_region on task (region, due_sort, task_id);
create index tasks_of_everybody on task (due_sort, task_id);
create index tasks_of_subject on task (subject_id);

create table notice (
  id           uuid primary key default gen_random_uuid(),
  subject_kind text not null constraint subject_of_notice_is_known check (subject_kind in ('case', 'cohort', 'office')),
  subject_id   text not null,
  seq          int not null,
  region       text not null,
  channel      text not null constraint channel_is_known check (channel in ('in-app', 'mail')),
  template     text not null,
  person       text references person,
  role         text,
  scope        text,
  facts        jsonb not null,
  at           timestamptz not null,
  state        text not null constraint state_of_delivery_is_known check (state in ('pending', 'sent', 'bounced', 'vacant')),
  attempt      int not null default 0,
  due_at       timestamptz not null,
  leased_until timestamptz,
  reference    text,
  trouble      text,
  settled_at   timestamptz,
  read_at      timestamptz,
  constraint notice_has_a_reader_or_tells_of_a_vacancy check ((person is null) = (state = 'vacant')),
  constraint told_once_per_event unique (subject_id, seq, template, channel, person)
);
create index notices_due on notice (channel, due_at) where state = 'pending';
create index notices_of_person on notice (person, at desc, id desc) where channel = 'in-app';
create index notices_by_region on notice (region, at desc, id desc);
create index notices_by_time on notice (at desc, id desc);

create table accepted_command (
  person       text not null,
  key          text not null,
  body_hash    text not null,
  subject_kind text not null constraint subject_of_command_is_known check (subject_kind in ('case', 'cohort')),
  subject_id   text not null,
  region       text not null,
  type         text not null,
  seq          int not null,
  transfer_seq int,
  at           timestamptz not null,
  constraint one_answer_per_key primary key (person, key)
);

create sequence agenda_version;
create table agenda (
  kind        text not null constraint workflow_is_of_a_case_or_a_cohort check (kind in ('case', 'cohort')),
  id          text not null,
  region      text not null,
  seq         int not null,
  -- Grows with every entry, so that only what has been served is cleared.
  version     bigint not null default nextval('agenda_version'),
  raised_at   timestamptz not null default clock_timestamp(),
  next_try_at timestamptz not null default clock_timestamp() + interval '2 seconds',
  tries       int not null default 0,
  primary key (kind, id)
);
create index agenda_due on agenda (next_try_at);
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table agenda;
drop sequence agenda_version;
drop table accepted_command, notice, task, document_object, plan_matrix, confidential_text, case_event, regulation_case;
`);
  }
}
