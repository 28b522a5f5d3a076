import { type MatrixPlace, type PlanMatrix, validateMatrix } from '#process/matrix/index';
import type { Ledger } from '#ledger';
import { matrixPlace, matrixRefused } from '../cases/matrix-place';

/** A matrix as somebody sent it, judged against the regions the register knows; everything that is wrong is told at once. */
export async function enteredMatrix(ledger: Ledger, input: unknown, place: Pick<MatrixPlace, 'region' | 'planYears'>): Promise<PlanMatrix> {
  const validated = validateMatrix(input, await matrixPlace(ledger, place));
  if ('matrix' in validated) return validated.matrix;
  throw matrixRefused(validated, '/matrix');
}
