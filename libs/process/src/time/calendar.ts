import type { BothLanguages } from './both-languages';
import { type CivilDate, type Day, dayOf, weekday, yearOf } from './civil-day';

export type CalendarDayKind = 'national-holiday' | 'collective-leave' | 'election' | 'regional' | 'working-day-override';

/** One day and the act that made it free, or made it a working day again. */
export interface CalendarDay {
  date: CivilDate;
  kind: CalendarDayKind;
  name: BothLanguages;
  decree: string;
  issuedOn: CivilDate;
  /** BPS prefix of the regions where the day holds: '' or absent the nation, '17' a province, '1705' a regency. */
  scope?: string;
}

/** A published version of the working calendar. Versions are never edited. */
export interface Calendar {
  version: number;
  /** Weekdays that are free, 0 = Sunday; [0, 6] in every government office since Keppres 68/1995. */
  weekend: number[];
  /** Whether cuti bersama counts as working. Practice says no; no text was found for law-making (domain.md §4.4). */
  collectiveLeaveIsWorking: boolean;
  /** Years for which a table is published; a deadline in any other year is provisional. */
  years: number[];
  days: CalendarDay[];
}

/** A calendar as it holds for one region and as it was known on one day. Plain values: keep and share it freely. */
export interface WorkingCalendar {
  readonly version: number;
  readonly region: string;
  readonly knownOn?: CivilDate;
  readonly weekend: readonly boolean[];
  readonly years: ReadonlySet<number>;
  readonly free: ReadonlyMap<Day, CalendarDay>;
  readonly working: ReadonlyMap<Day, CalendarDay>;
}

/**
 * The calendar for a region (BPS code, '' = nation), counting only what had been issued by `knownOn`.
 * Where several acts name one day the latest decides; of two of one date the one that makes it a working day.
 * A year belongs to the known tables once the act with most of its national holidays (the joint decree) was issued.
 * Throws RangeError for a week without a working day or an impossible date in the calendar.
 */
export function workingCalendar(calendar: Calendar, region: string, knownOn?: CivilDate): WorkingCalendar {
  const weekend = [0, 1, 2, 3, 4, 5, 6].map((day) => calendar.weekend.includes(day));
  if (!weekend.includes(false)) throw new RangeError('a week needs a working day');
  if (knownOn !== undefined) dayOf(knownOn);
  const isKnown = (day: CalendarDay) => knownOn === undefined || day.issuedOn <= knownOn;

  const deciding = new Map<Day, CalendarDay>();
  for (const entry of calendar.days) {
    if (!region.startsWith(entry.scope ?? '') || !isKnown(entry)) continue;
    if (entry.kind === 'collective-leave' && calendar.collectiveLeaveIsWorking) continue;
    const day = dayOf(entry.date);
    const earlier = deciding.get(day);
    if (!earlier || prevails(entry, earlier)) deciding.set(day, entry);
  }
  const free = new Map<Day, CalendarDay>();
  const working = new Map<Day, CalendarDay>();
  for (const [day, entry] of deciding) (entry.kind === 'working-day-override' ? working : free).set(day, entry);

  const years = new Set(calendar.years.filter((year) => knownOn === undefined || (tableIssuedOn(calendar, year) ?? '') <= knownOn));
  return { version: calendar.version, region, knownOn, weekend, years, free, working };
}

export function isWorkingDay(cal: WorkingCalendar, day: Day): boolean {
  if (cal.working.has(day)) return true;
  return !cal.weekend[weekday(day)] && !cal.free.has(day);
}

/** Why nobody works on the day: the named day, even when it falls on a weekend, else the weekend; undefined on a working day. */
export function nonWorkingReason(cal: WorkingCalendar, day: Day): { kind: 'weekend' } | CalendarDay | undefined {
  return isWorkingDay(cal, day) ? undefined : (cal.free.get(day) ?? { kind: 'weekend' });
}

/** The nth working day after `start`, which itself never counts; n = 0 is `start`, working or not. */
export function nthWorkingDay(cal: WorkingCalendar, start: Day, n: number): Day {
  return walk(cal, start, n, 1);
}

/** The nth working day before `day`, which itself never counts; n = 0 is `day`. */
export function previousWorkingDays(cal: WorkingCalendar, day: Day, n: number): Day {
  return walk(cal, day, n, -1);
}

/** Working days after `afterDay` up to and including `untilDay`; when `untilDay` is earlier, minus those in (untilDay, afterDay]. */
export function workingDaysBetween(cal: WorkingCalendar, afterDay: Day, untilDay: Day): number {
  if (untilDay < afterDay) return 0 - workingDaysBetween(cal, untilDay, afterDay);
  let count = 0;
  for (let day = afterDay + 1; day <= untilDay; day++) if (isWorkingDay(cal, day)) count++;
  return count;
}

/** Years from the one of `fromDay` to the one of `toDay` for which no table is published: there only weekends (and days decreed singly) are known. */
export function yearsWithoutTable(cal: WorkingCalendar, fromDay: Day, toDay: Day): number[] {
  const missing: number[] = [];
  for (let year = yearOf(fromDay); year <= yearOf(toDay); year++) if (!cal.years.has(year)) missing.push(year);
  return missing;
}

export function isProvisional(cal: WorkingCalendar, fromDay: Day, toDay: Day): boolean {
  return yearsWithoutTable(cal, fromDay, toDay).length > 0;
}

function walk(cal: WorkingCalendar, from: Day, n: number, step: 1 | -1): Day {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = from;
  for (let left = n; left > 0; ) if (isWorkingDay(cal, (day += step))) left--;
  return day;
}

function prevails(entry: CalendarDay, earlier: CalendarDay): boolean {
  if (entry.issuedOn !== earlier.issuedOn) return entry.issuedOn > earlier.issuedOn;
  return entry.kind === 'working-day-override';
}

/** Election days are decreed apart, sometimes before the joint decree: the act that names most of the year is its table. */
function tableIssuedOn(calendar: Calendar, year: number): CivilDate | undefined {
  const holidays = calendar.days.filter((day) => day.kind === 'national-holiday' && !day.scope && day.date.startsWith(`${year}-`));
  const perAct = new Map<CivilDate, number>();
  for (const { issuedOn } of holidays) perAct.set(issuedOn, (perAct.get(issuedOn) ?? 0) + 1);
  return [...perAct].sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))[0]?.[0];
}
