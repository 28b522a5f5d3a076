import type { MigrationInterface, QueryRunner } from 'typeorm';

const records = ['case_event', 'cohort_event', 'readiness_event'];

/**
 * When a row came into the record, by the database's own clock: `at` is the time of the process, which a demo moves and which an
 * alarm carries back to when it was due. No part of the chain. What was written before has none. Rows lie in the order of their
 * writing, so that a block range index finds the youngest at next to no cost for whoever writes.
 */
export class RecordedAt1790000000019 implements MigrationInterface {
  name = 'RecordedAt1790000000019';

  async up(db: QueryRunner): Promise<void> {
    for (const table of records) {
      await db.query(`
alter table ${table} add column recorded_at timestamptz;
alter table ${table} alter column recorded_at set default clock_timestamp();
create index ${table}s_by_writing on ${table} using brin (recorded_at) with (pages_per_range = 16, autosummarize = on);
`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of records) await db.query(`alter table ${table} drop column recorded_at`);
  }
}
