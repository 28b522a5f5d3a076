import {
  type CaseCommand,
  type CaseState,
  cohortTask,
  type Definition,
  type FileCase,
  isMandatory,
  isWatched,
  kindOf,
  nextAlarm,
  type NoticeKind,
  noticesOf,
  type Rules,
  stageOf,
  type Stay,
  type Task,
  tasksOf,
  withoutSubstance,
} from '#process';
import { cohortIdOf } from './cohort-id';
import type { Entry } from './record';

/** Everything beside the chain that follows from a command. Pure: the statement that writes it decides nothing. */
export interface Projection {
  row: CaseColumns;
  tasks: TaskColumns[];
  gone: string[];
  notices: NoticeColumns[];
  documents: DocumentColumns[];
  /** Stays at a desk that the command has completed. */
  stays: Stay[];
  arrival?: { seq: number; programmeYear: number; manifestHash: string };
  left?: { arrivalSeq: number; seq: number };
  /** The coordinator's, should there be no cohort for the gate the case has come to. */
  cohortTask?: { taskId: string; subjectId: string; key: string; role: string; scope: string; verb: object };
  /** The case's workflow has something to do that it does not know of. */
  agenda: boolean;
}

export interface CaseColumns {
  processId: string;
  processVersion: number;
  processHash: string;
  calendarVersion: number;
  programmeYear: number;
  title: string;
  phase: string | null;
  stage: string;
  status: string;
  round: number;
  seq: number;
  substantiveSeq: number;
  substantiveAt: string | null;
  enteredAt: string;
  at: string;
  dueOn: string | null;
  nextAlarmAt: string | null;
  transferSeq: number | null;
  transferAt: string | null;
  behindSeq: number | null;
}

export interface TaskColumns {
  taskId: string;
  key: string;
  role: string;
  scope: string;
  stage: string;
  verb: object;
  transition: string | null;
  dueOn: string | null;
  since: string;
  claimedBy: string | null;
  carried: boolean;
}

export interface NoticeColumns {
  seq: number;
  at: string;
  template: string;
  kind: NoticeKind;
  /** Sent whatever its reader has switched off. */
  mandatory: boolean;
  role: string;
  scope: string;
  /** Whose own act it was. */
  except: string[];
  facts: object;
}

export interface DocumentColumns {
  sha256: string;
  type: string;
  version: number;
  size: number;
  media: string;
  seq: number;
}

export const taskId = (subjectId: string, key: string): string => `${subjectId}/${key}`;

export function taskColumns(caseId: string, task: Task): TaskColumns {
  return {
    taskId: taskId(caseId, task.key),
    key: task.key,
    role: task.role,
    scope: task.scope,
    stage: task.stage,
    verb: task.verb,
    transition: task.transition ?? null,
    dueOn: task.dueOn ?? null,
    since: task.since,
    claimedBy: task.claimedBy ?? null,
    carried: task.carried ?? false,
  };
}

export function caseColumns(rules: Rules, state: CaseState): Omit<CaseColumns, 'substantiveAt' | 'behindSeq'> {
  const due = state.clocks.filter(({ status }) => status === 'running').map(({ dueOn }) => dueOn);
  return {
    processId: state.process.id,
    processVersion: state.process.version,
    processHash: state.process.hash,
    calendarVersion: state.calendarVersion,
    programmeYear: state.programmeYear,
    title: state.title,
    phase: state.stage in rules.definition.stages ? stageOf(rules.definition, state.stage).phase : null,
    stage: state.stage,
    status: state.status,
    round: state.round,
    seq: state.seq,
    substantiveSeq: state.substantiveSeq,
    enteredAt: state.enteredAt,
    at: state.at,
    dueOn: due.sort()[0] ?? null,
    nextAlarmAt: nextAlarm(rules, state)?.at ?? null,
    transferSeq: state.transfer?.seq ?? null,
    transferAt: state.transfer?.at ?? null,
  };
}

