import { type Scope, seatOf } from './actor';
import { ownersOf } from './clocks';
import { type Transition, isCompletion, rolesOf, transitionsAt } from './definition';
import { correctionName, correctors } from './decide/facts';
import { guardRefusal, isUnanimous } from './decide/guards';
import { conditionReviewers, drafters } from './offices';
import type { Rules } from './rules';
import { recheckersOf } from './stale-checks';
import type { CaseState } from './state';
import type { CaseMatter } from './task-matter';
import type { Text } from './text';
import type { CivilDate } from './time';

/** Work that waits for the holders of a role; its id is `<caseId>/<key>`. A task is never stored by hand: it follows from the state. */
export interface Task {
  key: string;
  matter: CaseMatter;
  role: string;
  scope: Scope;
  stage: string;
  verb: Text;
  /** The transition it asks for, where it is one. */
  transition?: string;
  dueOn?: CivilDate;
  since: string;
  claimedBy?: string;
  /** The engine brings the case to the next desk; nothing is asked of anybody. */
  carried?: true;
}

const words = {
  carried: { id: 'Sedang diantar ke meja berikutnya', en: 'Being carried to the next desk' },
  replace: { id: 'Ganti dokumen yang rusak', en: 'Replace the damaged document' },
  condition: { id: 'Laporkan pemenuhan syarat', en: 'Report on the condition' },
  review: { id: 'Periksa laporan syarat', en: 'Review the report on the condition' },
  hold: { id: 'Putuskan usulan jeda atau perpanjangan', en: 'Decide on the proposed hold or extension' },
  correct: (label: Text): Text => ({ id: `Sahkan pembetulan sebagai orang kedua: ${label.id}`, en: `Confirm the correction as the second person: ${label.en}` }),
  recheck: (label: Text): Text => ({ id: `Periksa ulang: ${label.id}`, en: `Check again: ${label.en}` }),
  reopen: (label: Text): Text => ({ id: `Putuskan pembukaan kembali: ${label.id}`, en: `Decide on reopening: ${label.en}` }),
  vote: { id: 'Beri pendapat', en: 'Give an opinion' },
  confirm: (label: Text): Text => ({ id: `Sahkan sebagai pihak kedua: ${label.id}`, en: `Confirm as the second party: ${label.en}` }),
};

/** Tasks of all roles, in a fixed order. */
export function tasksOf(rules: Rules, state: CaseState): Task[] {
  if (state.status !== 'open') return isCompletion(rules.definition, state.status) ? conditionTasks(rules, state) : [];
  if (state.transfer) return [carriedTask(rules, state), ...conditionTasks(rules, state)];
  return [...deskTasks(rules, state), ...damageTasks(rules, state), ...holdTasks(rules, state), ...recheckTasks(rules, state), ...conditionTasks(rules, state)];
}

function task(rules: Rules, state: CaseState, key: string, role: string, rest: Pick<Task, 'matter' | 'verb'> & Partial<Task>): Task {
  const dueOn = rest.dueOn ?? dueOf(rules, state, role);
  const claimedBy = state.claims[key]?.person;
  return {
    key,
    role,
    scope: seatOf(rules.definition.roles[role]?.level ?? 'any', state.region),
    stage: state.stage,
    since: state.enteredAt,
    ...(dueOn && { dueOn }),
    ...(claimedBy && { claimedBy }),
    ...rest,
  };
}

/** The earliest due day among the running clocks a role is reminded of. */
function dueOf(rules: Rules, state: CaseState, role: string): CivilDate | undefined {
  const days = state.clocks
    .filter(({ status, rule }) => status === 'running' && rule !== rules.definition.conditionClock)
    .filter((clock) => ownersOf(rules, state, rules.definition.clocks[clock.rule]!).includes(role))
    .map(({ dueOn }) => dueOn);
  return days.sort()[0];
}

function carriedTask(rules: Rules, state: CaseState): Task {
  const { by, at } = state.transfer!;
  const { dueOn: _, ...rest } = task(rules, state, `${state.stage}.carried`, by.role, { matter: 'desk', verb: words.carried, since: at, carried: true });
  return rest;
}

function deskTasks(rules: Rules, state: CaseState): Task[] {
  const stage = rules.definition.stages[state.stage];
  if (!stage) return [];
  const transitions = transitionsAt(rules.definition, state.stage);
  const tasks: Task[] = [];
  const add = (role: string, name: string, verb: Text = transitions[name]!.label) => {
    const desk = `${state.stage}.${role}`;
    const key = tasks.some((one) => one.key === desk) ? `${state.stage}.${name}.${role}` : desk;
    tasks.push(task(rules, state, key, role, { matter: 'desk', verb, transition: name }));
  };
  const flag = rules.definition.programmeYear.flag;
  const relist = Object.entries(transitions).find(([, one]) => one.clears === flag);
  if (relist && state.flags.includes(flag)) relist[1].by.forEach((role) => tasks.push(task(rules, state, 'relist', role, { matter: 'desk', verb: relist[1].label, transition: relist[0] })));
  tasks.push(...correctionTasks(rules, state));

  for (const half of state.halves) {
    const transition = transitions[half.transition];
    if (transition) rolesOf(transition).filter((role) => role !== half.role).forEach((role) => add(role, half.transition, words.confirm(transition.label)));
  }
  const answer = Object.entries(transitions).find(([, { kind }]) => kind === 'answer');
  if (state.correction && answer) {
    answer[1].by.forEach((role) => add(role, answer[0]));
    return tasks;
  }
  for (const role of stage.owner) {
    if (tasks.some((one) => one.key === `${state.stage}.${role}`)) continue;
    const next = nextFor(rules, state, transitions, role);
    if (next) add(role, next, transitions[next]!.vote ? words.vote : undefined);
  }
  return tasks;
}

