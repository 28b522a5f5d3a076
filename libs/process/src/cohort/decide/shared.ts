import { type Actor, covers } from '../../actor';
import { type CohortActName, cohortOffices } from '../cohort-acts';
import type { CohortCommand } from '../cohort-command';
import type { CohortEvent } from '../cohort-event';
import { type CohortRefusal, refuseCohort } from '../cohort-refusal';
import type { SealedText } from '../../text';
import { type CivilDate, civil, dayAt, msOf, zoneOfRegion } from '../../time';

export type CohortDecision = { events: CohortEvent[] } | CohortRefusal;
export type Of<T extends CohortCommand['type']> = Extract<CohortCommand, { type: T }>;

const LONGEST_NOTE = 10_000;

export function roleRefusal(actor: Actor, act: CohortActName, region: string): CohortRefusal | undefined {
  const roles = cohortOffices[act];
  if (!roles.includes(actor.role)) return refuseCohort('not-your-role', roles);
  return covers(actor.scope, region) ? undefined : refuseCohort('not-your-region');
}

/** The civil day in a province: cut-off dates and meetings are its own. */
export const todayIn = (province: string, at: string): CivilDate => civil(dayAt(msOf(at), zoneOfRegion(province)));

export const lengthRefusal = (text: SealedText | undefined): CohortRefusal | undefined =>
  (text?.length ?? 0) > LONGEST_NOTE ? refuseCohort('note-too-long', [LONGEST_NOTE]) : undefined;

export const reasonRefusal = (reason: SealedText): CohortRefusal | undefined => (reason.length === 0 ? refuseCohort('reason-required') : lengthRefusal(reason));
