import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alarms outlive the end of a case: a condition of the endorsement is followed up when the regulation has been published. */
export class Alarms1790000000015 implements MigrationInterface {
  name = 'Alarms1790000000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
drop index cases_by_alarm;
create index cases_by_alarm on regulation_case (next_alarm_at) where next_alarm_at is not null;
create index cases_watched on regulation_case (case_id) where status = 'open' or next_alarm_at is not null;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop index cases_watched;
drop index cases_by_alarm;
create index cases_by_alarm on regulation_case (next_alarm_at) where status = 'open' and next_alarm_at is not null;
`);
  }
}
