import {
  canonicalJson,
  type CohortCommand,
  type CohortDecision,
  type CohortNames,
  type CohortPersonCommand,
  type CohortRefusal,
  type CohortState,
  decideCohort,
  evolveCohort,
  type GateView,
  isoInstant,
  type SealedText,
  refuseCohort,
  type Tally,
  tallyOf,
  todayIn,
  unopened,
} from '#process';
import type { EntityManager } from 'typeorm';
import { type Caller, everywhere } from './caller';
import { chainOf } from './record';
import { inTurn, offeringMost } from './in-turn';
import type { CaseLedger } from './case-ledger';
import { CaseQueue } from './case-queue';
import { awaitArrivals, instantFor, type KnownCommand, standing } from './case-row';
import { type CaseToJoin, casesToJoin } from './cases-to-join';
import { type CaseToMark, casesToMark } from './checks-to-mark';
import { cohortAlarmOf, cutOffAt } from './cohort-alarm';
import { cohortIdOf } from './cohort-id';
import type { Findings, JudgedFinding } from './cohort-findings';
import type { Database } from './database';
import { sha256 } from './digest';
import type { Busy, KeyReused, NotFound } from './results';
import { regionLabel } from './region-label';
import type { Rulebook } from './rulebook';
import { readinessOf } from './members-readiness';
import { type OpenedText, sealMembers } from './seal';
import { readNow } from './simulated-clock';
import type { Unsealed } from './unsealed';
import { writeCohort } from './write-cohort';

/** What a command says in words, and the chain holds sealed. */
const wordsOfCommands = ['note', 'reason', 'name', 'agenda'];

export interface CohortApplied {
  cohortId: string;
  seq: number;
  state: CohortState;
  repeated: boolean;
}
export type CohortResult = { applied: CohortApplied } | CohortRefusal | NotFound | KeyReused | Busy;

/** What a cohort's workflow has to do: members to bring what the cohort owes them, and when the cut-off date has come (real epoch milliseconds). */
export interface CohortAgenda {
  open: boolean;
  seq: number;
  /** Gates a release has promised, checks a new plan has overtaken, a date set after the arrival: cases that have still to be told. */
  toOpen: number;
  alarm?: { key: string; at: number };
  summary?: string;
}

export interface MemberToOpen {
  cohort: string;
  round: number;
  release: number;
  caseId: string;
  arrivalSeq: number;
  /** Conflicts of the member that the coordinator opened the gate over. */
  overrides?: { key: string; reason: SealedText }[];
}

/** The gate as it stands, with the findings in full. */
export interface GateSight extends GateView {
  findings: JudgedFinding[];
}

type Create = Extract<CohortPersonCommand, { type: 'create-cohort' }>;
type SystemAct = { type: 'tick' } | { type: 'record-passage'; caseId: string; round: number; outcome: 'opened' | 'left' };

interface Row {
  state: CohortState;
  headHash: string;
}

/** The one way to write to a cohort: its row under lock, the gate as it stands now, one decision, one transaction. */
export class CohortLedger {
  private readonly queue = new CaseQueue();

  constructor(
    private readonly database: Database,
    private readonly findings: Findings,
    private readonly rulebook: Rulebook,
  ) {}

  async create(caller: Caller, { key, input }: { key: string; input: Omit<Create, 'type'> }): Promise<CohortResult> {
    return this.apply(cohortIdOf(input.province, input.programmeYear), caller, {
      key,
      command: { type: 'create-cohort', ...input } as Unsealed<CohortPersonCommand>,
    });
  }

  async apply(
    cohortId: string,
    caller: Caller,
    { key, command: unsealed, expectedSeq }: { key: string; command: Unsealed<CohortPersonCommand>; expectedSeq?: number },
  ): Promise<CohortResult> {
    const { sealed, texts } = sealMembers(unsealed, wordsOfCommands);
    const bodyHash = sha256(canonicalJson({ cohortId, command: unsealed }));
    const act = (tx: EntityManager) =>
      this.applyIn(tx, cohortId, caller, { key, bodyHash, command: sealed as CohortPersonCommand, texts, expectedSeq });
    return inTurn(this.queue, cohortId, 'cohort_pkey', () => this.database.inScope(caller.scopes, act));
  }

