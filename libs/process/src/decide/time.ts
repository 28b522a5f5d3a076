import { covers, personsOf } from '../actor';
import { alarmsOf } from '../alarms';
import { clocksUnder } from '../calendar-change';
import { clocksAfter, moved, ownersOf } from '../clocks';
import type { CaseCommand } from '../command';
import type { CaseEvent } from '../event';
import { evolveAll } from '../evolve';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState, Clock } from '../state';
import { civil, dayOf, isCivilDate, isoInstant, msOf } from '../time';
import { noteRefusal, today } from './inputs';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/**
 * Records what has become due, alarm by alarm, each with the instant at which it was due. After an outage only the highest
 * due rung of a clock is sent; the lower ones are marked as passed over. Nothing here moves a case but the effect that the law
 * gives to silence.
 */
export function tick(rules: Rules, state: CaseState, command: Of<'tick'>): Decision {
  const now = msOf(command.at);
  const alarms = alarmsOf(rules, state);
  // What comes after a move belongs to the desk the case has moved to: the next tick judges it there.
  const until = Math.min(now, ...alarms.filter(({ kind }) => kind === 'deemed').map(({ at }) => at));
  const due = alarms.filter(({ at }) => at <= until);
  const events: CaseEvent[] = [];
  for (const alarm of due) {
    const dueAt = isoInstant(alarm.at);
    switch (alarm.kind) {
      case 'rung': {
        const rungs = due.flatMap((other) => (other.kind === 'rung' && other.clock.key === alarm.clock.key ? [other.rung] : []));
        if (rungs.at(-1) !== alarm.rung) break;
        const skipped = rungs.slice(0, -1).map(({ day }) => day);
        events.push({ type: 'reminder-due', actor: command.actor, body: { clock: alarm.clock.key, day: alarm.rung.day, to: alarm.rung.to, dueAt, skipped } });
        break;
      }
      case 'expiry':
        events.push({ type: 'clock-expired', actor: command.actor, body: { clock: alarm.clock.key, rule: alarm.clock.rule, dueOn: alarm.clock.dueOn, dueAt, ...becauseOf(alarm.clock) } });
        break;
      case 'programme-year':
        events.push({ type: 'flag-raised', actor: command.actor, body: { flag: rules.definition.programmeYear.flag, dueAt } });
        break;
      case 'deemed':
        events.push(deemedValid(rules, evolveAll(rules.definition, state, events), alarm.clock, dueAt));
        break;
    }
  }
  return { events };
}

function deemedValid(rules: Rules, state: CaseState, clock: Clock, dueAt: string): CaseEvent {
  const effect = rules.definition.clocks[clock.rule]!.effect!;
  const effectiveOn = civil(dayOf(clock.dueOn) + 1);
  const clocks = clocksAfter(rules, state, {
    day: effectiveOn,
    leave: state.stage,
    enter: { stage: effect.to, round: state.round, from: state.stage },
    flag: { flag: 'deemed-valid', day: effectiveOn },
  });
  return { type: 'deemed-valid', actor: { system: 'clock', article: effect.article }, body: { effectiveOn, to: effect.to, article: effect.article, dueAt, clocks } };
}

/** A decree in mid-year: every running clock that the version would date otherwise is dated anew; a case without one is left as it is, and nothing else moves. */
export function changeCalendar(rules: Rules, state: CaseState, command: Of<'change-calendar'>): Decision {
  if (state.calendarVersion >= command.version) return { events: [] };
  const on = today(rules, command.at);
  const clocks = clocksUnder(rules, state, on).map(({ clock }) => {
    const after = moved(rules, clock, on);
    return after.dueOn === clock.dueOn ? after : { ...after, movedBy: { calendar: command.version, from: clock.dueOn, on } };
  });
  if (clocks.length === 0) return { events: [] };
  const { decrees = [] } = command;
  return { events: [{ type: 'calendar-changed', actor: command.actor, body: { from: state.calendarVersion, to: command.version, ...(decrees.length > 0 && { decrees }), clocks } }] };
}

/** A day that lay in the past the moment it came: the calendar put it there, and the record says so. */
function becauseOf({ movedBy, dueOn }: Clock): { because?: { calendar: number; previousDueOn: string } } {
  return movedBy && dueOn < movedBy.on ? { because: { calendar: movedBy.calendar, previousDueOn: movedBy.from } } : {};
}

function policyClock(rules: Rules, state: CaseState, key: string) {
  const clock = state.clocks.find((one) => one.key === key);
  if (!clock) return refuse('unknown-clock', [key]);
  if (clock.status !== 'running') return refuse('clock-not-running', [key]);
  const rule = rules.definition.clocks[clock.rule]!;
  if (rule.class !== 'policy' || rule.amount === undefined) return refuse('statutory-clock', [key]);
  return { clock, rule };
}

function proposalRefusal(rules: Rules, state: CaseState, command: Of<'propose-hold'> | Of<'extend-clock'>) {
  const { actor } = command;
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const found = policyClock(rules, state, command.clock);
  if ('refused' in found) return found;
  const owners = ownersOf(rules, state, found.rule);
  if (!owners.includes(actor.role)) return refuse('not-your-role', owners);
  if (!Object.hasOwn(rules.definition.holdReasons, command.reason)) return refuse('unknown-reason', Object.keys(rules.definition.holdReasons));
  const paper = rules.definition.evidence.hold;
  if (!state.documents.some(({ type }) => type === paper)) return refuse('missing-documents', [paper]);
  return noteRefusal(command.note) ?? found;
}

