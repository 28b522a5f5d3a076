import type { EntityManager } from 'typeorm';
import type { Rulebook } from '../rulebook';
import { compareCase } from './compare-case';
import { compareCohort } from './compare-cohort';
import { compareReadiness } from './compare-readiness';
import type { Comparison } from './finding';

export type RecordKind = 'case' | 'cohort' | 'readiness';

/** An id says what it is the id of. */
export const recordKindOf = (id: string): RecordKind => (id.startsWith('cohort-') ? 'cohort' : id.startsWith('readiness-') ? 'readiness' : 'case');

const rowOf = {
  case: ['regulation_case', 'case_id'],
  cohort: ['cohort', 'cohort_id'],
  readiness: ['readiness', 'readiness_id'],
} as const satisfies Record<RecordKind, readonly [string, string]>;

/**
 * The one comparison of a case, a cohort or a region's readiness with its record: `verify`, the reconciler's sweep and repair all look by it.
 * The row is kept for the length of the look, so that nothing is appended between two reads; `toWrite` keeps it for a repair as well.
 */
export async function compare(tx: EntityManager, rulebook: Rulebook, id: string, { toWrite = false } = {}): Promise<Comparison> {
  const kind = recordKindOf(id);
  const [table, key] = rowOf[kind];
  await tx.query(`select 1 from ${table} where ${key} = $1 for ${toWrite ? 'update' : 'share'}`, [id]);
  switch (kind) {
    case 'case':
      return compareCase(tx, rulebook, id);
    case 'cohort':
      return compareCohort(tx, id);
    case 'readiness':
      return compareReadiness(tx, id);
  }
}
