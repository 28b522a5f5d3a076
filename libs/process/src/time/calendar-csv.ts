import type { BothLanguages } from './both-languages';
import type { Calendar, CalendarDay, CalendarDayKind } from './calendar';
import { isCivilDate } from './civil-day';
import { csvRecords } from './csv-records';

export type CalendarProblemCode =
  | 'malformed-row' | 'missing-column' | 'invalid-date' | 'unknown-kind' | 'missing-name' | 'missing-decree' | 'unknown-scope' | 'duplicate-day' | 'gap-of-year';

/** `row` counts records from 1, the header being 1, as a spreadsheet does; 0 when the table as a whole is meant. */
export interface CalendarProblem {
  row: number;
  column: string;
  code: CalendarProblemCode;
  message: BothLanguages;
}

export interface CalendarCsvOptions {
  version: number;
  weekend?: number[];
  collectiveLeaveIsWorking?: boolean;
  /** BPS prefix of a code found in a `scope=` note, undefined when there is none. Default: the code without its dots. */
  scopeOf?: (code: string) => string | undefined;
}

const COLUMNS = ['date', 'kind', 'name_id', 'name_en', 'decree', 'issued_on', 'note'] as const;
const KINDS: readonly string[] = ['national-holiday', 'collective-leave', 'election', 'regional', 'working-day-override'] satisfies CalendarDayKind[];
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, string>;

/**
 * Reads a holiday table: columns `date, kind, name_id, name_en, decree, issued_on, note` in any order, one record per
 * day and decree, RFC 4180. Every problem is reported, not only the first. A day may stand once per scope, and once more
 * as `working-day-override`. `years` are those with a nation-wide national holiday; none may be missing in between.
 *
 * A regional day names its region in the note, `scope=19.01`, by *Kemendagri* code. By default the dots are removed and
 * the digits taken as a BPS prefix. The two code lists agree for most of Indonesia but not for Papua (Kemendagri 91 is
 * Papua, BPS 91 is Papua Barat): pass `bpsOfKemendagri` or a register of regions as `scopeOf` where that matters.
 */
export function calendarFromCsv(text: string, options: CalendarCsvOptions): { calendar: Calendar } | { problems: CalendarProblem[] } {
  const csv = csvRecords(text);
  if ('malformedRecord' in csv) return { problems: [problem(csv.malformedRecord, '', 'malformed-row')] };

  const [header = [], ...records] = csv.records;
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) return { problems: missing.map((column) => problem(1, column, 'missing-column')) };

  const read = records.map((fields, index) => readDay(fields, header, index + 2, options.scopeOf ?? withoutDots));
  const days = read.flatMap((result) => ('day' in result ? [result.day] : []));
  const problems = [...read.flatMap((result) => ('problems' in result ? result.problems : [])), ...duplicates(read), ...gaps(days)];
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.row - b.row) };

  const { version, weekend = [0, 6], collectiveLeaveIsWorking = false } = options;
  return { calendar: { version, weekend, collectiveLeaveIsWorking, years: publishedYears(days), days } };
}

const papuanProvinces: Record<string, string> = { '91': '94', '92': '91', '93': '95', '94': '96', '95': '97', '96': '92' };

/**
 * BPS prefix of a Kemendagri code ('17.05' → '1705'), with the provinces of Papua translated: 91 Papua → 94, 92 Papua
 * Barat → 91, 93 Selatan → 95, 94 Tengah → 96, 95 Pegunungan → 97, 96 Barat Daya → 92. Undefined for regencies there,
 * whose numbers follow no rule.
 */
export function bpsOfKemendagri(code: string): string | undefined {
  const digits = withoutDots(code);
  if (!(digits.slice(0, 2) in papuanProvinces)) return digits;
  return papuanProvinces[digits];
}

function withoutDots(code: string): string {
  return code.split('.').join('');
}

type ReadDay = { day: CalendarDay; row: number } | { problems: CalendarProblem[] };

