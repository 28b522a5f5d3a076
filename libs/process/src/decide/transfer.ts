import { type Actor, covers } from '../actor';
import { metBy, clocksAfter, moved, voided, withClocks } from '../clocks';
import type { CaseCommand } from '../command';
import { type Transition, isCompletion, isOutcome, routesOf, transitionsAt } from '../definition';
import type { CaseEvent, EventBodies } from '../event';
import { manifestOf, textsOf } from '../manifest';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseDocument, CaseState, Clock } from '../state';
import { civil, dayAt, msOf } from '../time';
import { guardRefusal } from './guards';
import { type TakeTransition, noteRefusal, today } from './inputs';

/** The route an act takes, read from the top; facts that come with the act count. */
export function destination(rules: Rules, state: CaseState, transition: Transition, facts: { [fact: string]: string }, at: string): string {
  const seen = { ...state, facts: { ...state.facts, ...facts } };
  const route = routesOf(transition).find(({ when }) => !when || !guardRefusal(rules, seen, when, at));
  if (!route) throw new Error(`no route leaves ${state.stage}`);
  return route.to;
}

/**
 * The act is recorded at once, with the manifest of what is handed over; its clocks stop. The case arrives by the hand of its
 * workflow, after the checkpoint. `state` is the case as the events before this one leave it.
 */
export function startTransfer(rules: Rules, state: CaseState, name: string, transition: Transition, command: TakeTransition, to?: string): CaseEvent {
  const facts = command.facts ?? {};
  const target = to ?? destination(rules, state, transition, facts, command.at);
  const stays = target === state.stage;
  const clocks = metBy(rules, state, { day: today(rules, command.at), facts, ...(!stays && { leave: state.stage }) });
  return {
    type: 'transfer-started',
    actor: command.actor,
    body: {
      transfer: {
        transition: name,
        from: state.stage,
        to: target,
        by: command.actor,
        at: command.at,
        manifest: manifestOf(state, rules.digest),
        facts,
        ...(command.reasonCode && { reason: command.reasonCode }),
        ...(command.note && { note: command.note }),
        ...notGiven(rules, state, target),
        clocksBefore: state.clocks.filter((clock) => clocks.some(({ key }) => key === clock.key)),
        ...(command.conditions && { conditions: command.conditions }),
      },
      clocks,
    },
  };
}

/** A review that is closed without a vote says whose. */
function notGiven(rules: Rules, state: CaseState, to: string): { notGiven?: string[] } {
  const quorum = rules.definition.stages[state.stage]?.quorum;
  const silent = quorum?.to === to ? Object.keys(quorum.voters).filter((role) => !state.votes.some((vote) => vote.role === role)) : [];
  return silent.length > 0 ? { notGiven: silent } : {};
}

/** Clocks the transfer had stopped, running again; under the calendar of today, which may have come while it was under way. */
const resumed = (rules: Rules, state: CaseState, at: string): Clock[] => state.transfer!.clocksBefore.map((clock) => moved(rules, clock, today(rules, at)));

/** What became of a transfer: arrived, or found damaged. Only the transfer under way is completed; of any other the ledger tells the outcome. */
export function completeTransfer(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'complete-transfer' }>): Decision {
  const { transfer } = state;
  if (transfer?.seq !== command.transfer) return refuse('no-transfer', [command.transfer]);
  if ('damaged' in command.outcome) {
    const damaged = command.outcome.damaged.map((index) => ({ index, entry: transfer.manifest.documents[index] }));
    if (damaged.length === 0 || damaged.some(({ entry }) => !entry)) throw new Error('a checkpoint names documents its manifest has not');
    return {
      events: [
        {
          type: 'transfer-failed',
          actor: command.actor,
          body: {
            transfer: transfer.seq,
            reason: 'document-damaged',
            damaged: damaged.map(({ index, entry }) => ({ index, type: entry!.type, version: entry!.version })),
            clocks: resumed(rules, state, command.at),
          },
        },
      ],
    };
  }
  return { events: [{ type: 'case-moved', actor: command.actor, body: arrival(rules, state, command) }] };
}

