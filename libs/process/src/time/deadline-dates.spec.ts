import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Calendar, type CalendarDay, type DeadlineRequest, bpsOfKemendagri, calendarFromCsv, civil, dayOf, deadline, nthWorkingDay, previousWorkingDays,
  rowDate, workingCalendar, workingDaysBetween,
} from '.';

const csv = readFileSync(join(__dirname, '../../../ledger/reference/holidays-id.csv'), 'utf8');
const published = calendarOf({});
const weekendsOnly: Calendar = { ...published, days: [] };
const withoutLeave: Calendar = { ...published, collectiveLeaveIsWorking: true };
/** What a public holiday library says of March and April 2026: no collective leave, Idul Fitri a day early (domain.md §4.4). */
const asLibrarySays: Calendar = {
  ...published,
  days: [['2026-03-19', 'Nyepi'], ['2026-03-20', 'Idul Fitri'], ['2026-03-21', 'Idul Fitri'], ['2026-04-03', 'Wafat Yesus Kristus']].map(
    ([date, name]): CalendarDay => ({ date: date!, kind: 'national-holiday', name: { id: name!, en: name! }, decree: 'none', issuedOn: '2025-01-01' }),
  ),
};
/** The same file, read with the Papuan codes translated. */
const byBpsCodes = calendarOf({ scopeOf: bpsOfKemendagri });

interface Circumstances {
  calendar?: Calendar;
  region?: string;
  known?: string;
  with?: Partial<DeadlineRequest>;
  provisional?: number[];
  paused?: number;
}
/** Start event, term in working days, due day with the weekday printed in the calendars of the decrees, why. */
type Case = [start: string, amount: number, due: string, why: string, circumstances?: Circumstances];

const aug18Unknown: Circumstances = { known: '2025-08-06' };
const aug18Known: Circumstances = { known: '2025-08-08' };
const pausedFor = (paused: number, ...spans: [string, string][]): Circumstances => ({ paused, with: { pauses: spans.map(([first, last]) => ({ first, last })) } });

