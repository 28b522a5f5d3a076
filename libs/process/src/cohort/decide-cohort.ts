import type { CohortCommand } from './cohort-command';
import { refuseCohort } from './cohort-refusal';
import type { CohortState } from './cohort-state';
import { create } from './decide/create';
import { acknowledge, overrideConflict, resolve } from './decide/findings';
import { addMember, confirmWaiver, fixMember, requestWaiver, withdrawMember } from './decide/members';
import { attachPlanFile, supersede } from './decide/papers';
import { attachMinutes, callMeeting, callOffMeeting, holdMeeting, moveMeeting } from './decide/meetings';
import { release, tick } from './decide/release';
import type { CohortDecision, Of } from './decide/shared';
import { listDecision } from './decide/together';

export type { CohortDecision } from './decide/shared';

function recordPassage(state: CohortState, command: Of<'record-passage'>): CohortDecision {
  const { actor, caseId, round, outcome } = command;
  const found = state.releases.find((one) => one.round === round);
  if (!found?.members.some((member) => member.caseId === caseId)) return refuseCohort('member-unknown', [caseId]);
  if (found.opened[caseId]) return { events: [] };
  return { events: [{ type: outcome === 'opened' ? 'member-passed' : 'member-left-after-release', actor, body: { caseId, round } }] };
}

/** Judges one command on one cohort, with the view of the gate that the ledger read under the cohort's lock. Pure. */
export function decideCohort(state: CohortState | undefined, command: CohortCommand): CohortDecision {
  if (!state) return command.type === 'create-cohort' ? create(command) : refuseCohort('cohort-not-there');
  if ('expectedSeq' in command && command.expectedSeq !== undefined && command.expectedSeq !== state.seq) return refuseCohort('stale', [state.seq]);
  switch (command.type) {
    case 'create-cohort':
      return refuseCohort('cohort-exists', [state.id]);
    case 'release':
      return release(state, command);
    case 'list-decision':
      return listDecision(state, command);
    case 'tick':
      return tick(state, command);
    case 'record-passage':
      return recordPassage(state, command);
    case 'request-waiver':
      return requestWaiver(state, command);
    case 'confirm-waiver':
      return confirmWaiver(state, command);
    case 'resolve-conflict':
      return resolve(state, command);
    case 'override-conflict':
      return overrideConflict(state, command);
    case 'acknowledge-conflict':
      return acknowledge(state, command);
    case 'add-member':
      return addMember(state, command);
    case 'withdraw-member':
      return withdrawMember(state, command);
    case 'fix-member':
      return fixMember(state, command);
    case 'call-meeting':
      return callMeeting(state, command);
    case 'move-meeting':
      return moveMeeting(state, command);
    case 'call-off-meeting':
      return callOffMeeting(state, command);
    case 'hold-meeting':
      return holdMeeting(state, command);
    case 'attach-minutes':
      return attachMinutes(state, command);
    case 'supersede-plan':
      return supersede(state, command);
    case 'attach-plan-file':
      return attachPlanFile(state, command);
  }
}
