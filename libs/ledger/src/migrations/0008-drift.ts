import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the reconciler has looked at, and where something does not follow from the record. */
export class Drift1790000000008 implements MigrationInterface {
  name = 'Drift1790000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
-- The last look at each case and cohort, and the seq it had then; no seq: to be looked at again.
create table drift_look (
  subject_id text primary key,
  region     text not null,
  seq        int,
  looked_at  timestamptz not null default clock_timestamp()
);
create index looks_by_age on drift_look (looked_at);

create table drift_finding (
  subject_id  text not null,
  region      text not null,
  kind        text not null,
  detail      text not null constraint detail_is_short check (length(detail) <= 300),
  found_at    timestamptz not null default clock_timestamp(),
  refolded_at timestamptz,
  told_at     timestamptz,
  constraint one_finding_per_kind primary key (subject_id, kind)
);

create table drift_run (
  one            boolean primary key default true constraint one_run check (one),
  ran_at         timestamptz,
  looked         int not null default 0,
  counts         jsonb not null default '{}',
  -- Since the installation began.
  refolded       bigint not null default 0,
  workflows_made bigint not null default 0,
  workflows_ended bigint not null default 0
);
insert into drift_run default values;

-- Projections of the gate are folded anew like all others.
grant delete on cohort_arrival, cohort_release to selaras_app;
grant select, insert, update, delete on drift_look, drift_finding to selaras_app;
grant select, update on drift_run to selaras_app;
grant select on drift_look, drift_finding, drift_run to selaras_reader;
${['drift_look', 'drift_finding'].map(walled).join('')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
revoke delete on cohort_arrival, cohort_release from selaras_app;
drop table drift_run, drift_finding, drift_look;
`);
  }
}

const walled = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy own_regions_only on ${table} for all
  using (region = any ((select scope_regions())::text[]) or (select scope_is_nation()))
  with check (region = any ((select scope_regions())::text[]) or (select scope_is_nation()));`;