const cases: Record<string, Case[]> = {
  'the four readings of the calendar (domain.md §4.4)': [
    ['2026-03-16', 7, 'Wed 25 Mar 2026', 'only weekends', { calendar: weekendsOnly }],
    ['2026-03-16', 7, 'Fri 27 Mar 2026', 'as a holiday library has it', { calendar: asLibrarySays }],
    ['2026-03-16', 7, 'Thu 26 Mar 2026', 'the decree without its leave', { calendar: withoutLeave }],
    ['2026-03-16', 7, 'Wed 1 Apr 2026', 'the decree with its leave: 17, 25, 26, 27, 30, 31 March, 1 April'],
    ['2026-03-02', 15, 'Mon 23 Mar 2026', 'only weekends', { calendar: weekendsOnly }],
    ['2026-03-02', 15, 'Wed 25 Mar 2026', 'as a holiday library has it', { calendar: asLibrarySays }],
    ['2026-03-02', 15, 'Tue 24 Mar 2026', 'the decree without its leave', { calendar: withoutLeave }],
    ['2026-03-02', 15, 'Mon 30 Mar 2026', 'the decree with its leave'],
    ['2026-03-02', 30, 'Mon 13 Apr 2026', 'only weekends', { calendar: weekendsOnly }],
    ['2026-03-02', 30, 'Thu 16 Apr 2026', 'as a holiday library has it', { calendar: asLibrarySays }],
    ['2026-03-02', 30, 'Wed 15 Apr 2026', 'the decree without its leave', { calendar: withoutLeave }],
    ['2026-03-02', 30, 'Tue 21 Apr 2026', 'the decree with its leave'],
  ],
  'around Idul Fitri 2026': [
    ['2026-03-13', 1, 'Mon 16 Mar 2026', 'a Friday'],
    ['2026-03-13', 3, 'Wed 25 Mar 2026', '16 and 17 March are the last two before Nyepi'],
    ['2026-03-17', 1, 'Wed 25 Mar 2026', 'one day takes over a week'],
    ['2026-03-18', 1, 'Wed 25 Mar 2026', 'received on a leave day'],
    ['2026-03-21', 3, 'Fri 27 Mar 2026', 'received on Idul Fitri itself, a Saturday'],
    ['2026-03-22', 5, 'Tue 31 Mar 2026', 'received on the second day, a Sunday'],
    ['2026-03-24', 7, 'Thu 2 Apr 2026', 'received on the last leave day'],
    ['2026-03-24', 8, 'Mon 6 Apr 2026', 'and over Good Friday'],
    ['2026-03-10', 10, 'Tue 31 Mar 2026', 'five before and five after'],
    ['2026-02-27', 14, 'Thu 26 Mar 2026', 'the ministry’s review'],
    ['2026-01-04', 60, 'Thu 9 Apr 2026', 'a quarter of a year from a Sunday: 19 in January, 18 in February, 17 in March, 6 in April'],
  ],
  'the other days of 2026': [
    ['2025-12-31', 1, 'Fri 2 Jan 2026', 'over New Year'],
    ['2025-12-30', 3, 'Mon 5 Jan 2026', '31 December, 2 and 5 January'],
    ['2026-01-01', 1, 'Fri 2 Jan 2026', 'received on New Year’s Day'],
    ['2026-01-12', 5, 'Tue 20 Jan 2026', 'over Isra Mikraj, a Friday'],
    ['2026-02-13', 3, 'Fri 20 Feb 2026', 'over the leave and holiday of Imlek'],
    ['2026-02-16', 1, 'Wed 18 Feb 2026', 'received on the leave day of Imlek'],
    ['2026-04-02', 1, 'Mon 6 Apr 2026', 'over Good Friday and Easter'],
    ['2026-04-30', 1, 'Mon 4 May 2026', 'over Labour Day, a Friday'],
    ['2026-05-11', 5, 'Wed 20 May 2026', 'over Ascension Day and its leave'],
    ['2026-05-13', 15, 'Wed 10 Jun 2026', 'the governor’s evaluation over Ascension, Idul Adha and Pancasila'],
    ['2026-05-26', 3, 'Wed 3 Jun 2026', '29 May, 2 and 3 June'],
    ['2026-05-29', 1, 'Tue 2 Jun 2026', 'Vesak falls on the Sunday, Pancasila on the Monday'],
    ['2026-06-15', 1, 'Wed 17 Jun 2026', 'over the Islamic New Year'],
    ['2026-08-14', 7, 'Thu 27 Aug 2026', 'over Independence Day and Maulid'],
    ['2026-11-03', 5, 'Tue 10 Nov 2026', 'harmonisation, one weekend'],
    ['2026-11-11', 10, 'Wed 25 Nov 2026', 'a provincial review, two weekends'],
    ['2026-11-24', 1, 'Wed 25 Nov 2026', 'tomorrow'],
    ['2026-11-24', 7, 'Thu 3 Dec 2026', 'one weekend'],
    ['2026-11-28', 1, 'Mon 30 Nov 2026', 'received on a Saturday'],
    ['2026-11-29', 1, 'Mon 30 Nov 2026', 'received on a Sunday'],
    ['2026-12-23', 1, 'Mon 28 Dec 2026', 'over Christmas and its leave'],
    ['2026-12-23', 5, 'Mon 4 Jan 2027', 'and over New Year'],
    ['2026-12-23', 6, 'Wed 6 Jan 2027', 'and over Isra Mikraj on the Tuesday'],
    ['2026-12-31', 2, 'Wed 6 Jan 2027', '4 and 6 January'],
    ['2026-11-24', 30, 'Mon 11 Jan 2027', 'the thirty days to enactment: 21 by 23 December, 25 by New Year, 30 on 11 January'],
  ],
  '2027, with Idul Fitri in March': [
    ['2027-01-04', 1, 'Wed 6 Jan 2027', 'over Isra Mikraj'],
    ['2027-02-04', 1, 'Mon 8 Feb 2027', 'over the leave of Imlek; Imlek is a Saturday'],
    ['2027-03-05', 1, 'Tue 16 Mar 2027', 'Nyepi, leave, Idul Fitri, leave: six working days of the week are gone'],
    ['2027-03-05', 3, 'Thu 18 Mar 2027', 'the three days for sending'],
    ['2027-03-01', 15, 'Thu 1 Apr 2027', 'Idul Fitri and Good Friday in one term'],
    ['2027-03-24', 1, 'Mon 29 Mar 2027', 'over Good Friday and the leave before it'],
    ['2027-05-05', 3, 'Tue 11 May 2027', 'over Ascension Day'],
    ['2027-05-14', 1, 'Fri 21 May 2027', 'Idul Adha to Vesak, Monday to Thursday'],
    ['2027-05-14', 3, 'Tue 25 May 2027', 'the Friday between and two more'],
    ['2027-05-31', 1, 'Wed 2 Jun 2027', 'over Pancasila'],
    ['2027-08-16', 1, 'Wed 18 Aug 2027', 'over Independence Day'],
    ['2027-12-23', 1, 'Mon 27 Dec 2027', 'over the leave; Christmas is a Saturday'],
    ['2027-12-23', 5, 'Fri 31 Dec 2027', 'the last day of a published year'],
  ],
  'years without a published table': [
    ['2027-12-23', 6, 'Mon 3 Jan 2028', 'one day into 2028', { provisional: [2028] }],
    ['2027-12-31', 1, 'Mon 3 Jan 2028', 'wholly in 2028', { provisional: [2028] }],
    ['2028-01-03', 7, 'Wed 12 Jan 2028', 'weekends are all that is known', { provisional: [2028] }],
    ['2027-12-20', 60, 'Tue 14 Mar 2028', 'over a leap day', { provisional: [2028] }],
    ['2023-12-28', 1, 'Fri 29 Dec 2023', 'before the first table', { provisional: [2023] }],
    ['2023-12-29', 1, 'Tue 2 Jan 2024', 'its first days lie before the first table', { provisional: [2023] }],
    ['2023-12-31', 1, 'Tue 2 Jan 2024', 'only the uncounted start lies before the first table'],
    ['2025-12-31', 1, 'Thu 1 Jan 2026', 'a day before the decree for 2026', { known: '2025-09-18', provisional: [2026] }],
    ['2025-12-31', 1, 'Fri 2 Jan 2026', 'on the day of the decree for 2026', { known: '2025-09-19' }],
    ['2027-01-04', 1, 'Tue 5 Jan 2027', 'a day before the decree for 2027', { known: '2026-09-14', provisional: [2027] }],
  ],
  'around Idul Fitri 2025': [
    ['2025-03-27', 1, 'Tue 8 Apr 2025', 'twelve days for one: the longest holiday of these years'],
    ['2025-03-27', 7, 'Wed 16 Apr 2025', 'the register number’s seven days'],
    ['2025-03-20', 7, 'Wed 9 Apr 2025', 'five before and two after'],
    ['2025-03-31', 3, 'Thu 10 Apr 2025', 'received on Idul Fitri itself'],
    ['2025-03-03', 15, 'Mon 24 Mar 2025', 'ends before'],
    ['2025-03-03', 20, 'Wed 9 Apr 2025', '18 before and two after'],
    ['2025-03-03', 30, 'Thu 24 Apr 2025', 'over Good Friday as well'],
    ['2025-03-27', 1, 'Fri 28 Mar 2025', 'if leave were working', { calendar: withoutLeave }],
    ['2025-03-27', 3, 'Thu 3 Apr 2025', 'if leave were working', { calendar: withoutLeave }],
  ],
  '18 August 2025, decreed on 7 August': [
    ['2025-08-15', 1, 'Mon 18 Aug 2025', 'as known on the 6th', aug18Unknown],
    ['2025-08-15', 1, 'Tue 19 Aug 2025', 'as known on the 8th', aug18Known],
    ['2025-08-12', 5, 'Tue 19 Aug 2025', 'as known on the 6th', aug18Unknown],
    ['2025-08-12', 5, 'Wed 20 Aug 2025', 'as known on the 8th', aug18Known],
    ['2025-08-12', 5, 'Wed 20 Aug 2025', 'as known on the very day of the decree', { known: '2025-08-07' }],
    ['2025-08-12', 5, 'Wed 20 Aug 2025', 'as known today'],
    ['2025-08-11', 4, 'Fri 15 Aug 2025', 'ends before: the same on the 6th', aug18Unknown],
    ['2025-08-11', 4, 'Fri 15 Aug 2025', 'and on the 8th', aug18Known],
    ['2025-08-18', 1, 'Tue 19 Aug 2025', 'received on it, as known on the 6th', aug18Unknown],
    ['2025-08-18', 1, 'Tue 19 Aug 2025', 'received on it, as known on the 8th', aug18Known],
  ],
  'the other days of 2024 and 2025': [
    ['2024-02-07', 1, 'Mon 12 Feb 2024', 'Isra Mikraj, leave, Imlek'],
    ['2024-02-07', 3, 'Wed 14 Feb 2024', 'the day before the election was decreed', { known: '2024-02-05' }],
    ['2024-02-07', 3, 'Thu 15 Feb 2024', 'once the election was decreed', { known: '2024-02-06' }],
    ['2024-02-28', 2, 'Fri 1 Mar 2024', 'over a leap day, which counts'],
    ['2024-03-08', 2, 'Thu 14 Mar 2024', 'over Nyepi and its leave'],
    ['2024-03-28', 1, 'Mon 1 Apr 2024', 'over Good Friday and Easter'],
    ['2024-04-05', 1, 'Tue 16 Apr 2024', 'Idul Fitri 2024'],
    ['2024-04-05', 5, 'Mon 22 Apr 2024', 'Idul Fitri 2024'],
    ['2024-04-30', 7, 'Tue 14 May 2024', 'over Labour Day, Ascension Day and its leave'],
    ['2024-05-08', 1, 'Mon 13 May 2024', 'over Ascension Day and its leave'],
    ['2024-05-22', 1, 'Mon 27 May 2024', 'over Vesak and its leave'],
    ['2024-06-14', 1, 'Wed 19 Jun 2024', 'over Idul Adha and its leave'],
    ['2024-09-15', 1, 'Tue 17 Sep 2024', 'Maulid is the Monday, not the Sunday one page prints'],
    ['2024-11-26', 1, 'Wed 27 Nov 2024', 'the day before the regional elections were decreed', { known: '2024-11-20' }],
    ['2024-11-26', 1, 'Thu 28 Nov 2024', 'once the regional elections were decreed', { known: '2024-11-21' }],
    ['2024-12-24', 2, 'Mon 30 Dec 2024', 'over Christmas and its leave'],
    ['2024-12-31', 1, 'Thu 2 Jan 2025', 'over New Year'],
    ['2025-01-24', 3, 'Mon 3 Feb 2025', 'Isra Mikraj, leave, Imlek in one week'],
    ['2025-04-17', 1, 'Mon 21 Apr 2025', 'over Good Friday and Easter'],
    ['2025-05-09', 1, 'Wed 14 May 2025', 'over Vesak and its leave'],
    ['2025-05-28', 1, 'Mon 2 Jun 2025', 'over Ascension Day, its leave and Pancasila, a Sunday'],
    ['2025-06-05', 2, 'Wed 11 Jun 2025', 'over Idul Adha and its leave'],
    ['2025-06-26', 1, 'Mon 30 Jun 2025', 'over the Islamic New Year'],
    ['2025-09-04', 1, 'Mon 8 Sep 2025', 'over Maulid'],
    ['2025-12-24', 1, 'Mon 29 Dec 2025', 'over Christmas and its leave'],
  ],
  'regional days': [
    ['2025-08-05', 1, 'Wed 6 Aug 2025', 'Bengkulu works', { region: '17' }],
    ['2025-08-05', 1, 'Wed 6 Aug 2025', 'the ministry works', { region: '' }],
    ['2025-08-05', 1, 'Thu 7 Aug 2025', 'Papua votes again (BPS 94)', { region: '94', calendar: byBpsCodes }],
    ['2025-08-05', 1, 'Thu 7 Aug 2025', 'and every regency of it', { region: '9471', calendar: byBpsCodes }],
    ['2025-08-05', 1, 'Wed 6 Aug 2025', 'Papua Barat does not (BPS 91)', { region: '91', calendar: byBpsCodes }],
    ['2025-08-05', 1, 'Thu 7 Aug 2025', 'read with the digits of the note as they stand', { region: '9103' }],
    ['2025-08-05', 1, 'Wed 6 Aug 2025', 'before it was reported', { region: '94', calendar: byBpsCodes, known: '2025-07-16' }],
    ['2025-08-26', 1, 'Thu 28 Aug 2025', 'Kabupaten Bangka votes again', { region: '1901' }],
    ['2025-08-26', 1, 'Thu 28 Aug 2025', 'so does Pangkalpinang, by another decree', { region: '1971' }],
    ['2025-08-26', 1, 'Wed 27 Aug 2025', 'which was issued three days later', { region: '1971', known: '2025-08-20' }],
    ['2025-08-26', 1, 'Thu 28 Aug 2025', 'than that of Bangka', { region: '1901', known: '2025-08-20' }],
    ['2025-08-26', 1, 'Wed 27 Aug 2025', 'Belitung works', { region: '1902' }],
    ['2025-08-26', 1, 'Wed 27 Aug 2025', 'the province’s offices work', { region: '19' }],
    ['2025-08-26', 1, 'Wed 27 Aug 2025', 'Seluma works', { region: '1705' }],
  ],
  'terms whose start day counts': [
    ['2026-03-16', 1, 'Mon 16 Mar 2026', 'due the same day', { with: { startDayCounts: true } }],
    ['2026-03-18', 1, 'Wed 25 Mar 2026', 'started on a leave day', { with: { startDayCounts: true } }],
    ['2026-03-16', 7, 'Tue 31 Mar 2026', 'one working day earlier', { with: { startDayCounts: true } }],
  ],
  'calendar days, which do not roll': [
    ['2026-03-16', 3, 'Thu 19 Mar 2026', 'ends on Nyepi', { with: { unit: 'calendar-day' } }],
    ['2026-03-16', 7, 'Mon 23 Mar 2026', 'UU 12/2011 art. 78(2)', { with: { unit: 'calendar-day' } }],
    ['2026-11-24', 14, 'Tue 8 Dec 2026', 'two weeks', { with: { unit: 'calendar-day' } }],
    ['2026-11-24', 14, 'Mon 7 Dec 2026', 'two weeks with the start', { with: { unit: 'calendar-day', startDayCounts: true } }],
    ['2024-02-28', 2, 'Fri 1 Mar 2024', 'over a leap day', { with: { unit: 'calendar-day' } }],
    ['2027-12-20', 30, 'Wed 19 Jan 2028', 'needs no holiday table', { with: { unit: 'calendar-day' } }],
    ['2026-11-02', 10, 'Sun 15 Nov 2026', 'three days paused', { paused: 3, with: { unit: 'calendar-day', pauses: [{ first: '2026-11-05', last: '2026-11-07' }] } }],
  ],
  'paused policy terms': [
    ['2026-11-16', 10, 'Mon 30 Nov 2026', 'not paused', pausedFor(0)],
    ['2026-11-16', 10, 'Thu 3 Dec 2026', 'Wednesday to Friday', pausedFor(3, ['2026-11-18', '2026-11-20'])],
    ['2026-11-16', 10, 'Mon 30 Nov 2026', 'a weekend costs nothing', pausedFor(0, ['2026-11-21', '2026-11-22'])],
    ['2026-11-16', 10, 'Mon 30 Nov 2026', 'nor does the uncounted start day', pausedFor(0, ['2026-11-16', '2026-11-16'])],
    ['2026-11-16', 10, 'Mon 30 Nov 2026', 'nor what comes after the due day', pausedFor(0, ['2026-12-01', '2026-12-04'])],
    ['2026-11-16', 10, 'Wed 2 Dec 2026', 'from the due day itself', pausedFor(2, ['2026-11-30', '2026-12-01'])],
    ['2026-11-16', 10, 'Thu 3 Dec 2026', 'two pauses', pausedFor(3, ['2026-11-24', '2026-11-25'], ['2026-11-18', '2026-11-18'])],
    ['2026-11-16', 10, 'Wed 2 Dec 2026', 'two pauses end to end', pausedFor(2, ['2026-11-18', '2026-11-18'], ['2026-11-19', '2026-11-19'])],
    ['2026-03-16', 7, 'Wed 1 Apr 2026', 'over holidays alone', pausedFor(0, ['2026-03-18', '2026-03-24'])],
    ['2026-03-16', 7, 'Tue 7 Apr 2026', 'over holidays and 17, 25, 26 March', pausedFor(3, ['2026-03-17', '2026-03-26'])],
  ],
  'extended policy terms': [
    ['2026-11-16', 5, 'Mon 23 Nov 2026', 'not extended'],
    ['2026-11-16', 5, 'Mon 30 Nov 2026', 'once', { with: { extensions: [5] } }],
    ['2026-11-16', 5, 'Tue 24 Nov 2026', 'by one day', { with: { extensions: [1] } }],
    ['2026-11-16', 5, 'Mon 7 Dec 2026', 'twice', { with: { extensions: [5, 5] } }],
    ['2026-11-16', 5, 'Thu 3 Dec 2026', 'and paused three days', { paused: 3, with: { extensions: [5], pauses: [{ first: '2026-11-18', last: '2026-11-20' }] } }],
  ],
};

