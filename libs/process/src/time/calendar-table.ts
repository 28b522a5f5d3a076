import type { BothLanguages } from './both-languages';
import type { Calendar, CalendarDay, CalendarDayKind } from './calendar';
import { isCivilDate } from './civil-day';
import { isProvince } from './zones';

export const calendarProblemCodes = [
  'malformed-row', 'missing-column', 'empty-table', 'too-many-days', 'invalid-date', 'unknown-kind', 'missing-name', 'missing-decree', 'text-too-long', 'missing-issue-date',
  'invalid-issue-date', 'unknown-scope', 'duplicate-day', 'gap-of-year', 'week-pattern-invalid', 'week-without-working-day',
] as const;
export type CalendarProblemCode = (typeof calendarProblemCodes)[number];

/** `row` counts records from 1, the header being 1, as a spreadsheet does; in JSON it counts the days from 1; 0 when the table as a whole is meant. */
export interface CalendarProblem {
  row: number;
  column: string;
  code: CalendarProblemCode;
  message: BothLanguages;
}

export const COLUMNS = ['date', 'kind', 'name_id', 'name_en', 'decree', 'issued_on', 'note'] as const;
export type Column = (typeof COLUMNS)[number];

/** One day as it was handed in; nothing of it is believed yet. */
export interface DayEntry {
  row: number;
  cells: Record<Column, string>;
  /** BPS prefix, undefined where none could be read. */
  scope: string | undefined;
}

/** What a version says besides its days. Without `years`, those with a nation-wide national holiday. */
export interface CalendarTerms {
  version: number;
  weekend?: readonly number[];
  collectiveLeaveIsWorking?: boolean;
  years?: readonly number[];
}

const KINDS: readonly string[] = ['national-holiday', 'collective-leave', 'election', 'regional', 'working-day-override'] satisfies CalendarDayKind[];
const MOST_DAYS = 5_000;
const LONGEST_TEXT = 300;

/** The one judge of a calendar, whatever form it came in: every problem is told, not only the first. */
export function calendarOf(entries: readonly DayEntry[], { version, weekend = [0, 6], collectiveLeaveIsWorking = false, years }: CalendarTerms): { calendar: Calendar } | { problems: CalendarProblem[] } {
  const ofTheWeek = weekProblems(weekend);
  if (entries.length === 0) return { problems: [...ofTheWeek, problem(0, 'date', 'empty-table')] };
  if (entries.length > MOST_DAYS) return { problems: [...ofTheWeek, problem(0, 'date', 'too-many-days', String(MOST_DAYS))] };
  const read = entries.map((entry) => ({ entry, problems: dayProblems(entry) }));
  const sound = read.filter(({ problems }) => problems.length === 0).map(({ entry }) => ({ row: entry.row, day: dayOf(entry) }));
  // A holiday counts for its year even where its decree is still to be named: one mistake is told once.
  const held = yearsWithHolidays(entries.map(dayOf).filter(({ date }) => isCivilDate(date)));
  const published = years ? [...new Set(years)].sort((a, b) => a - b) : held;
  const problems = [...ofTheWeek, ...read.flatMap((one) => one.problems), ...duplicates(sound), ...gaps(published, held)];
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.row - b.row) };
  return { calendar: { version, weekend: [...new Set(weekend)].sort(), collectiveLeaveIsWorking, years: published, days: sound.map(({ day }) => day) } };
}

/** What makes two entries speak of the same thing: a day may stand once per scope, and once more as `working-day-override`. */
export const keyOfDay = ({ date, kind, scope = '' }: CalendarDay): string => `${date} ${scope} ${kind === 'working-day-override' ? 'working' : 'free'}`;

function weekProblems(weekend: readonly number[]): CalendarProblem[] {
  const strange = weekend.filter((day) => !Number.isInteger(day) || day < 0 || day > 6);
  if (strange.length > 0) return [problem(0, 'weekend', 'week-pattern-invalid', strange.join(', '))];
  return new Set(weekend).size === 7 ? [problem(0, 'weekend', 'week-without-working-day')] : [];
}

function dayProblems({ row, cells, scope }: DayEntry): CalendarProblem[] {
  const long = (['name_id', 'name_en', 'decree'] as const).filter((column) => cells[column].length > LONGEST_TEXT);
  return [
    ...(isCivilDate(cells.date) ? [] : [problem(row, 'date', 'invalid-date', cells.date)]),
    ...(cells.issued_on === '' ? [problem(row, 'issued_on', 'missing-issue-date')] : isCivilDate(cells.issued_on) ? [] : [problem(row, 'issued_on', 'invalid-issue-date', cells.issued_on)]),
    ...(KINDS.includes(cells.kind) ? [] : [problem(row, 'kind', 'unknown-kind', cells.kind)]),
    ...(['name_id', 'name_en'] as const).filter((column) => cells[column] === '').map((column) => problem(row, column, 'missing-name')),
    ...(cells.decree === '' ? [problem(row, 'decree', 'missing-decree')] : []),
    ...long.map((column) => problem(row, column, 'text-too-long', String(LONGEST_TEXT))),
    ...(scope === undefined || (scope !== '' && !isProvince(scope.slice(0, 2))) || (cells.kind === 'regional' && scope === '') ? [problem(row, 'note', 'unknown-scope', cells.note)] : []),
  ];
}

