import { covers, personsOf } from '../actor';
import type { CaseCommand } from '../command';
import { conditionReviewers } from '../offices';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState, Clock } from '../state';
import { noteRefusal, today } from './inputs';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The owner reports that a condition of the endorsement is met. */
export function reportCondition(_rules: Rules, state: CaseState, command: Of<'report-condition'>): Decision {
  const { actor, n, note } = command;
  const condition = state.conditions.find((one) => one.n === n);
  if (!condition) return refuse('unknown-condition', [n]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  if (actor.role !== condition.owner) return refuse('not-your-role', [condition.owner]);
  if (condition.status !== 'open' && condition.status !== 'refused') return refuse('condition-not-open', [n]);
  return noteRefusal(note) ?? { events: [{ type: 'condition-reported', actor, body: { n, ...(note && { note }) } }] };
}

/** The ministry accepts the report, which stops the condition's clock, or refuses it, which leaves it running. */
export function reviewCondition(rules: Rules, state: CaseState, command: Of<'review-condition'>): Decision {
  const { actor, n, accepted, note } = command;
  const condition = state.conditions.find((one) => one.n === n);
  if (!condition) return refuse('unknown-condition', [n]);
  if (!conditionReviewers.includes(actor.role)) return refuse('not-your-role', conditionReviewers);
  if (condition.status !== 'reported') return refuse('condition-not-reported', [n]);
  if (personsOf(actor).some((person) => condition.reportedBy?.includes(person))) return refuse('four-eyes', ['reported']);
  const clock = state.clocks.find(({ key, status }) => key === `${rules.definition.conditionClock}#${n}` && status === 'running');
  const clocks: Clock[] = accepted && clock ? [{ ...clock, status: 'met', metOn: today(rules, command.at) }] : [];
  return noteRefusal(note) ?? { events: [{ type: 'condition-reviewed', actor, body: { n, accepted, ...(note && { note }), clocks } }] };
}
