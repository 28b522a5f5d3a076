import type { Client } from 'pg';

const tables = ['regulation_case', 'case_event', 'confidential_text', 'accepted_command'];

/**
 * The tables a remark is written to, column for column and index for index, without walls and references, and in them as many cases of
 * the house. Gives their ids.
 */
export async function layOut(owner: Client, subjects: number): Promise<string[]> {
  await owner.query('drop schema if exists bare cascade; create schema bare');
  for (const table of tables) await owner.query(`create table bare.${table} (like public.${table} including all)`);
  const { rows } = await owner.query<{ id: string }>(
    'insert into bare.regulation_case select * from regulation_case order by filed_at desc, case_id limit $1 returning case_id as id',
    [subjects],
  );
  return rows.map(({ id }) => id);
}
