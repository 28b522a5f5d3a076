import type { EntityManager } from 'typeorm';
import type { Rulebook } from '../rulebook';
import { compareCase } from './compare-case';
import { compareCohort } from './compare-cohort';
import type { Comparison } from './finding';

export const isCohort = (id: string): boolean => id.startsWith('cohort-');

/**
 * The one comparison of a case or a cohort with its record: `verify`, the reconciler's sweep and repair all look by it. The row
 * is kept for the length of the look, so that nothing is appended between two reads; `toWrite` keeps it for a repair as well.
 */
export async function compare(tx: EntityManager, rulebook: Rulebook, id: string, { toWrite = false } = {}): Promise<Comparison> {
  const [table, key] = isCohort(id) ? ['cohort', 'cohort_id'] : ['regulation_case', 'case_id'];
  await tx.query(`select 1 from ${table} where ${key} = $1 for ${toWrite ? 'update' : 'share'}`, [id]);
  return isCohort(id) ? compareCohort(tx, id) : compareCase(tx, rulebook, id);
}
