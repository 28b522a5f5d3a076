import type { CaseState } from '#process';
import type { EntityManager } from 'typeorm';
import { everywhere } from './caller';
import type { Database } from './database';

/** A request to a workflow that nobody has served yet. */
export interface AgendaRow {
  kind: 'case' | 'cohort' | 'calendar';
  id: string;
  seq: number;
}

/** Has the workflow of a case look into the ledger, apart from any event. */
export async function askWorkflow(tx: EntityManager, { id, region, seq }: Pick<CaseState, 'id' | 'region' | 'seq'>): Promise<void> {
  await raise(tx, { kind: 'case', id, seq }, region);
}

export async function raise(tx: EntityManager, { kind, id, seq }: AgendaRow, region: string): Promise<void> {
  await tx.query(
    `insert into agenda (kind, id, region, seq) values ($1, $2, $3, $4)
     on conflict (kind, id) do update set seq = excluded.seq, version = nextval('agenda_version'), raised_at = clock_timestamp(), next_try_at = clock_timestamp() + interval '2 seconds', tries = 0`,
    [kind, id, region, seq],
  );
}

/** Requests to workflows, for the relay. A row is deleted only by the one who has served it, never by the one who passed it on. */
export class AgendaRows {
  constructor(private readonly database: Database) {}

  /** Takes rows older than two seconds, in a short transaction of its own; each becomes due again after 2 s, 4 s … at most 10 minutes. */
  async claim(limit = 50): Promise<AgendaRow[]> {
    const [rows] = await this.database.inScope(everywhere, (tx) =>
      tx.query<[AgendaRow[], number]>(
        `update agenda a set tries = a.tries + 1, next_try_at = clock_timestamp() + least(2 * power(2, least(a.tries, 20)), 600) * interval '1 second'
         from (select kind, id from agenda where next_try_at <= clock_timestamp() order by next_try_at limit $1 for update skip locked) due
        where a.kind = due.kind and a.id = due.id
    returning a.kind, a.id, a.seq`,
        [limit],
      ),
    );
    return rows;
  }

  /** How many wait, and since when the oldest does (seconds). */
  async waiting(): Promise<{ count: number; oldestSeconds: number }> {
    const [row] = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ count: string; oldest: string | null }[]>(
        `select count(*) as count, extract(epoch from clock_timestamp() - min(raised_at)) as oldest from (select raised_at from agenda order by next_try_at limit 1000) rows`,
      ),
    );
    return { count: Number(row!.count), oldestSeconds: Math.round(Number(row!.oldest ?? 0)) };
  }
}
