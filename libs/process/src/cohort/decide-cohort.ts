import { type Actor, covers, personsOf } from '../actor';
import { isCivilDate } from '../time';
import type { CohortCommand, OpenFinding } from './cohort-command';
import type { CohortEvent } from './cohort-event';
import { type CohortRefusal, refuseCohort } from './cohort-refusal';
import type { CohortState, Waiver } from './cohort-state';
import { newArrivals, settlement, tallyOf } from './tally';

export type CohortDecision = { events: CohortEvent[] } | CohortRefusal;
type Of<T extends CohortCommand['type']> = Extract<CohortCommand, { type: T }>;

const LONGEST_NOTE = 10_000;
const MOST_MEMBERS = 1_000;
const coordinator = ['provincial-coordinator'];
const province = ['provincial-coordinator', 'provincial-planner', 'provincial-legal'];
const seconds = ['provincial-planner', 'provincial-legal'];
const regency = ['regency-drafter', 'regency-head'];

function roleRefusal(actor: Actor, roles: readonly string[], region: string): CohortRefusal | undefined {
  if (!roles.includes(actor.role)) return refuseCohort('not-your-role', roles);
  return covers(actor.scope, region) ? undefined : refuseCohort('not-your-region');
}

function create(command: Of<'create-cohort'>): CohortDecision {
  const { actor, province: code, programmeYear, referencePlans, members, policy, cutOffOn } = command;
  const refusal = roleRefusal(actor, coordinator, code);
  if (refusal) return refusal;
  const codes = members.map(({ regionCode }) => regionCode);
  const foreign = codes.filter((region) => !region.startsWith(code) || region.length !== 4);
  if (foreign.length > 0 || codes.length === 0 || codes.length > MOST_MEMBERS) return refuseCohort('cohort-invalid', ['members', ...foreign]);
  if (new Set(codes).size !== codes.length) return refuseCohort('cohort-invalid', ['members']);
  if (members.some(({ state, regulationNumber }) => !['active', 'fixed'].includes(state) || (state === 'fixed' && !regulationNumber))) return refuseCohort('cohort-invalid', ['members']);
  if (!isCivilDate(cutOffOn)) return refuseCohort('cohort-invalid', ['cutOffOn']);
  if (!Number.isInteger(programmeYear) || programmeYear < 2015 || programmeYear > 2100) return refuseCohort('cohort-invalid', ['programmeYear']);
  if (policy.need !== 'all' && (policy.need.atLeast < 1 || policy.need.atLeast > codes.length)) return refuseCohort('cohort-invalid', ['policy']);
  if (policy.mustInclude.some((region) => !codes.includes(region))) return refuseCohort('cohort-invalid', ['policy']);
  return { events: [{ type: 'cohort-created', actor, body: { province: code, programmeYear, referencePlans, members, policy, cutOffOn } }] };
}

/** Releases exactly once per round, and freezes the list, waivers and settlements it relies on. */
function release(state: CohortState, command: Of<'release'>, by: CohortCommand['actor']): CohortDecision {
  const arrivals = [...newArrivals(state, command.view)].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  const { expectedList, note } = command;
  if (expectedList && [...expectedList].sort().join() !== arrivals.map(({ caseId }) => caseId).join()) return refuseCohort('list-changed', arrivals.map(({ caseId }) => caseId));
  const { shut } = tallyOf(state, command.view);
  if (shut.some(({ code }) => code === 'nobody-at-gate')) return refuseCohort('nobody-at-gate');
  if (shut.length > 0) return refuseCohort('gate-shut', shut.flatMap(({ code, details }) => [code, ...details]));
  return { events: [released(state, command.view, by, note)] };
}

function released(state: CohortState, view: CohortCommand['view'], actor: CohortCommand['actor'], note?: Of<'release'>['note']): CohortEvent {
  const members = [...newArrivals(state, view)].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  const conflicts = view.findings.flatMap((finding) => {
    const by = settlement(state, finding);
    return by ? [{ key: finding.key, by }] : [];
  });
  const waived = state.members.filter((member) => member.state === 'waived').map(({ regionCode }) => regionCode);
  return { type: 'gate-released', actor, body: { release: { round: state.round, members, waived, conflicts }, ...(note && { note }) } };
}

