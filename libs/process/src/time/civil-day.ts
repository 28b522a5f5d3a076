/** Days since 1970-01-01 in the proleptic Gregorian calendar; a date without a zone. */
export type Day = number;
/** 'YYYY-MM-DD', years 0001–9999. */
export type CivilDate = string;
/** Waktu Indonesia Barat, Tengah, Timur: +7, +8, +9 hours, no daylight saving (Keppres 41/1987). */
export type Zone = 'WIB' | 'WITA' | 'WIT';
/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const zoneOffsetHours: Record<Zone, number> = { WIB: 7, WITA: 8, WIT: 9 };

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

export function isCivilDate(text: string): boolean {
  return partsOf(text) !== undefined;
}

/** Throws RangeError for a date that no calendar has ('2026-02-29', '2026-2-1', a time of day). */
export function dayOf(date: CivilDate): Day {
  const parts = partsOf(date);
  if (!parts) throw new RangeError(`not a civil date: ${String(date)}`);
  return dayFrom(parts.year, parts.month, parts.dayOfMonth);
}

/** Throws RangeError for a fraction of a day or a year outside 0001–9999. */
export function civil(day: Day): CivilDate {
  const { year, month, dayOfMonth } = datePartsOf(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

export function weekday(day: Day): Weekday {
  return ((((day + 4) % 7) + 7) % 7) as Weekday; // 1970-01-01 was a Thursday
}

export function yearOf(day: Day): number {
  return datePartsOf(day).year;
}

/** Year, month (1–12) and day of month (1–31) of a day. */
export function datePartsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) throw new RangeError(`not a day of the years 1 to 9999: ${day}`);
  // The year is taken to begin on 1 March, so that the leap day is its last; 146,097 days are 400 years.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = quotient(dayOfEra - quotient(dayOfEra, 1_460) + quotient(dayOfEra, 36_524) - quotient(dayOfEra, 146_096), 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100));
  const marchMonth = quotient(5 * dayOfYear + 2, 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - quotient(153 * marchMonth + 2, 5) + 1,
  };
}

/** The civil day that a clock on a wall in the zone shows at this instant (epoch milliseconds). */
export function dayAt(instantMs: number, zone: Zone): Day {
  return Math.floor((instantMs + zoneOffsetHours[zone] * HOUR) / DAY);
}

/** Epoch milliseconds of a wall-clock time in the zone; minutes may be 1,440 and more. */
export function instantAt(day: Day, minutesAfterMidnight: number, zone: Zone): number {
  return day * DAY + minutesAfterMidnight * MINUTE - zoneOffsetHours[zone] * HOUR;
}

/** The first instant that no longer belongs to the day: a deadline has passed when now ≥ endOfDay. */
export function endOfDay(day: Day, zone: Zone): number {
  return instantAt(day + 1, 0, zone);
}

/** '2026-11-24T03:12:00.000Z' of whole epoch milliseconds. Throws RangeError for anything else. */
export function isoInstant(ms: number): string {
  if (!Number.isInteger(ms)) throw new RangeError(`not whole milliseconds: ${ms}`);
  const day = Math.floor(ms / DAY);
  const rest = ms - day * DAY;
  const clock = [quotient(rest, HOUR), quotient(rest, MINUTE) % 60, quotient(rest, 1_000) % 60].map((part) => digits(part, 2));
  return `${civil(day)}T${clock.join(':')}.${digits(rest % 1_000, 3)}Z`;
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Epoch milliseconds of an RFC 3339 instant; the offset is required, digits beyond the millisecond are cut off.
 * Throws RangeError for everything that is not one, leap seconds included.
 */
export function msOf(iso: string): number {
  const [, date, hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = INSTANT.exec(iso) ?? [];
  const valid = date !== undefined && isCivilDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    && Number(offsetHour) < 24 && Number(offsetMinute) < 60;
  if (!valid) throw new RangeError(`not an instant: ${String(iso)}`);
  const local = dayOf(date) * DAY + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE;
  return sign === '-' ? local + offset : local - offset;
}

const CIVIL = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function partsOf(text: string) {
  const match = typeof text === 'string' ? CIVIL.exec(text) : null;
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const length = (MONTH_LENGTHS[month - 1] ?? 0) + leapDay;
  return year >= 1 && dayOfMonth >= 1 && dayOfMonth <= length ? { year, month, dayOfMonth } : undefined;
}

function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = quotient(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + dayOfMonth - 1;
  return era * 146_097 + yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear - 719_468;
}

const quotient = (dividend: number, divisor: number) => Math.floor(dividend / divisor);
const digits = (value: number, width: number) => String(value).padStart(width, '0');
