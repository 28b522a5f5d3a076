import { refuseCohort } from '../cohort-refusal';
import type { CohortState, ReferencePlan } from '../cohort-state';
import { type CohortDecision, type Of, roleRefusal } from './shared';

/** The plan of a kind that is in force, of one region where the kind is a region's own. */
export const planInForce = ({ referencePlans }: CohortState, { kind, regionCode }: Pick<ReferencePlan, 'kind' | 'regionCode'>): ReferencePlan | undefined =>
  referencePlans.find((plan) => plan.kind === kind && plan.regionCode === regionCode && !plan.supersededOn);

/** The new version takes the place of the one in force; what relied on that is checked anew, and nothing is rewound. */
export function supersede(state: CohortState, { actor, plan }: Of<'supersede-plan'>): CohortDecision {
  const refusal = roleRefusal(actor, 'supersede-plan', state.province);
  if (refusal) return refusal;
  const current = planInForce(state, plan);
  if (!current || current.version === plan.version) return refuseCohort('plan-unknown', [plan.kind]);
  return { events: [{ type: 'plan-superseded', actor, body: { kind: plan.kind, ...(plan.regionCode && { regionCode: plan.regionCode }), by: plan } }] };
}

export function attachPlanFile(state: CohortState, command: Of<'attach-plan-file'>): CohortDecision {
  const { actor, kind, regionCode, sha256, size, media, name } = command;
  const refusal = roleRefusal(actor, 'attach-plan-file', state.province);
  if (refusal) return refusal;
  const plan = planInForce(state, command);
  if (!plan) return refuseCohort('plan-unknown', [kind]);
  if (plan.file?.sha256 === sha256) return { events: [] };
  const file = { sha256, size, media, name };
  return { events: [{ type: 'plan-file-attached', actor, body: { kind, ...(regionCode && { regionCode }), version: plan.version, file } }] };
}