  /** What the cohort's workflow and the clock do. Repeating it changes nothing: the state says what has been done. */
  async applySystem(cohortId: string, act: SystemAct): Promise<{ applied: CohortApplied } | CohortRefusal | NotFound> {
    const done = await this.queue.run(
      cohortId,
      () =>
        this.database.inScope(everywhere, async (tx) => {
          const row = await lockCohort(tx, cohortId);
          if (!row) return { notFound: true } as const;
          const stands = await standing(tx, row.state.province, 'system/cohort', '');
          const at = isoInstant(instantFor(row.state.at, stands.real + stands.offset));
          const { province, cutOffOn } = row.state;
          const command =
            act.type === 'tick'
              ? { ...act, today: todayIn(province, at), dueAt: isoInstant(cutOffAt(province, cutOffOn)), actor: { system: 'clock' as const } }
              : { ...act, actor: { system: 'cohort' as const } };
          return this.decideAndWrite(tx, cohortId, row, { ...command, at, view: await this.view(tx, row.state) }, [], undefined);
        }),
      true,
    );
    return done!;
  }

  async membersToOpen(cohortId: string): Promise<MemberToOpen[]> {
    return this.database.inScope(everywhere, async (tx) => {
      const row = await readCohort(tx, cohortId);
      return row ? unopened(row.state) : [];
    });
  }

  async agenda(cohortId: string): Promise<CohortAgenda> {
    return this.database.inScope(everywhere, async (tx) => {
      const row = await readCohort(tx, cohortId);
      if (!row) return { open: false, seq: 0, toOpen: 0 };
      const marks = await casesToMark(tx, this.rulebook, row.state);
      const joins = await casesToJoin(tx, this.rulebook, row.state);
      return agendaOf(row.state, (await readNow(tx)).offset, marks.length + joins.length);
    });
  }

