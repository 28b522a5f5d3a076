import { type Actor, covers } from './actor';
import { uploaders, standing } from './decide';
import type { PersonCommand } from './command';
import { type Definition, rolesOf, transitionsAt, type TransitionKind } from './definition';
import { administrators, conditionReviewers, drafters, watchers } from './offices';
import { readsOf, type TextToRead } from './reads';
import type { Refusal, RefusalCode } from './refusal';
import { refuse } from './refusal';
import type { Rules } from './rules';
import type { CaseState } from './state';
import { tasksOf } from './tasks';
import type { Text } from './text';

/**
 * How an act stands to the way of the case: the one step that leads on, what may be done besides, the ways out of the process, or
 * an act that nobody has asked for, of another round or without a request: no step of anybody now, and who has to act is told instead.
 */
export const actionStandings = ['next', 'other', 'exit', 'not-asked'] as const;
export type ActionStanding = (typeof actionStandings)[number];

/** What the caller may do now, or why not. The judgement is the one the POST meets. */
export interface Action {
  transition: string;
  label: Text;
  kind: TransitionKind | 'recall';
  stands: ActionStanding;
  allowed: boolean;
  /** Texts that are read first; the act says of each that it was opened, or why not. */
  reads: TextToRead[];
  reasons: { code: RefusalCode; details: string[] }[];
}

const officesAt = (state: CaseState, offices: readonly Actor[]) => offices.filter(({ scope }) => covers(scope, state.region));

/** Every transition of the stage that belongs to an office of the caller. */
export function actionsFor(rules: Rules, state: CaseState, offices: readonly Actor[], at: string): Action[] {
  return state.status === 'open' ? withNext(unranked(rules, state, offices, at), askedOf(rules, state, offices)) : [];
}

/** The acts that the tasks of these offices ask for. */
const askedOf = (rules: Rules, state: CaseState, offices: readonly Actor[]): string[] =>
  tasksOf(rules, state).flatMap(({ transition, role }) => (transition !== undefined && officesAt(state, offices).some((office) => office.role === role) ? [transition] : []));

/** What one's task asks for leads on even while it is still shut, for then one learns what it lacks. A way back is never what one is led to. */
function withNext(actions: Omit<Action, 'stands'>[], asked: readonly string[]): Action[] {
  const ranked = actions.map((action): Action => ({ ...action, stands: standsApart(action) ?? 'other' }));
  const steps = ranked.filter(({ stands }) => stands === 'other');
  const ways = steps.filter(({ kind }) => kind !== 'return');
  const next = ways.find(({ transition }) => asked.includes(transition)) ?? ways.find(({ allowed }) => allowed) ?? steps[0];
  return ranked.map((action) => (action === next ? { ...action, stands: 'next' } : action));
}

function standsApart({ kind, reasons }: Omit<Action, 'stands'>): ActionStanding | undefined {
  if (kind === 'exit') return 'exit';
  return reasons.some(({ code }) => code === 'round-required' || code === 'correction-not-asked') ? 'not-asked' : undefined;
}

function unranked(rules: Rules, state: CaseState, offices: readonly Actor[], at: string): Omit<Action, 'stands'>[] {
  const mine = officesAt(state, offices);
  const actions = Object.entries(transitionsAt(rules.definition, state.stage)).flatMap(([name, transition]): Omit<Action, 'stands'>[] => {
    const fitting = mine.filter(({ role }) => rolesOf(transition).includes(role));
    if (fitting.length === 0) return [];
    const tries = fitting.map((actor) => (state.transfer ? [refuse('in-transfer', [state.transfer.seq])] : standing(rules, state, name, transition, actor, at)));
    const best = tries.reduce((one, other) => (other.length < one.length ? other : one));
    return [{ transition: name, label: transition.label, kind: transition.kind, allowed: best.length === 0, reads: readsOf(rules, state, transition), reasons: best.map(reasonOf) }];
  });
  const { recallable } = state;
  if (!recallable || state.transfer || !mine.some(({ person }) => recallable.by.includes(person))) return actions;
  const reasons = state.deskOpened ? [reasonOf(refuse('desk-has-opened'))] : [];
  return [...actions, { transition: 'recall', label: { id: 'Tarik kembali pengajuan', en: 'Recall the submission' }, kind: 'recall', allowed: reasons.length === 0, reads: [], reasons }];
}

const reasonOf = ({ refused, details }: Refusal) => ({ code: refused, details });

/**
 * The office in which a person of several acts: one that holds the role the command needs, for this region. A person without
 * any office here gets the refusal at once.
 */
export function officeFor(definition: Definition, state: CaseState, command: PersonCommand, offices: readonly Actor[]): Actor | Refusal {
  const mine = officesAt(state, offices);
  if (mine.length === 0) return offices.length === 0 ? refuse('no-office') : refuse('not-your-region');
  const wanted = rolesFor(definition, state, command);
  return mine.find(({ role }) => wanted.includes(role)) ?? mine[0]!;
}

function rolesFor(definition: Definition, state: CaseState, command: PersonCommand): readonly string[] {
  switch (command.type) {
    case 'take-transition':
    case 'dispute': {
      const transition = transitionsAt(definition, state.stage)[command.transition];
      const taken = state.halves.find(({ transition: name }) => name === command.transition)?.role;
      const voted = transition?.kind === 'vote' ? state.votes.map(({ role }) => role) : [];
      const roles = transition ? rolesOf(transition) : [];
      // Of several offices the one that has not acted yet comes first.
      return [...roles.filter((role) => role !== taken && !voted.includes(role)), ...roles];
    }
    case 'attach-document':
    case 'withdraw-document':
      return uploaders(definition, state, command.documentType);
    case 'claim-task':
    case 'release-task':
      return Object.keys(definition.roles).filter((role) => command.task.endsWith(`.${role}`));
    case 'assign-task':
      return [...administrators, ...Object.keys(definition.roles).filter((role) => command.task.endsWith(`.${role}`))];
    case 'save-matrix':
    case 'amend-claims':
    case 'answer-remark':
      return drafters;
    case 'correct-fact':
      return [state.factBy[command.fact] ?? ''];
    case 'report-condition':
      return state.conditions.filter(({ n }) => n === command.n).map(({ owner }) => owner);
    case 'review-condition':
      return conditionReviewers;
    case 'recheck':
      return state.votes.filter(({ checks }) => command.check in checks).map(({ role }) => role);
    case 'confirm-hold':
      return state.holds.filter(({ n }) => n === command.n).map(({ by }) => definition.roles[by.role]?.superior ?? '');
    case 'recall':
      return state.recallable ? [state.recallable.role] : [];
    case 'cancel-transfer':
      return [state.transfer?.by.role ?? '', ...administrators];
    case 'remind-desk':
      return watchers;
    case 'escalate':
      return administrators;
    case 'open-desk':
    case 'propose-hold':
    case 'extend-clock':
    case 'lift-hold':
    case 'register-external-event':
    case 'add-remark':
      return definition.stages[state.stage]?.owner ?? [];
  }
}