function dayOf({ cells, scope = '' }: DayEntry): CalendarDay {
  const { date, kind, decree, issued_on: issuedOn } = cells;
  return { date, kind: kind as CalendarDayKind, name: { id: cells.name_id, en: cells.name_en }, decree, issuedOn, scope };
}

function duplicates(sound: readonly { row: number; day: CalendarDay }[]): CalendarProblem[] {
  const seen = new Set<string>();
  return sound.flatMap(({ row, day }) => {
    const key = keyOfDay(day);
    if (seen.has(key)) return [problem(row, 'date', 'duplicate-day', day.date)];
    seen.add(key);
    return [];
  });
}

/** Every published year has its holidays, and none is missing in between. */
function gaps(published: readonly number[], held: readonly number[]): CalendarProblem[] {
  if (published.length === 0 || held.length === 0) return [problem(0, 'years', 'gap-of-year')];
  const missing = published.filter((year) => !held.includes(year));
  const [first, last] = [published[0]!, published.at(-1)!];
  for (let year = first + 1; year < last; year++) if (!published.includes(year)) missing.push(year);
  return missing.slice(0, 100).map((year) => problem(0, 'years', 'gap-of-year', String(year)));
}

function yearsWithHolidays(days: readonly CalendarDay[]): number[] {
  const national = days.filter((day) => day.kind === 'national-holiday' && !day.scope);
  return [...new Set(national.map((day) => Number(day.date.slice(0, 4))))].sort((a, b) => a - b);
}

const messages: Record<CalendarProblemCode, (column: string, found: string) => BothLanguages> = {
  'malformed-row': () => ({ id: 'Jumlah kolom atau tanda kutip baris ini tidak benar.', en: 'The number of fields or the quotes of this row are wrong.' }),
  'missing-column': (column) => ({ id: `Kolom ${column} tidak ada.`, en: `The column ${column} is missing.` }),
  'empty-table': () => ({ id: 'Tabel ini tidak memuat satu hari pun.', en: 'The table holds no day at all.' }),
  'too-many-days': (_, most) => ({ id: `Paling banyak ${most} hari dalam satu tabel.`, en: `At most ${most} days in one table.` }),
  'invalid-date': (column, found) => ({ id: `Kolom ${column}: “${found}” bukan tanggal (TTTT-BB-HH).`, en: `Column ${column}: “${found}” is not a date (YYYY-MM-DD).` }),
  'unknown-kind': (_, found) => ({ id: `Jenis hari “${found}” tidak dikenal; yang ada: ${KINDS.join(', ')}.`, en: `Unknown kind of day “${found}”; known are ${KINDS.join(', ')}.` }),
  'missing-name': (column) => ({ id: `Nama hari (${column}) kosong.`, en: `The name of the day (${column}) is empty.` }),
  'missing-decree': () => ({ id: 'Keputusan yang menetapkan hari ini belum disebut.', en: 'The decree that made this day is not named.' }),
  'text-too-long': (column, most) => ({ id: `Kolom ${column}: paling panjang ${most} karakter.`, en: `Column ${column}: at most ${most} characters.` }),
  'missing-issue-date': () => ({ id: 'Tanggal penetapan keputusan belum disebut.', en: 'The day on which the decree was issued is not named.' }),
  'invalid-issue-date': (_, found) => ({ id: `Tanggal penetapan “${found}” bukan tanggal (TTTT-BB-HH).`, en: `The day of issue “${found}” is not a date (YYYY-MM-DD).` }),
  'unknown-scope': (_, found) => ({ id: `Wilayah tidak dapat dibaca dari “${found}” (contoh CSV: scope=17.05; JSON: "1705").`, en: `No region can be read from “${found}” (example in CSV: scope=17.05; in JSON: "1705").` }),
  'duplicate-day': (_, found) => ({ id: `${found} sudah tercantum untuk wilayah yang sama.`, en: `${found} is listed already for the same region.` }),
  'gap-of-year': (_, found) =>
    found
      ? { id: `Tahun ${found} tidak memiliki hari libur nasional, padahal tabel ini memuat tahun di sekitarnya.`, en: `The year ${found} has no national holiday although the table covers the years around it.` }
      : { id: 'Tabel ini tidak memuat satu pun hari libur nasional.', en: 'The table holds no national holiday at all.' },
  'week-pattern-invalid': (_, found) => ({ id: `Hari dalam pekan ditulis 0 (Minggu) sampai 6 (Sabtu), bukan ${found}.`, en: `Days of the week are written 0 (Sunday) to 6 (Saturday), not ${found}.` }),
  'week-without-working-day': () => ({ id: 'Pekan tanpa satu pun hari kerja: tidak ada tenggat yang dapat berakhir.', en: 'A week without a working day: no term could ever end.' }),
};

export function problem(row: number, column: string, code: CalendarProblemCode, found = ''): CalendarProblem {
  return { row, column, code, message: messages[code](column, found.length > 80 ? `${found.slice(0, 80)}…` : found) };
}
