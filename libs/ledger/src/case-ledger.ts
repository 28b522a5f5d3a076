import {
  canonicalJson,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  decide,
  decideFiling,
  evolveAll,
  type FileCase,
  isoInstant,
  shortDate,
  isRefusal,
  type ManifestEntry,
  nextAlarm,
  msOf,
  officeFor,
  restsOnCohort,
  type PersonCommand,
  type Refusal,
  type Rules,
  type Stay,
  stayEnded,
  type SystemActor,
  type SystemCommand,
} from '#process';

import type { EntityManager } from 'typeorm';
import { type Caller, everywhere } from './caller';
import { CaseQueue } from './case-queue';
import {
  type CaseRow,
  instantFor,
  type KnownCommand,
  lockCase,
  nearGate,
  readCase,
  shareCohort,
  type SharedCohort,
  standing,
  type Standing,
  subjectScope,
} from './case-row';
import { askWorkflow } from './agenda-rows';
import { countedAnew } from './calendar-rollout';
import type { Database } from './database';
import { sha256 } from './digest';
import { project, roleLabels } from './projection';
import { chainEvents, type Entry, type Position } from './record';
import type { Agenda, Applied, ApplyResult, Busy, FileResult, KeyReused, NotFound, Sealed, SystemResult, TransferOutcome } from './results';
import { type CaseRecord, readRecord } from './registers/cases';
import type { Rulebook } from './rulebook';
import { type OpenedText, seal } from './seal';
import { isTimeout, isUnique } from './sql-failure';
import { readNow } from './simulated-clock';
import { dayIn, subjectFacts, textColumns } from './written';
import type { Unsealed } from './unsealed';
import { type CommandColumns, writeCase, writeCommand } from './write-case';

export interface Filing {
  /** Id of a published process; its newest version is taken. */
  process: string;
  regionCode: string;
  programmeYear: number;
  title: string;
  planYears: { from: number; to: number };
}

/** Distributes over the kinds of commands, so that each keeps its own members. */
type By<A, C> = C extends unknown ? C & { actor: A } : never;
export type SystemAct = By<SystemActor, SystemCommand>;

/** One act as the ledger handles it, whoever's it is. */
interface Act {
  person: string;
  /** Absent for what is idempotent by the case's state. */
  key?: string;
  bodyHash: string;
  type: string;
  texts: readonly OpenedText[];
  command(state: CaseState, rules: Rules, at: string, cohort: SharedCohort | undefined): CaseCommand | Refusal;
  /** The cohort's policy has a say, wherever the case stands. */
  restsOnCohort?(definition: Rules['definition']): boolean;
  /** Reads the case for whoever asked, after it was written. */
  show?(tx: EntityManager): Promise<CaseRecord | undefined>;
  /** The instant it is judged at, when that is not simply now. */
  at?: string;
}

export interface LedgerTerms {
  /** Tests only: the workflow's skipped time counts where it is ahead of the clock. */
  timeSkipping?: boolean;
}

const mostTicks = 50;
const busy: Busy = { busy: true, retryAfter: 1 };

