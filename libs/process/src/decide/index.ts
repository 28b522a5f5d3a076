import { clocksUnder } from '../calendar-change';
import type { CaseCommand } from '../command';
import { isCompletion } from '../definition';
import type { CaseEvent } from '../event';
import { type Refusal, refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState } from '../state';
import { markChecks, recheck } from './checks';
import { recordComparison } from './comparison';
import { reportCondition, reviewCondition } from './conditions';
import { noticeBounced } from './bounce';
import { assignTask, claimTask, openDesk, recall, releaseTask } from './desk';
import { escalate, remindDesk } from './press';
import { amendClaims, attachDocument, saveMatrix, withdrawDocument } from './documents';
import { correctFact, registerExternalEvent } from './facts';
import { joinCohort, openGate } from './gate';
import { addRemark, answerRemark } from './remarks';
import { dispute, takeTransition } from './take-transition';
import { changeCalendar, confirmHold, liftHold, proposeExtension, proposeHold, tick } from './time';
import { cancelTransfer, completeTransfer } from './transfer';

export { decideFiling } from './file-case';
export { hasCutOff } from './gate';
export { uploaders } from './documents';
export { standing, whoMay } from './standing';
export { openRemarks } from './guards';

const MOST_EVENTS = 2_000;

/** Commands that are accepted while a transfer is under way; the case belongs to its workflow until it has arrived. */
const duringTransfer: readonly CaseCommand['type'][] = [
  'cancel-transfer',
  'open-desk',
  'claim-task',
  'release-task',
  'assign-task',
  'tick',
  'change-calendar',
  'complete-transfer',
  'record-comparison',
  'notice-bounced',
  'mark-behind',
];

/** Commands a closed case still takes: what keeps its record straight, never its substance. */
const afterClosing: readonly CaseCommand['type'][] = ['tick', 'open-desk', 'complete-transfer', 'record-comparison', 'change-calendar', 'mark-behind'];

/** Conditions of the endorsement that block nothing are followed up after the regulation has been published. */
const followUp: readonly CaseCommand['type'][] = ['report-condition', 'review-condition', 'notice-bounced', 'claim-task', 'release-task', 'assign-task'];

function generalRefusal({ definition }: Rules, state: CaseState, command: CaseCommand): Refusal | undefined {
  if (state.status !== 'open' && !afterClosing.includes(command.type) && !(isCompletion(definition, state.status) && followUp.includes(command.type)))
    return refuse('case-closed', [state.status]);
  if ('expectedSeq' in command && command.expectedSeq !== undefined) {
    const isCurrent = command.expectedSeq >= state.substantiveSeq && command.expectedSeq <= state.seq;
    if (!isCurrent) return refuse('stale', [state.seq]);
  }
  if (state.transfer && !duringTransfer.includes(command.type)) return refuse('in-transfer', [state.transfer.seq, state.transfer.transition]);
  // The engine's own hand always comes to an end with what people have begun.
  return 'person' in command.actor && state.seq >= MOST_EVENTS ? refuse('too-many-events', [MOST_EVENTS]) : undefined;
}

/** Judges one command on one case. Pure: the same rules, state and command give the same answer for ever. */
export function decide(rules: Rules, state: CaseState, command: CaseCommand): Decision {
  const decision = judge(rules, state, command);
  const countsAnew = !('refused' in decision) && rules.calendar.version !== state.calendarVersion && clocksUnder(rules, state).length === 0;
  return countsAnew ? { events: decision.events.map((event) => countedBy(rules.calendar.version, event)) } : decision;
}

/** A case that no version has moved counts on under the newest: the first event that could date a clock by it says so. */
function countedBy(calendarVersion: number, event: CaseEvent): CaseEvent {
  if (event.type === 'calendar-changed' || !('clocks' in event.body)) return event;
  return { ...event, body: { ...event.body, calendarVersion } } as CaseEvent;
}

function judge(rules: Rules, state: CaseState, command: CaseCommand): Decision {
  const refusal = generalRefusal(rules, state, command);
  if (refusal) return refusal;
  switch (command.type) {
    case 'take-transition':
      return takeTransition(rules, state, command);
    case 'dispute':
      return dispute(rules, state, command);
    case 'attach-document':
      return attachDocument(rules, state, command);
    case 'withdraw-document':
      return withdrawDocument(rules, state, command);
    case 'save-matrix':
      return saveMatrix(rules, state, command);
    case 'amend-claims':
      return amendClaims(rules, state, command);
    case 'recheck':
      return recheck(rules, state, command);
    case 'mark-checks':
      return markChecks(rules, state, command);
    case 'add-remark':
      return addRemark(rules, state, command);
    case 'answer-remark':
      return answerRemark(rules, state, command);
    case 'recall':
      return recall(rules, state, command);
    case 'cancel-transfer':
      return cancelTransfer(rules, state, command);
    case 'open-desk':
      return openDesk(rules, state, command);
    case 'claim-task':
      return claimTask(rules, state, command);
    case 'release-task':
      return releaseTask(rules, state, command);
    case 'assign-task':
      return assignTask(rules, state, command);
    case 'register-external-event':
      return registerExternalEvent(rules, state, command);
    case 'correct-fact':
      return correctFact(rules, state, command);
    case 'report-condition':
      return reportCondition(rules, state, command);
    case 'review-condition':
      return reviewCondition(rules, state, command);
    case 'propose-hold':
      return proposeHold(rules, state, command);
    case 'confirm-hold':
      return confirmHold(rules, state, command);
    case 'lift-hold':
      return liftHold(rules, state, command);
    case 'extend-clock':
      return proposeExtension(rules, state, command);
    case 'remind-desk':
      return remindDesk(rules, state, command);
    case 'escalate':
      return escalate(rules, state, command);
    case 'complete-transfer':
      return completeTransfer(rules, state, command);
    case 'record-comparison':
      return recordComparison(state, command);
    case 'join-cohort':
      return joinCohort(rules, state, command);
    case 'open-gate':
      return openGate(rules, state, command);
    case 'tick':
      return tick(rules, state, command);
    case 'change-calendar':
      return changeCalendar(rules, state, command);
    case 'notice-bounced':
      return noticeBounced(rules, command);
    case 'mark-behind':
      return { events: [{ type: 'seq-behind', actor: command.actor, body: { seen: command.seen } }] };
  }
}
