import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The synchronization gate: a cohort's own chain, its members, and the arrivals that cases report. */
export class Cohorts1790000000003 implements MigrationInterface {
  name = 'Cohorts1790000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table cohort (
  cohort_id      text primary key,
  province       text not null constraint cohort_belongs_to_a_province check (province ~ '^[0-9]{2}$'),
  programme_year int not null,
  seq            int not null,
  at             timestamptz not null,
  head_hash      text not null,
  next_alarm_at  timestamptz,
  state          jsonb not null,
  constraint one_cohort_per_province_and_year unique (province, programme_year)
);

create table cohort_event (
  cohort_id    text not null references cohort,
  seq          int not null,
  province     text not null,
  type         text not null,
  at           timestamptz not null,
  actor        json not null,
  on_behalf_of json,
  body         json not null,
  prev_hash    text not null,
  hash         text not null,
  constraint one_cohort_event_per_seq primary key (cohort_id, seq),
  constraint cohort_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$')
);
create unique index one_release_per_round on cohort_event (cohort_id, ((body #>> '{release,round}'))) where type = 'gate-released';

create table cohort_member (
  cohort_id text not null references cohort,
  province  text not null,
  region    text not null,
  state     text not null,
  constraint region_is_member_once primary key (cohort_id, region)
);

create table cohort_arrival (
  case_id        text not null references regulation_case,
  seq            int not null,
  region         text not null,
  province       text not null,
  programme_year int not null,
  manifest_hash  text not null,
  arrived_at     timestamptz not null,
  left_seq       int,
  constraint one_arrival_per_seq primary key (case_id, seq)
);
create unique index one_case_stands_at_the_gate_once on cohort_arrival (case_id) where left_seq is null;
create index arrivals_of_cohort on cohort_arrival (province, programme_year) where left_seq is null;

create table cohort_release (
  cohort_id     text not null references cohort,
  release_seq   int not null,
  round         int not null,
  province      text not null,
  region        text not null,
  case_id       text not null,
  arrival_seq   int not null,
  manifest_hash text not null,
  outcome       text constraint outcome_of_release_is_known check (outcome in ('opened', 'left')),
  constraint case_is_released_once_per_round primary key (cohort_id, round, case_id)
);
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table cohort_release, cohort_arrival, cohort_member, cohort_event, cohort;');
  }
}