/** The one way to write to a case: decides a command and records what follows from it, in one transaction. Safe to repeat. */
export class CaseLedger {
  private readonly queue = new CaseQueue();

  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
    private readonly terms: LedgerTerms = {},
  ) {}

  /** Opens a case. The row reserves its name for ever: `rpik-1705-2026`, and `.2` when it is filed anew after it was closed. */
  async file(caller: Caller, { key, input }: { key: string; input: Filing }): Promise<FileResult> {
    const base = `${input.process}-${input.regionCode}-${input.programmeYear}`;
    const attempt = () => this.queue.run(base, () => this.database.inScope(caller.scopes, (tx) => this.fileIn(tx, caller, key, input, base)));
    // A clash is somebody who filed the same case at the same moment: the second look finds it.
    return (await attempt().catch((failure: unknown) => (isUnique(failure) ? attempt() : Promise.reject(failure)))) ?? busy;
  }

  /** Decides and records what a person asks for. A known key answers as it did; `expectedSeq` is compared with the last substantive event; `show` reads the case for the answer in the same transaction. */
  async apply(
    caseId: string,
    caller: Caller,
    { key, command: unsealed, expectedSeq, show = false }: { key: string; command: Unsealed<PersonCommand>; expectedSeq?: number; show?: boolean },
  ): Promise<ApplyResult> {
    const { command, texts } = seal(unsealed);
    const act: Act = {
      person: caller.person,
      key,
      texts,
      type: command.type,
      bodyHash: sha256(canonicalJson({ caseId, command: unsealed })),
      ...(show && { show: (tx) => readRecord(tx, this.rulebook, caller, caseId) }),
      restsOnCohort: (definition) => restsOnCohort(definition, command),
      command: (state, { definition }, at, cohort) => byPerson(definition, state, command, caller, at, { expectedSeq, cohort }),
    };
    return this.take(caseId, caller.scopes, act).catch((failure: unknown): ApplyResult | Promise<never> => {
      // The key is taken by a command on a case this transaction cannot see.
      if (isUnique(failure, 'one_answer_per_key')) return { keyReused: true };
      return isTimeout(failure) ? busy : Promise.reject(failure);
    });
  }

  /** Records what the engine does by itself. `at` may lie before now, for what was due earlier, but never before the case's last event. */
  async applySystem(caseId: string, key: string, command: SystemAct, at?: string): Promise<SystemResult> {
    const isTick = command.type === 'tick';
    const act: Act = {
      person: `system/${command.actor.system}`,
      ...(!isTick && { key: `${caseId}/${key}` }),
      ...(at !== undefined && { at }),
      texts: [],
      type: command.type,
      bodyHash: sha256(canonicalJson({ caseId, command })),
      command: (_state, _rules, now, cohort) =>
        ({ ...command, ...(command.type === 'complete-transfer' && cohort && { cohort }), at: now }) as CaseCommand,
    };
    const result = await this.take(caseId, everywhere, act, true);
    if ('keyReused' in result || 'busy' in result) throw new Error(`The engine used the key ${key} twice on ${caseId}, for different commands.`);
    return result;
  }

  /** What a command would record, or why it would be refused. Writes nothing. */
  async preview(
    caseId: string,
    caller: Caller,
    unsealed: Unsealed<PersonCommand>,
  ): Promise<{ events: CaseEvent[]; after: CaseState } | Refusal | NotFound> {
    return this.database.inScope(caller.scopes, async (tx) => {
      const row = await readCase(tx, caseId);
      if (!row) return { notFound: true };
      const rules = await this.rulebook.rulesOf(tx, row.state);
      const at = isoInstant(instantFor(row.state.at, (await readNow(tx)).at));
      const command = byPerson(rules.definition, row.state, seal(unsealed).command, caller, at);
      const decision = isRefusal(command) ? command : decide(rules, row.state, command);
      return isRefusal(decision) ? decision : { events: decision.events, after: evolveAll(rules.definition, row.state, decision.events) };
    });
  }

  /** What the case's workflow has to do. A case that is not there is not open. */
  async agenda(caseId: string): Promise<Agenda> {
    return this.database.inScope(everywhere, async (tx) => (await this.look(tx, caseId))?.agenda ?? { open: false, seq: 0 });
  }

  /** What is handed over in a transfer, in the order the checkpoint re-hashes it. Undefined once it is no longer under way. */
  async manifestInTransfer(caseId: string, transferSeq: number): Promise<ManifestEntry[] | undefined> {
    return this.database.inScope(everywhere, async (tx) => {
      const transfer = (await readCase(tx, caseId))?.state.transfer;
      return transfer?.seq === transferSeq ? transfer.manifest.documents : undefined;
    });
  }

  /**
   * Records what is due, clears the request it has served, and says what is left to do. `seen` is the highest seq the workflow
   * knows; `workflowTime` its own time in real epoch milliseconds, which counts only where time is skipped.
   */
  async attend(caseId: string, seen: number, workflowTime?: number): Promise<Agenda> {
    const raised = await this.database.inScope(everywhere, async (tx) => {
      const [row] = await tx.query<{ version: string }[]>(`select version from agenda where kind = 'case' and id = $1`, [caseId]);
      return row?.version;
    });
    for (let ticks = 0; ticks < mostTicks; ticks++) {
      const looked = await this.database.inScope(everywhere, (tx) => this.look(tx, caseId));
      if (!looked) break;
      const { agenda, now, offset, behindSeq } = looked;
      if (agenda.seq < seen && behindSeq !== seen) {
        await this.applySystem(caseId, `behind/${seen}`, { type: 'mark-behind', seen, actor: { system: 'transfer' } });
        continue;
      }
      const skipped = this.terms.timeSkipping && workflowTime !== undefined && workflowTime > now ? workflowTime : undefined;
      if (!agenda.alarm || agenda.alarm.at > (skipped ?? now)) break;
      const at = skipped === undefined ? undefined : isoInstant(skipped + offset);
      const ticked = await this.applySystem(caseId, agenda.alarm.key, { type: 'tick', actor: { system: 'clock' } }, at);
      if (!('applied' in ticked) || ticked.applied.seq === agenda.seq) break;
    }
    if (raised !== undefined) await this.served(caseId, raised);
    const left = await this.database.inScope(everywhere, (tx) => this.look(tx, caseId));
    if (left?.isStale) await this.recount(caseId);
    return left?.agenda ?? { open: false, seq: 0 };
  }

  /** The case arrives at its next desk, or stays because documents were damaged. Acts only on the transfer it names; of any other it tells the outcome. */
  async completeTransfer(caseId: string, transferSeq: number, outcome: Sealed): Promise<{ outcome: TransferOutcome; now: Agenda }> {
    const state = await this.database.inScope(everywhere, async (tx) => (await readCase(tx, caseId))?.state);
    if (state?.transfer?.seq === transferSeq && !('gone' in outcome)) {
      await this.applySystem(caseId, `transfer/${transferSeq}/${'intact' in outcome ? 'intact' : 'damaged'}`, {
        type: 'complete-transfer',
        transfer: transferSeq,
        outcome,
        actor: { system: 'transfer' },
      });
    }
    return this.database.inScope(everywhere, async (tx) => {
      const looked = await this.look(tx, caseId);
      const became = await transferOutcome(tx, caseId, transferSeq);
      if (!looked || !became) throw new Error(`${caseId} never had a transfer ${transferSeq}.`);
      return { outcome: became.outcome, now: looked.agenda };
    });
  }

  /** What became of a transfer; undefined if the case never had it. */
  async transferOutcome(caseId: string, transferSeq: number): Promise<{ outcome: TransferOutcome; bytes: number } | undefined> {
    return this.database.inScope(everywhere, (tx) => transferOutcome(tx, caseId, transferSeq));
  }

  /** Clears the request to the workflow up to `version`; one that was raised since stays. */
  private async served(caseId: string, version: string): Promise<void> {
    await this.database.inScope(everywhere, (tx) =>
      tx.query(`delete from agenda where kind = 'case' and id = $1 and version <= $2`, [caseId, version]),
    );
  }

  /** After a transfer's own answer has come back: nothing has to be poked for it any more. */
  async settled(caseId: string, seq: number): Promise<void> {
    await this.database.inScope(everywhere, (tx) => tx.query(`delete from agenda where kind = 'case' and id = $1 and seq <= $2`, [caseId, seq]));
  }

  private async look(
    tx: EntityManager,
    caseId: string,
  ): Promise<{ agenda: Agenda; now: number; offset: number; behindSeq: number | null; isStale: boolean } | undefined> {
    const [row] = await tx.query<(CaseRow & { behindSeq: number | null; shown: Date | null })[]>(
      'select state, head_hash as "headHash", behind_seq as "behindSeq", next_alarm_at as shown from regulation_case where case_id = $1',
      [caseId],
    );
    if (!row) return undefined;
    const { at, offset } = await readNow(tx);
    const agenda = agendaOf(await this.rulebook.rulesOf(tx, row.state), row.state, offset);
    return { agenda, now: at - offset, offset, behindSeq: row.behindSeq, isStale: agenda.alarm?.at !== (row.shown === null ? undefined : row.shown.getTime() - offset) };
  }

  private rulesOf(tx: EntityManager, state: CaseState, calendarVersion = state.calendarVersion): Promise<Rules> {
    return this.rulebook.rules(tx, { hash: state.process.hash, calendarVersion, region: state.region });
  }

  private async take(caseId: string, scopes: readonly string[], act: Act, unlimited = false): Promise<ApplyResult> {
    return (await this.queue.run(caseId, () => this.database.inScope(scopes, (tx) => this.takeIn(tx, caseId, act)), unlimited)) ?? busy;
  }

  private async takeIn(tx: EntityManager, caseId: string, act: Act): Promise<ApplyResult> {
    const row = await lockCase(tx, caseId);
    if (!row) return { notFound: true };
    const { state } = row;
    const stands = await standing(tx, subjectScope(state.region), act.person, act.key ?? '');
    if (act.key !== undefined && stands.known) return this.repeated(tx, row, act, stands.known);

    const at = instantOf(state, stands, act.at, this.terms.timeSkipping);
    const { rulesBefore, rules, changed, dated } = await this.broughtUpToDate(tx, state, stands.newest, at);
    const asksCohort = nearGate(rules.definition, state.stage) || act.restsOnCohort?.(rules.definition);
    const cohort = asksCohort ? await shareCohort(tx, state) : undefined;
    const command = act.command(dated, rules, at, cohort);
    if (isRefusal(command)) return command;
    const decision = decide(rules, dated, command);
    if (isRefusal(decision)) return decision;
    const events = [...changed, ...decision.events];
    const applied = await this.write(tx, { rulesBefore, rules, position: { caseId, ...row }, events, command, act, at });
    if (changed.length > 0) await countedAnew(tx, { version: rules.calendar.version, caseId, region: state.region });
    const record = applied.transfer ? undefined : await act.show?.(tx);
    return { applied: { ...applied, ...(record && { record }) } };
  }

  /**
   * Nothing is judged on days that a newer calendar has moved: whatever is asked of a case, a version that moves a day of it is
   * recorded first, in the same transaction. Where no day moves, the case simply goes on under the newer one.
   */
  private async broughtUpToDate(tx: EntityManager, state: CaseState, newest: number, at: string): Promise<UpToDate> {
    const own = await this.rulesOf(tx, state);
    if (newest <= state.calendarVersion) return { rulesBefore: own, rules: own, changed: [], dated: state };
    const rules = await this.rulesOf(tx, state, newest);
    const decrees = await this.rulebook.decreesBetween(tx, state.calendarVersion, newest, state.region);
    const decision = decide(rules, state, { type: 'change-calendar', version: newest, decrees, actor: { system: 'calendar' }, at });
    const changed = isRefusal(decision) ? [] : decision.events;
    return { rulesBefore: changed.length > 0 ? own : rules, rules, changed, dated: evolveAll(rules.definition, state, changed) };
  }

  /** Another calendar can move a reminder that lies after a due day and not the day itself: the alarm is a projection, and is projected anew. */
  async recount(caseId: string): Promise<void> {
    await this.database.inScope(everywhere, async (tx) => {
      const row = await lockCase(tx, caseId);
      const alarm = row && (await this.alarmOf(tx, caseId));
      if (!row || !alarm || alarm.shown === alarm.due) return;
      await tx.query('update regulation_case set next_alarm_at = $2 where case_id = $1', [caseId, alarm.due]);
      if (alarm.due !== null && (alarm.shown === null || alarm.due < alarm.shown)) await askWorkflow(tx, row.state);
    });
  }

  private async alarmOf(tx: EntityManager, caseId: string): Promise<{ shown: string | null; due: string | null } | undefined> {
    const [row] = await tx.query<{ state: CaseState; shown: Date | null }[]>('select state, next_alarm_at as shown from regulation_case where case_id = $1', [caseId]);
    return row && { shown: row.shown?.toISOString() ?? null, due: nextAlarm(await this.rulebook.rulesOf(tx, row.state), row.state)?.at ?? null };
  }

  private async repeated(tx: EntityManager, { state }: CaseRow, act: Act, known: KnownCommand): Promise<ApplyResult> {
    if (known.bodyHash !== act.bodyHash) return { keyReused: true };
    const became = known.transferSeq === null ? undefined : await transferOutcome(tx, state.id, known.transferSeq);
    return {
      applied: { caseId: state.id, seq: known.seq, state, repeated: true, ...(became && { transfer: { seq: known.transferSeq!, ...became } }) },
    };
  }

  private async write(tx: EntityManager, { rulesBefore, rules, position, events, command, act, at }: Writing): Promise<Applied> {
    const { caseId, state: before } = position;
    const entries = chainEvents(rules.definition, position, events, at);
    const state = entries.at(-1)?.after ?? before!;
    const started = entries.find(({ event }) => event.type === 'transfer-started');
    const columns: CommandColumns | undefined =
      act.key === undefined
        ? undefined
        : {
            person: act.person,
            key: act.key,
            bodyHash: act.bodyHash,
            type: act.type,
            seq: state.seq,
            transferSeq: started?.event.seq ?? null,
            at,
          };
    if (entries.length > 0) {
      await writeCase(tx, {
        state,
        entries,
        projection: project(rulesBefore, rules, before, entries, command, await this.staysEnded(tx, rules, entries)),
        ...(columns && { command: columns }),
        texts: textColumns(act.texts, state, command),
        day: dayIn(rules.zone, at),
        roles: roleLabels(rules.definition),
        subjectFacts: subjectFacts(rules, state),
      });
    } else if (columns) {
      await writeCommand(tx, caseId, state.region, columns);
    }
    return {
      caseId,
      seq: state.seq,
      state,
      repeated: false,
      ...(started &&
        state.transfer && { transfer: { seq: state.transfer.seq, bytes: bytesOf(state.transfer.manifest.documents), outcome: 'carrying' as const } }),
    };
  }

  /** Counted by the version the record pins the case to, so that the fold of the record counts the same days for ever. */
  private async staysEnded(tx: EntityManager, rules: Rules, entries: readonly Entry[]): Promise<Stay[]> {
    const stays: Stay[] = [];
    for (const { event, before, after } of entries) {
      const pinned = after.calendarVersion === rules.calendar.version ? rules : await this.rulesOf(tx, after);
      const stay = stayEnded(pinned, before, event, after);
      if (stay) stays.push(stay);
    }
    return stays;
  }

  private async fileIn(tx: EntityManager, caller: Caller, key: string, input: Filing, base: string): Promise<FileResult> {
    const [process] = await tx.query<{ hash: string; id: string }[]>(
      // Numbered before the calendar is read: a roll-out waits for every transaction that may have read the one before.
      'select id, hash, pg_current_xact_id() from process_definition where id = $1 order by version desc limit 1',
      [input.process],
    );
    if (!process) return { refused: 'unknown-process', details: [input.process] };
    const [region] = await tx.query<unknown[]>(`select 1 from region where code = $1 and length(code) = 4`, [input.regionCode]);
    if (!region) return { refused: 'unknown-region', details: [input.regionCode] };
    const [calendar] = await tx.query<{ version: number | null }[]>('select max(version) as version from working_calendar');
    if (calendar?.version == null) return { refused: 'no-calendar', details: [] };

    const stands = await standing(tx, subjectScope(input.regionCode), caller.person, key);
    const bodyHash = sha256(canonicalJson({ command: 'file-case', input }));
    if (stands.known) return this.filedBefore(tx, stands.known, bodyHash);
    const rules = await this.rulebook.rules(tx, { hash: process.hash, calendarVersion: calendar.version, region: input.regionCode });
    const at = isoInstant(stands.real + stands.offset);
    const earlier = await tx.query<{ caseId: string; status: string }[]>(
      'select case_id as "caseId", status from regulation_case where process_id = $1 and region = $2 and programme_year = $3',
      [process.id, input.regionCode, input.programmeYear],
    );
    const open = earlier.find(({ status }) => status === 'open');
    const id = earlier.length === 0 ? base : `${base}.${earlier.length + 1}`;

    const commands = caller.offices.map((actor): FileCase => ({
      type: 'file-case',
      actor,
      at,
      id,
      region: input.regionCode,
      title: input.title,
      programmeYear: input.programmeYear,
      planYears: input.planYears,
      calendarVersion: calendar.version!,
      processHash: process.hash,
    }));
    const decisions = commands.map((command) => ({ command, decision: decideFiling(rules, command) }));
    const taken = decisions.find(({ decision }) => !isRefusal(decision)) ?? decisions[0];
    if (!taken) return { refused: 'no-office', details: [] };
    if (isRefusal(taken.decision)) return taken.decision;
    if (open) return { refused: 'case-open-already', details: [open.caseId] };
    const act = { person: caller.person, key, bodyHash, type: 'file-case', texts: [] };
    return {
      applied: await this.write(tx, {
        rulesBefore: rules,
        rules,
        position: { caseId: id },
        events: taken.decision.events,
        command: taken.command,
        act,
        at,
      }),
    };
  }

  private async filedBefore(tx: EntityManager, known: KnownCommand, bodyHash: string): Promise<{ applied: Applied } | KeyReused> {
    const row = known.bodyHash === bodyHash ? await readCase(tx, known.subjectId) : undefined;
    return row ? { applied: { caseId: known.subjectId, seq: known.seq, state: row.state, repeated: true } } : { keyReused: true };
  }
}

