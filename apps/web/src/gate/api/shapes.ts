import type { CohortActName, FindingAct, ReadinessActName } from '#process';
import type { Tally } from '#process/cohort/tally';
import type { Text } from '../../api/shapes';

/** The shapes of the contract that the screens of a province read. */
export interface Gate extends Omit<Tally, 'round'> {
  open: boolean;
}
export interface BoardMember {
  region: { code: string; name: string };
  state: 'active' | 'waived' | 'withdrawn' | 'late' | 'fixed';
  caseId: string | null;
  phase: string | null;
  stage: { id: string; label: Text } | null;
  status: string | null;
  round: number | null;
  enteredAt: string | null;
  dueOn: string | null;
  provisional: boolean;
  workingDaysLeft: number | null;
  workingDaysInStage: number | null;
  arrivedAt: string | null;
  missingSince: string | null;
  actors: { role: string; scope: string; label: Text; vacant: boolean }[];
  lacks: { documents: string[]; remarks: number; readiness: string[] } | null;
  conflicts: string[] | null;
}
export interface Board {
  cohort: string;
  round: number;
  gate: Gate;
  atCutOff: Gate | null;
  blockedBy: Text;
  nextMeeting: Pick<CalledMeeting, 'n' | 'on' | 'time' | 'place'> | null;
  asIf: { supposed: string[]; before: Gate; effect: Text } | null;
  members: BoardMember[];
}
export interface StoredFile {
  sha256: string;
  size: number;
  media: string;
  name: string | null;
}
export interface PlanContent {
  flagships?: { kbli?: string; commodity: string; role?: string }[];
  zones?: { name: string; regionCodes?: string[] }[];
  portTonnesPerYear?: number;
  horizon?: { from: number; to: number };
}
export interface ReferencePlan {
  kind: 'RIPIN' | 'KIN' | 'RPIP' | 'RTRWP' | 'RTRWK';
  name?: string;
  version: string;
  issuedOn: string;
  regionCode?: string;
  content?: PlanContent;
  supersededOn?: string;
  file: StoredFile | null;
}
export interface Member {
  regionCode: string;
  state: BoardMember['state'];
  regulationNumber?: string;
}
export interface Waiver {
  n: number;
  regionCode: string;
  reason: string | null;
  askedBy: string[];
  askedAt: string;
  confirmedBy: string[] | null;
  /** By the reader, as the second person. */
  mayConfirm: boolean;
}
export interface Release {
  round: number;
  seq: number;
  at: string;
  members: { caseId: string; regionCode: string }[];
  waived: string[];
  conflicts: { key: string; members: string[]; by: string }[];
}
export interface Meeting {
  n: number;
  heldOn: string;
  invited: string[];
  attended: string[];
  minutes: string | null;
  file: StoredFile | null;
}
export interface CalledMeeting {
  n: number;
  on: string;
  time: string;
  place: string;
  agenda: string | null;
  invited: string[];
  moved: string | null;
  calledOff: string | null;
  isCalledOff: boolean;
  held: number | null;
}
export interface Cohort {
  id: string;
  province: string;
  programmeYear: number;
  referencePlans: ReferencePlan[];
  members: Member[];
  policy: { need: 'all' | { atLeast: number }; mustInclude: string[]; onCutOff: 'ask' | 'open-with-present'; includeReadiness: boolean };
  cutOffOn: string;
  seq: number;
  at: string;
  round: number;
  /** What the reader may do here. */
  acts: CohortActName[];
  waivers: Waiver[];
  releases: Release[];
  meetings: Meeting[];
  calls: CalledMeeting[];
  gate: Gate;
  waiting: { caseId: string; regionCode: string; arrivalSeq: number; manifestHash: string }[];
}
export type ResolutionKind = 'merge' | 'differentiate' | 'cooperate' | 'accept';
export interface Conflict {
  key: string;
  check: string;
  effect: 'blocks' | 'acknowledge' | 'vote';
  /** What the reader may do about it, and for which region. */
  acts: FindingAct[];
  members: string[];
  claims: { regionCode: string; table: string; row: number; summary: Text }[];
  measure: { years?: number; hectares?: number; tonnes?: number };
  sentence: Text;
  settledBy: 'resolution' | 'override' | 'acknowledgement' | null;
  stale: boolean;
  undecided: string[];
  resolutions: { regionCode: string; person: string; kind: ResolutionKind; note: string | null; current: boolean }[];
  override: { person: string; reason: string | null; current: boolean } | null;
  acknowledgement: { person: string; note: string | null; current: boolean } | null;
}
export interface Preview {
  action: 'recommend' | 'release';
  attachMinutes: boolean;
  listHash: string;
  items: { regionCode: string; caseId: string; seq: number; willHappen: Text }[];
  leftOut: { regionCode: string; caseId: string | null; code: string; reason: Text }[];
}
export interface Decided {
  action: string;
  listHash: string;
  results: { regionCode: string; caseId: string; seq: number; outcome: 'done' | 'under-way' | 'dropped'; code: string | null; reason: Text | null }[];
}
export interface CriterionView {
  criterion: string;
  label: Text;
  state: 'missing' | 'submitted' | 'verified' | 'expired' | 'rejected';
  renewal: boolean;
  issuedOn: string | null;
  validUntil: string | null;
  measure: number | null;
  unit: Text | null;
  threshold: { from: string; least: number } | null;
  submittedAt: string | null;
  verifiedAt: string | null;
  reason: string | null;
  documents: { type: string; label: Text; version: number; sha256: string; size: number; media: string; name: string | null }[] | null;
}
export interface Readiness {
  region: { code: string; name: string };
  seq: number;
  ready: boolean;
  lacks: string[];
  sentence: Text;
  /** What the reader may do here. */
  acts: ReadinessActName[];
  criteria: CriterionView[];
  funding: { state: 'proposed' | 'funded' | 'declined'; at: string; proposedAt: string; reference: string | null; note: string | null; reason: string | null } | null;
  siteVisits: { n: number; visitedOn: string; visitors: string | null; minutes: string | null; role: string; at: string }[];
}
/** The conditions as the process states them. */
export interface Criteria {
  criteria: Record<string, { label: Text; short: Text; required: string[]; optional?: string[]; measure?: { label: Text; unit: Text; whole?: true; thresholds: { from: string; least: number; basis: { source: string } }[] }; basis: { source: string; certainty: string } }>;
}
