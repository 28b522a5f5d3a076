import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The readiness of a region's small-industry zone: one record a region, with an event chain of its own. */
export class Readiness1790000000010 implements MigrationInterface {
  name = 'Readiness1790000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table readiness (
  readiness_id  text primary key,
  region        text not null constraint readiness_is_of_a_region check (region ~ '^[0-9]{4}$') unique,
  seq           int not null,
  at            timestamptz not null,
  head_hash     text not null,
  next_alarm_at timestamptz,
  ready         boolean not null,
  funding       text constraint funding_is_known check (funding in ('proposed', 'funded', 'declined')),
  state         jsonb not null,
  constraint readiness_is_named_after_its_region check (readiness_id = 'readiness-' || region)
);
create index readiness_by_alarm on readiness (next_alarm_at) where next_alarm_at is not null;
create index readiness_by_funding on readiness (funding, region) where funding is not null;

create table readiness_event (
  readiness_id text not null references readiness,
  seq          int not null,
  region       text not null,
  type         text not null,
  at           timestamptz not null,
  actor        json not null,
  on_behalf_of json,
  body         json not null,
  prev_hash    text not null,
  hash         text not null,
  constraint one_readiness_event_per_seq primary key (readiness_id, seq),
  constraint readiness_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$')
);

alter table task drop constraint subject_of_task_is_known, add constraint subject_of_task_is_known check (subject_kind in ('case', 'cohort', 'office', 'readiness'));
alter table notice drop constraint subject_of_notice_is_known, add constraint subject_of_notice_is_known check (subject_kind in ('case', 'cohort', 'office', 'person', 'readiness'));
alter table accepted_command drop constraint subject_of_command_is_known, add constraint subject_of_command_is_known check (subject_kind in ('case', 'cohort', 'readiness'));

grant select, insert on readiness_event to selaras_app;
grant select, insert, update on readiness to selaras_app;
grant select on readiness, readiness_event to selaras_reader;
${['readiness', 'readiness_event'].map(walled).join('')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
delete from task where subject_kind = 'readiness';
delete from notice where subject_kind = 'readiness';
delete from accepted_command where subject_kind = 'readiness';
delete from document_object where case_id like 'readiness-%';
delete from confidential_text where case_id like 'readiness-%';
alter table task drop constraint subject_of_task_is_known, add constraint subject_of_task_is_known check (subject_kind in ('case', 'cohort', 'office'));
alter table notice drop constraint subject_of_notice_is_known, add constraint subject_of_notice_is_known check (subject_kind in ('case', 'cohort', 'office'));
alter table accepted_command drop constraint subject_of_command_is_known, add constraint subject_of_command_is_known check (subject_kind in ('case', 'cohort'));
drop table readiness_event, readiness;
`);
  }
}

const walled = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_regions_only on ${table} for all
  using (region = any ((select scope_regions())::text[]) or (select scope_is_nation()))
  with check (region = any ((select scope_regions())::text[]) or (select scope_is_nation()));`;
