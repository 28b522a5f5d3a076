import type { CohortCommand, FrozenCase, GateView } from '../cohort-command';
import type { CohortEvent } from '../cohort-event';
import { refuseCohort } from '../cohort-refusal';
import type { Arrival, CohortState } from '../cohort-state';
import { newArrivals, settlement, tallyOf, unready } from '../tally';
import { staleFindings } from './findings';
import { type CohortDecision, type Of, roleRefusal } from './shared';

const byCase = (a: Arrival, b: Arrival): number => (a.caseId < b.caseId ? -1 : 1);

/** Releases exactly once per round, and freezes the list, waivers, claims and settlements it relies on. */
export function release(state: CohortState, command: Of<'release'>): CohortDecision {
  const { actor, expectedList, frozenList, note } = command;
  const view = frozenList ? { ...command.view, arrivals: standing(command.view, frozenList) } : command.view;
  const refusal = roleRefusal(actor, 'release', state.province);
  if (refusal) return refusal;
  const arrivals = newArrivals(state, view).sort(byCase);
  if (expectedList && [...expectedList].sort().join() !== arrivals.map(({ caseId }) => caseId).join()) return refuseCohort('list-changed', arrivals.map(({ caseId }) => caseId));
  const { shut } = tallyOf(state, view);
  if (shut.some(({ code }) => code === 'nobody-at-gate')) return refuseCohort('nobody-at-gate');
  if (shut.length > 0) return refuseCohort('gate-shut', shut.flatMap(({ code, details }) => [code, ...details]));
  return { events: [released(state, view, actor, arrivals, note)] };
}

/** The arrivals of a frozen list that are still the last of their cases. */
const standing = ({ arrivals }: GateView, list: readonly FrozenCase[]): Arrival[] => arrivals.filter(({ caseId, arrivalSeq }) => list.some((one) => one.caseId === caseId && one.seq === arrivalSeq));

function released(state: CohortState, view: GateView, actor: CohortCommand['actor'], members: Arrival[], note?: Of<'release'>['note']): CohortEvent {
  const conflicts = view.findings.flatMap((finding) => {
    const by = settlement(state, finding);
    const { key, members: parties } = finding;
    const reason = by === 'override' ? state.conflicts[key]?.override?.reason : undefined;
    return by ? [{ key, members: parties, by, ...(reason && { reason }) }] : [];
  });
  const waived = state.members.filter((member) => member.state === 'waived').map(({ regionCode }) => regionCode);
  const records = members.flatMap(({ regionCode }) => {
    const record = view.readiness?.[regionCode];
    return record ? [[regionCode, record.seq] as const] : [];
  });
  const readiness = state.policy.includeReadiness ? { readiness: Object.fromEntries(records) } : {};
  const frozen = { round: state.round, members: [...members].sort(byCase), waived, conflicts, claims: view.claims, ...readiness };
  return { type: 'gate-released', actor, body: { release: frozen, ...(note && { note }) } };
}

/** What time and the others' acts bring about: the cut-off date, what has become stale, and who passes at once. */
export function tick(state: CohortState, command: Of<'tick'>): CohortDecision {
  const stale = staleFindings(state, command);
  if (state.round > 1) return { events: [...stale, ...passing(state, command)] };
  return { events: [...stale, ...cutOff(state, command)] };
}

/** Marked once; the gate opens by it only where the policy says so and nothing else keeps it shut. */
function cutOff(state: CohortState, { actor, today, dueAt, view }: Of<'tick'>): CohortEvent[] {
  if (state.cutOffReached || today <= state.cutOffOn) return [];
  const reached: CohortEvent = { type: 'cut-off-reached', actor, body: { dueAt } };
  const after: CohortState = { ...state, cutOffReached: true };
  const opens = state.policy.onCutOff === 'open-with-present' && tallyOf(after, view).shut.length === 0;
  return opens ? [reached, released(after, view, actor, newArrivals(after, view))] : [reached];
}

/** Who comes after a release with the very claims it compared, is party to nothing unsettled and has its zone ready where that is asked for, makes up a round of its own and passes. */
function passing(state: CohortState, { actor, view }: Of<'tick'>): CohortEvent[] {
  const compared = state.releases.at(-1)!.claims;
  const unsettled = view.findings.filter((finding) => finding.effect !== 'vote' && !settlement(state, finding));
  const arrivals = newArrivals(state, view);
  const notReady = unready(state, view, arrivals.map(({ regionCode }) => regionCode));
  const free = arrivals.filter(
    ({ regionCode }) => !notReady.includes(regionCode) && compared[regionCode] !== undefined && compared[regionCode] === view.claims[regionCode] && !unsettled.some(({ members }) => members.includes(regionCode)),
  );
  return free.length > 0 ? [released(state, view, actor, free)] : [];
}