interface UpToDate {
  rulesBefore: Rules;
  rules: Rules;
  /** The change of the calendar, where it moves the case. */
  changed: readonly CaseEvent[];
  /** The case after it. */
  dated: CaseState;
}

interface Writing {
  rulesBefore: Rules;
  rules: Rules;
  position: Position;
  events: readonly CaseEvent[];
  command: CaseCommand | FileCase;
  act: Pick<Act, 'person' | 'key' | 'bodyHash' | 'type' | 'texts'>;
  at: string;
}

const bytesOf = (documents: readonly ManifestEntry[]): number => documents.reduce((sum, { size }) => sum + size, 0);

function byPerson(
  definition: Rules['definition'],
  state: CaseState,
  command: PersonCommand,
  caller: Caller,
  at: string,
  { expectedSeq, cohort }: { expectedSeq?: number | undefined; cohort?: SharedCohort | undefined } = {},
): CaseCommand | Refusal {
  const actor = officeFor(definition, state, command, caller.offices);
  if (isRefusal(actor)) return actor;
  return {
    ...command,
    actor,
    at,
    ...(command.type === 'take-transition' && cohort?.includesReadiness && { includesReadiness: true }),
    ...(command.type === 'amend-claims' && cohort?.relied && { released: true }),
    ...(expectedSeq !== undefined && { expectedSeq }),
    ...(caller.signInAge !== undefined && { signInAge: caller.signInAge }),
  } as CaseCommand;
}

