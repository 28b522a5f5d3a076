import { administrators, type CaseState, clocksView, type Definition, type DwellHistory, firm, leastLimit, type Provisional, type Rules, type Stall, type StallCause, stallCauses, type StallFacts, stallOf, type StallRule, stallRule, type Vacancy, watchers } from '#process';
import type { EntityManager } from 'typeorm';
import { keyOf, limitOf, type Page, pageOf, type PageOf } from '../cursor';
import type { Caller } from '../caller';
import type { Database } from '../database';
import { inTerm, day } from '../register';
import type { Rulebook } from '../rulebook';
import { readNow } from '../simulated-clock';
import type { StageStays } from '../stage-stays';
import { listed } from './cases';
import { type FaultRow, faultsIn } from './system-faults';
import { toldOf, type Told } from './told';

export interface StalledCase extends Stall, Provisional {
  caseId: string;
  title: string;
  region: string;
  regionName: string;
  phase: string | null;
  stage: string;
  stageLabel: { id: string; en: string };
  programmeYear: number;
  seq: number;
  enteredAt: string;
  /** The earliest running due day. */
  dueOn: string | null;
  faults: FaultRow[];
  /** Newest first, at most five. */
  told: Told[];
}

export interface StalledFilters {
  cause?: StallCause;
  /** A region's or a province's code. */
  region?: string;
  stage?: string;
  phase?: string;
}

/** What another rule would find: more than the present one, and less. */
export interface StallPreview {
  rule: StallRule;
  total: number;
  added: StalledBrief[];
  removed: StalledBrief[];
}
export type StalledBrief = Pick<StalledCase, 'caseId' | 'region' | 'regionName' | 'stage' | 'cause' | 'silentDays'>;

export interface StalledPage extends Page<StalledCase> {
  rule: StallRule;
  /** Stalled cases by cause, whatever cause the list is narrowed to. */
  counts: Record<StallCause, number>;
  /** Open cases among which they were looked for. */
  open: number;
  at: string;
  preview?: StallPreview;
}

type Published = Map<string, { definition: Definition; histories: ReadonlyMap<string, DwellHistory> }>;

interface Row {
  caseId: string;
  title: string;
  region: string;
  phase: string | null;
  stage: string;
  processHash: string;
  programmeYear: number;
  since: Date;
  time: string;
  hasCohort: boolean;
  state: CaseState;
}

/** Regions a caller watches over, and in which office; undefined for anybody who does not. */
export function watchOf(caller: Caller): { scopes: string[]; administers: boolean } | undefined {
  const watching = caller.offices.filter(({ role }) => watchers.includes(role));
  if (watching.length === 0) return undefined;
  const administers = watching.some(({ role }) => administrators.includes(role));
  if (watching.some(({ scope }) => scope === '')) return { scopes: caller.scopes, administers };
  return { scopes: caller.scopes.filter((code) => watching.some(({ scope }) => code.startsWith(scope))), administers };
}

const rowsAtOnce = 200;

