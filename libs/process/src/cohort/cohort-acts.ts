import { type Actor, covers, personsOf } from '../actor';
import { drafters } from '../offices';
import type { CohortPersonCommand, OpenFinding } from './cohort-command';
import type { CohortState, Waiver } from './cohort-state';

export type CohortActName = CohortPersonCommand['type'];

const coordinator = ['provincial-coordinator'];
/** Who confirms what the coordinator has asked for. */
export const seconds = ['provincial-planner', 'provincial-legal'];
const provinceOffices = [...coordinator, ...seconds];
const planKeepers = ['provincial-coordinator', 'provincial-planner'];
/** Who speaks for a region in a conflict. */
export const regencyVoices = ['regency-drafter', 'regency-head'];

/** Which offices give which act on a cohort: of its province, and where a region speaks for itself, of that region. */
export const cohortOffices: { readonly [act in CohortActName]: readonly string[] } = {
  'create-cohort': coordinator,
  'add-member': coordinator,
  'withdraw-member': coordinator,
  'fix-member': coordinator,
  'request-waiver': coordinator,
  'confirm-waiver': seconds,
  'resolve-conflict': regencyVoices,
  'override-conflict': coordinator,
  'acknowledge-conflict': coordinator,
  'call-meeting': coordinator,
  'move-meeting': coordinator,
  'call-off-meeting': coordinator,
  'hold-meeting': provinceOffices,
  'attach-minutes': provinceOffices,
  'supersede-plan': planKeepers,
  'attach-plan-file': planKeepers,
  release: coordinator,
  'list-decision': coordinator,
};
export const cohortActNames = Object.keys(cohortOffices) as CohortActName[];

const holds = (offices: readonly Actor[], roles: readonly string[], place: string): boolean => offices.some(({ role, scope }) => roles.includes(role) && covers(scope, place));

/** Whether the caller is the second person who confirms a waiver, or leaves it. */
export const mayConfirm = (state: CohortState, { regionCode, askedBy, confirmedBy }: Waiver, offices: readonly Actor[]): boolean =>
  !confirmedBy &&
  state.members.some((member) => member.regionCode === regionCode && member.state === 'active') &&
  offices.some((actor) => holds([actor], cohortOffices['confirm-waiver'], state.province) && !personsOf(actor).some((person) => askedBy.includes(person)));

/** The acts on a cohort that are the caller's; what the gate or a member's state still forbids, the act itself is told. */
export const cohortActsOf = ({ province }: Pick<CohortState, 'province'>, offices: readonly Actor[]): CohortActName[] =>
  cohortActNames.filter((act) => act !== 'create-cohort' && holds(offices, cohortOffices[act], province));

export const findingActNames = ['resolve-conflict', 'amend-claims', 'override-conflict', 'acknowledge-conflict'] as const;
/** An act on a finding, and the region it is given for; null where it is the province's. */
export interface FindingAct {
  act: (typeof findingActNames)[number];
  regionCode: string | null;
}

/** What the caller may do about a finding. A finding that the review votes on is settled there; a coordinator overrides what blocks, and notes what does not. */
export function findingActsOf({ members, effect }: Pick<OpenFinding, 'members' | 'effect'>, province: string, offices: readonly Actor[]): FindingAct[] {
  if (effect === 'vote') return [];
  const speaks = (act: 'resolve-conflict' | 'amend-claims', roles: readonly string[]): FindingAct[] =>
    members.filter((region) => offices.some(({ role, scope }) => roles.includes(role) && scope === region)).map((regionCode) => ({ act, regionCode }));
  const settles = effect === 'blocks' ? 'override-conflict' : 'acknowledge-conflict';
  return [
    ...speaks('amend-claims', drafters),
    ...speaks('resolve-conflict', cohortOffices['resolve-conflict']),
    ...(holds(offices, cohortOffices[settles], province) ? [{ act: settles, regionCode: null } as const] : []),
  ];
}