for (const [title, table] of Object.entries(cases)) {
  describe(title, () => {
    it.each(table)('%s and %d days: %s, %s', (start, amount, due, _why, circumstances = {}) => {
      const { calendar = published, region = '1705', known, provisional = [], paused = 0 } = circumstances;
      const request: DeadlineRequest = { start, amount, unit: 'working-day', class: 'policy', ...circumstances.with };
      const found = deadline(workingCalendar(calendar, region, known), 'WIB', request);
      if ('refused' in found) throw new Error(found.refused);
      expect(rowDate(found.dueOn, 'en')).toBe(due);
      expect(rowDate(walkedByHand(request, circumstances), 'en')).toBe(due);
      expect(found).toMatchObject({ provisionalYears: provisional, provisional: provisional.length > 0, pausedDays: paused, remaining: 0, overdue: false });
    });
  });
}

it('stands on at least a hundred and forty dated cases; with the seventy of the process they are more than two hundred', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(140);
});

describe('the published table', () => {
  it('has as many holidays and leave days as the decrees count', () => {
    const count = (year: number, kind: string) => published.days.filter((day) => day.kind === kind && day.date.startsWith(`${year}`)).length;
    expect([2024, 2025, 2026, 2027].map((year) => count(year, 'national-holiday'))).toEqual([19, 17, 17, 18]); // 2024 with two election days
    expect([2024, 2025, 2026, 2027].map((year) => count(year, 'collective-leave'))).toEqual([10, 11, 8, 8]); // 2025 with 18 August
    expect(published.years).toEqual([2024, 2025, 2026, 2027]);
    expect(published.days).toHaveLength(111);
  });
  it('leaves these working days to a Bengkulu office', () => {
    const cal = workingCalendar(published, '1705');
    const inYear = (year: number) => workingDaysBetween(cal, dayOf(`${year - 1}-12-31`), dayOf(`${year}-12-31`));
    // Mondays to Fridays of the year, minus free ones of each month from January to December, counted in the decrees
    expect(inYear(2024)).toBe(262 - (1 + 3 + 3 + 6 + 5 + 2 + 0 + 0 + 1 + 0 + 1 + 2));
    expect(inYear(2025)).toBe(261 - (4 + 0 + 2 + 6 + 5 + 3 + 0 + 1 + 1 + 0 + 0 + 2));
    expect(inYear(2026)).toBe(261 - (2 + 2 + 5 + 1 + 5 + 2 + 0 + 2 + 0 + 0 + 0 + 2));
    expect(inYear(2027)).toBe(261 - (2 + 1 + 8 + 0 + 5 + 1 + 0 + 1 + 0 + 0 + 0 + 1));
  });
  it('counts back as it counts forth', () => {
    const cal = workingCalendar(published, '1705');
    expect(civil(previousWorkingDays(cal, dayOf('2026-04-01'), 3))).toBe('2026-03-27');
    expect(civil(previousWorkingDays(cal, dayOf('2026-03-25'), 1))).toBe('2026-03-17');
    expect(civil(nthWorkingDay(cal, dayOf('2026-03-21'), 0))).toBe('2026-03-21');
    expect(workingDaysBetween(cal, dayOf('2026-04-01'), dayOf('2026-03-16'))).toBe(-7);
  });
});

