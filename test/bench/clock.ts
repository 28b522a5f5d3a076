import type { Client } from 'pg';
import type { Office } from './office';

export interface Move {
  what: string;
  seconds: number;
  /** Who was asked to do what had become due, and the instants at which something did. */
  ticked: number;
  instants: number;
  /** Open cases and cohorts that stood behind the clock when it had arrived. */
  behind: number;
}

const cohorts = [2077, 2078, 2079];

/** A hundred open cases, filed on two days, with three cohorts, on the way with the simulated clock through the whole ladder of their first desk. */
export async function measureClock(office: Office, owner: Client, cases = 100): Promise<Move[]> {
  await office.moveClock({ to: '2026-11-24T03:12:00.000Z' });
  for (const year of cohorts) await office.formCohort(year);
  for (let n = 0; n < cases / 2; n++) await office.fileCase();
  const moves = [await timed(office, owner, 'three working days, nothing due', { advanceWorkingDays: 3 })];
  for (let n = 0; n < cases / 2; n++) await office.fileCase();
  moves.push(await timed(office, owner, 'to the first reminder of half of them', { advanceWorkingDays: 55 }));
  moves.push(await timed(office, owner, 'through all five rungs of all of them', { advanceWorkingDays: 20 }));
  moves.push(await timed(office, owner, 'a year', { advanceDays: 365 }));
  return moves;
}

async function timed(office: Office, owner: Client, what: string, by: object): Promise<Move> {
  const instants = async () => Number((await owner.query<{ n: string }>(`select count(distinct body ->> 'dueAt') as n from case_event where body ->> 'dueAt' is not null`)).rows[0]!.n);
  const before = await instants();
  const began = performance.now();
  const { ticked } = await office.moveClock(by);
  const seconds = (performance.now() - began) / 1_000;
  const { rows } = await owner.query<{ behind: number }>(
    `select ((select count(*) from regulation_case where next_alarm_at <= now.at) + (select count(*) from cohort where next_alarm_at <= now.at))::int as behind
       from (select clock_timestamp() + (select offset_ms from simulated_clock) * interval '1 millisecond' as at) now`,
  );
  return { what, seconds, ticked, instants: (await instants()) - before, behind: rows[0]!.behind };
}
