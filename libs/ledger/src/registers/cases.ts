import type { CaseState, Rules, SealedText, Provisional, Text } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Database } from '../database';
import type { Rulebook } from '../rulebook';
import { runPrepared } from '../prepared';
import { simulatedNow } from '../simulated-clock';

export interface CaseFilters {
  phase?: string;
  stage?: string;
  /** A region's or a province's code. */
  region?: string;
  /** 'open', or an outcome. */
  status?: string;
  late?: boolean;
  /** Part of the title, the id or the region's name. */
  q?: string;
}

export interface CaseSummary {
  id: string;
  title: string;
  region: string;
  regionName: string;
  process: { id: string; version: number };
  programmeYear: number;
  phase: string | null;
  stage: string;
  status: string;
  round: number;
  seq: number;
  dueOn: string | null;
  provisional: boolean;
  provisionalBecause: Text | null;
  late: boolean;
  inTransfer: boolean;
  enteredAt: string;
  at: string;
}

/** The words behind a sealed text, and the salt by which anybody can check them against the chain. */
export interface RevealedText {
  text: string;
  salt: string;
  visibility: 'counterpart' | 'internal';
}

/** A case with all that is needed to show it; how much of it a reader sees, the process says (`readingOf`). */
export interface CaseRecord {
  state: CaseState;
  rules: Rules;
  /** Completed stays at its stages, in the order of the record. */
  stays: { stage: string; leftAt: string }[];
  /** By the sealed text's hash: only those the caller may read. */
  texts: Map<string, RevealedText>;
  /** Notices of this case by state of delivery. */
  deliveries: { pending: number; sent: number; bounced: number; vacant: number; muted: number };
  /** It stands at the gate, and nobody has created a cohort for its province and year. */
  noCohort: boolean;
  /** The instant it is shown at, on the case's own time line (ISO). */
  now: string;
}

export interface EventRecord {
  caseId: string;
  seq: number;
  type: string;
  at: string;
  actor: object;
  onBehalfOf: object | null;
  body: object;
  prevHash: string;
  hash: string;
}

type Row = Omit<CaseSummary, 'process' | 'enteredAt' | 'at' | keyof Provisional> & { processId: string; processVersion: number; enteredAt: Date; at: Date };

/** Local day of a case's region: a due day is over at midnight there. */
const today = `(${simulatedNow} at time zone 'UTC' + case when left(c.region, 1) in ('8', '9') then interval '9 hours'
  when left(c.region, 1) in ('5', '7') or left(c.region, 2) in ('63', '64', '65') then interval '8 hours' else interval '7 hours' end)::date`;

/** Cases as they stand, their histories and their words. */
export class CaseRegister {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** In order of id. */
  async list(caller: Caller, filters: CaseFilters, page: PageOf): Promise<Page<CaseSummary>> {
    const limit = limitOf(page);
    const [after = ''] = keyOf(page, 1) ?? [];
    const rows = await this.database.inScope(caller.scopes, async (tx) => {
      const found = await tx.query<Row[]>(
        `select c.case_id as id, c.title, c.region, replace(replace(r.name, 'Kabupaten ', 'Kab. '), 'Provinsi ', 'Prov. ') as "regionName", c.process_id as "processId",
              c.process_version as "processVersion", c.programme_year as "programmeYear", c.phase, c.stage, c.status, c.round, c.seq, c.due_on::text as "dueOn",
              c.status = 'open' and coalesce(c.due_on < ${today}, false) as late, c.transfer_seq is not null as "inTransfer", c.entered_at as "enteredAt", c.at
         from regulation_case c join region r on r.code = c.region
        where c.case_id > $1 and ($2::text is null or c.phase = $2) and ($3::text is null or c.stage = $3) and ($4::text is null or c.region = $4 or left(c.region, 2) = $4)
          and ($5::text is null or c.status = $5) and ($6::boolean is null or (c.status = 'open' and coalesce(c.due_on < ${today}, false)) = $6)
          and ($7::text is null or position($7 in lower(c.title || ' ' || c.case_id || ' ' || r.name)) > 0) and ($8::text[] is null or c.region = any($8))
        order by c.case_id limit $9`,
        [
          after,
          filters.phase ?? null,
          filters.stage ?? null,
          filters.region ?? null,
          filters.status ?? null,
          filters.late ?? null,
          filters.q?.toLowerCase() ?? null,
          listed(caller.scopes),
          limit + 1,
        ],
      );
      const reliance = await this.rulebook.reliance(tx, found);
      return found.map((row, index) => ({ row, reliance: reliance[index]! }));
    });
    return pageOf(rows.map(({ row, reliance }) => summary(row, reliance)), limit, ({ id }) => [id]);
  }

  one(caller: Caller, caseId: string): Promise<CaseRecord | undefined> {
    return this.database.inScope(caller.scopes, (tx) => readRecord(tx, this.rulebook, caller, caseId));
  }

