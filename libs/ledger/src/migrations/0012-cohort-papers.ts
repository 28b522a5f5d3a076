import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of a cohort: its reference plans and the minutes of its meetings, which the whole province reads. */
export class CohortPapers1790000000012 implements MigrationInterface {
  name = 'CohortPapers1790000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table cohort_document (
  cohort_id text not null references cohort,
  sha256    text not null,
  seq       int not null,
  province  text not null,
  type      text not null,
  size      bigint not null,
  media     text not null,
  constraint one_cohort_document_per_event primary key (cohort_id, seq)
);
create index cohort_documents_by_hash on cohort_document (sha256);
alter table cohort_document enable row level security;
alter table cohort_document force row level security;
create policy own_province_only on cohort_document for all
  using (province = any ((select scope_provinces())::text[]) or (select scope_is_nation()))
  with check (province = any ((select scope_provinces())::text[]) or (select scope_is_nation()));
grant select, insert on cohort_document to selaras_app;
grant select on cohort_document to selaras_reader;

-- Whoever looks for members that a release has let through and that have not passed yet reads these alone.
create index passages_to_come on cohort_release (cohort_id) where outcome is null;
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index passages_to_come; drop table cohort_document;');
  }
}
