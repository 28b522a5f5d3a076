import { canonicalJson } from '../canonical-json';
import { matrixTables, type MatrixTable, type PlanMatrix } from './plan-matrix';

/** Tables whose rows differ, in whatever order they stand. */
export function changedTables(before: PlanMatrix | undefined, after: PlanMatrix): MatrixTable[] {
  return matrixTables.filter((table) => rowsOf(before?.[table]) !== rowsOf(after[table]));
}

const rowsOf = (table: unknown): string => canonicalJson(Array.isArray(table) ? table.map(canonicalJson).sort() : (table ?? []));
