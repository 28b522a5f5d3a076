import { matrixLimits, type MatrixProblemCode, type ProblemList } from './matrix-problems';
import { type MatrixTable, matrixColumns } from './plan-matrix';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the cells of one row and reports each that does not fit. A cell that was reported reads as an empty text or NaN,
 * which no rule accepts twice: the matrix is thrown away then.
 */
export class RowCells {
  constructor(
    private readonly problems: ProblemList,
    readonly table: MatrixTable,
    readonly row: number,
    private readonly cells: Record<string, unknown>,
  ) {
    const columns: readonly string[] = matrixColumns[table];
    for (const column of columnsIn(cells)) if (!columns.includes(column)) this.report(column, 'unknown-column');
  }

  report(column: string, code: MatrixProblemCode): void {
    this.problems.add(this.table, this.row, column, code);
  }

  /** The raw value; `target.unit` looks inside `target`. Own properties only. */
  value(column: string): unknown {
    let value: unknown = this.cells;
    for (const part of column.split('.')) value = isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    return value ?? undefined;
  }

  text(column: string): string {
    const text = this.optionalText(column);
    if (text !== undefined && text.trim() !== '') return text;
    if (text !== undefined || this.value(column) === undefined) this.report(column, 'required');
    return '';
  }

  /** A text that may stay empty; undefined when it was reported or is absent. */
  optionalText(column: string): string | undefined {
    const value = this.value(column);
    if (value === undefined) return undefined;
    const code = typeof value !== 'string' ? 'not-a-text' : textFault(value);
    if (code) this.report(column, code);
    return code ? undefined : (value as string);
  }

  number(column: string, least: number, most: number): number {
    const value = this.value(column);
    if (value === undefined) this.report(column, 'required');
    else if (typeof value !== 'number' || !Number.isFinite(value)) this.report(column, 'not-a-number');
    else if (value < least || value > most) this.report(column, 'number-out-of-bounds');
    else return value;
    return Number.NaN;
  }

  whole(column: string, least: number, most: number): number {
    const value = this.number(column, least, most);
    if (Number.isNaN(value) || Number.isInteger(value)) return value;
    this.report(column, 'not-a-whole-number');
    return Number.NaN;
  }

  oneOf<const T extends string>(column: string, choices: readonly T[]): T {
    const value = this.value(column);
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.report(column, value === undefined || value === '' ? 'required' : 'not-in-list');
    return found ?? choices[0]!;
  }
}

function columnsIn(cells: Record<string, unknown>): string[] {
  return Object.keys(cells).flatMap((key) => {
    const inner = cells[key];
    return key === 'target' && isRecord(inner) ? Object.keys(inner).map((part) => `target.${part}`) : key === 'target' ? [] : [key];
  });
}

/** Control characters and halves of surrogate pairs have no place in a register. */
function textFault(text: string): MatrixProblemCode | undefined {
  if (text.length > 2 * matrixLimits.text || [...text].length > matrixLimits.text) return 'text-too-long';
  return /\p{Cc}|\p{Cs}/u.test(text) ? 'text-unreadable' : undefined;
}
