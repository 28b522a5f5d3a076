import { type MatrixTable, matrixTables } from '#process/matrix/plan-matrix';
import type { Words } from '../words/words';

/** "Produk unggulan 1 KBLI" for "/flagships/1/kbli", wherever in a body the matrix stands. */
export function placeOf(pointer: string, t: Words['t']): string {
  const [table, row, column] = pointer.replace(/^\/(matrix\/)?/, '').split('/');
  if (!matrixTables.includes(table as MatrixTable)) return pointer;
  return [t(`plan.${table as MatrixTable}`), row, column && t(`plan.c.${column}` as 'plan.c.name')].filter(Boolean).join(' ');
}