/** Open cases that do not move, why, and who was told. The rule is the installation's; stalled is not late. */
export class StalledRegister {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly stays: StageStays,
  ) {}

  /** Longest silence first. `tried` is a rule to be compared with the present one. */
  async page(scopes: readonly string[], filters: StalledFilters, page: PageOf, { rule = stallRule, tried }: { rule?: StallRule; tried?: StallRule } = {}): Promise<StalledPage> {
    const limit = limitOf(page);
    const after = keyOf(page, 2);
    const published = await this.published();
    return this.database.inScope(scopes, async (tx) => {
      const { at } = await readNow(tx);
      const found = await this.judged(tx, scopes, filters, published, at, tried ? [rule, tried] : [rule]);
      const stalled = found.flatMap(({ stalls: [stall], ...rest }) => (stall ? [{ ...rest, stall }] : []));
      const wanted = stalled.filter(({ stall }) => filters.cause === undefined || stall.cause === filters.cause).sort(bySilence);
      const rest = after ? wanted.filter((one) => isAfter(one, after)) : wanted;
      const { items, nextCursor } = pageOf(rest, limit, ({ stall, row }) => [String(stall.silentDays), row.caseId]);
      const told = await toldOf(tx, items.map(({ row }) => row.caseId));
      return {
        items: items.map(({ row, stall, rules, faults }) => itemOf(row, stall, rules, new Date(at).toISOString(), faults, told.get(row.caseId) ?? [])),
        nextCursor,
        rule,
        counts: Object.fromEntries(stallCauses.map((cause) => [cause, stalled.filter(({ stall }) => stall.cause === cause).length])) as Record<StallCause, number>,
        open: await openCases(tx, scopes, filters),
        at: new Date(at).toISOString(),
        ...(tried && { preview: previewOf(found, tried) }),
      };
    });
  }

  /** Everything that fails at the moment within the scopes, longest first. */
  faults(scopes: readonly string[]): Promise<FaultRow[]> {
    return this.database.inScope(scopes, faultsIn);
  }

  async faultPage(scopes: readonly string[], page: PageOf): Promise<Page<FaultRow>> {
    const key = ({ since, subject, kind, activity = '', noticeId = '' }: FaultRow) => [since, subject.id, `${kind}/${activity}${noticeId}`];
    const after = keyOf(page, 3)?.join(' ');
    const all = (await this.faults(scopes)).map((fault) => ({ fault, at: key(fault).join(' ') })).sort((one, other) => (one.at < other.at ? -1 : 1));
    const { items, nextCursor } = pageOf(after === undefined ? all : all.filter(({ at }) => at > after), limitOf(page), ({ fault }) => key(fault));
    return { items: items.map(({ fault }) => fault), nextCursor };
  }

  /** Every definition that open cases rest on, with the stays of its process. */
  private async published(): Promise<Published> {
    const rows = await this.database.inScope(['*'], async (tx) => {
      const hashes = await tx.query<{ hash: string }[]>('select hash from process_definition');
      return Promise.all(hashes.map(async ({ hash }) => ({ hash, definition: await this.rulebook.definition(tx, hash) })));
    });
    const all = rows.map(async ({ hash, definition }) => [hash, { definition, histories: await this.stays.histories(definition.id, Object.keys(definition.stages)) }] as const);
    return new Map(await Promise.all(all));
  }

  /** Only what could be stalled is read: by its silence, for want of a holder, or because something fails. */
  private async judged(tx: EntityManager, scopes: readonly string[], filters: StalledFilters, published: Published, at: number, rules: readonly StallRule[]): Promise<Judged[]> {
    const newest = await this.rulebook.newest(tx);
    const vacancies = await vacanciesIn(tx, gatesOf(published));
    const byCase = new Map<string, FaultRow[]>();
    for (const fault of await faultsIn(tx)) if (fault.subject.kind === 'case') byCase.set(fault.subject.id, [...(byCase.get(fault.subject.id) ?? []), fault]);
    const least = leastLimits(published, rules);
    const ids = [...byCase.keys(), ...vacancies.flatMap(({ waiting }) => waiting)];
    const found: Judged[] = [];
    for (let after: [string | null, string] = [null, ''], more = true; more;) {
      const rows = await tx.query<Row[]>(candidates, [...after, listed(scopes), filters.region ?? null, filters.stage ?? null, filters.phase ?? null, JSON.stringify(least), new Date(at), ids, rowsAtOnce]);
      for (const row of rows) {
        const of = await this.rulebook.rulesOf(tx, row.state, newest);
        const history = published.get(row.processHash)?.histories.get(row.stage);
        const facts: StallFacts = { at: new Date(at).toISOString(), substantiveAt: row.since.toISOString(), vacancies, faults: byCase.get(row.caseId) ?? [], noCohort: row.state.gate !== undefined && !row.hasCohort, ...(history && { history }) };
        const stalls = rules.map((rule) => stallOf(of, row.state, facts, rule));
        if (stalls.some((stall) => stall !== undefined)) found.push({ row, rules: of, faults: byCase.get(row.caseId) ?? [], stalls });
      }
      const last = rows.at(-1);
      more = rows.length === rowsAtOnce;
      if (last) after = [last.time, last.caseId];
    }
    return found;
  }
}

interface Judged {
  row: Row;
  rules: Rules;
  faults: FaultRow[];
  /** Under each of the rules it was judged by. */
  stalls: (Stall | undefined)[];
}

const candidates = `
select c.case_id as "caseId", c.title, c.region, c.phase, c.stage, c.process_hash as "processHash", c.programme_year as "programmeYear",
       c.substantive_at as since, to_char(c.substantive_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time, c.state,
       exists (select 1 from cohort k where k.province = left(c.region, 2) and k.programme_year = c.programme_year) as "hasCohort"
  from regulation_case c
 where c.status = 'open' and ($1::timestamptz is null or (c.substantive_at, c.case_id) > ($1::timestamptz, $2)) and ($3::text[] is null or c.region = any($3))
   and ($4::text is null or c.region = $4 or left(c.region, 2) = $4) and ($5::text is null or c.stage = $5) and ($6::text is null or c.phase = $6)
   and (c.substantive_at <= $8::timestamptz - coalesce(($7::jsonb -> c.process_hash ->> c.stage)::int, 0) * interval '1 day' or c.case_id = any($9))
 order by c.substantive_at, c.case_id limit $10`;

