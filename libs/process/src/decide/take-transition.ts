import { type Actor, covers, personsOf } from '../actor';
import { clocksAfter, voided } from '../clocks';
import { type Transition, rolesOf, transitionsAt } from '../definition';
import type { CaseEvent } from '../event';
import { evolveAll } from '../evolve';
import { textsOf } from '../manifest';
import { readsOf } from '../reads';
import { isRefusal, type Refusal, refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import { groundsOf } from '../stale-checks';
import type { CaseState, Half, Remark, Vote } from '../state';
import { isUnanimous } from './guards';
import { type TakeTransition, inputsRefusal, noteRefusal, today } from './inputs';
import { standing } from './standing';
import { startTransfer } from './transfer';

/** A person takes a transition of the stage, or an exit: recorded at once where the case stays, begun as a transfer where it moves. */
export function takeTransition(rules: Rules, state: CaseState, command: TakeTransition): Decision {
  const transition = transitionsAt(rules.definition, state.stage)[command.transition];
  if (!transition) return unknownHere(rules, state, command.transition);
  const [inTheWay] = standing(rules, state, command.transition, transition, command.actor, command.at);
  if (inTheWay) return inTheWay;
  if (transition.freshSignIn !== undefined && !(command.signInAge !== undefined && command.signInAge <= transition.freshSignIn))
    return refuse('fresh-sign-in-required', [transition.freshSignIn]);
  const half = state.halves.find((one) => one.transition === command.transition);
  if (half) command = confirming(half, command);
  const badInput = inputsRefusal(rules, state, transition, command) ?? readingRefusal(rules, state, transition, command);
  if (badInput) return badInput;
  const decision = taken(rules, state, transition, command, half);
  return isRefusal(decision) ? decision : { events: [...readEvents(rules, state, transition, command), ...decision.events] };
}

function taken(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition, half: Half | undefined): Decision {

  const remarks = remarkEvents(state, command);
  switch (transition.kind) {
    case 'vote':
      return vote(rules, state, transition, command, remarks);
    case 'correction':
      return requestCorrection(state, command, remarks);
    case 'register':
      return register(rules, state, transition, command, remarks);
    case 'advance':
    case 'return':
    case 'answer':
    case 'exit':
      if (transition.both && !half) return firstHalf(rules, state, transition, command);
      if (half && factsDiffer(half, command.facts ?? {})) return refuse('facts-differ', Object.keys(half.facts));
      return { events: [...remarks, startTransfer(rules, evolveAll(rules.definition, state, remarks), command.transition, transition, command)] };
  }
}

/** Nobody tells of a text that is not before them; where the definition demands it, none is passed over in silence. */
function readingRefusal(rules: Rules, state: CaseState, transition: Transition, { read = [] }: TakeTransition): Refusal | undefined {
  const asked = readsOf(rules, state, transition);
  const foreign = read.filter(({ sha256 }) => !asked.some((text) => text.sha256 === sha256));
  if (foreign.length > 0) return refuse('unknown-document', foreign.map(({ sha256 }) => sha256));
  const silent = rules.definition.reading?.demanded ? asked.filter(({ sha256 }) => !read.some((one) => one.sha256 === sha256)) : [];
  if (silent.length > 0) return refuse('texts-unread', silent.map(({ type }) => type));
  return noteRefusal(...read.map(({ reason }) => reason));
}

function readEvents(rules: Rules, state: CaseState, transition: Transition, { actor, transition: name, read = [] }: TakeTransition): CaseEvent[] {
  const texts = readsOf(rules, state, transition).flatMap((text) => {
    const said = read.find(({ sha256 }) => sha256 === text.sha256);
    return said ? [{ ...text, ...(said.reason && { reason: said.reason }) }] : [];
  });
  return texts.length > 0 ? [{ type: 'texts-read', actor, body: { transition: name, texts } }] : [];
}

/** The second hand gives the same act: what it leaves unsaid stands as the first has said it. */
const confirming = (half: Half, command: TakeTransition): TakeTransition => {
  const note = command.note ?? half.note;
  const reasonCode = command.reasonCode ?? half.reason;
  return { ...command, facts: command.facts ?? half.facts, ...(note && { note }), ...(reasonCode && { reasonCode }) };
};

/** Tells a transition that does not exist from one of another stage. */
function unknownHere(rules: Rules, state: CaseState, name: string): Decision {
  const homes = Object.keys(rules.definition.stages).filter((stage) => name in transitionsAt(rules.definition, stage));
  return homes.length === 0 ? refuse('unknown-transition', [name]) : refuse('wrong-stage', [state.stage, ...homes]);
}

function remarkEvents(state: CaseState, { remarks = [], actor }: TakeTransition): CaseEvent[] {
  return remarks.map((remark, index) => ({ type: 'remark-added', actor, body: { remark: newRemark(state, actor, 'counterpart', remark, index) } }));
}

/** The next remark of a case; several of one act are numbered in their order. */
export function newRemark(state: CaseState, actor: Actor, visibility: Remark['visibility'], input: Pick<Remark, 'text' | 'unit'>, index = 0): Remark {
  const { person, role, scope } = actor;
  return { n: state.remarks.length + 1 + index, by: { person, role, scope }, visibility, round: state.round, ...input };
}

function vote(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition, remarks: CaseEvent[]): Decision {
  const persons = personsOf(command.actor);
  const elsewhere = state.votes.find((one) => one.role !== command.actor.role && one.persons.some((person) => persons.includes(person)));
  if (elsewhere) return refuse('person-voted-already', [elsewhere.role]);
  const checks = command.checks ?? {};
  const { plans } = command;
  const grounds = plans && Object.fromEntries(Object.keys(checks).map((check) => [check, groundsOf(rules.definition, check, state.region, plans)]));
  const cast: Vote = { role: command.actor.role, vote: transition.vote!, person: command.actor.person, persons, checks, ...(grounds && { grounds }) };
  const { transition: name, actor, note } = command;
  const recorded: CaseEvent = { type: 'vote-recorded', actor, body: { transition: name, vote: cast, ...(note && { note }) } };
  const events: CaseEvent[] = [...remarks, recorded];
  const after = evolveAll(rules.definition, state, events);
  // The last vote and the move are one act; a file known to be damaged stays until it is replaced.
  if (isUnanimous(rules, after) && !state.damaged?.length) {
    const { facts: _facts, ...rest } = command;
    events.push(startTransfer(rules, after, name, transition, rest, rules.definition.stages[state.stage]!.quorum!.to));
  }
  return { events };
}

function requestCorrection(state: CaseState, command: TakeTransition, remarks: CaseEvent[]): Decision {
  const documents = command.documents ?? [];
  if (documents.length === 0) return refuse('documents-required');
  const unknown = documents.filter((type) => !state.documents.some((document) => document.type === type));
  if (unknown.length > 0) return refuse('unknown-document', unknown);
  const { actor, note, reasonCode } = command;
  return {
    events: [...remarks, { type: 'correction-requested', actor, body: { documents: [...new Set(documents)], ...(reasonCode && { reason: reasonCode }), ...(note && { note }) } }],
  };
}

/** A registered fact counts at once; the case stays at its desk. */
function register(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition, remarks: CaseEvent[]): Decision {
  const facts = command.facts ?? {};
  const clocks = clocksAfter(rules, state, { day: today(rules, command.at), facts });
  const { actor, note, reasonCode, transition: name } = command;
  if (transition.clears === 'deemed-valid') {
    const ended = state.clocks.filter(({ rule, status }) => status === 'met' && rules.definition.clocks[rule]!.effect?.unless === 'enactedOn');
    const redated = ended.map((clock) => ({ ...clock, metOn: facts['enactedOn']! }));
    return { events: [{ type: 'deemed-valid-superseded', actor, body: { enactedOn: facts['enactedOn']!, facts, clocks: [...clocks, ...redated] } }] };
  }
  const recorded: CaseEvent = {
    type: 'transition-recorded',
    actor,
    body: { transition: name, facts, clocks, ...(transition.clears && { clears: transition.clears }), ...(note && { note }), ...(reasonCode && { reason: reasonCode }) },
  };
  return { events: [...remarks, recorded] };
}

function firstHalf(rules: Rules, state: CaseState, transition: Transition, command: TakeTransition): Decision {
  const facts = command.facts ?? {};
  const half: Half = {
    transition: command.transition,
    role: command.actor.role,
    person: command.actor.person,
    persons: personsOf(command.actor),
    facts,
    previous: Object.fromEntries(Object.keys(facts).map((fact) => [fact, state.facts[fact] ?? null])),
    texts: textsOf(state.documents, [...(transition.documents ?? []), ...(transition.marks?.documents ?? [])]),
    ...(command.reasonCode && { reason: command.reasonCode }),
    ...(command.note && { note: command.note }),
    seq: state.seq + 1,
  };
  const clocks = clocksAfter(rules, state, { day: today(rules, command.at), facts });
  return { events: [{ type: 'half-recorded', actor: command.actor, body: { half, clocks } }] };
}

const factsDiffer = (half: Half, facts: { [fact: string]: string }) =>
  Object.keys({ ...half.facts, ...facts }).some((fact) => half.facts[fact] !== facts[fact]);

/** The second person disputes what the first registered: its facts and the clocks they started no longer count. */
export function dispute(rules: Rules, state: CaseState, command: { actor: Actor; at: string; transition: string; note: Half['note'] & object }): Decision {
  const half = state.halves.find((one) => one.transition === command.transition);
  if (!half) return refuse('no-half', [command.transition]);
  const transition = transitionsAt(rules.definition, state.stage)[command.transition];
  if (!transition || !rolesOf(transition).includes(command.actor.role) || command.actor.role === half.role)
    return refuse('not-your-role', transition ? rolesOf(transition).filter((role) => role !== half.role) : []);
  if (!covers(command.actor.scope, state.region)) return refuse('not-your-region');
  if (command.note.length === 0) return refuse('note-required');
  const tooLong = noteRefusal(command.note);
  if (tooLong) return tooLong;
  const started = state.clocks.filter(
    (clock) =>
      clock.status === 'running' &&
      rules.definition.clocks[clock.rule]!.starts.some((trigger) => 'fact' in trigger && trigger.fact in half.facts && half.facts[trigger.fact] === clock.startedOn),
  );
  return { events: [{ type: 'half-disputed', actor: command.actor, body: { transition: half.transition, note: command.note, clocks: voided(started) } }] };
}
