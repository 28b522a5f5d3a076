import { seatOf } from './actor';
import type { Definition } from './definition';
import type { Rules } from './rules';
import type { CaseState, StaleCheck } from './state';

/** A plan of higher rank in force, as far as a check names what it rests on. Without a region it holds for all of them. */
export interface PlanVersion {
  kind: string;
  version: string;
  regionCode?: string;
}

/** What a check of a region rests on among the plans in force, in words that tell versions apart. */
export function groundsOf(definition: Definition, check: string, region: string, plans: readonly PlanVersion[]): string[] {
  const kinds = definition.reliance?.[check]?.plans ?? [];
  return plans.filter(({ kind, regionCode = '' }) => kinds.includes(kind) && region.startsWith(regionCode)).map(({ kind, version }) => `${kind} ${version}`).sort();
}

/** Checks that were given and await being given again, because plans they rested on have another version now. What was given without known plans is left alone. */
export function checksOvertaken(definition: Definition, { votes, region, stale = [] }: Pick<CaseState, 'votes' | 'region' | 'stale'>, plans: readonly PlanVersion[]): StaleCheck[] {
  const found = votes.flatMap(({ role, checks, grounds }) =>
    Object.keys(checks).flatMap((check): StaleCheck[] => {
      const before = grounds?.[check];
      const now = groundsOf(definition, check, region, plans);
      const cause = before ? now.filter((plan) => !before.includes(plan)) : [];
      return cause.length > 0 ? [{ check, role, cause }] : [];
    }),
  );
  return found.filter(({ check, cause }) => !stale.some((one) => one.check === check && one.cause.join() === cause.join()));
}

/** Checks given in the review that rest on these tables of the plan matrix. */
export function checksOnTables(definition: Definition, { votes }: Pick<CaseState, 'votes'>, tables: readonly string[]): StaleCheck[] {
  return votes.flatMap(({ role, checks }) =>
    Object.keys(checks).flatMap((check): StaleCheck[] => {
      const cause = tables.filter((table) => definition.reliance?.[check]?.tables.includes(table));
      return cause.length > 0 ? [{ check, role, cause }] : [];
    }),
  );
}

/** Phases in which a vote of the province still carries the case: from its review to the endorsement. */
export const carriedByVotes = (definition: Definition, stage: string): boolean => ['B', 'C'].includes(definition.stages[stage]?.phase ?? '');

/** Whether something the case was let through on is to be checked again. */
export const hasStaleCheck = ({ stale, staleFindings }: CaseState): boolean => (stale?.length ?? 0) + (staleFindings?.length ?? 0) > 0;

/** Where each check is asked for again: at the office that gave it; once found not to hold, at those who may reopen the case. */
export const recheckersOf = (rules: Rules, state: CaseState) =>
  (state.stale ?? []).map((stale) => ({ ...stale, scope: seatOf(rules.definition.roles[stale.role]?.level ?? 'any', state.region), label: rules.definition.checks[stale.check] ?? { id: stale.check, en: stale.check } }));
