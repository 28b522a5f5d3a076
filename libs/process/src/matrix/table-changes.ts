import { canonicalJson } from '../canonical-json';
import { commodityName } from './commodity';
import { type MatrixRows, type MatrixTable, type PlanMatrix, rowsOf } from './plan-matrix';

type Row = MatrixRows[MatrixTable];

/** What replacing one table would do; `row` counts from 1 in the new table, `before.row` in the old one. */
export interface TableChanges {
  added: { row: number; after: Row }[];
  changed: { row: number; columns: string[]; before: Row; after: Row }[];
  removed: { row: number; before: Row }[];
  unchanged: number;
}

/** Compares one table of two matrices. Rows are the same by what they name, wherever they stand; moving a row changes nothing. */
export function tableChanges(before: PlanMatrix, after: PlanMatrix, table: MatrixTable): TableChanges {
  const numbered = (matrix: PlanMatrix) => rowsOf(matrix, table).map((value: Row, index) => ({ row: index + 1, value }));
  const [old, current] = [numbered(before), numbered(after)];
  const same = pair(old, current, (value) => canonicalJson(value));
  const named = pair(same.left, same.right, (value) => nameOf(table, value));
  return {
    added: named.right.map(({ row, value }) => ({ row, after: value })),
    changed: named.pairs.map(([one, other]) => ({ row: other.row, columns: differing(one.value, other.value), before: one.value, after: other.value })),
    removed: named.left.map(({ row, value }) => ({ row, before: value })),
    unchanged: same.pairs.length,
  };
}

interface Numbered {
  row: number;
  value: Row;
}

/** Pairs rows of one name in their order; what finds no partner is left over. */
function pair(old: readonly Numbered[], current: readonly Numbered[], name: (value: Row) => string) {
  const waiting = new Map<string, Numbered[]>();
  for (const one of old) waiting.set(name(one.value), [...(waiting.get(name(one.value)) ?? []), one]);
  const pairs: [Numbered, Numbered][] = [];
  const right: Numbered[] = [];
  for (const other of current) {
    const one = waiting.get(name(other.value))?.shift();
    if (one) pairs.push([one, other]);
    else right.push(other);
  }
  return { pairs, left: [...waiting.values()].flat().sort((a, b) => a.row - b.row), right };
}

/** What tells the rows of a table apart: names, the ends of a link, the product; a port is the only one. */
function nameOf(table: MatrixTable, row: Row): string {
  if (table === 'port') return '';
  if ('kbli' in row) return `${row.kbli} ${commodityName(row.commodity)}`;
  if ('to' in row) return `${row.from}>${row.to} ${commodityName(row.commodity)}`;
  if ('use' in row) return `${row.use} ${commodityName(row.commodity)}`;
  return 'name' in row ? commodityName(row.name) : '';
}

function differing(before: Row, after: Row): string[] {
  const [one, other] = [before as unknown as Record<string, unknown>, after as unknown as Record<string, unknown>];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.filter((name) => canonicalJson(one[name] ?? null) !== canonicalJson(other[name] ?? null));
}
