import type { MigrationInterface, QueryRunner } from 'typeorm';

const byRegion = [
  'regulation_case',
  'case_event',
  'confidential_text',
  'plan_matrix',
  'document_object',
  'task',
  'notice',
  'accepted_command',
  'agenda',
];
const byProvince = ['cohort', 'cohort_event', 'cohort_member', 'cohort_release', 'cohort_arrival'];

/** What the two roles may do, and how far a transaction sees. */
export class Walls1790000000004 implements MigrationInterface {
  name = 'Walls1790000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
grant usage on schema public to selaras_app, selaras_reader;
revoke create on schema public from public;

-- The record is written once: no UPDATE, DELETE or TRUNCATE on what has been said and done.
grant select, insert on case_event, cohort_event, confidential_text, plan_matrix, document_object, accepted_command, office_event,
                        process_definition, working_calendar to selaras_app;
grant select, insert, update on regulation_case, cohort, cohort_arrival, cohort_release, region, person, holder, mandate, notice to selaras_app;
grant select, insert, update, delete on task, agenda, cohort_member, http_session to selaras_app;
grant select, update on simulated_clock to selaras_app;
grant usage on sequence agenda_version to selaras_app;

grant select on region, person, holder, mandate, office_event, process_definition, working_calendar, simulated_clock,
                ${[...byRegion, ...byProvince].join(', ')} to selaras_reader;

-- The scope of the transaction as a list. After a transaction the setting is '' and not null, and '' opens nothing.
create function scope_regions() returns text[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('selaras.scope', true), ''), ',');
create function scope_is_nation() returns boolean language sql stable parallel safe
  return coalesce(current_setting('selaras.scope', true) = '*', false);
-- A cohort concerns the whole of its province: its regions see it as well.
create function scope_provinces() returns text[] language sql stable parallel safe
  return array(select distinct left(code, 2) from unnest(string_to_array(nullif(current_setting('selaras.scope', true), ''), ',')) as code);
`);
    for (const table of byRegion) await db.query(walled(table, 'region = any ((select scope_regions())::text[])', 'own_regions_only'));
    for (const table of byProvince) await db.query(walled(table, 'province = any ((select scope_provinces())::text[])', 'own_province_only'));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [...byRegion, ...byProvince]) {
      const policy = byRegion.includes(table) ? 'own_regions_only' : 'own_province_only';
      await db.query(
        `drop policy ${policy} on ${table}; alter table ${table} no force row level security; alter table ${table} disable row level security;`,
      );
    }
    await db.query(`
drop function scope_provinces();
drop function scope_is_nation();
drop function scope_regions();
revoke all on all tables in schema public from selaras_app, selaras_reader;
revoke all on sequence agenda_version from selaras_app;
revoke usage on schema public from selaras_app, selaras_reader;
`);
  }
}

/** Sub-selects are evaluated once per statement, not once per row. */
const walled = (table: string, condition: string, policy: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${policy} on ${table} for all
  using (${condition} or (select scope_is_nation()))
  with check (${condition} or (select scope_is_nation()));`;