/** A correction that moves a statutory clock waits for a second person: of the same unit, or the superior. */
function correctionTasks(rules: Rules, state: CaseState): Task[] {
  return state.halves.flatMap(({ transition, facts }) => {
    const [fact] = Object.keys(facts);
    if (!fact || transition !== correctionName(fact)) return [];
    const verb = words.correct(rules.definition.facts[fact]!.label);
    return correctors(rules, state, fact).map((one) => task(rules, state, `${transition}.${one}`, one, { matter: 'correction', verb }));
  });
}

/** The transition a role's holder is asked for: the first of the stage's own that this state is ready for. */
function nextFor(rules: Rules, state: CaseState, transitions: Record<string, Transition>, role: string): string | undefined {
  const stage = rules.definition.stages[state.stage]!;
  if (stage.quorum) return voterTask(rules, state, transitions, role);
  const mine = Object.entries(stage.transitions).filter(([, one]) => rolesOf(one).includes(role) && (one.kind === 'advance' || (one.kind === 'register' && one.facts)));
  const done = state.halves.filter((half) => half.role === role).map(({ transition }) => transition);
  const ready = mine.find(([name, one]) => !done.includes(name) && !(one.guards ?? []).some((guard) => notYet.includes(guard.guard) && guardRefusal(rules, state, guard, state.at)));
  return ready?.[0];
}

/** Guards that decide which act comes next; others (a valid matrix, answered remarks) are what the act itself has to bring about. */
const notYet: readonly string[] = ['first-round', 'later-round', 'fact-known', 'fact-unknown', 'expired', 'flag'];

function voterTask(rules: Rules, state: CaseState, transitions: Record<string, Transition>, role: string): string | undefined {
  const vetoed = state.votes.some(({ vote }) => vote === 'unfavourable');
  const names = Object.entries(transitions);
  const ready = (kind: string) =>
    names.find(([, one]) => one.kind === kind && one.by.includes(role) && (one.guards ?? []).every((guard) => !guardRefusal(rules, state, guard, state.at)))?.[0];
  if (vetoed) return ready('return');
  if (!isUnanimous(rules, state) && !state.votes.some((vote) => vote.role === role)) return names.find(([, one]) => one.vote === 'favourable' && one.by.includes(role))?.[0];
  return ready('advance');
}

function damageTasks(rules: Rules, state: CaseState): Task[] {
  return (state.damaged ?? []).map((type) => {
    const role = state.documents.find((document) => document.type === type)?.role ?? drafters[0]!;
    const label = rules.definition.documents[type]!.label;
    return task(rules, state, `damaged.${type}`, role, { matter: 'damage', verb: { id: `${words.replace.id}: ${label.id}`, en: `${words.replace.en}: ${label.en}` } });
  });
}

function holdTasks(rules: Rules, state: CaseState): Task[] {
  return state.holds.flatMap((hold) => {
    const superior = rules.definition.roles[hold.by.role]?.superior;
    const runs = state.clocks.some(({ key, status }) => key === hold.clock && status === 'running');
    return hold.status === 'proposed' && runs && superior ? [task(rules, state, `hold.${hold.n}`, superior, { matter: 'hold', verb: words.hold })] : [];
  });
}

/** Nothing goes back: the office that gave a check looks again; where it does not hold any more, the coordinator decides on reopening. */
function recheckTasks(rules: Rules, state: CaseState): Task[] {
  return recheckersOf(rules, state).map(({ check, role, found, label }) => {
    const reopens = found ? Object.entries(transitionsAt(rules.definition, state.stage)).find(([, { guards }]) => guards?.some(({ guard }) => guard === 'check-stale')) : undefined;
    const verb = reopens ? words.reopen(label) : words.recheck(label);
    return task(rules, state, `recheck.${check}`, reopens?.[1].both?.[0] ?? role, { matter: reopens ? 'reopening' : 'recheck', verb, ...(reopens && { transition: reopens[0] }) });
  });
}

function conditionTasks(rules: Rules, state: CaseState): Task[] {
  return state.conditions.flatMap(({ n, status, owner, dueOn }) => {
    if (status === 'accepted') return [];
    const [role, verb] = status === 'reported' ? [conditionReviewers[0]!, words.review] : [owner, words.condition];
    return [task(rules, state, `condition.${n}`, role, { matter: 'condition', verb, dueOn })];
  });
}
