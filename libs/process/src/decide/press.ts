import { covers } from '../actor';
import type { CaseCommand } from '../command';
import { deskOf } from '../desk-of';
import { administrators, watchers } from '../offices';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState } from '../state';
import { dayOf, workingDaysBetween } from '../time';
import { noteRefusal, today } from './inputs';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

const unique = (roles: readonly string[]) => [...new Set(roles)];
const newWorkingDay = (rules: Rules, last: string, on: string) => workingDaysBetween(rules.calendar, dayOf(last), dayOf(on)) > 0;

/** Who watches the cases reminds the desk; more often than once a working day is a nuisance and no help. */
export function remindDesk(rules: Rules, state: CaseState, { actor, at, note }: Of<'remind-desk'>): Decision {
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  if (!watchers.includes(actor.role)) return refuse('not-your-role', watchers);
  const on = today(rules, at);
  const last = state.pressed?.reminded;
  if (last && !newWorkingDay(rules, last, on)) return refuse('reminded-already', [last]);
  const roles = unique(deskOf(rules, state).map(({ role }) => role));
  return noteRefusal(note) ?? { events: [{ type: 'desk-reminded', actor, body: { roles, on, ...(note && { note }) } }] };
}

/** The administrator tells the superiors of the desk. Nothing of the case is decided by it. */
export function escalate(rules: Rules, state: CaseState, { actor, at, note }: Of<'escalate'>): Decision {
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  if (!administrators.includes(actor.role)) return refuse('not-your-role', administrators);
  const on = today(rules, at);
  const last = state.pressed?.escalated;
  if (last && !newWorkingDay(rules, last, on)) return refuse('escalated-already', [last]);
  const from = unique(deskOf(rules, state).map(({ role }) => role));
  const roles = unique(from.map((role) => rules.definition.roles[role]?.superior ?? 'administrator'));
  return noteRefusal(note) ?? { events: [{ type: 'desk-escalated', actor, body: { from, roles, on, ...(note && { note }) } }] };
}
