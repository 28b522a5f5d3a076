import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calendar, type CalendarDay, type CivilDate, type Definition, type Rules, calendarFromCsv, rpikV1, workingCalendar, zoneOfRegion } from '../src';

/** Lower-case hex SHA-256 of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The calendar of the joint decrees as it is shipped, 2024 to 2027. */
export const publishedCalendar: Calendar = read(readFileSync(join(__dirname, '../../ledger/reference/holidays-id.csv'), 'utf8'));

function read(csv: string): Calendar {
  const result = calendarFromCsv(csv, { version: 1 });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.calendar;
}

/** The same calendar with one more day off, as a decree in mid-year would have it. */
export function withHoliday(date: CivilDate, calendar: Calendar = publishedCalendar): Calendar {
  const day: CalendarDay = { date, kind: 'collective-leave', name: { id: 'Cuti bersama tambahan', en: 'Added collective leave' }, decree: 'SKB perubahan', issuedOn: '2026-01-02' };
  return { ...calendar, version: calendar.version + 1, days: [...calendar.days, day] };
}

/** What a decision on a case of this region (BPS code) rests on: the real process, the real calendar, the region's zone. */
export function rulesFor(region = '1705', { definition = rpikV1, calendar = publishedCalendar }: { definition?: Definition; calendar?: Calendar } = {}): Rules {
  return { definition, calendar: workingCalendar(calendar, region), zone: zoneOfRegion(region), regionName: region === '1705' ? 'Kab. Seluma' : `Kab. ${region}`, digest: sha256 };
}