/** `rulesBefore` differ from `rules` only when the command changes the calendar. */
export function project(
  rulesBefore: Rules,
  rules: Rules,
  before: CaseState | undefined,
  entries: readonly Entry[],
  command: CaseCommand | FileCase,
  stays: Stay[],
): Projection {
  const after = entries.at(-1)!.after;
  const behind = entries.flatMap(({ event }) => (event.type === 'seq-behind' ? [event.body.seen] : [])).at(-1);
  const substantive = entries.filter(({ event }) => !withoutSubstance.includes(event.type)).at(-1);
  const row: CaseColumns = { ...caseColumns(rules, after), substantiveAt: substantive?.event.at ?? null, behindSeq: behind ?? null };
  return {
    row,
    ...taskChanges(rulesBefore, rules, before, after),
    notices: entries.flatMap(({ event, before: earlier, after: later }) =>
      noticesOf(rules, earlier, event, later).map(({ template, to, except, data }) => ({
        seq: event.seq,
        at: event.at,
        template,
        kind: kindOf(template),
        mandatory: isMandatory(template, data),
        ...to,
        except,
        facts: data,
      })),
    ),
    documents: entries.flatMap(({ event }) => {
      if (event.type !== 'document-attached') return [];
      const { sha256, type, version, size, media } = event.body.document;
      return [{ sha256, type, version, size, media, seq: event.seq }];
    }),
    stays,
    ...gateChanges(rules, before, after),
    agenda: concernsWorkflow(rulesBefore, before, row, after, command),
  };
}

function taskChanges(rulesBefore: Rules, rules: Rules, before: CaseState | undefined, after: CaseState): { tasks: TaskColumns[]; gone: string[] } {
  const earlier = new Map(
    (before ? tasksOf(rulesBefore, before) : []).map((task) => [taskId(after.id, task.key), JSON.stringify(taskColumns(after.id, task))]),
  );
  const now = tasksOf(rules, after).map((task) => taskColumns(after.id, task));
  const kept = new Set(now.map((task) => task.taskId));
  return { tasks: now.filter((task) => earlier.get(task.taskId) !== JSON.stringify(task)), gone: [...earlier.keys()].filter((id) => !kept.has(id)) };
}

/** Coming to the gate, or standing there with other claims, is an arrival; the one before it is over. */
function gateChanges(rules: Rules, before: CaseState | undefined, after: CaseState): Pick<Projection, 'arrival' | 'left' | 'cohortTask'> {
  const [was, is] = [before?.gate, after.gate];
  if (was?.arrivedSeq === is?.arrivedSeq) return {};
  return {
    ...(was && { left: { arrivalSeq: was.arrivedSeq, seq: after.seq } }),
    ...(is && {
      arrival: { seq: is.arrivedSeq, programmeYear: after.programmeYear, manifestHash: is.manifestHash },
      cohortTask: cohortTaskColumns(rules, after),
    }),
  };
}

function cohortTaskColumns(rules: Rules, state: CaseState): NonNullable<Projection['cohortTask']> {
  const task = cohortTask(rules, state);
  const subjectId = cohortIdOf(task.scope, state.programmeYear);
  return { ...task, subjectId, taskId: taskId(subjectId, task.key) };
}

/** A workflow is told of a case filed or over, of a transfer begun or ended without it, and of an alarm that moves to an earlier time. */
function concernsWorkflow(
  rulesBefore: Rules,
  before: CaseState | undefined,
  row: CaseColumns,
  after: CaseState,
  command: CaseCommand | FileCase,
): boolean {
  if (command.type === 'complete-transfer' || command.type === 'tick') return false; // The workflow itself asked, and reads the answer.
  if (!before) return true;
  if (isWatched(rulesBefore, before) && after.status !== 'open' && row.nextAlarmAt === null) return true;
  if (before.transfer?.seq !== after.transfer?.seq) return true;
  const alarm = nextAlarm(rulesBefore, before)?.at;
  return row.nextAlarmAt !== null && (alarm === undefined || row.nextAlarmAt < alarm);
}

/** The words an office is called by, for notices of a vacancy. */
export const roleLabels = (definition: Definition): Record<string, object> =>
  Object.fromEntries(Object.entries(definition.roles).map(([role, { label }]) => [role, label]));
