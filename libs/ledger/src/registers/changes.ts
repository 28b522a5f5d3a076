import type { Database } from '../database';

/** Something that now stands at a seq, and the region or province whose wall it stands behind. */
export interface Change {
  kind: 'case' | 'cohort' | 'readiness';
  id: string;
  place: string;
  seq: number;
}

const of = (kind: Change['kind'], place: string): string =>
  `select '${kind}' as kind, ${kind}_id as id, ${place} as place, max(seq) as seq from ${kind}_event where recorded_at > $1::timestamptz group by 1, 2, 3`;

const instant = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`;

/** What was recorded lately, for those who watch. */
export class ChangeRegister {
  constructor(private readonly database: Database) {}

  /** The database's clock, as the point from which one can ask later. */
  async now(): Promise<string> {
    const [row] = await this.database.inScope([], (tx) => tx.query<{ now: string }[]>(`select ${instant}`));
    return row!.now;
  }

  /**
   * Everything within the scopes that was written after an instant of `now`, less the `overlap` in seconds: what was written but
   * not yet committed when one looked last comes to light with the next look.
   */
  async since(scopes: readonly string[], from: string, overlap: number): Promise<{ changes: Change[]; now: string }> {
    return this.database.inScope(scopes, async (tx) => {
      const [row] = await tx.query<{ now: string; after: string }[]>(`select ${instant}, ($1::timestamptz - $2::int * interval '1 second')::text as after`, [from, overlap]);
      const changes = await tx.query<Change[]>(`${of('case', 'region')} union all ${of('cohort', 'province')} union all ${of('readiness', 'region')}`, [row!.after]);
      return { changes, now: row!.now };
    });
  }
}
