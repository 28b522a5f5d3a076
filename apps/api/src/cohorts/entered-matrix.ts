import { type MatrixPlace, type MatrixProblem, type PlanMatrix, validateMatrix } from '#process/matrix/index';
import type { Ledger } from '#ledger';
import { problem } from '../problems/catalogue';

/** A matrix as somebody sent it, judged against the regions the register knows; everything that is wrong is told at once. */
export async function enteredMatrix(ledger: Ledger, input: unknown, { region, planYears }: Pick<MatrixPlace, 'region' | 'planYears'>): Promise<PlanMatrix> {
  const regions = await ledger.registers.rules.regions(region.slice(0, 2));
  const validated = validateMatrix(input, { region, planYears, knownRegions: regions.map(({ code }) => code).filter((code) => code.length === 4) });
  if ('matrix' in validated) return validated.matrix;
  const errors = validated.problems.filter(({ kind }) => kind === 'error').map((found) => ({ pointer: pointerOf(found), message: found.message }));
  throw problem('matrix-refused', { details: [String(validated.total)], errors });
}

const pointerOf = ({ table, row, column }: MatrixProblem): string => `/matrix/${table}${row > 0 ? `/${row}` : ''}${column ? `/${column}` : ''}`;
