import type { Client } from 'pg';

/** Rows stay below what PostgreSQL would compress and move out of the page. */
export const mostOfARow = 1_500;

/** Tables of the bare handler, and `subjects` rows that hold the states of as many cases of the house. */
export async function layOut(owner: Client, subjects: number): Promise<string[]> {
  await owner.query(`
    drop schema if exists bare cascade;
    create schema bare;
    create table bare.subject (id text primary key, seq int not null, state jsonb not null);
    create table bare.event (id text, seq int, body json not null, primary key (id, seq));
    create table bare.words (id text, seq int, text text not null, primary key (id, seq));
    create table bare.more (id text, seq int, content text not null);
    create table bare.command (key text primary key, id text not null, seq int not null);
    create index more_by_subject on bare.more (id, seq)`);
  const { rows } = await owner.query<{ id: string }>(
    `insert into bare.subject select case_id, seq, state from (select * from regulation_case order by case_id limit $1) c returning id`,
    [subjects],
  );
  return rows.map(({ id }) => id);
}
