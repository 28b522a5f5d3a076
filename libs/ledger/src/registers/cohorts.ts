import { type CohortRefusal, type CohortState, type GateView, suppose, type Supposition, type Tally, tallyOf, type Text } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import type { CohortLedger } from '../cohort-ledger';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';
import { blockedBy, boardOf, type BoardRow } from './board';
import { sealedWords } from './sealed-words';
import { shownKeys } from './shown-keys';
import { supposedGates } from './supposed-gates';

export interface CohortRecord {
  state: CohortState;
  view: GateView;
  tally: Tally;
  /** Words of waivers, meetings and files, by their seals. */
  texts: ReadonlyMap<string, string>;
}

export interface Board {
  state: CohortState;
  rows: BoardRow[];
  tally: Tally;
  atCutOff?: Tally;
  /** The gate as it is, beside a board of suppositions, and what they would do. */
  supposed?: { what: readonly Supposition[]; before: Tally; effect: Text };
  blockedBy: Text;
}

/** Cohorts, their gates and boards. */
export class CohortRegister {
  constructor(
    private readonly database: Database,
    private readonly ledger: CohortLedger,
    private readonly rulebook: Rulebook,
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
        records.push(recordFor(caller, state, view, await wordsOf(tx, state)));
      }
      return pageOf(records, limit, ({ state }) => [state.id]);
    });
  }

  async one(caller: Caller, cohortId: string): Promise<CohortRecord | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [row] = await tx.query<{ state: CohortState }[]>('select state from cohort where cohort_id = $1', [cohortId]);
      if (!row) return undefined;
      const view = await this.ledger.view(tx, row.state);
      return recordFor(caller, row.state, view, await wordsOf(tx, row.state));
    });
  }

  /** One row per member, the gate, and what the cut-off date would make of it while that is still to come; all of it as supposed, where something is. */
  async board(caller: Caller, cohortId: string): Promise<Board | undefined>;
  async board(caller: Caller, cohortId: string, supposed: readonly Supposition[]): Promise<Board | CohortRefusal | undefined>;
  async board(caller: Caller, cohortId: string, supposed: readonly Supposition[] = []): Promise<Board | CohortRefusal | undefined> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const [row] = await tx.query<{ state: CohortState }[]>('select state from cohort where cohort_id = $1', [cohortId]);
      if (!row) return undefined;
      const then = suppose(row.state, supposed);
      if ('refused' in then) return then;
      const { state } = then;
      const view = await this.ledger.view(tx, state);
      const [rows, tally] = [await boardOf(tx, this.rulebook, caller, state, view), tallyOf(state, view)];
      const shown = shownKeys(caller, state, view);
      const names = new Map(rows.map(({ region, regionName }) => [region, regionName]));
      const ahead = !state.cutOffReached && state.round === 1;
      const gates = supposed.length > 0 ? await supposedGates(tx, this.ledger, { now: row.state, state, after: tally, supposed, names }) : undefined;
      return {
        state,
        rows,
        tally: shown.tally(tally),
        ...(ahead && { atCutOff: shown.tally(tallyOf({ ...state, cutOffReached: true }, view)) }),
        blockedBy: blockedBy(tally, names),
        ...(gates && { supposed: { what: supposed, before: shown.tally(gates.before), effect: gates.effect } }),
      };
    });
  }
}

function recordFor(caller: Caller, state: CohortState, view: GateView, texts: CohortRecord['texts']): CohortRecord {
  const shown = shownKeys(caller, state, view);
  return { state: shown.state(), view, tally: shown.tally(tallyOf(state, view)), texts };
}

/** What everybody of the cohort may read: why a member is not waited for, what was said at a meeting, what a file is called. */
function wordsOf(tx: EntityManager, { id, waivers, meetings, calls = [], referencePlans }: CohortState): Promise<ReadonlyMap<string, string>> {
  const files = [...meetings.map(({ minutes }) => minutes), ...referencePlans.map(({ file }) => file)].map((file) => file?.name);
  return sealedWords(tx, id, [...waivers.map(({ reason }) => reason), ...meetings.map(({ note }) => note), ...calls.flatMap(({ agenda, moved, calledOff }) => [agenda, moved, calledOff]), ...files]);
}
