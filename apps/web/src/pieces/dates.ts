import { dayAt } from '#process/time/civil-day';
import { longDate, rowDate, rowMoment } from '#process/time/format';
import { zoneOfRegion } from '#process/time/zones';
import type { Language } from '../words/words';

/** "Rab 25 Nov 2026". */
export const inRow = (date: string, language: Language): string => rowDate(date, language);

/** "Rabu, 25 November 2026 pukul 10.17 WIB", on the wall clock of the region. */
export const inFull = (instant: string, region: string, language: Language): string => longDate(instant, zoneOfRegion(region), language);

/** "Rab 25 Nov 2026, 10.17 WIB": the same where there is little room. */
export const inBrief = (instant: string, region: string, language: Language): string => rowMoment(instant, zoneOfRegion(region), language);

/** The civil day of an instant in a region. */
export function dayOfInstant(instant: string, region: string, language: Language): string {
  const day = new Date(dayAt(Date.parse(instant), zoneOfRegion(region)) * 86_400_000).toISOString().slice(0, 10);
  return rowDate(day, language);
}

/** "25 Nov": where the year is beside it. */
export const dayInShort = (instant: string, region: string, language: Language): string => dayOfInstant(instant, region, language).split(' ').slice(1, 3).join(' ');

/** "09.41", as the reader's own device has it: of what is kept on it. */
export const timeOf = (instant: string, language: Language): string => new Date(instant).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });

/** "9.30", "09:30" → "09:30"; undefined for anything that is no time of a day. */
export function readTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** A day as people type it, for a field that begins with one. */
export const asTyped = (day: string): string => day.split('-').reverse().map(Number).join('/');

const monthNames: Record<string, number> = {
  jan: 1, feb: 2, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, aug: 8, agt: 8, sep: 9, okt: 10, oct: 10, nov: 11, des: 12, dec: 12,
};

/** Reads "3/12/2026", "3-12-2026", "3 Des 2026", "3 Desember 2026" and "2026-12-03"; undefined for anything that is no day. */
export function readDate(text: string): string | undefined {
  const asked = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(asked);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(asked);
  const words = /^(\d{1,2}) ([a-z]+)\.? (\d{4})$/.exec(asked);
  const parts = iso ? [iso[1], iso[2], iso[3]] : numbers ? [numbers[3], numbers[2], numbers[1]] : words ? [words[3], monthNames[words[2]!.slice(0, 3)], words[1]] : undefined;
  if (!parts) return undefined;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.toISOString().slice(0, 10) : undefined;
}
