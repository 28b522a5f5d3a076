import { type CohortState, type GateView, type Tally, tallyOf } from '#process';
import type { Caller } from '../caller';
import type { CohortLedger } from '../cohort-ledger';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';

export interface CohortRecord {
  state: CohortState;
  view: GateView;
  tally: Tally;
}

/** What the board shows of one member; more of a case only its own readers see. */
export interface BoardRow {
  region: string;
  regionName: string;
  state: string;
  caseId: string | null;
  phase: string | null;
  stage: string | null;
  status: string | null;
  enteredAt: string | null;
  dueOn: string | null;
  arrivedAt: string | null;
}

/** Cohorts, their gates and boards. */
export class CohortRegister {
  constructor(
    private readonly database: Database,
    private readonly ledger: CohortLedger,
  ) {}

  async list(caller: Caller, page: PageOf): Promise<Page<CohortRecord>> {
    const limit = limitOf(page);
    const [after = ''] = keyOf(page, 1) ?? [];
    return this.database.inScope(caller.scopes, async (tx) => {
      const rows = await tx.query<{ state: CohortState }[]>('select state from cohort where cohort_id > $1 order by cohort_id limit $2', [
        after,
        limit + 1,
      ]);
      const records: CohortRecord[] = [];
      for (const { state } of rows) {
        const view = await this.ledger.view(tx, state);
        records.push({ state, view, tally: tallyOf(state, view) });
      }
      return pageOf(records, limit, ({ state }) => [state.id]);
    });
  }

  async one(caller: Caller, cohortId: string): Promise<CohortRecord | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [row] = await tx.query<{ state: CohortState }[]>('select state from cohort where cohort_id = $1', [cohortId]);
      if (!row) return undefined;
      const view = await this.ledger.view(tx, row.state);
      return { state: row.state, view, tally: tallyOf(row.state, view) };
    });
  }

  /**
   * One row per member. Whoever sees the cohort sees the stage and dates of all of its members, and nothing else of their
   * cases: the scope is widened for exactly these columns.
   */
  async board(caller: Caller, cohortId: string): Promise<BoardRow[] | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [cohort] = await tx.query<{ province: string }[]>('select province from cohort where cohort_id = $1', [cohortId]);
      if (!cohort) return undefined;
      await tx.query(`select set_config('selaras.scope', '*', true)`);
      const rows = await tx.query<(Omit<BoardRow, 'enteredAt' | 'arrivedAt'> & { enteredAt: Date | null; arrivedAt: Date | null })[]>(
        `select m.region, replace(r.name, 'Kabupaten ', 'Kab. ') as "regionName", m.state, c.case_id as "caseId", c.phase, c.stage, c.status, c.entered_at as "enteredAt", c.due_on::text as "dueOn", a.arrived_at as "arrivedAt"
           from cohort_member m join cohort h on h.cohort_id = m.cohort_id join region r on r.code = m.region
           left join lateral (select * from regulation_case c where c.region = m.region and c.programme_year = h.programme_year order by c.status = 'open' desc, c.case_id desc limit 1) c on true
           left join cohort_arrival a on a.case_id = c.case_id and a.left_seq is null
          where m.cohort_id = $1 order by m.region`,
        [cohortId],
      );
      return rows.map((row) => ({ ...row, enteredAt: row.enteredAt?.toISOString() ?? null, arrivedAt: row.arrivedAt?.toISOString() ?? null }));
    });
  }
}