/** The cut-off date: marked once; the gate opens by it only where the policy says so and nothing else keeps it shut. */
function tick(state: CohortState, command: Of<'tick'>): CohortDecision {
  if (state.cutOffReached || state.round > 1 || command.today <= state.cutOffOn) return { events: [] };
  const reached: CohortEvent = { type: 'cut-off-reached', actor: command.actor, body: { dueAt: command.dueAt } };
  const after: CohortState = { ...state, cutOffReached: true };
  const opens = state.policy.onCutOff === 'open-with-present' && tallyOf(after, command.view).shut.length === 0;
  return { events: opens ? [reached, released(after, command.view, command.actor)] : [reached] };
}

function requestWaiver(state: CohortState, command: Of<'request-waiver'>): CohortDecision {
  const { actor, regionCode, reason } = command;
  const refusal = roleRefusal(actor, coordinator, state.province);
  if (refusal) return refusal;
  const member = state.members.find((one) => one.regionCode === regionCode);
  if (!member) return refuseCohort('member-unknown', [regionCode]);
  if (member.state !== 'active') return refuseCohort('member-not-active', [regionCode, member.state]);
  if (reason.length === 0) return refuseCohort('reason-required');
  if (reason.length > LONGEST_NOTE) return refuseCohort('note-too-long', [LONGEST_NOTE]);
  if (state.waivers.some((one) => one.regionCode === regionCode && !one.confirmedBy)) return { events: [] };
  const waiver: Waiver = { n: state.waivers.length + 1, regionCode, reason, askedBy: personsOf(actor) };
  return { events: [{ type: 'waiver-requested', actor, body: { waiver } }] };
}

function confirmWaiver(state: CohortState, command: Of<'confirm-waiver'>): CohortDecision {
  const { actor, n } = command;
  const refusal = roleRefusal(actor, seconds, state.province);
  if (refusal) return refusal;
  const waiver = state.waivers.find((one) => one.n === n);
  if (!waiver) return refuseCohort('waiver-unknown', [n]);
  if (waiver.confirmedBy) return refuseCohort('waiver-settled', [n]);
  if (personsOf(actor).some((person) => waiver.askedBy.includes(person))) return refuseCohort('second-person-needed', seconds);
  return { events: [{ type: 'waiver-confirmed', actor, body: { n, regionCode: waiver.regionCode, confirmedBy: personsOf(actor) } }] };
}

function findingOf(command: Extract<CohortCommand, { key: string }>): OpenFinding | undefined {
  return command.view.findings.find(({ key }) => key === command.key);
}

/** A resolution is recorded by every region concerned, each by its own person. */
function resolve(command: Of<'resolve-conflict'>): CohortDecision {
  const { actor, key, kind, note } = command;
  const finding = findingOf(command);
  if (!finding || !finding.members.includes(actor.scope)) return refuseCohort('finding-unknown', [key]);
  const refusal = roleRefusal(actor, regency, actor.scope);
  if (refusal) return refusal;
  if ((note?.length ?? 0) > LONGEST_NOTE) return refuseCohort('note-too-long', [LONGEST_NOTE]);
  const { members, subject } = finding;
  return { events: [{ type: 'conflict-resolved', actor, body: { key, members, regionCode: actor.scope, kind, subject, ...(note && { note }) } }] };
}

function settle(state: CohortState, command: Of<'override-conflict'> | Of<'acknowledge-conflict'>): CohortDecision {
  const { actor, key } = command;
  const refusal = roleRefusal(actor, coordinator, state.province);
  if (refusal) return refusal;
  const finding = findingOf(command);
  if (!finding) return refuseCohort('finding-unknown', [key]);
  const text = command.type === 'override-conflict' ? command.reason : command.note;
  if (text.length === 0) return refuseCohort('reason-required');
  if (text.length > LONGEST_NOTE) return refuseCohort('note-too-long', [LONGEST_NOTE]);
  const { members, subject } = finding;
  if (command.type === 'override-conflict') return { events: [{ type: 'conflict-overridden', actor, body: { key, members, reason: text, subject } }] };
  if (finding.effect !== 'acknowledge') return refuseCohort('finding-not-blocking', [key]);
  return { events: [{ type: 'conflict-acknowledged', actor, body: { key, members, note: text, subject } }] };
}

