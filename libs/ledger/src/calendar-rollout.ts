import { clocksUnder, nextAlarm } from '#process';
import type { CaseState } from '#process';
import type { EntityManager } from 'typeorm';
import { everywhere } from './caller';
import type { CaseLedger } from './case-ledger';
import type { Database } from './database';
import { isWatched } from './reconciler';
import type { Rulebook } from './rulebook';

export interface RolloutProgress {
  version: number;
  /** 'listing': not every affected case is known yet, and `total` still grows. 'superseded': a newer version moves the cases instead. */
  state: 'listing' | 'moving' | 'finished' | 'superseded';
  total: number;
  done: number;
  begunAt: string;
  finishedAt: string | null;
}

export const rolloutId = (version: number): string => `calendar-rollout-${version}`;

const page = 100;
/** Transactions of the ledger end within seconds; whatever else keeps the database busy is not waited for. */
const longestWait = 20_000;

/** In the transaction that records it: the case is done with, whoever's act brought it. */
export async function countedAnew(tx: EntityManager, { version, caseId, region }: { version: number; caseId: string; region: string }): Promise<void> {
  await tx.query(
    `insert into calendar_rollout_case as known (version, case_id, region, done_at) values ($1, $2, $3, clock_timestamp())
     on conflict (version, case_id) do update set done_at = coalesce(known.done_at, excluded.done_at)`,
    [version, caseId, region],
  );
}

/** A published calendar on its way to the cases it moves. Every step is safe to repeat, and what is left to do stands in rows. */
export class CalendarRollout {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly cases: CaseLedger,
  ) {}

  /** Finds the cases whose days the version moves, and lets the alarms of the others follow it. `beat` is called after every page. */
  async list(version: number, beat: () => void = () => undefined): Promise<void> {
    if (await this.isSuperseded(version)) return;
    await this.untilAllHaveRead(beat);
    for (let after = ''; ; beat()) {
      const rows = await this.pageOf(version, after);
      for (const caseId of rows.filter(({ alarmMoves }) => alarmMoves).map(({ caseId }) => caseId)) await this.cases.recount(caseId);
      if (rows.length === 0) break;
      after = rows.at(-1)!.caseId;
    }
    await this.database.inScope(everywhere, (tx) => tx.query('update calendar_rollout set listed_at = coalesce(listed_at, clock_timestamp()) where version = $1', [version]));
  }

  /** Cases that are still to be moved, at most so many. */
  async toDo(version: number, limit = 200): Promise<string[]> {
    if (await this.isSuperseded(version)) return [];
    const rows = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ id: string }[]>('select case_id as id from calendar_rollout_case where version = $1 and done_at is null order by case_id limit $2', [version, limit]),
    );
    return rows.map(({ id }) => id);
  }

  /** Moves one case. It may have been moved by an act of its own, or have been closed: then nothing is left to record. */
  async move(version: number, caseId: string): Promise<void> {
    const result = await this.cases.applySystem(caseId, `calendar:${version}`, { type: 'change-calendar', version, actor: { system: 'calendar' } });
    if (!('applied' in result)) throw new Error(`${caseId} did not take calendar version ${version}: ${JSON.stringify(result)}`);
    await this.database.inScope(everywhere, (tx) => countedAnew(tx, { version, caseId, region: result.applied.state.region }));
  }

  /** Takes the request to the workflow off the agenda, once nothing is left. */
  async finish(version: number): Promise<void> {
    await this.database.inScope(everywhere, async (tx) => {
      await tx.query('update calendar_rollout set finished_at = coalesce(finished_at, clock_timestamp()) where version = $1', [version]);
      await tx.query(`delete from agenda where kind = 'calendar' and id = $1`, [rolloutId(version)]);
    });
  }

  async progress(version: number): Promise<RolloutProgress | undefined> {
    const [row] = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ begun: Date; listed: Date | null; finished: Date | null; total: number; done: number; newest: number }[]>(
        `select r.begun_at as begun, r.listed_at as listed, r.finished_at as finished, (select max(version) from working_calendar) as newest,
                (select count(*)::int from calendar_rollout_case where version = r.version) as total,
                (select count(*)::int from calendar_rollout_case where version = r.version and done_at is not null) as done
           from calendar_rollout r where r.version = $1`,
        [version],
      ),
    );
    if (!row) return undefined;
    const { begun, listed, finished, total, done, newest } = row;
    const state = newest > version && done < total ? 'superseded' : finished ? 'finished' : listed ? 'moving' : 'listing';
    return { version, state, total, done, begunAt: begun.toISOString(), finishedAt: finished?.toISOString() ?? null };
  }

  private async isSuperseded(version: number): Promise<boolean> {
    return this.database.inScope(everywhere, async (tx) => ((await this.rulebook.newest(tx)) ?? 0) > version);
  }

  private async pageOf(version: number, after: string): Promise<{ caseId: string; alarmMoves: boolean }[]> {
    return this.database.inScope(everywhere, async (tx) => {
      const rows = await tx.query<{ caseId: string; state: CaseState; alarm: Date | null }[]>(
        `select case_id as "caseId", state, next_alarm_at as alarm from regulation_case where ${isWatched} and case_id > $1 order by case_id limit $2`,
        [after, page],
      );
      const found: { caseId: string; alarmMoves: boolean }[] = [];
      for (const { caseId, state, alarm } of rows) {
        const rules = await this.rulebook.rules(tx, { hash: state.process.hash, calendarVersion: version, region: state.region });
        const affected = state.calendarVersion < version && clocksUnder(rules, state).length > 0;
        if (affected)
          await tx.query('insert into calendar_rollout_case (version, case_id, region) values ($1, $2, $3) on conflict do nothing', [version, caseId, state.region]);
        found.push({ caseId, alarmMoves: !affected && (nextAlarm(rules, state)?.at ?? null) !== (alarm?.toISOString() ?? null) });
      }
      return found;
    });
  }

  /** Acts that had begun before the version was published may still be counting by the one before: they are let end first. */
  private async untilAllHaveRead(beat: () => void): Promise<void> {
    const [begun] = await this.snapshot();
    for (const end = Date.now() + longestWait; Date.now() < end; beat()) {
      const [, oldest] = await this.snapshot();
      if (oldest >= begun) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async snapshot(): Promise<[next: bigint, oldest: bigint]> {
    const [row] = await this.database.inScope([], (tx) =>
      tx.query<{ next: string; oldest: string }[]>('select pg_snapshot_xmax(pg_current_snapshot())::text as next, pg_snapshot_xmin(pg_current_snapshot())::text as oldest'),
    );
    return [BigInt(row!.next), BigInt(row!.oldest)];
  }
}
