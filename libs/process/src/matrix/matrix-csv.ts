import { harmlessText, numberText, readableText, readNumber, recordsOf, recordText, type Separator, separatorOf } from './csv-cells';
import { matrixLimits, type MatrixProblem, ProblemList } from './matrix-problems';
import { matrixColumns, type MatrixRows, type MatrixTable } from './plan-matrix';

const mostCharacters = 5_000_000;

/** Rows of one table as they stood in the file, not yet judged by `validateMatrix`; or what could not be read, by row and column. */
export type ParsedTable = { rows: Record<string, unknown>[] } | { problems: MatrixProblem[]; total: number };

const kinds: Record<string, 'number' | 'code' | 'codes' | 'polygon'> = {
  from: 'number',
  to: 'number',
  'target.value': 'number',
  areaHa: 'number',
  tonnesPerYear: 'number',
  units: 'number',
  kbli: 'code',
  role: 'code',
  kind: 'code',
  use: 'code',
  sharedWith: 'codes',
  polygon: 'polygon',
};
const kindOf = (table: MatrixTable, column: string) =>
  table === 'links' && column !== 'tonnesPerYear' && column !== 'commodity' ? 'code' : (kinds[column] ?? 'text');

/**
 * Reads a table from CSV (RFC 4180, with or without byte order mark; `;` or `,`; decimal comma or point).
 * The header names exactly the columns of `matrixColumns`, in any order; `sharedWith` is `1701|1704`, a polygon is GeoJSON text.
 */
export function parseTable(table: MatrixTable, csv: string): ParsedTable {
  const problems = new ProblemList();
  const rows = csv.length > mostCharacters ? problems.add(table, 0, '', 'file-too-large') : readRows(table, csv.replace(/^\uFEFF/, ''), problems);
  return problems.failed ? { problems: problems.shown(), total: problems.total } : { rows: rows ?? [] };
}

/** The line on which each row of a CSV begins, from 1; the header's first. An office's own numbering, however often a cell runs over lines. */
export function linesOf(table: MatrixTable, csv: string): number[] {
  if (csv.length > mostCharacters) return [1];
  const text = csv.replace(/^\uFEFF/, '');
  const { starts } = recordsOf(text, separatorOf(text), (table === 'port' ? 1 : matrixLimits.rows) + 2);
  let [line, from] = [1, 0];
  return starts.map((start) => {
    line += text.slice(from, start).match(/\r\n|\r|\n/g)?.length ?? 0;
    from = start;
    return line;
  });
}

function readRows(table: MatrixTable, text: string, problems: ProblemList): Record<string, unknown>[] {
  const most = table === 'port' ? 1 : matrixLimits.rows;
  const read = recordsOf(text, separatorOf(text), most + 2);
  if ('malformed' in read) {
    problems.add(table, read.malformed, '', 'quotes-unbalanced');
    return [];
  }
  const [header = [], ...records] = read.records;
  const columns = header.map((name) => name.trim());
  judgeHeader(table, columns, problems);
  if (records.length > most) problems.add(table, 0, '', 'too-many-rows');
  if (problems.failed) return [];
  return records.map((record, index) => readRow(table, columns, record, index + 1, problems));
}

function judgeHeader(table: MatrixTable, columns: string[], problems: ProblemList): void {
  const wanted: readonly string[] = matrixColumns[table];
  columns.forEach((column, at) => {
    if (!wanted.includes(column)) problems.add(table, 0, column, 'unknown-column');
    else if (columns.indexOf(column) < at) problems.add(table, 0, column, 'column-repeated');
  });
  for (const column of wanted) if (!columns.includes(column)) problems.add(table, 0, column, 'column-missing');
}

function readRow(table: MatrixTable, columns: string[], record: string[], number: number, problems: ProblemList): Record<string, unknown> {
  if (record.length < columns.length) problems.add(table, number, columns[record.length]!, 'cells-missing');
  if (record.length > columns.length) problems.add(table, number, '', 'cells-left-over');
  const row: Record<string, unknown> = {};
  columns.forEach((column, at) => {
    const value = readCell(table, column, record[at] ?? '', (code) => problems.add(table, number, column, code));
    if (value === undefined) return;
    const [outer, inner] = column.split('.') as [string, string?];
    row[outer] = inner ? { ...(row[outer] as object | undefined), [inner]: value } : value;
  });
  return row;
}

/** An empty number or polygon is left out of the row, so that validation says whether it was needed. */
function readCell(
  table: MatrixTable,
  column: string,
  cell: string,
  report: (code: 'number-ambiguous' | 'not-a-number' | 'polygon-invalid') => void,
): unknown {
  switch (kindOf(table, column)) {
    case 'number': {
      if (cell.trim() === '') return undefined;
      const value = readNumber(cell);
      if (typeof value !== 'number') report(value === 'ambiguous' ? 'number-ambiguous' : 'not-a-number');
      return value;
    }
    case 'polygon':
      if (cell.trim() === '') return undefined;
      try {
        return JSON.parse(cell) as unknown;
      } catch {
        report('polygon-invalid');
        return undefined;
      }
    case 'codes':
      return cell
        .split('|')
        .map((code) => code.trim())
        .filter((code) => code !== '');
    case 'code':
      return readableText(cell).trim();
    case 'text':
      return readableText(cell);
  }
}

/** One table as CSV, header first, CRLF. Beside `;` numbers take a decimal comma, as Indonesian spreadsheets expect; nothing in it can run as a formula. */
export function formatTable<T extends MatrixTable>(table: T, rows: readonly MatrixRows[T][], separator: Separator = ','): string {
  const columns: readonly string[] = matrixColumns[table];
  return (
    recordText(columns, separator) +
    rows
      .map((row) =>
        recordText(
          columns.map((column) => cellText(at(row, column), separator)),
          separator,
        ),
      )
      .join('')
  );
}

function at(row: object, column: string): unknown {
  return column.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], row);
}

function cellText(value: unknown, separator: Separator): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return numberText(value, separator);
  if (Array.isArray(value)) return harmlessText(value.join('|'));
  return typeof value === 'string' ? harmlessText(value) : JSON.stringify(value);
}
