import { type Actor, covers, levelOf } from '../actor';
import type { CivilDate } from '../time';
import type { ReadinessDefinition } from './criteria';
import { type CriterionRecord, type CriterionState, type ReadinessState, readinessId } from './readiness-state';

/** The record of a region that has handed in nothing yet. */
export const unwritten = ({ version }: Pick<ReadinessDefinition, 'version'>, regionCode: string): ReadinessState => ({
  id: readinessId(regionCode),
  regionCode,
  version,
  seq: 0,
  at: '',
  criteria: {},
  visitPapers: [],
  visits: [],
});

export function criterionState(record: CriterionRecord | undefined): CriterionState {
  if (record?.standing) return 'verified';
  if (record?.pending) return 'submitted';
  if (record?.rejected) return 'rejected';
  return record?.expired ? 'expired' : 'missing';
}

/** Criteria that do not count, in the order of the table; with a day also those whose evidence has ended by then and the clock has not said so yet. */
export function lacksOf(definition: ReadinessDefinition, state: ReadinessState, today?: CivilDate): string[] {
  return Object.keys(definition.criteria).filter((name) => {
    const standing = state.criteria[name]?.standing;
    return !standing || (today !== undefined && standing.validUntil !== undefined && standing.validUntil < today);
  });
}

export const isReady = (definition: ReadinessDefinition, state: ReadinessState): boolean => lacksOf(definition, state).length === 0;

/** Everybody whose evidence the region's readiness rests on. */
export const submittersOf = (state: ReadinessState): Set<string> =>
  new Set(Object.values(state.criteria).flatMap(({ standing, pending }) => [...(standing?.by ?? []), ...(pending?.by ?? [])]));

/** The papers themselves are read in the region and its province, and by the nation once the region is proposed for its support. */
export function readsEvidence(state: ReadinessState, offices: readonly Actor[]): boolean {
  const mine = offices.filter(({ scope }) => covers(scope, state.regionCode));
  return mine.some(({ scope, role }) => levelOf(scope) !== 'nation' || role === 'administrator') || (mine.length > 0 && state.funding !== undefined);
}