function instantOf(state: CaseState, { real, offset }: Standing, asked: string | undefined, mayLead = false): string {
  const now = real + offset;
  return isoInstant(instantFor(state.at, asked === undefined ? now : mayLead ? msOf(asked) : Math.min(msOf(asked), now)));
}

function agendaOf(rules: Rules, state: CaseState, offset: number): Agenda {
  const alarm = nextAlarm(rules, state);
  return {
    open: state.status === 'open',
    seq: state.seq,
    ...(alarm && { alarm: { key: alarm.key, at: msOf(alarm.at) - offset } }),
    ...(state.transfer && { transfer: { seq: state.transfer.seq, bytes: bytesOf(state.transfer.manifest.documents) } }),
    summary: summaryOf(rules, state),
  };
}

function summaryOf({ definition, regionName }: Rules, state: CaseState): string {
  const stage = definition.stages[state.stage];
  if (!stage) return `${regionName}: ${definition.outcomes[state.stage]?.label.en ?? state.stage}`;
  const due = state.clocks
    .filter(({ status }) => status === 'running')
    .map(({ dueOn }) => dueOn)
    .sort()[0];
  return `${regionName}: ${stage.label.en} (${stage.phase})${due ? `, due ${shortDate(due, 'en')}` : ''}`;
}

const outcomes: Record<string, TransferOutcome> = { 'case-moved': 'moved', 'transfer-failed': 'damaged', 'transfer-cancelled': 'cancelled' };

/** Read from the record: the event that ended the transfer, else it is under way. */
async function transferOutcome(tx: EntityManager, caseId: string, seq: number): Promise<{ outcome: TransferOutcome; bytes: number } | undefined> {
  const rows = await tx.query<{ type: string; documents: ManifestEntry[] | null }[]>(
    `select type, body #> '{transfer,manifest,documents}' as documents from case_event
      where case_id = $1 and seq >= $2 and ((seq = $2 and type = 'transfer-started') or (type = any($3) and body ->> 'transfer' = $2::int::text)) order by seq`,
    [caseId, seq, Object.keys(outcomes)],
  );
  const [started, ended] = rows;
  if (started?.type !== 'transfer-started') return undefined;
  return { outcome: ended ? outcomes[ended.type]! : 'carrying', bytes: bytesOf(started.documents ?? []) };
}