async function openCases(tx: EntityManager, scopes: readonly string[], { region, stage, phase }: StalledFilters): Promise<number> {
  const [row] = await tx.query<{ count: string }[]>(
    `select count(*) as count from (select 1 from regulation_case c where c.status = 'open' and ($1::text[] is null or c.region = any($1))
        and ($2::text is null or c.region = $2 or left(c.region, 2) = $2) and ($3::text is null or c.stage = $3) and ($4::text is null or c.phase = $4) limit 10000) open`,
    [listed(scopes), region ?? null, stage ?? null, phase ?? null],
  );
  return Number(row!.count);
}

/** Civil days are at least as many as working days. */
function leastLimits(published: Published, rules: readonly StallRule[]): Record<string, Record<string, number>> {
  return Object.fromEntries([...published].map(([hash, { definition, histories }]) => [
    hash,
    Object.fromEntries(Object.keys(definition.stages).map((stage) => [stage, Math.min(...rules.map((rule) => leastLimit(definition, stage, histories.get(stage), rule)))])),
  ]));
}

/** Offices that cases wait for, by a task or at the gate they keep, and that nobody holds today; with those cases. */
async function vacanciesIn(tx: EntityManager, gates: readonly Gate[]): Promise<(Vacancy & { waiting: string[] })[]> {
  return tx.query<(Vacancy & { waiting: string[] })[]>(
    `with seat as not materialized (
       select subject_id as id, role, scope from task where subject_kind = 'case' and not carried
       union all
       select c.case_id, g.role, left(c.region, g.length) from regulation_case c join unnest($1::text[], $2::text[], $3::int[]) as g(stage, role, length) on g.stage = c.stage where c.status = 'open'
     ), vacant as (
       select office.role, office.scope from (select distinct role, scope from seat) office
        where not exists (select 1 from holder h where h.role = office.role and h.scope = office.scope and ${inTerm('h')}) limit 2000
     )
     select v.role, v.scope, array(select distinct s.id from seat s where s.role = v.role and s.scope = v.scope limit 1000) as waiting,
            (select (max(h.to_on) + 1)::text from holder h where h.role = v.role and h.scope = v.scope and h.to_on < ${day('h')}) as since
       from vacant v`,
    [gates.map(({ stage }) => stage), gates.map(({ role }) => role), gates.map(({ length }) => length)],
  );
}

/** A stage that gives no task while it waits, and the office that keeps its gate; `length` of that office's scope. */
interface Gate {
  stage: string;
  role: string;
  length: number;
}

const lengthOf: Record<string, number> = { nation: 0, province: 2 };

function gatesOf(published: Published): Gate[] {
  return [...published.values()].flatMap(({ definition }) =>
    Object.entries(definition.stages).flatMap(([stage, { gate, owner }]) => (gate === undefined ? [] : owner.map((role) => ({ stage, role, length: lengthOf[definition.roles[role]!.level] ?? 4 })))),
  );
}

type Found = { stall: Stall; row: Row };
const bySilence = (one: Found, other: Found): number => other.stall.silentDays - one.stall.silentDays || (one.row.caseId < other.row.caseId ? -1 : 1);
const isAfter = ({ stall, row }: Found, [silent = '', id = '']: readonly string[]): boolean => stall.silentDays < Number(silent) || (stall.silentDays === Number(silent) && row.caseId > id);

function itemOf({ caseId, title, region, phase, stage, programmeYear, state }: Row, stall: Stall, rules: Rules, at: string, faults: FaultRow[], told: Told[]): StalledCase {
  const { definition, regionName } = rules;
  const { seq, enteredAt } = state;
  const [clock] = clocksView(rules, state, at).filter(({ status }) => status === 'running').sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const due = clock ? { dueOn: clock.dueOn, provisional: clock.provisional, provisionalBecause: clock.provisionalBecause } : { dueOn: null, ...firm };
  return { caseId, title, region, regionName, phase, stage, stageLabel: definition.stages[stage]!.label, programmeYear, seq, enteredAt, ...due, ...stall, faults, told };
}

function previewOf(found: readonly Judged[], rule: StallRule): StallPreview {
  const brief = ({ row: { caseId, region, stage }, rules: { regionName } }: Judged, { cause, silentDays }: Stall): StalledBrief => ({ caseId, region, regionName, stage, cause, silentDays });
  return {
    rule,
    total: found.filter(({ stalls: [, then] }) => then).length,
    added: found.flatMap((one) => (!one.stalls[0] && one.stalls[1] ? [brief(one, one.stalls[1])] : [])).slice(0, 100),
    removed: found.flatMap((one) => (one.stalls[0] && !one.stalls[1] ? [brief(one, one.stalls[0])] : [])).slice(0, 100),
  };
}
