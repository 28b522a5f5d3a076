import type { Calendar } from './calendar';
import { type CalendarProblem, type CalendarTerms, calendarOf, type Column, COLUMNS, type DayEntry, problem } from './calendar-table';
import { csvRecords } from './csv-records';

export interface CalendarCsvOptions extends CalendarTerms {
  /** BPS prefix of a code found in a `scope=` note, undefined when there is none. Default: the code without its dots. */
  scopeOf?: (code: string) => string | undefined;
}

/**
 * Reads a holiday table: columns `date, kind, name_id, name_en, decree, issued_on, note` in any order, one record per
 * day and decree, RFC 4180. Every problem is reported, not only the first. A day may stand once per scope, and once more
 * as `working-day-override`. `years` are those with a nation-wide national holiday; none may be missing in between.
 *
 * A regional day names its region in the note, `scope=19.01`, by *Kemendagri* code. By default the dots are removed and
 * the digits taken as a BPS prefix. The two code lists agree for most of Indonesia but not for Papua (Kemendagri 91 is
 * Papua, BPS 91 is Papua Barat): pass `bpsOfKemendagri` or a register of regions as `scopeOf` where that matters.
 */
export function calendarFromCsv(text: string, { scopeOf = withoutDots, ...terms }: CalendarCsvOptions): { calendar: Calendar } | { problems: CalendarProblem[] } {
  const csv = csvRecords(text);
  if ('malformedRecord' in csv) return { problems: [problem(csv.malformedRecord, '', 'malformed-row')] };

  const [header, ...records] = csv.records;
  if (!header) return { problems: [problem(0, 'date', 'empty-table')] };
  const names = header.map((name) => name.trim());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) return { problems: missing.map((column) => problem(1, column, 'missing-column')) };

  const malformed = records.flatMap((fields, index) => (fields.length === header.length ? [] : [problem(index + 2, '', 'malformed-row')]));
  const entries = records.flatMap((fields, index) => (fields.length === header.length ? [entryOf(fields, names, index + 2, scopeOf)] : []));
  const judged = calendarOf(entries, terms);
  if (malformed.length === 0) return judged;
  return { problems: [...malformed, ...('problems' in judged ? judged.problems : [])].sort((a, b) => a.row - b.row) };
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

function entryOf(fields: string[], names: string[], row: number, scopeOf: (code: string) => string | undefined): DayEntry {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, fields[names.indexOf(column)]!.trim()])) as Record<Column, string>;
  return { row, cells, scope: scopeIn(cells.note, scopeOf) };
}

/** '' without a `scope=` note, undefined when the note cannot be read or names no region. */
function scopeIn(note: string, scopeOf: (code: string) => string | undefined): string | undefined {
  if (!/\bscope\s*=/.test(note)) return '';
  const code = /\bscope=(\d\d(?:\.\d\d)?)(?![\d.])/.exec(note)?.[1];
  return (code && scopeOf(code)) || undefined;
}