  /** Marks the cut-off date once it has come, clears the request it has served, and says what is left to do. */
  async attend(cohortId: string): Promise<CohortAgenda> {
    const [raised] = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ version: string }[]>(`select version from agenda where kind = 'cohort' and id = $1`, [cohortId]),
    );
    await this.applySystem(cohortId, { type: 'tick' });
    const agenda = await this.agenda(cohortId);
    if (raised)
      await this.database.inScope(everywhere, (tx) =>
        tx.query(`delete from agenda where kind = 'cohort' and id = $1 and version <= $2`, [cohortId, raised.version]),
      );
    return agenda;
  }

  /** Opens the gate for one released member, or records that it had left. Safe to repeat; the case's and the cohort's locks are taken one after the other. */
  async openGate(cases: CaseLedger, { cohort, round, release, caseId, arrivalSeq, overrides = [] }: MemberToOpen): Promise<'opened' | 'left'> {
    const opened = await cases.applySystem(
      caseId,
      `gate/${cohort}/${round}`,
      { type: 'open-gate', cohort, round, release, arrivalSeq, ...(overrides.length > 0 && { overrides }), actor: { system: 'cohort' } },
      { texts: await this.wordsFor(cohort, caseId, overrides) },
    );
    if ('refused' in opened && opened.refused !== 'not-at-gate' && opened.refused !== 'case-closed')
      throw new Error(`The gate of ${caseId} cannot be opened yet: ${opened.refused}`);
    const outcome = 'applied' in opened ? 'opened' : 'left';
    await this.applySystem(cohort, { type: 'record-passage', caseId, round, outcome });
    return outcome;
  }

  /** Cases at the gate that do not know the cut-off date. */
  async casesToJoin(cohortId: string): Promise<CaseToJoin[]> {
    return this.database.inScope(everywhere, async (tx) => {
      const row = await readCohort(tx, cohortId);
      return row ? casesToJoin(tx, this.rulebook, row.state) : [];
    });
  }

  /** Tells one case of its cohort's cut-off date. Safe to repeat; one that has left the gate meanwhile has nothing to be told. */
  async join(cases: CaseLedger, cohortId: string, { caseId, arrivalSeq, cutOffOn }: CaseToJoin): Promise<void> {
    const joined = await cases.applySystem(caseId, `join/${cohortId}/${arrivalSeq}`, { type: 'join-cohort', cohort: cohortId, cutOffOn, actor: { system: 'cohort' } });
    if ('refused' in joined && joined.refused !== 'not-at-gate' && joined.refused !== 'case-closed') throw new Error(`${caseId} cannot join ${cohortId} yet: ${joined.refused}`);
  }

  /** Cases whose marks differ from what the cohort knows. */
  async casesToMark(cohortId: string): Promise<CaseToMark[]> {
    return this.database.inScope(everywhere, async (tx) => {
      const row = await readCohort(tx, cohortId);
      return row ? casesToMark(tx, this.rulebook, row.state) : [];
    });
  }

  /** Tells one case what its checks rest on now. Safe to repeat; a case on its way between two desks is told when it has arrived. */
  async markChecks(cases: CaseLedger, cohortId: string, { caseId, seq, plans, findings }: CaseToMark): Promise<void> {
    const marked = await cases.applySystem(caseId, `checks/${cohortId}/${seq}`, { type: 'mark-checks', plans, findings, actor: { system: 'cohort' } });
    if ('refused' in marked && marked.refused !== 'case-closed') throw new Error(`The checks of ${caseId} cannot be marked yet: ${marked.refused}`);
  }

  /** The reasons of overrides, which the case's own readers read with the case; not those it has already. */
  private async wordsFor(cohortId: string, caseId: string, overrides: readonly { reason: SealedText }[]): Promise<OpenedText[]> {
    if (overrides.length === 0) return [];
    return this.database.inScope(everywhere, (tx) =>
      tx.query<OpenedText[]>(
        `select t.sha256, t.salt, t.text from confidential_text t
          where t.case_id = $1 and t.sha256 = any($3) and not exists (select 1 from confidential_text own where own.case_id = $2 and own.sha256 = t.sha256)`,
        [cohortId, caseId, overrides.map(({ reason }) => reason.sha256)],
      ),
    );
  }

  /** What a command would do to the gate, or why it would be refused. Nothing is locked, nothing is recorded. */
  async rehearse(
    cohortId: string,
    caller: Caller,
    { command: unsealed, then }: { command: Unsealed<CohortPersonCommand>; then: (state: CohortState) => CohortState },
  ): Promise<{ before: Tally; after: Tally } | CohortRefusal | NotFound> {
    const { sealed } = sealMembers(unsealed, wordsOfCommands);
    return this.database.inScope(caller.scopes, async (tx) => {
      const row = await readCohort(tx, cohortId);
      if (!row) return { notFound: true } as const;
      const view = await this.view(tx, row.state);
      const at = isoInstant((await readNow(tx)).at);
      const { decision } = judge(row.state, caller, { ...(sealed as CohortPersonCommand), at, view }) ?? { decision: refuseCohort('not-your-role') };
      if ('refused' in decision) return decision;
      const after = then(row.state);
      return { before: tallyOf(row.state, view), after: tallyOf(after, await this.view(tx, after)) };
    });
  }

  /** Who stands at the gate now, and what the checks find. Called under the cohort's lock, or for a board that only looks. */
  async view(tx: EntityManager, state: CohortState): Promise<GateSight> {
    const arrivals = await tx.query<GateView['arrivals']>(
      `select case_id as "caseId", region as "regionCode", seq as "arrivalSeq", manifest_hash as "manifestHash" from cohort_arrival
        where province = $1 and programme_year = $2 and left_seq is null order by case_id`,
      [state.province, state.programmeYear],
    );
    const { findings, claims } = await this.findings(tx, state);
    return { arrivals, findings, claims, ...(await readinessOf(tx, state)) };
  }

  private async applyIn(tx: EntityManager, cohortId: string, caller: Caller, act: PersonAct): Promise<CohortResult> {
    const row = await lockCohort(tx, cohortId);
    const province = row?.state.province ?? (act.command.type === 'create-cohort' ? act.command.province : undefined);
    if (province === undefined) return { notFound: true };
    if (!row) await awaitArrivals(tx, cohortId);
    const stands = await standing(tx, province, caller.person, act.key);
    if (stands.known) return repeated(row, stands.known, act.bodyHash);
    const at = isoInstant(instantFor(row?.state.at, stands.real + stands.offset));
    const view = row ? await this.view(tx, row.state) : { arrivals: [], findings: [], claims: {} };
    const asked = { ...act.command, at, view, ...(act.expectedSeq !== undefined && { expectedSeq: act.expectedSeq }) };
    const taken = judge(row?.state, caller, asked);
    if (!taken) return refuseCohort('not-your-role');
    const strangers = 'events' in taken.decision ? await unregistered(tx, taken.command) : [];
    if (strangers.length > 0) return refuseCohort('unknown-region', strangers);
    return this.decideAndWrite(tx, cohortId, row, taken.command, act.texts, {
      person: caller.person,
      key: act.key,
      bodyHash: act.bodyHash,
      type: act.command.type,
    });
  }

  private async decideAndWrite(
    tx: EntityManager,
    cohortId: string,
    row: Row | undefined,
    command: CohortCommand,
    texts: readonly OpenedText[],
    key: { person: string; key: string; bodyHash: string; type: string } | undefined,
  ): Promise<{ applied: CohortApplied } | CohortRefusal> {
    const decision = decideCohort(row?.state, command);
    if ('refused' in decision) return decision;
    const entries = chainOf(evolveCohort, { name: 'cohortId', id: cohortId, ...row }, decision.events, command.at);
    const state = entries.at(-1)?.after ?? row?.state;
    if (!state) throw new Error(`${cohortId} was accepted without an event.`);
    // Tasks and notices go to the members as they are now: the one who has just joined, too.
    await tx.query(`select set_config('selaras.scope', $1, true)`, [scopeOf(state)]);
    await writeCohort(tx, {
      state,
      before: row?.state,
      entries,
      texts: texts.map((text) => ({ ...text, visibility: 'counterpart', authorScope: 'person' in command.actor ? command.actor.scope : '' })),
      nextAlarmAt: cohortAlarmOf(state),
      names: await namesOf(tx, state),
      day: todayIn(state.province, command.at),
      command: key && { ...key, seq: state.seq, transferSeq: null, at: command.at },
    });
    return { applied: { cohortId, seq: state.seq, state, repeated: false } };
  }
}

