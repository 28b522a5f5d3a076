import type { MatrixPlace, MatrixProblem } from '#process/matrix/index';
import { type Ledger, regionBox } from '#ledger';
import { problem } from '../problems/catalogue';

/** Where a matrix belongs: the regions of its province that a row may name, and the plausible box of its own. */
export async function matrixPlace(ledger: Ledger, { region, planYears }: Pick<MatrixPlace, 'region' | 'planYears'>): Promise<MatrixPlace> {
  const regions = (await ledger.registers.rules.regions(region.slice(0, 2))).filter(({ code }) => code.length === 4);
  const box = regionBox(regions.find(({ code }) => code === region)?.facts);
  return { region, planYears, knownRegions: regions.map(({ code }) => code), ...(box && { box }) };
}

/** A matrix that was sent with errors in it, each by table, row and column. */
export function matrixRefused({ problems, total }: { problems: readonly MatrixProblem[]; total: number }, root = '') {
  const errors = problems.filter(({ kind }) => kind === 'error').map((found) => ({ pointer: `${root}${pointerOf(found)}`, message: found.message, code: found.code }));
  return problem('matrix-refused', { details: [String(total)], errors });
}

const pointerOf = ({ table, row, column }: MatrixProblem): string => `/${table}${row > 0 ? `/${row}` : ''}${column ? `/${column}` : ''}`;
