import { personsOf } from '../../actor';
import { refuseCohort } from '../cohort-refusal';
import { seconds } from '../cohort-acts';
import type { CohortState } from '../cohort-state';
import { newArrivals } from '../tally';
import { type CohortDecision, type Of, reasonRefusal, roleRefusal } from './shared';

const memberOf = (state: CohortState, region: string) => state.members.find(({ regionCode }) => regionCode === region);

/** A release has let the region through, and it does not stand at the gate again. */
const isThrough = (state: CohortState, region: string, view: Of<'request-waiver'>['view']): boolean =>
  state.releases.some(({ members, opened }) => members.some(({ caseId, regionCode }) => regionCode === region && opened[caseId] !== 'left')) &&
  !newArrivals(state, view).some(({ regionCode }) => regionCode === region);

export function addMember(state: CohortState, { actor, member }: Of<'add-member'>): CohortDecision {
  const refusal = roleRefusal(actor, 'add-member', state.province);
  if (refusal) return refusal;
  const { regionCode } = member;
  if (!regionCode.startsWith(state.province) || regionCode.length !== 4) return refuseCohort('not-your-region');
  const known = memberOf(state, regionCode);
  if (known && known.state !== 'withdrawn') return refuseCohort('member-exists', [regionCode]);
  const joins = state.round > 1 && member.state === 'active' ? { ...member, state: 'late' as const } : member;
  return { events: [{ type: 'member-added', actor, body: { member: joins } }] };
}

export function withdrawMember(state: CohortState, command: Of<'withdraw-member'>): CohortDecision {
  const { actor, regionCode, reason, view } = command;
  const refusal = roleRefusal(actor, 'withdraw-member', state.province);
  if (refusal) return refusal;
  const member = memberOf(state, regionCode);
  if (!member) return refuseCohort('member-unknown', [regionCode]);
  if (member.state === 'withdrawn') return { events: [] };
  if (isThrough(state, regionCode, view)) return refuseCohort('member-released', [regionCode]);
  return reasonRefusal(reason) ?? { events: [{ type: 'member-withdrawn', actor, body: { regionCode, reason } }] };
}

export function fixMember(state: CohortState, { actor, regionCode, regulationNumber, matrix }: Of<'fix-member'>): CohortDecision {
  const refusal = roleRefusal(actor, 'fix-member', state.province);
  if (refusal) return refusal;
  if (!memberOf(state, regionCode)) return refuseCohort('member-unknown', [regionCode]);
  if (regulationNumber.trim() === '') return refuseCohort('reason-required');
  return { events: [{ type: 'member-fixed', actor, body: { regionCode, regulationNumber, ...(matrix && { matrix }) } }] };
}

export function requestWaiver(state: CohortState, command: Of<'request-waiver'>): CohortDecision {
  const { actor, regionCode, reason, view } = command;
  const refusal = roleRefusal(actor, 'request-waiver', state.province);
  if (refusal) return refusal;
  const member = memberOf(state, regionCode);
  if (!member) return refuseCohort('member-unknown', [regionCode]);
  if (isThrough(state, regionCode, view)) return refuseCohort('member-released', [regionCode]);
  if (member.state !== 'active') return refuseCohort('member-not-active', [regionCode, member.state]);
  const wordless = reasonRefusal(reason);
  if (wordless) return wordless;
  if (state.waivers.some((one) => one.regionCode === regionCode && !one.confirmedBy)) return { events: [] };
  const waiver = { n: state.waivers.length + 1, regionCode, reason, askedBy: personsOf(actor) };
  return { events: [{ type: 'waiver-requested', actor, body: { waiver } }] };
}

export function confirmWaiver(state: CohortState, { actor, n, view }: Of<'confirm-waiver'>): CohortDecision {
  const refusal = roleRefusal(actor, 'confirm-waiver', state.province);
  if (refusal) return refusal;
  const waiver = state.waivers.find((one) => one.n === n);
  if (!waiver) return refuseCohort('waiver-unknown', [n]);
  if (waiver.confirmedBy) return refuseCohort('waiver-settled', [n]);
  if (personsOf(actor).some((person) => waiver.askedBy.includes(person))) return refuseCohort('second-person-needed', seconds);
  const { regionCode } = waiver;
  if (isThrough(state, regionCode, view)) return refuseCohort('member-released', [regionCode]);
  const is = memberOf(state, regionCode)?.state;
  if (is !== 'active') return refuseCohort('member-not-active', [regionCode, is ?? '']);
  return { events: [{ type: 'waiver-confirmed', actor, body: { n, regionCode, confirmedBy: personsOf(actor) } }] };
}