function membership(state: CohortState, command: Of<'add-member'> | Of<'withdraw-member'> | Of<'fix-member'>): CohortDecision {
  const refusal = roleRefusal(command.actor, coordinator, state.province);
  if (refusal) return refusal;
  const { actor } = command;
  if (command.type === 'add-member') {
    const { member } = command;
    if (!member.regionCode.startsWith(state.province) || member.regionCode.length !== 4) return refuseCohort('not-your-region');
    if (state.members.some(({ regionCode, state: is }) => regionCode === member.regionCode && is !== 'withdrawn')) return refuseCohort('member-exists', [member.regionCode]);
    const joins = state.round > 1 && member.state === 'active' ? { ...member, state: 'late' as const } : member;
    return { events: [{ type: 'member-added', actor, body: { member: joins } }] };
  }
  const member = state.members.find(({ regionCode }) => regionCode === command.regionCode);
  if (!member) return refuseCohort('member-unknown', [command.regionCode]);
  if (command.type === 'withdraw-member') {
    if (member.state === 'withdrawn') return { events: [] };
    if (command.reason.length === 0) return refuseCohort('reason-required');
    return { events: [{ type: 'member-withdrawn', actor, body: { regionCode: member.regionCode, reason: command.reason } }] };
  }
  if (command.regulationNumber.trim() === '') return refuseCohort('reason-required');
  const { regulationNumber, matrix } = command;
  return { events: [{ type: 'member-fixed', actor, body: { regionCode: member.regionCode, regulationNumber, ...(matrix && { matrix }) } }] };
}

function holdMeeting(state: CohortState, command: Of<'hold-meeting'>): CohortDecision {
  const refusal = roleRefusal(command.actor, province, state.province);
  if (refusal) return refusal;
  const { heldOn, invited, attended } = command.meeting;
  const known = (regions: string[]) => regions.every((region) => state.members.some(({ regionCode }) => regionCode === region));
  if (!isCivilDate(heldOn) || heldOn > command.at.slice(0, 10) || !known(invited) || !known(attended)) return refuseCohort('meeting-invalid');
  return { events: [{ type: 'meeting-held', actor: command.actor, body: { meeting: command.meeting } }] };
}

function supersede(state: CohortState, command: Of<'supersede-plan'>): CohortDecision {
  const { actor, plan } = command;
  const refusal = roleRefusal(actor, ['provincial-coordinator', 'provincial-planner'], state.province);
  if (refusal) return refusal;
  const current = state.referencePlans.find(({ kind, regionCode, supersededOn }) => kind === plan.kind && regionCode === plan.regionCode && !supersededOn);
  if (!current || current.version === plan.version) return refuseCohort('plan-unknown', [plan.kind]);
  return { events: [{ type: 'plan-superseded', actor, body: { kind: plan.kind, ...(plan.regionCode && { regionCode: plan.regionCode }), by: plan } }] };
}

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
      return roleRefusal(command.actor, coordinator, state.province) ?? release(state, command, command.actor);
    case 'tick':
      return tick(state, command);
    case 'record-passage':
      return recordPassage(state, command);
    case 'request-waiver':
      return requestWaiver(state, command);
    case 'confirm-waiver':
      return confirmWaiver(state, command);
    case 'resolve-conflict':
      return resolve(command);
    case 'override-conflict':
    case 'acknowledge-conflict':
      return settle(state, command);
    case 'add-member':
    case 'withdraw-member':
    case 'fix-member':
      return membership(state, command);
    case 'hold-meeting':
      return holdMeeting(state, command);
    case 'supersede-plan':
      return supersede(state, command);
  }
}
