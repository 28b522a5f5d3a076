import { clocksAfter } from '../clocks';
import type { CaseCommand } from '../command';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState } from '../state';
import { today } from './inputs';

/** The cohort's release opens the gate for exactly the arrival it relied on; a member that left or changed since answers so. */
export function openGate(rules: Rules, state: CaseState, command: Extract<CaseCommand, { type: 'open-gate' }>): Decision {
  const to = rules.definition.stages[state.stage]?.gate;
  if (!to || !state.gate || state.gate.arrivedSeq !== command.arrivalSeq) return refuse('not-at-gate', [state.stage, state.gate?.arrivedSeq ?? '-']);
  const { actor, cohort, round, release, arrivalSeq, overrides } = command;
  const clocks = clocksAfter(rules, state, { day: today(rules, command.at), leave: state.stage, enter: { stage: to, round: state.round, from: state.stage } });
  return { events: [{ type: 'gate-opened', actor, body: { cohort, round, release, arrivalSeq, to, ...(overrides?.length && { overrides }), clocks } }] };
}