  /** The history in the order it happened, as the chain holds it: whoever sees the case verifies the same hashes. */
  async events(caller: Caller, caseId: string, page: PageOf): Promise<Page<EventRecord> | undefined> {
    const limit = limitOf(page);
    const [after = '0'] = keyOf(page, 1) ?? [];
    return this.database.inScope(caller.scopes, async (tx) => {
      const [known] = await tx.query<unknown[]>('select 1 from regulation_case where case_id = $1', [caseId]);
      if (!known) return undefined;
      const rows = await tx.query<(Omit<EventRecord, 'at'> & { at: Date })[]>(
        `select case_id as "caseId", seq, type, at, actor, on_behalf_of as "onBehalfOf", body, prev_hash as "prevHash", hash from case_event where case_id = $1 and seq > $2 order by seq limit $3`,
        [caseId, Number(after) || 0, limit + 1],
      );
      return pageOf(
        rows.map((row) => ({ ...row, at: row.at.toISOString() })),
        limit,
        ({ seq }) => [String(seq)],
      );
    });
  }

  /** The words behind sealed texts, as far as the caller may read them. */
  async texts(caller: Caller, caseId: string): Promise<Map<string, RevealedText>> {
    return this.database.inScope(caller.scopes, (tx) => texts(tx, caller, caseId));
  }
}

/** The case as this transaction sees it. */
export async function readRecord(tx: EntityManager, rulebook: Rulebook, caller: Caller, caseId: string): Promise<CaseRecord | undefined> {
  const [row] = await runPrepared<Shown>(tx, shown, [caseId, levelsOf(caller)]);
  if (!row) return undefined;
  const { state } = row;
  const rules = await rulebook.rulesOf(tx, state, row.newest ?? undefined);
  const deliveries = { pending: 0, sent: 0, bounced: 0, vacant: 0, muted: 0, ...row.deliveries };
  const noCohort = state.gate !== undefined && !(await hasCohort(tx, state));
  const stays = row.stays.map(({ stage, leftAt }) => ({ stage, leftAt: new Date(leftAt).toISOString() }));
  return { state, rules, stays, texts: bySeal(row.texts), deliveries, noCohort, now: new Date(Number(row.now)).toISOString() };
}

async function hasCohort(tx: EntityManager, { region, programmeYear }: CaseState): Promise<boolean> {
  const found = await tx.query<unknown[]>('select 1 from cohort where province = $1 and programme_year = $2', [region.slice(0, 2), programmeYear]);
  return found.length > 0;
}

/** An internal text is read at the level of its author: same length of scope, and the case's own row security has the rest. */
const readable = `from confidential_text where case_id = $1 and (visibility = 'counterpart' or length(author_scope) = any($2))`;

type SealedTextRow = { sha256: string } & RevealedText;
type Shown = { state: CaseState; stays: CaseRecord['stays']; deliveries: Partial<CaseRecord['deliveries']>; texts: SealedTextRow[]; now: string; newest: number | null };

/** All that is shown of a case, in one statement. */
const shown = {
  name: 'show-case',
  text: `
select c.state,
       coalesce((select json_agg(json_build_object('stage', stage, 'leftAt', left_at) order by seq) from stage_stay where case_id = $1), '[]') as stays,
       coalesce((select json_object_agg(n.state, n.count) from (select state, count(*) from notice where subject_id = $1 group by state) n), '{}') as deliveries,
       coalesce((select json_agg(json_build_object('sha256', sha256, 'text', text, 'salt', salt, 'visibility', visibility)) ${readable}), '[]') as texts,
       (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint + offset_ms from simulated_clock) as now,
       (select max(version) from working_calendar) as newest
  from regulation_case c where c.case_id = $1`,
};

async function texts(tx: EntityManager, caller: Caller, caseId: string): Promise<Map<string, RevealedText>> {
  return bySeal(await tx.query<SealedTextRow[]>(`select sha256, text, salt, visibility ${readable}`, [caseId, levelsOf(caller)]));
}

const levelsOf = ({ offices }: Caller): number[] => [...new Set(offices.map(({ scope }) => scope.length))];
const bySeal = (rows: readonly SealedTextRow[]) => new Map(rows.map(({ sha256, text, salt, visibility }) => [sha256, { text, salt, visibility }]));

/** Row security does the guarding; the same list in the query lets an index serve it. */
export const listed = (scopes: readonly string[]): readonly string[] | null => (scopes.includes('*') ? null : scopes);

export const revealed = (known: ReadonlyMap<string, RevealedText>, sealed: SealedText | undefined): string | undefined =>
  sealed && known.get(sealed.sha256)?.text;

function summary({ processId, processVersion, enteredAt, at, ...rest }: Row, reliance: Provisional): CaseSummary {
  return { ...rest, ...reliance, process: { id: processId, version: processVersion }, enteredAt: enteredAt.toISOString(), at: at.toISOString() };
}
