import type { BothLanguages } from './both-languages';
import { type CalendarDayKind, type WorkingCalendar, isWorkingDay, nonWorkingReason, workingDaysBetween, yearsWithoutTable } from './calendar';
import { type CivilDate, type Day, type Zone, civil, dayAt, dayOf, weekday } from './civil-day';
import { arithmetic } from './deadline-arithmetic';
import { type DeadlineRefusalCode, readDeadlineRequest } from './deadline-request';

/** A pause of whole civil days, both ends included; without `last` it is still running. */
export interface Pause {
  first: CivilDate;
  last?: CivilDate;
  ground?: string | BothLanguages;
}

export interface DeadlineRequest {
  /** The civil day of the start event, or its instant, which falls on a day in the region's zone. Exactly one of them. */
  start?: CivilDate;
  startInstant?: string;
  /** 1–3650. */
  amount: number;
  unit: 'working-day' | 'calendar-day';
  startDayCounts?: boolean;
  class: 'statutory' | 'policy';
  pauses?: Pause[];
  /** At most two, each no longer than `amount`, in the same unit. */
  extensions?: number[];
  /** The day on which the deadline is looked at; the due day itself when absent. */
  probe?: CivilDate;
}

/** Days are of the request's unit throughout. */
export interface Deadline {
  /** Due at the end of this civil day in the region's zone (`endOfDay`). */
  dueOn: CivilDate;
  /** Which counted day the probe is: 0 until the first, beyond `effectiveAmount` when overdue. */
  nthDay: number;
  /** effectiveAmount − nthDay; negative when late. */
  remaining: number;
  /** The probe is after the due day, even if no working day lies between. */
  overdue: boolean;
  /** The due day depends on years whose holiday table is not published. Never so for calendar days. */
  provisional: boolean;
  provisionalYears: number[];
  arithmetic: BothLanguages;
  /** Named days on which the count stood still although they are no weekend, in order. */
  skipped: { date: CivilDate; name: BothLanguages; kind: CalendarDayKind }[];
  /** Counted days that a pause took out of the running term: by so many days the due day moved. */
  pausedDays: number;
  effectiveAmount: number;
  /** First day of a pause that still runs: `dueOn` is then the earliest due day, as if the pause ended with the probe. */
  pausedSince?: CivilDate;
}

/**
 * The due day of a term and how far it has run. "Hari" is a working day, UU 23/2014 art. 1 no. 50; the day of the start
 * event is not counted (unless `startDayCounts`) and may itself be a holiday. A calendar-day term ends where it ends, also
 * on a holiday. Pauses and extensions move policy terms only. Every "no" is a code; nothing is thrown for bad input.
 */
export function deadline(cal: WorkingCalendar, zone: Zone, request: DeadlineRequest): Deadline | { refused: DeadlineRefusalCode } {
  const read = readDeadlineRequest(request, (instantMs) => dayAt(instantMs, zone));
  if ('refused' in read) return read;
  const { start, amount, pauses, probe } = read;
  const origin = request.startDayCounts ? start - 1 : start;
  const counts = (day: Day) => request.unit === 'calendar-day' || isWorkingDay(cal, day);
  const paused = (day: Day) => pauses.some(({ first, last }) => first <= day && day <= (last ?? Math.max(first, probe ?? first)));

  let [due, counted, pausedDays, nthDay] = [origin, 0, 0, 0];
  while (counted < amount) {
    due++;
    if (counts(due) && paused(due)) pausedDays++;
    else if (counts(due)) counted++;
    if (probe === undefined || due <= probe) nthDay = counted;
  }
  if (probe !== undefined && probe > due) nthDay += request.unit === 'calendar-day' ? probe - due : workingDaysBetween(cal, due, probe);

  const provisionalYears = request.unit === 'calendar-day' ? [] : yearsWithoutTable(cal, origin + 1, due);
  const running = pauses.find(({ first, last }) => last === undefined && first <= due && first <= (probe ?? first));
  const result = {
    dueOn: civil(due),
    nthDay,
    remaining: amount - nthDay,
    overdue: probe !== undefined && probe > due,
    provisional: provisionalYears.length > 0,
    provisionalYears,
    skipped: request.unit === 'calendar-day' ? [] : skippedDays(cal, origin, due),
    pausedDays,
    effectiveAmount: amount,
    ...(running && { pausedSince: civil(running.first) }),
  };
  return { ...result, arithmetic: arithmetic(request, result, civil(start), nonWorkingReason(cal, due)) };
}

/** Civil date of an instant's day in a zone: the day on which a receipt counts. */
export function civilDateAt(instantMs: number, zone: Zone): CivilDate {
  return civil(dayAt(instantMs, zone));
}

/** Working days from today until the due date: 0 on the day itself, negative when late. */
export function workingDaysLeft(cal: WorkingCalendar, today: CivilDate, dueOn: CivilDate): number {
  return workingDaysBetween(cal, dayOf(today), dayOf(dueOn));
}

function skippedDays(cal: WorkingCalendar, after: Day, until: Day): Deadline['skipped'] {
  const skipped: Deadline['skipped'] = [];
  for (const [day, { date, name, kind }] of cal.free) {
    if (day > after && day <= until && !cal.weekend[weekday(day)]) skipped.push({ date, name, kind });
  }
  return skipped.sort((a, b) => (a.date < b.date ? -1 : 1));
}
