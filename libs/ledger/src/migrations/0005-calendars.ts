import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who published a version of the working calendar, and how far its roll-out to the open cases has come. */
export class Calendars1790000000005 implements MigrationInterface {
  name = 'Calendars1790000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table working_calendar add column published_by text references person;

create table calendar_rollout (
  version     int primary key references working_calendar,
  begun_at    timestamptz not null default clock_timestamp(),
  listed_at   timestamptz,
  finished_at timestamptz
);

-- A case stands here once the version is known to move a day of it, and is done when the event of it is recorded.
create table calendar_rollout_case (
  version int  not null references working_calendar,
  case_id text not null references regulation_case,
  region  text not null,
  done_at timestamptz,
  primary key (version, case_id)
);
create index rollout_to_do on calendar_rollout_case (version, case_id) where done_at is null;

alter table agenda drop constraint workflow_is_of_a_case_or_a_cohort;
alter table agenda add constraint workflow_is_known check (kind in ('case', 'cohort', 'calendar'));

grant select, insert, update on calendar_rollout, calendar_rollout_case to selaras_app;
grant select on calendar_rollout, calendar_rollout_case to selaras_reader;
alter table calendar_rollout_case enable row level security;
alter table calendar_rollout_case force row level security;
create policy own_regions_only on calendar_rollout_case for all
  using (region = any ((select scope_regions())::text[]) or (select scope_is_nation()))
  with check (region = any ((select scope_regions())::text[]) or (select scope_is_nation()));
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
delete from agenda where kind = 'calendar';
alter table agenda drop constraint workflow_is_known;
alter table agenda add constraint workflow_is_of_a_case_or_a_cohort check (kind in ('case', 'cohort'));
drop table calendar_rollout_case, calendar_rollout;
alter table working_calendar drop column published_by;
`);
  }
}