const overlaps = (clock: Clock, first: string) => clock.pauses.some(({ last }) => last === undefined || last >= first);

/** The owner proposes a pause of a policy clock; statutory clocks are never held. */
export function proposeHold(rules: Rules, state: CaseState, command: Of<'propose-hold'>): Decision {
  const found = proposalRefusal(rules, state, command);
  if ('refused' in found) return found;
  if (!isCivilDate(command.first) || command.first <= found.clock.startedOn) return refuse('date-before-previous', ['first', found.clock.startedOn]);
  if (command.first > today(rules, command.at)) return refuse('date-in-future', ['first', command.first]);
  if (overlaps(found.clock, command.first)) return refuse('clock-not-running', [command.clock]);
  const hold = { n: state.holds.length + 1, kind: 'hold' as const, reason: command.reason, clock: command.clock, status: 'proposed' as const, first: command.first, by: { person: command.actor.person, role: command.actor.role } };
  return { events: [{ type: 'hold-proposed', actor: command.actor, body: { hold, ...(command.note && { note: command.note }) } }] };
}

/** At most two extensions a clock, each no longer than the original term. */
export function proposeExtension(rules: Rules, state: CaseState, command: Of<'extend-clock'>): Decision {
  const found = proposalRefusal(rules, state, command);
  if ('refused' in found) return found;
  const { clock, rule } = found;
  if (clock.extensions.length + state.holds.filter((hold) => hold.kind === 'extension' && hold.status === 'proposed' && hold.clock === clock.key).length >= 2)
    return refuse('too-many-extensions', [2]);
  if (!Number.isInteger(command.days) || command.days < 1 || command.days > rule.amount!) return refuse('extension-too-long', [rule.amount!]);
  const hold = { n: state.holds.length + 1, kind: 'extension' as const, reason: command.reason, clock: clock.key, status: 'proposed' as const, days: command.days, first: today(rules, command.at), by: { person: command.actor.person, role: command.actor.role } };
  return { events: [{ type: 'hold-proposed', actor: command.actor, body: { hold, ...(command.note && { note: command.note }) } }] };
}

/** The proposer's superior confirms; only then the clock moves. */
export function confirmHold(rules: Rules, state: CaseState, command: Of<'confirm-hold'>): Decision {
  const { actor, n, accepted, note } = command;
  const hold = state.holds.find((one) => one.n === n);
  if (!hold) return refuse('unknown-hold', [n]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const superior = rules.definition.roles[hold.by.role]?.superior;
  if (actor.role !== superior) return refuse('not-your-role', superior ? [superior] : []);
  if (personsOf(actor).includes(hold.by.person)) return refuse('four-eyes', ['proposed']);
  if (hold.status !== 'proposed') return refuse('hold-not-proposed', [n]);
  const tooLong = noteRefusal(note);
  if (tooLong) return tooLong;
  if (!accepted) return { events: [{ type: 'hold-refused', actor, body: { n, ...(note && { note }) } }] };
  const found = policyClock(rules, state, hold.clock);
  if ('refused' in found) return found;
  if (hold.kind === 'hold' && overlaps(found.clock, hold.first)) return refuse('clock-not-running', [hold.clock]);
  const clock: Clock =
    hold.kind === 'hold'
      ? { ...found.clock, pauses: [...found.clock.pauses, { first: hold.first, ground: hold.reason }] }
      : { ...found.clock, extensions: [...found.clock.extensions, { days: hold.days!, ground: hold.reason }] };
  return { events: [{ type: 'hold-confirmed', actor, body: { n, clocks: [moved(rules, clock, today(rules, command.at))] } }] };
}

/** The last held day is named; from the day after it the clock runs again. */
export function liftHold(rules: Rules, state: CaseState, command: Of<'lift-hold'>): Decision {
  const { actor, n, last } = command;
  const hold = state.holds.find((one) => one.n === n);
  if (!hold) return refuse('unknown-hold', [n]);
  if (!covers(actor.scope, state.region)) return refuse('not-your-region');
  const superior = rules.definition.roles[hold.by.role]?.superior;
  if (![hold.by.role, superior, 'administrator'].includes(actor.role)) return refuse('not-your-role', [hold.by.role]);
  if (hold.kind !== 'hold' || hold.status !== 'running') return refuse('hold-not-running', [n]);
  if (!isCivilDate(last) || last < hold.first) return refuse('date-before-previous', ['last', hold.first]);
  if (last > today(rules, command.at)) return refuse('date-in-future', ['last', last]);
  const held = state.clocks.find(({ key }) => key === hold.clock)!;
  const clock = { ...held, pauses: held.pauses.map((pause) => (pause.last === undefined ? { ...pause, last } : pause)) };
  return { events: [{ type: 'hold-lifted', actor, body: { n, last, clocks: [moved(rules, clock, today(rules, command.at))] } }] };
}