function arrival(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'complete-transfer' }>): EventBodies['case-moved'] {
  const transfer = state.transfer!;
  const transition = transitionsAt(rules.definition, transfer.from)[transfer.transition];
  if (!transition) throw new Error(`no transition ${transfer.transition} at ${transfer.from}`);
  const documents = successors(transition, state.documents);
  const returns = transition.kind === 'return' && transfer.to === rules.definition.roundsAt;
  const round = returns ? state.round + 1 : state.round;
  const ends = isOutcome(rules.definition, transfer.to);
  const stays = transfer.from === transfer.to;
  const day = civil(dayAt(msOf(command.at), rules.zone));
  const conditions = transfer.conditions && numbered(state, transfer.conditions);
  const started = clocksAfter(rules, state, {
    day,
    facts: transfer.facts,
    ...(!stays && !ends && { enter: { stage: transfer.to, round, from: transfer.from } }),
    ...(command.cohort && { dueOn: command.cohort.cutOffOn }),
  });
  const clocks = [...started, ...conditionClocks(rules, conditions ?? [], day)];
  return {
    transfer: transfer.seq,
    transition: transfer.transition,
    from: transfer.from,
    to: transfer.to,
    round,
    by: transfer.by,
    facts: transfer.facts,
    ...(transfer.reason && { reason: transfer.reason }),
    ...(transfer.note && { note: transfer.note }),
    ...(transfer.notGiven && { notGiven: transfer.notGiven }),
    manifest: transfer.manifest,
    ...(transition.becomes && { documents }),
    ...(transition.marks && { marks: { [transition.marks.mark]: textsOf(documents, transition.marks.documents) } }),
    ...(conditions && { conditions }),
    flags: state.flags.filter((flag) => flag !== transition.clears),
    clocks: ends ? ended(rules, withClocks(state.clocks, clocks), transfer.to) : clocks,
  };
}

/** What the case waited for is over; what the ministry has asked for is followed up to its own due day once the regulation is there. */
function ended({ definition }: Rules, clocks: readonly Clock[], outcome: string): Clock[] {
  const isFollowedUp = ({ rule }: Clock) => rule === definition.conditionClock && isCompletion(definition, outcome);
  return [...clocks.filter((clock) => clock.status === 'running' && isFollowedUp(clock)), ...voided(clocks.filter((clock) => !isFollowedUp(clock)))];
}

const numbered = (state: CaseState, conditions: NonNullable<NonNullable<CaseState['transfer']>['conditions']>): CaseState['conditions'] =>
  conditions.map((condition, index) => ({ n: state.conditions.length + index + 1, ...condition, status: 'open' }));

/** A condition runs until its own due day. */
const conditionClocks = ({ definition }: Rules, conditions: CaseState['conditions'], day: string): Clock[] =>
  conditions.map(({ n, dueOn }) => ({ key: `${definition.conditionClock}#${n}`, rule: definition.conditionClock, startedOn: day, dueOn, pauses: [], extensions: [], status: 'running', rungs: {} }));

/** A file that becomes the current one of another type takes that type's next version. */
function successors(transition: Transition, documents: readonly CaseDocument[]): CaseDocument[] {
  let result = [...documents];
  for (const [from, to] of Object.entries(transition.becomes ?? {})) {
    const heir = documents.find(({ type }) => type === from);
    if (!heir || !to) continue;
    const version = 1 + Math.max(0, ...documents.filter(({ type }) => type === to).map((document) => document.version));
    result = [...result.filter(({ type }) => type !== to), { ...heir, type: to, version }];
  }
  return result;
}

const OLD_ENOUGH_MS = 60_000;

/** The sender's unit or an administrator takes back a transfer the engine does not bring in; before 60 s it is simply under way. */
export function cancelTransfer(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'cancel-transfer' }>): Decision {
  const { transfer } = state;
  if (!transfer) return refuse('no-transfer');
  if (!covers(command.actor.scope, state.region)) return refuse('not-your-region');
  if (command.actor.role !== 'administrator' && !sameUnit(transfer.by, command.actor)) return refuse('not-your-role', [transfer.by.role, 'administrator']);
  if (msOf(command.at) - msOf(transfer.at) < OLD_ENOUGH_MS) return refuse('transfer-too-young', [60]);
  const tooLong = noteRefusal(command.note);
  if (tooLong) return tooLong;
  return { events: [{ type: 'transfer-cancelled', actor: command.actor, body: { transfer: transfer.seq, ...(command.note && { note: command.note }), clocks: resumed(rules, state, command.at) } }] };
}

export const sameUnit = (one: Actor, other: Actor): boolean => one.role === other.role && one.scope === other.scope;
