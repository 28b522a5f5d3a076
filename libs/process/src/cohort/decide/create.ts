import { isProgrammeYear } from '../../programme-year';
import { isCivilDate } from '../../time';
import type { GatePolicy, Member } from '../cohort-state';
import { type CohortRefusal, refuseCohort } from '../cohort-refusal';
import { type CohortDecision, type Of, roleRefusal, todayIn } from './shared';

const MOST_MEMBERS = 1_000;

export function create(command: Of<'create-cohort'>): CohortDecision {
  const { actor, province, programmeYear, referencePlans, members, policy, cutOffOn } = command;
  const refusal = roleRefusal(actor, 'create-cohort', province) ?? membersRefusal(province, members) ?? policyRefusal(policy, members);
  if (refusal) return refusal;
  if (!isProgrammeYear(programmeYear)) return refuseCohort('cohort-invalid', ['programmeYear']);
  const plans = referencePlans.map(({ kind, regionCode = '' }) => `${kind} ${regionCode}`);
  if (new Set(plans).size !== plans.length) return refuseCohort('cohort-invalid', ['referencePlans']);
  if (!isCivilDate(cutOffOn)) return refuseCohort('cohort-invalid', ['cutOffOn']);
  if (cutOffOn < todayIn(province, command.at)) return refuseCohort('cut-off-past', [cutOffOn]);
  return { events: [{ type: 'cohort-created', actor, body: { province, programmeYear, referencePlans, members, policy, cutOffOn } }] };
}

function membersRefusal(province: string, members: readonly Member[]): CohortRefusal | undefined {
  const codes = members.map(({ regionCode }) => regionCode);
  const foreign = codes.filter((region) => !region.startsWith(province) || region.length !== 4);
  if (foreign.length > 0 || codes.length === 0 || codes.length > MOST_MEMBERS) return refuseCohort('cohort-invalid', ['members', ...foreign]);
  if (new Set(codes).size !== codes.length) return refuseCohort('cohort-invalid', ['members']);
  const misfit = members.some(({ state, regulationNumber }) => !['active', 'fixed'].includes(state) || (state === 'fixed' && !regulationNumber));
  return misfit ? refuseCohort('cohort-invalid', ['members']) : undefined;
}

/** Only members that have still to come can be counted, or waited for. */
function policyRefusal({ need, mustInclude }: GatePolicy, members: readonly Member[]): CohortRefusal | undefined {
  const active = members.filter(({ state }) => state === 'active').map(({ regionCode }) => regionCode);
  if (need !== 'all' && (need.atLeast < 1 || need.atLeast > active.length)) return refuseCohort('policy-impossible', [need.atLeast, active.length]);
  const absent = mustInclude.filter((region) => !active.includes(region));
  return absent.length > 0 ? refuseCohort('policy-impossible', absent) : undefined;
}
