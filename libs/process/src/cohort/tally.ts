import type { GateView, OpenFinding } from './cohort-command';
import type { Arrival, CohortState } from './cohort-state';
import type { Text } from '../text';

/** What keeps the gate shut, as a code with the regions or findings it speaks of. */
export interface Shut {
  code: 'members-missing' | 'too-few' | 'must-include' | 'conflicts-open' | 'conflicts-unacknowledged' | 'readiness-missing' | 'nobody-at-gate';
  details: string[];
}

export interface Tally {
  round: number;
  /** Regions that count in this round. */
  counted: string[];
  ready: string[];
  missing: string[];
  waived: string[];
  fixed: string[];
  shut: Shut[];
  sentence: Text;
}

/** Arrivals that no release has relied on yet. */
export function newArrivals(state: CohortState, view: GateView): Arrival[] {
  const relied = new Set(state.releases.flatMap(({ members }) => members.map(({ caseId, arrivalSeq }) => `${caseId}#${arrivalSeq}`)));
  return view.arrivals.filter(({ caseId, arrivalSeq, regionCode }) => !relied.has(`${caseId}#${arrivalSeq}`) && takesPart(state, regionCode));
}

/** Regions of those named whose zone is not ready, where the policy asks for that. Whoever is waived or has its regulation already never holds the others. */
export function unready({ policy, members }: CohortState, { readiness = {} }: GateView, regions: readonly string[]): string[] {
  if (!policy.includeReadiness) return [];
  const isAsked = (region: string) => members.some(({ regionCode, state }) => regionCode === region && (state === 'active' || state === 'late'));
  return regions.filter((region) => isAsked(region) && readiness[region]?.lacks.length !== 0);
}

const takesPart = (state: CohortState, region: string) => state.members.some(({ regionCode, state: is }) => regionCode === region && ['active', 'late', 'waived'].includes(is));

/** Whether a finding has been settled for the claims it compares now; an edit afterwards opens it again. */
export function settlement(state: CohortState, finding: OpenFinding): 'resolution' | 'override' | 'acknowledgement' | undefined {
  const record = state.conflicts[finding.key];
  if (!record) return undefined;
  const active = finding.members.filter((region) => state.members.some(({ regionCode, state: is }) => regionCode === region && is !== 'fixed'));
  const assents = record.resolutions.filter(({ subject, regionCode }) => subject === finding.subject && active.includes(regionCode));
  if (active.length > 0 && assents.length === active.length && new Set(assents.map(({ kind }) => kind)).size === 1) return 'resolution';
  if (record.override?.subject === finding.subject) return 'override';
  return finding.effect === 'acknowledge' && record.acknowledgement?.subject === finding.subject ? 'acknowledgement' : undefined;
}

/**
 * The state of the gate: who counts, who is ready, and what keeps it shut. In the first round the policy counts all active
 * members; later rounds open for whoever arrives, against released and fixed claims.
 */
export function tallyOf(state: CohortState, view: GateView): Tally {
  const present = newArrivals(state, view).map(({ regionCode }) => regionCode);
  const of = (is: string) => state.members.filter((member) => member.state === is).map(({ regionCode }) => regionCode);
  const counted = state.round === 1 ? of('active') : present;
  const ready = counted.filter((region) => present.includes(region));
  const missing = counted.filter((region) => !present.includes(region));
  const shut = reasons(state, view, { ready, missing, present });
  return { round: state.round, counted, ready, missing, waived: of('waived'), fixed: of('fixed'), shut, sentence: sentence(shut, counted, ready, of('fixed')) };
}

function reasons(state: CohortState, view: GateView, { ready, missing, present }: { ready: string[]; missing: string[]; present: string[] }): Shut[] {
  const shut: Shut[] = [];
  const { need, mustInclude } = state.policy;
  const byDate = state.cutOffReached && state.policy.onCutOff === 'open-with-present';
  if (present.length === 0) shut.push({ code: 'nobody-at-gate', details: [] });
  if (state.round === 1 && !byDate) {
    if (need === 'all' && missing.length > 0) shut.push({ code: 'members-missing', details: missing });
    const least = need === 'all' ? 0 : Math.min(need.atLeast, state.members.filter((member) => ['active', 'late', 'waived'].includes(member.state)).length);
    if (ready.length < least) shut.push({ code: 'too-few', details: [String(ready.length), String(least), ...missing] });
    // A waiver does not get round it: whoever must be there can only leave the cohort, or have its regulation already.
    const absent = mustInclude.filter((region) => takesPart(state, region) && !present.includes(region));
    if (absent.length > 0) shut.push({ code: 'must-include', details: absent });
  }
  const open = view.findings.filter((finding) => finding.effect !== 'vote' && !settlement(state, finding));
  const blocking = open.filter(({ effect }) => effect === 'blocks').map(({ key }) => key);
  const noted = open.filter(({ effect }) => effect === 'acknowledge').map(({ key }) => key);
  if (blocking.length > 0) shut.push({ code: 'conflicts-open', details: blocking });
  if (noted.length > 0) shut.push({ code: 'conflicts-unacknowledged', details: noted });
  const notReady = unready(state, view, present);
  if (notReady.length > 0) shut.push({ code: 'readiness-missing', details: notReady });
  return shut;
}

function sentence(shut: Shut[], counted: string[], ready: string[], fixed: string[]): Text {
  const extra = fixed.length > 0 ? { id: `, ${fixed.length} tetap`, en: `, ${fixed.length} fixed` } : { id: '', en: '' };
  const progress = { id: `${ready.length} dari ${counted.length} siap${extra.id}`, en: `${ready.length} of ${counted.length} ready${extra.en}` };
  return shut.length === 0
    ? { id: `Gerbang dapat dilepas: ${progress.id}.`, en: `The gate may be released: ${progress.en}.` }
    : { id: `Gerbang tertutup: ${progress.id}.`, en: `Gate closed: ${progress.en}.` };
}
