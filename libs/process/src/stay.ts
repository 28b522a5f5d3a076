import { transitionsAt } from './definition';
import type { RecordedEvent } from './event';
import type { Rules } from './rules';
import type { CaseState } from './state';
import { type Day, dayAt, dayOf, msOf, workingDaysBetween } from './time';

/** How long a case lay at a desk before it went on: working days of the region, held days left out. */
export interface Stay {
  stage: string;
  round: number;
  /** The event by which it ended. */
  seq: number;
  enteredAt: string;
  leftAt: string;
  workingDays: number;
}

/**
 * The stay an event completes. A submission that its sender took back was not worked on, and a case that was given up was not
 * completed: neither says how long the work of that desk takes.
 */
export function stayEnded(rules: Rules, before: CaseState | undefined, event: RecordedEvent, after: CaseState): Stay | undefined {
  if (!before || (before.stage === after.stage && before.enteredAt === after.enteredAt) || event.type === 'case-recalled') return undefined;
  if (event.type === 'case-moved' && transitionsAt(rules.definition, event.body.from)[event.body.transition]?.kind === 'exit') return undefined;
  const [from, until] = [dayAt(msOf(before.enteredAt), rules.zone), dayAt(msOf(event.at), rules.zone)];
  return {
    stage: before.stage,
    round: before.round,
    seq: event.seq,
    enteredAt: before.enteredAt,
    leftAt: event.at,
    workingDays: workingDaysBetween(rules.calendar, from, until) - heldDays(rules, before, from, until),
  };
}

/** Working days after `from` up to and including `until` on which a clock of the case was paused. */
export function heldDays(rules: Rules, state: CaseState, from: Day, until: Day): number {
  const pauses = state.clocks
    .flatMap(({ pauses: of }) => of)
    .map(({ first, last }) => ({ first: Math.max(dayOf(first), from + 1), last: Math.min(last === undefined ? until : dayOf(last), until) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first);
  let counted = from;
  let days = 0;
  for (const { first, last } of pauses) {
    const begin = Math.max(first - 1, counted);
    if (last <= begin) continue;
    days += workingDaysBetween(rules.calendar, begin, last);
    counted = last;
  }
  return days;
}

/** The smallest value that so many per cent of the values do not exceed (nearest rank). `sorted` ascending and not empty. */
export function percentileOf(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]!;
}
