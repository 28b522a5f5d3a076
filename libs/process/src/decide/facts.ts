import { covers, personsOf } from '../actor';
import { clocksAfter, moved } from '../clocks';
import type { CaseCommand } from '../command';
import { bystanders } from '../offices';
import { readingOf } from '../reading';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState, Clock, Half } from '../state';
import { isCivilDate } from '../time';
import { factsRefusal, noteRefusal, today } from './inputs';
import { standing } from './standing';

const LONGEST_WORD = 100;

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Letters and other happenings outside the engine: receipt and dispatch are different facts, and may be registered late. */
export function registerExternalEvent(rules: Rules, state: CaseState, command: Of<'register-external-event'>): Decision {
  const { actor, at, kind, letterNumber, letterDate, sentOn, receivedOn, facts = {}, note } = command;
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  // Whoever reads only the outline has nothing to say about the contents yet.
  if (readingOf(rules.definition, state, [actor]) !== 'contents') return refuse('wrong-stage', [state.stage]);
  if (bystanders.includes(actor.role)) return refuse('not-your-role');
  const transitions = rules.definition.stages[state.stage]?.transitions ?? {};
  const open = Object.entries(transitions).filter(([name, one]) => one.kind === 'register' && !one.clears && standing(rules, state, name, one, actor, at).length === 0);
  const allowed = open.flatMap(([, one]) => one.facts ?? []);
  const foreign = Object.keys(facts).filter((fact) => !allowed.includes(fact));
  if (foreign.length > 0) return refuse('unknown-fact', foreign);
  for (const [name, date] of Object.entries({ letterDate, sentOn, receivedOn })) {
    if (date === undefined) continue;
    if (!isCivilDate(date)) return refuse('fact-invalid', [name]);
    if (date > today(rules, at)) return refuse('date-in-future', [name, date]);
  }
  if ([kind, letterNumber ?? ''].some((word) => word.length > LONGEST_WORD)) return refuse('fact-too-long', ['kind', 'letterNumber', LONGEST_WORD]);
  if (sentOn && receivedOn && receivedOn < sentOn) return refuse('date-before-previous', ['receivedOn', 'sentOn', sentOn]);
  const refusal = factsRefusal(rules, state, facts, at) ?? noteRefusal(note);
  if (refusal) return refusal;
  const clocks = clocksAfter(rules, state, { day: today(rules, at), facts });
  const letter = { ...(letterNumber && { letterNumber }), ...(letterDate && { letterDate }), ...(sentOn && { sentOn }), ...(receivedOn && { receivedOn }) };
  return { events: [{ type: 'external-event-registered', actor, body: { kind, ...letter, facts, ...(note && { note }), clocks } }] };
}

/** Clocks that started or were met on the fact's old day, under its new one. */
export function clocksUnder(rules: Rules, state: CaseState, fact: string, value: string, day: string): Clock[] {
  const old = state.facts[fact];
  return state.clocks.flatMap((clock) => {
    const rule = rules.definition.clocks[clock.rule]!;
    const names = (triggers: typeof rule.starts) => triggers.some((trigger) => 'fact' in trigger && trigger.fact === fact);
    if (clock.status === 'void') return [];
    if (names(rule.starts) && clock.startedOn === old) return [moved(rules, { ...clock, startedOn: value }, day)];
    return names(rule.meets) && clock.metOn === old ? [{ ...clock, metOn: value }] : [];
  });
}

export const correctionName = (fact: string) => `correct-fact:${fact}`;

export const correctionHalf = (state: CaseState, fact: string): Half | undefined => state.halves.find((one) => one.transition === correctionName(fact));

/** The role that registered a fact, and, to confirm what somebody of it has proposed, its superior. */
export function correctors(rules: Rules, state: CaseState, fact: string): string[] {
  const role = state.factBy[fact];
  if (!role) return [];
  const superior = rules.definition.roles[role]?.superior;
  return correctionHalf(state, fact) && superior ? [role, superior] : [role];
}

/**
 * A mistyped day is the commonest error. The role that registered a fact corrects it, with a reason and a paper; where a
 * statutory clock moves a second person has to give the same correction. The old value stays in the history.
 */
export function correctFact(rules: Rules, state: CaseState, command: Of<'correct-fact'>): Decision {
  const { actor, at, fact, value, note } = command;
  if (!Object.hasOwn(state.facts, fact) || !state.factBy[fact]) return refuse('fact-unknown', [fact]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const roles = correctors(rules, state, fact);
  if (!roles.includes(actor.role)) return refuse('not-your-role', roles);
  const paper = rules.definition.evidence.correction;
  if (!state.documents.some(({ type }) => type === paper)) return refuse('missing-documents', [paper]);
  if (note.length === 0) return refuse('note-required');
  if (state.facts[fact] === value) return refuse('fact-unchanged', [fact]);
  const refusal = noteRefusal(note) ?? factsRefusal(rules, state, { [fact]: value }, at);
  if (refusal) return refusal;
  const half = correctionHalf(state, fact);

  const clocks = clocksUnder(rules, state, fact, value, today(rules, at));
  const isStatutory = clocks.some((clock) => rules.definition.clocks[clock.rule]!.class !== 'policy');
  const isOwn = half && personsOf(actor).some((person) => half.persons.includes(person));
  if (half && !(isOwn && half.facts[fact] !== value)) {
    if (half.facts[fact] !== value) return refuse('facts-differ', [fact]);
    if (isOwn) return refuse('second-person-needed', roles);
  } else if (isStatutory) {
    const proposal: Half = { transition: correctionName(fact), role: actor.role, person: actor.person, persons: personsOf(actor), facts: { [fact]: value }, previous: {}, texts: {}, note, seq: state.seq + 1 };
    return { events: [{ type: 'fact-correction-proposed', actor, body: { half: proposal } }] };
  }
  const proposedBy = half && !isOwn && { proposedBy: half.person };
  return { events: [{ type: 'fact-corrected', actor, body: { fact, from: state.facts[fact]!, to: value, note, ...proposedBy, clocks } }] };
}

/** For previews: every running clock that a corrected fact would move, with its day before and after. */
export function underCorrection(rules: Rules, state: CaseState, fact: string, value: string, at: string): { rule: string; from: string; to: string; provisional: boolean }[] {
  return clocksUnder(rules, state, fact, value, today(rules, at))
    .filter(({ status }) => status === 'running')
    .map((clock) => ({ rule: clock.rule, from: state.clocks.find(({ key }) => key === clock.key)!.dueOn, to: clock.dueOn, provisional: clock.provisional ?? false }))
    .filter(({ from, to }) => from !== to);
}
