import { programmeYearOf } from '../alarms';
import type { CaseCommand, PersonCommand } from '../command';
import { type Definition, type Transition, factsAsked, routesOf, stageOrder } from '../definition';
import { isProgrammeYear } from '../programme-year';
import { type Refusal, refuse } from '../refusal';
import type { Rules } from '../rules';
import type { CaseState } from '../state';
import type { SealedText } from '../text';
import { civil, dayAt, isCivilDate, msOf } from '../time';
import { latestClock } from './guards';

export type TakeTransition = Extract<CaseCommand, { type: 'take-transition' }>;

const LONGEST_NOTE = 10_000;
const LONGEST_FACT = 100;
const MOST_ITEMS = 100;

export const noteRefusal = (...texts: (SealedText | undefined)[]): Refusal | undefined =>
  texts.some((text) => text && text.length > LONGEST_NOTE) ? refuse('note-too-long', [LONGEST_NOTE]) : undefined;

/** The civil day of an instant in the case's zone. */
export const today = (rules: Rules, at: string) => civil(dayAt(msOf(at), rules.zone));

/** Whether facts may be registered: known, well-formed, not in the future, not before the step that precedes them. */
export function factsRefusal(rules: Rules, state: CaseState, facts: { [fact: string]: string }, at: string): Refusal | undefined {
  for (const [name, value] of Object.entries(facts)) {
    const fact = Object.hasOwn(rules.definition.facts, name) ? rules.definition.facts[name] : undefined;
    if (!fact) return refuse('unknown-fact', [name]);
    if (value.length > LONGEST_FACT) return refuse('fact-too-long', [name, LONGEST_FACT]);
    if (value.trim() === '') return refuse('missing-facts', [name]);
    if (fact.values && !fact.values.includes(value)) return refuse('fact-invalid', [name, ...fact.values]);
    if (fact.kind === 'year' && !(/^\d{4}$/.test(value) && isProgrammeYear(Number(value)))) return refuse('fact-invalid', [name]);
    if (fact.kind !== 'date') continue;
    if (!isCivilDate(value)) return refuse('fact-invalid', [name]);
    if (value > today(rules, at)) return refuse('date-in-future', [name, value]);
    const previous = fact.notBefore && (facts[fact.notBefore] ?? state.facts[fact.notBefore]);
    if (previous && value < previous) return refuse('date-before-previous', [name, fact.notBefore!, previous]);
    const follower = Object.entries(rules.definition.facts).find(([later, { notBefore }]) => notBefore === name && !(later in facts) && state.facts[later] !== undefined && state.facts[later] < value);
    if (follower) return refuse('date-before-previous', [follower[0], name, value]);
  }
  return undefined;
}

function transitionFactsRefusal(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition): Refusal | undefined {
  const given = command.facts ?? {};
  const asked = factsAsked(transition, state.flags);
  const allowed = [...asked, ...(transition.optionalFacts ?? [])];
  const foreign = Object.keys(given).filter((name) => !allowed.includes(name));
  if (foreign.length > 0) return refuse('unknown-fact', foreign);
  const missing = asked.filter((name) => !given[name]?.trim());
  if (missing.length > 0) return refuse('missing-facts', missing);
  const refusal = factsRefusal(rules, state, given, command.at);
  if (refusal) return refusal;
  const { flag, until } = rules.definition.programmeYear;
  if (state.flags.includes(flag) && given[until] !== undefined && given[until] > `${programmeYearOf(state)}-12-31`) return refuse('relisting-due');
  for (const guard of transition.guards ?? []) {
    if (guard.guard !== 'on-or-before-due') continue;
    const due = latestClock(state, guard.clock)?.dueOn;
    // Where the fact the effect requires came too late, time has no effect and the act stays open.
    const requires = rules.definition.clocks[guard.clock]?.effect?.requires;
    const hasEffect = !requires || (state.facts[requires] !== undefined && due !== undefined && state.facts[requires] <= due);
    if (due && hasEffect && given[guard.fact]! > due) return refuse('deemed', [guard.fact, due]);
  }
  return undefined;
}

/** Whether the judgement of a command rests on the policy of the case's cohort, which the ledger then has to read. */
export const restsOnCohort = (definition: Definition, command: PersonCommand): boolean =>
  command.type === 'recheck' ||
  (command.type === 'take-transition' && command.reasonCode !== undefined && definition.reasons[command.reasonCode]?.only === 'cohort-includes-readiness');

function reasonRefusal(rules: Rules, transition: Transition, command: TakeTransition): Refusal | undefined {
  const { reasonCode, note } = command;
  if (!transition.reasons) return reasonCode === undefined ? undefined : refuse('unknown-reason', [reasonCode]);
  if (reasonCode === undefined) return refuse('reason-required', transition.reasons);
  const reason = rules.definition.reasons[reasonCode];
  if (!reason || !transition.reasons.includes(reasonCode)) return refuse('unknown-reason', transition.reasons);
  if (reason.only === 'cohort-includes-readiness' && !command.includesReadiness) return refuse('reason-not-available', [reasonCode]);
  return reason.note === 'required' && !note?.length ? refuse('note-required') : undefined;
}

function conditionsRefusal(rules: Rules, transition: Transition, command: TakeTransition): Refusal | undefined {
  const conditions = command.conditions ?? [];
  if (transition.conditions !== 'required') return conditions.length === 0 ? undefined : refuse('condition-invalid', ['not-here']);
  if (conditions.length === 0) return refuse('conditions-required');
  for (const [index, { text, owner, dueOn, before }] of conditions.entries()) {
    if (text.trim() === '' || text.length > LONGEST_NOTE) return refuse('condition-invalid', [index, 'text']);
    if (!Object.hasOwn(rules.definition.roles, owner)) return refuse('condition-invalid', [index, 'owner']);
    if (!isCivilDate(dueOn) || dueOn <= today(rules, command.at)) return refuse('condition-invalid', [index, 'dueOn']);
    const reached = Math.max(...routesOf(transition).map(({ to }) => stageOrder(rules.definition, to)));
    if (before !== undefined && stageOrder(rules.definition, before) <= reached) return refuse('condition-invalid', [index, 'before']);
  }
  return conditions.length > MOST_ITEMS ? refuse('condition-invalid', ['too-many']) : undefined;
}

function checksRefusal(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition): Refusal | undefined {
  if (!transition.vote) return command.checks ? refuse('checks-invalid', ['not-here']) : undefined;
  const asked = rules.definition.stages[state.stage]?.quorum?.voters[command.actor.role] ?? [];
  const given = Object.keys(command.checks ?? {});
  const wrong = [...asked.filter((check) => !given.includes(check)), ...given.filter((check) => !asked.includes(check))];
  return wrong.length > 0 ? refuse('checks-invalid', asked) : undefined;
}

/** What is wrong with what the act says: facts, note, reason, remarks, conditions, checks. */
export function inputsRefusal(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition): Refusal | undefined {
  const remarks = command.remarks ?? [];
  return (
    noteRefusal(command.note, ...remarks.map(({ text }) => text)) ??
    reasonRefusal(rules, transition, command) ??
    (transition.note === 'required' && !command.note?.length ? refuse('note-required') : undefined) ??
    (transition.remarks === 'required' && !remarks.some(({ text }) => text.length > 0) ? refuse('remarks-required') : undefined) ??
    (remarks.length > MOST_ITEMS || remarks.some(({ text }) => text.length === 0) ? refuse('remarks-required') : undefined) ??
    conditionsRefusal(rules, transition, command) ??
    checksRefusal(rules, state, transition, command) ??
    transitionFactsRefusal(rules, state, transition, command)
  );
}
