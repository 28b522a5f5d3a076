import { clocksAfter } from '../clocks';
import type { CaseCommand } from '../command';
import { refuse } from '../refusal';
import type { Decision, Rules } from '../rules';
import type { CaseState } from '../state';
import { today } from './inputs';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** A case that came to the gate before anybody had created its cohort learns the cut-off date from the day on which there is one. */
export function joinCohort(rules: Rules, state: CaseState, { actor, at, cohort, cutOffOn }: Of<'join-cohort'>): Decision {
  const { stage, round } = state;
  if (!rules.definition.stages[stage]?.gate) return refuse('not-at-gate', [stage, '-']);
  if (hasCutOff(rules.definition, state)) return { events: [] };
  const clocks = clocksAfter(rules, state, { day: today(rules, at), enter: { stage, round, from: stage }, dueOn: cutOffOn });
  return { events: clocks.length > 0 ? [{ type: 'cohort-joined', actor, body: { cohort, clocks } }] : [] };
}

/** Whether the case at the gate already counts the days to a date that was set from outside. */
export function hasCutOff({ clocks: rules }: Rules['definition'], { stage, clocks }: Pick<CaseState, 'stage' | 'clocks'>): boolean {
  const waits = Object.entries(rules).filter(([, { amount, starts }]) => amount === undefined && starts.some((trigger) => 'enter' in trigger && trigger.enter === stage));
  return waits.every(([rule]) => clocks.some((clock) => clock.rule === rule && clock.status === 'running'));
}

/** The cohort's release opens the gate for exactly the arrival it relied on; a member that left or changed since answers so. */
export function openGate(rules: Rules, state: CaseState, command: Of<'open-gate'>): Decision {
  const to = rules.definition.stages[state.stage]?.gate;
  if (!to || !state.gate || state.gate.arrivedSeq !== command.arrivalSeq) return refuse('not-at-gate', [state.stage, state.gate?.arrivedSeq ?? '-']);
  const { actor, cohort, round, release, arrivalSeq, overrides } = command;
  const clocks = clocksAfter(rules, state, { day: today(rules, command.at), leave: state.stage, enter: { stage: to, round: state.round, from: state.stage } });
  return { events: [{ type: 'gate-opened', actor, body: { cohort, round, release, arrivalSeq, to, ...(overrides?.length && { overrides }), clocks } }] };
}
