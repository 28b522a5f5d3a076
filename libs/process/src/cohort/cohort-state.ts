import type { SealedText } from '../text';
import type { CivilDate } from '../time';

export type MemberState = 'active' | 'waived' | 'withdrawn' | 'late' | 'fixed';

export interface Member {
  regionCode: string;
  state: MemberState;
  /** Of a fixed member: the regulation that stands already; it has no case, and its claims stand. */
  regulationNumber?: string;
  matrix?: { version: number; sha256: string };
}

export type PlanKind = 'RIPIN' | 'KIN' | 'RPIP' | 'RTRWP' | 'RTRWK';

/** A file in the store, with its name as its sender gave it. */
export interface StoredFile {
  sha256: string;
  size: number;
  media: string;
  name: SealedText;
}

export interface ReferencePlan {
  kind: PlanKind;
  /** As its regulation calls it. */
  name?: string;
  version: string;
  issuedOn: CivilDate;
  /** Of an RTRWK: the region it is of. */
  regionCode?: string;
  content?: { flagships?: unknown[]; zones?: unknown[]; portTonnesPerYear?: number };
  supersededOn?: CivilDate;
  file?: StoredFile;
}

/** A plan as it is entered: its file comes afterwards, and only a later version takes its place. */
export type PlanEntry = Omit<ReferencePlan, 'supersededOn' | 'file'>;

export interface GatePolicy {
  need: 'all' | { atLeast: number };
  mustInclude: string[];
  /** What the cut-off date does: ask the coordinator, or open with those present. */
  onCutOff: 'ask' | 'open-with-present';
  /** Whoever stands at the gate must have its zone ready; a waiver spares a region this, too. */
  includeReadiness: boolean;
}

/** A case at the gate, as `completeTransfer` wrote it in the case's own transaction. */
export interface Arrival {
  caseId: string;
  regionCode: string;
  arrivalSeq: number;
  manifestHash: string;
}

export interface Waiver {
  n: number;
  regionCode: string;
  reason: SealedText;
  askedBy: string[];
  confirmedBy?: string[];
  askedAt: string;
}

export type ResolutionKind = 'merge' | 'differentiate' | 'cooperate' | 'accept';

export interface ConflictRecord {
  /** Regions whose assent counts. */
  members: string[];
  resolutions: { regionCode: string; person: string; kind: ResolutionKind; note?: SealedText; subject: string }[];
  override?: { person: string; reason: SealedText; subject: string };
  acknowledgement?: { person: string; note: SealedText; subject: string };
  /** What was said compared claims or plans that have changed since; the subject is what the finding compares now. */
  stale?: { subject: string; since: string };
}

/** What a release relied on, frozen: exactly these arrivals, waivers and resolutions. */
export interface Release {
  round: number;
  seq: number;
  at: string;
  members: Arrival[];
  waived: string[];
  conflicts: { key: string; members: string[]; by: 'resolution' | 'override' | 'acknowledgement'; /** Of an override. */ reason?: SealedText }[];
  /** Hash of the claims of every region that had any, released or not: what the checks compared. */
  claims: { [regionCode: string]: string };
  /** Where the policy asks for readiness: the seq of each released region's record of it. */
  readiness?: { [regionCode: string]: number };
  /** Members whose gate has been opened since, by case id; `left` when they were no longer at the gate. */
  opened: { [caseId: string]: 'opened' | 'left' };
}

export interface Meeting {
  heldOn: CivilDate;
  invited: string[];
  attended: string[];
  /** What was said, in a few sentences. */
  note?: SealedText;
  minutes?: StoredFile;
  /** The called meeting that it was. */
  call?: number;
  n: number;
}

/** A meeting to which regions are invited, until it was held or called off. */
export interface CalledMeeting {
  n: number;
  on: CivilDate;
  /** "09:30" on the clocks of the province. */
  time: string;
  /** A room, or the address of one on a screen. */
  place: string;
  agenda: SealedText;
  invited: string[];
  /** Why it was put on another day, time or place the last time. */
  moved?: SealedText;
  calledOff?: SealedText;
  /** The number of the meeting that came of it. */
  held?: number;
}

export interface CohortState {
  id: string;
  province: string;
  programmeYear: number;
  referencePlans: ReferencePlan[];
  members: Member[];
  policy: GatePolicy;
  cutOffOn: CivilDate;
  seq: number;
  at: string;
  /** The round that is being gathered; 1 until the first release. */
  round: number;
  releases: Release[];
  waivers: Waiver[];
  conflicts: { [key: string]: ConflictRecord };
  meetings: Meeting[];
  calls?: CalledMeeting[];
  cutOffReached?: true;
}