function readDay(fields: string[], header: string[], row: number, scopeOf: (code: string) => string | undefined): ReadDay {
  if (fields.length !== header.length) return { problems: [problem(row, '', 'malformed-row')] };
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, fields[header.indexOf(column)]!.trim()])) as Row;
  const scope = scopeIn(cells.note, scopeOf);
  const problems = [
    ...(['date', 'issued_on'] as const).filter((column) => !isCivilDate(cells[column])).map((column) => problem(row, column, 'invalid-date', cells[column])),
    ...(KINDS.includes(cells.kind) ? [] : [problem(row, 'kind', 'unknown-kind', cells.kind)]),
    ...(['name_id', 'name_en'] as const).filter((column) => cells[column] === '').map((column) => problem(row, column, 'missing-name')),
    ...(cells.decree === '' ? [problem(row, 'decree', 'missing-decree')] : []),
    ...(scope === undefined || (cells.kind === 'regional' && scope === '') ? [problem(row, 'note', 'unknown-scope', cells.note)] : []),
  ];
  if (problems.length > 0 || scope === undefined) return { problems };
  const { date, decree, issued_on: issuedOn } = cells;
  return { row, day: { date, kind: cells.kind as CalendarDayKind, name: { id: cells.name_id, en: cells.name_en }, decree, issuedOn, scope } };
}

/** '' without a `scope=` note, undefined when the note cannot be read or names no region. */
function scopeIn(note: string, scopeOf: (code: string) => string | undefined): string | undefined {
  if (!/\bscope\s*=/.test(note)) return '';
  const code = /\bscope=(\d\d(?:\.\d\d)?)(?![\d.])/.exec(note)?.[1];
  return (code && scopeOf(code)) || undefined;
}

function duplicates(read: ReadDay[]): CalendarProblem[] {
  const seen = new Set<string>();
  return read.flatMap((result) => {
    if (!('day' in result)) return [];
    const { date, kind, scope } = result.day;
    const key = `${date} ${scope} ${kind === 'working-day-override'}`;
    if (seen.has(key)) return [problem(result.row, 'date', 'duplicate-day', date)];
    seen.add(key);
    return [];
  });
}

function gaps(days: CalendarDay[]): CalendarProblem[] {
  const years = publishedYears(days);
  if (years.length === 0) return [problem(0, 'date', 'gap-of-year')];
  const missing: CalendarProblem[] = [];
  for (let year = years[0]! + 1; year < years.at(-1)!; year++) if (!years.includes(year)) missing.push(problem(0, 'date', 'gap-of-year', String(year)));
  return missing;
}

function publishedYears(days: CalendarDay[]): number[] {
  const national = days.filter((day) => day.kind === 'national-holiday' && !day.scope);
  return [...new Set(national.map((day) => Number(day.date.slice(0, 4))))].sort((a, b) => a - b);
}

const messages: Record<CalendarProblemCode, (column: string, found: string) => BothLanguages> = {
  'malformed-row': () => ({ id: 'Jumlah kolom atau tanda kutip baris ini tidak benar.', en: 'The number of fields or the quotes of this row are wrong.' }),
  'missing-column': (column) => ({ id: `Kolom ${column} tidak ada.`, en: `The column ${column} is missing.` }),
  'invalid-date': (column, found) => ({ id: `Kolom ${column}: “${found}” bukan tanggal (TTTT-BB-HH).`, en: `Column ${column}: “${found}” is not a date (YYYY-MM-DD).` }),
  'unknown-kind': (_, found) => ({ id: `Jenis hari “${found}” tidak dikenal; yang ada: ${KINDS.join(', ')}.`, en: `Unknown kind of day “${found}”; known are ${KINDS.join(', ')}.` }),
  'missing-name': (column) => ({ id: `Nama hari (${column}) kosong.`, en: `The name of the day (${column}) is empty.` }),
  'missing-decree': () => ({ id: 'Keputusan yang menetapkan hari ini belum disebut.', en: 'The decree that made this day is not named.' }),
  'unknown-scope': (_, found) => ({ id: `Wilayah tidak dapat dibaca dari catatan “${found}” (contoh: scope=17.05).`, en: `No region can be read from the note “${found}” (example: scope=17.05).` }),
  'duplicate-day': (_, found) => ({ id: `${found} sudah tercantum untuk wilayah yang sama.`, en: `${found} is listed already for the same region.` }),
  'gap-of-year': (_, found) =>
    found
      ? { id: `Tahun ${found} tidak memiliki hari libur nasional, padahal tahun sebelum dan sesudahnya ada.`, en: `The year ${found} has no national holiday although the years around it have.` }
      : { id: 'Tabel ini tidak memuat satu pun hari libur nasional.', en: 'The table holds no national holiday at all.' },
};

function problem(row: number, column: string, code: CalendarProblemCode, found = ''): CalendarProblem {
  return { row, column, code, message: messages[code](column, found) };
}