/** A second opinion, written apart from the code: leafs through the days one by one with the lines of the file beside it. */
function walkedByHand(request: DeadlineRequest, { calendar = published, region = '1705', known = '9999-12-31' }: Circumstances): string {
  const lines = calendar === weekendsOnly ? [] : calendar === asLibrarySays ? ['2026-03-19,', '2026-03-20,', '2026-03-21,', '2026-04-03,'] : csv.split('\n').slice(1);
  const isFree = (date: string) =>
    request.unit === 'working-day' &&
    (/^(Sat|Sun)/.test(new Date(`${date}T00:00:00Z`).toUTCString()) ||
      lines.some((line) => {
        if (!line.startsWith(date) || (line.includes(',collective-leave,') && calendar === withoutLeave)) return false;
        const issuedOn = /,(\d{4}-\d\d-\d\d),/.exec(line)?.[1] ?? '';
        const place = /scope=([\d.]+)/.exec(line)?.[1]?.replace('.', '') ?? '';
        return issuedOn <= known && region.startsWith(calendar === byBpsCodes && place === '91' ? '94' : place);
      }));
  const isPaused = (date: string) => (request.pauses ?? []).some(({ first, last }) => date >= first && date <= last!);
  const date = new Date(`${request.start}T00:00:00Z`);
  const shown = () => date.toISOString().slice(0, 10);
  let left = [request.amount, ...(request.extensions ?? [])].reduce((a, b) => a + b);
  if (request.startDayCounts && !isFree(shown())) left--;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (!isFree(shown()) && !isPaused(shown())) left--;
  }
  return shown();
}

function calendarOf(options: { scopeOf?: typeof bpsOfKemendagri }): Calendar {
  const read = calendarFromCsv(csv, { version: 1, ...options });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.calendar;
}