/** The office of the caller that may, else the one whose refusal says most. */
const judge = (state: CohortState | undefined, caller: Caller, asked: object): { command: CohortCommand; decision: CohortDecision } | undefined =>
  offeringMost(caller.offices, (actor) => {
    const command = { ...asked, actor } as CohortCommand;
    return { command, decision: decideCohort(state, command) };
  });

interface PersonAct {
  key: string;
  bodyHash: string;
  command: CohortPersonCommand;
  texts: readonly OpenedText[];
  expectedSeq?: number;
}

/** Regions an act makes members of, though the register has none of that code. */
async function unregistered(tx: EntityManager, command: CohortCommand): Promise<string[]> {
  const joining = command.type === 'create-cohort' ? command.members : command.type === 'add-member' ? [command.member] : [];
  if (joining.length === 0) return [];
  const codes = joining.map(({ regionCode }) => regionCode);
  const known = await tx.query<{ code: string }[]>('select code from region where code = any($1)', [codes]);
  return codes.filter((region) => !known.some(({ code }) => code === region));
}

async function lockCohort(tx: EntityManager, cohortId: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row[]>('select state, head_hash as "headHash" from cohort where cohort_id = $1 for update', [cohortId]);
  return row;
}

async function readCohort(tx: EntityManager, cohortId: string): Promise<Row | undefined> {
  const [row] = await tx.query<Row[]>('select state, head_hash as "headHash" from cohort where cohort_id = $1', [cohortId]);
  return row;
}

function repeated(row: Row | undefined, known: KnownCommand, bodyHash: string): CohortResult {
  if (!row || known.bodyHash !== bodyHash) return { keyReused: true };
  return { applied: { cohortId: row.state.id, seq: known.seq, state: row.state, repeated: true } };
}

/** Row security for what follows from a cohort: its province, and its members, to whom tasks and notices go. */
const scopeOf = ({ province, members }: CohortState): string => [province, ...members.map(({ regionCode }) => regionCode)].join(',');

async function namesOf(tx: EntityManager, { province, programmeYear, members }: CohortState): Promise<CohortNames> {
  const codes = [province, ...members.map(({ regionCode }) => regionCode)];
  const rows = await tx.query<{ code: string; name: string; filed: boolean }[]>(
    `select r.code, r.name, exists (select 1 from regulation_case c where c.region = r.code and c.programme_year = $2) as filed from region r where r.code = any($1)`,
    [codes, programmeYear],
  );
  return { regions: new Map(rows.map(({ code, name }) => [code, regionLabel(name)])), filed: rows.filter(({ filed }) => filed).map(({ code }) => code) };
}


function agendaOf(state: CohortState, offset: number, told: number): CohortAgenda {
  const alarm = cohortAlarmOf(state);
  const passed = new Set(
    state.releases.flatMap(({ members, opened }) => members.filter(({ caseId }) => opened[caseId] === 'opened').map(({ regionCode }) => regionCode)),
  );
  const waiting = state.members.filter((member) => ['active', 'late', 'waived'].includes(member.state) && !passed.has(member.regionCode));
  const toOpen = unopened(state).length + told;
  return {
    open: waiting.length > 0 || toOpen > 0,
    seq: state.seq,
    toOpen,
    ...(alarm && { alarm: { key: `cut-off@${alarm}`, at: Date.parse(alarm) - offset } }),
    summary: `${state.id}: round ${state.round}, ${waiting.length} of ${state.members.length} members before the gate`,
  };
}
