import { type Scope, seatOf } from './actor';
import type { Rules } from './rules';
import type { CaseState } from './state';
import type { CaseMatter } from './task-matter';
import { tasksOf } from './tasks';

/** An office on whose desk the case lies. */
export interface Desk {
  role: string;
  scope: Scope;
  since: string;
}

/** What goes on beside the way of a case holds nothing up. */
const holdsUp: Record<CaseMatter, boolean> = { desk: true, damage: true, condition: false, hold: false, correction: false, recheck: false, reopening: false };

/** The offices whose next act moves the case, the first of them first; where none has a task (the gate), the owners of the stage. */
export function deskOf(rules: Rules, state: CaseState): Desk[] {
  if (state.status !== 'open') return [];
  const stage = rules.definition.stages[state.stage];
  const isBlocked = stage?.blockedBy !== undefined && state.flags.includes(stage.blockedBy);
  const tasks = tasksOf(rules, state).filter(({ key, matter }) => holdsUp[matter] && (key === 'relist') === isBlocked);
  const seats = tasks.length > 0 ? tasks : (stage?.owner ?? []).map((role) => ({ role, scope: seatOf(rules.definition.roles[role]?.level ?? 'any', state.region), since: state.enteredAt }));
  return [...new Map(seats.map(({ role, scope, since }) => [`${role}@${scope}`, { role, scope, since }])).values()];
}
