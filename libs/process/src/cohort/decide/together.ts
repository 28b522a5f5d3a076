import { refuseCohort } from '../cohort-refusal';
import type { CohortState } from '../cohort-state';
import { type CohortDecision, lengthRefusal, type Of, roleRefusal } from './shared';

const MOST_CASES = 1_000;

/** Freezes the list of a decision on several members. Each case is then asked by a command of its own, which may refuse. */
export function listDecision(state: CohortState, command: Of<'list-decision'>): CohortDecision {
  const { actor, action, list, attachMinutes, note } = command;
  const refusal = roleRefusal(actor, 'list-decision', state.province) ?? lengthRefusal(note);
  if (refusal) return refusal;
  if (list.length === 0 || list.length > MOST_CASES || new Set(list.map(({ caseId }) => caseId)).size !== list.length) return refuseCohort('cohort-invalid', ['list']);
  const strangers = list.filter(({ caseId }) => !isCaseOf(state, caseId)).map(({ caseId }) => caseId);
  if (strangers.length > 0) return refuseCohort('member-unknown', strangers);
  return { events: [{ type: 'decision-listed', actor, body: { action, list, attachMinutes, ...(note && { note }) } }] };
}

/** A case's id names its region and programme year: `rpik-1705-2027`, `rpik-1705-2027.2`. */
function isCaseOf({ members, programmeYear }: CohortState, caseId: string): boolean {
  const [, region, year] = /^[a-z]+-(\d{4})-(\d{4})(?:\.\d+)?$/.exec(caseId) ?? [];
  return year === String(programmeYear) && members.some(({ regionCode }) => regionCode === region);
}
