import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long cases stay at their desks, and what fails while they should move. */
export class Radar1790000000007 implements MigrationInterface {
  name = 'Radar1790000000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- Completed stays, folded from the record like every projection.
create table stage_stay (
  case_id      text not null references regulation_case,
  seq          int not null,
  region       text not null,
  process_id   text not null,
  stage        text not null,
  round        int not null,
  entered_at   timestamptz not null,
  left_at      timestamptz not null,
  working_days int not null constraint stay_is_not_negative check (working_days >= 0),
  constraint one_stay_per_departure primary key (case_id, seq)
);
create index stays_of_stage on stage_stay (process_id, stage, left_at desc) include (working_days);

-- Invented, for the demo alone: a young installation has no history that a percentile could be read from.
create table stage_dwell_sample (
  process_id   text not null,
  stage        text not null,
  n            int not null,
  working_days int not null,
  sample       boolean not null default true constraint it_is_a_sample check (sample),
  primary key (process_id, stage, n)
);

-- What the worker tries and cannot do; gone as soon as it has succeeded.
create table system_fault (
  subject_kind text not null constraint subject_of_fault_is_known check (subject_kind in ('case', 'cohort', 'installation')),
  subject_id   text not null,
  region       text not null,
  activity     text not null,
  attempt      int not null,
  code         text not null,
  since        timestamptz not null,
  at           timestamptz not null,
  -- By the real clock: what nobody has met for a while is over.
  met_at       timestamptz not null default clock_timestamp(),
  constraint one_fault_per_activity primary key (subject_id, activity)
);

create index cases_in_transfer on regulation_case (transfer_at) where status = 'open' and transfer_at is not null;
create index notices_in_trouble on notice (subject_id) where state = 'bounced' or (state = 'pending' and attempt >= 3);

grant select, insert, delete on stage_stay, stage_dwell_sample to selaras_app;
grant select, insert, update, delete on system_fault to selaras_app;
grant select on stage_stay, stage_dwell_sample, system_fault to selaras_reader;
${['stage_stay', 'system_fault'].map(walled).join('')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop index notices_in_trouble;
drop index cases_in_transfer;
drop table system_fault, stage_dwell_sample, stage_stay;
`);
  }
}

const walled = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_regions_only on ${table} for all
  using (region = any ((select scope_regions())::text[]) or (select scope_is_nation()))
  with check (region = any ((select scope_regions())::text[]) or (select scope_is_nation()));`;
