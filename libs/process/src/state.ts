import type { Actor, Capacity, Scope } from './actor';
import type { Compared, ComparisonAsked } from './compared-texts';
import type { Flag, TextMark } from './definition';
import type { SealedText } from './text';
import type { CivilDate } from './time';

export interface CaseDocument {
  type: string;
  version: number;
  sha256: string;
  size: number;
  media: string;
  name: SealedText;
  by: string;
  role: string;
}

export interface Clock {
  /** `<rule>#<n>`: the n-th time this rule runs on the case. */
  key: string;
  rule: string;
  /** The day of the start event, which is not counted. */
  startedOn: CivilDate;
  dueOn: CivilDate;
  /** The term ran into a year without a published table. */
  provisional?: true;
  pauses: { first: CivilDate; last?: CivilDate; ground: string }[];
  extensions: { days: number; ground: string }[];
  /** Met stays met; void belongs to a round or an act that no longer counts. */
  status: 'running' | 'met' | 'void';
  metOn?: CivilDate;
  /** The version of the working calendar that moved the due day last, the day it was before, and when the clock was moved. */
  movedBy?: { calendar: number; from: CivilDate; on: CivilDate };
  /** The expiry has been recorded. */
  expired?: true;
  /** Rungs of the ladder that were sent, or passed over, by their day. */
  rungs: { [day: string]: 'sent' | 'skipped' };
}

export interface Vote {
  role: string;
  vote: 'favourable' | 'unfavourable';
  person: string;
  persons: string[];
  checks: { [check: string]: 'conform' | 'not-conform' };
  /** Plans of higher rank that were in force, by check; absent where the case had no cohort. */
  grounds?: { [check: string]: string[] };
}

/** A check that was given on plans or claims that have changed since. */
export interface StaleCheck {
  check: string;
  /** Who gave it. */
  role: string;
  /** The plans or tables of the matrix that are new. */
  cause: string[];
  /** It was given again, and does not hold any more. */
  found?: 'not-conform';
}

/** A conflict that the coordinator opened the gate over: every later manifest carries it. */
export interface Overridden {
  key: string;
  reason: SealedText;
}

export interface Remark {
  n: number;
  by: { person: string; role: string; scope: Scope };
  visibility: 'internal' | 'counterpart';
  unit?: string;
  text: SealedText;
  round: number;
  answer?: { person: string; text: SealedText };
}

export interface Condition {
  n: number;
  text: string;
  owner: string;
  dueOn: CivilDate;
  /** The stage that may not be entered while it is open. */
  before?: string;
  status: 'open' | 'reported' | 'accepted' | 'refused';
  /** Everybody with a hand in the last report on it. */
  reportedBy?: string[];
}

export interface ManifestEntry {
  type: string;
  version: number;
  sha256: string;
  size: number;
}

/** What is handed over from desk to desk: documents in a fixed order, and the plan matrix by its hash. */
export interface Manifest {
  hash: string;
  documents: ManifestEntry[];
  matrix?: { version: number; sha256: string };
  /** Conflicts the coordinator overrode, by the hash of the reason. */
  overrides?: { key: string; reason: string }[];
}

/** The first half of a two-person act: it counts as a fact at once, only the transition waits for the second hand. */
export interface Half {
  transition: string;
  role: string;
  person: string;
  persons: string[];
  facts: { [fact: string]: string };
  /** Facts as they stood before, to be put back when the half is disputed. */
  previous: { [fact: string]: string | null };
  texts: { [type: string]: string };
  reason?: string;
  note?: SealedText;
  seq: number;
}

export interface Transfer {
  /** The seq of its `transfer-started`. */
  seq: number;
  transition: string;
  from: string;
  to: string;
  by: Actor;
  at: string;
  manifest: Manifest;
  facts: { [fact: string]: string };
  reason?: string;
  note?: SealedText;
  /** Voters whose vote was not given when the review was closed. */
  notGiven?: string[];
  /** Clocks as they stood before the transfer met them; put back when it fails or is cancelled. */
  clocksBefore: Clock[];
  conditions?: { text: string; owner: string; dueOn: CivilDate; before?: string }[];
}

/** A pause or an extension of a policy clock: the owner proposes it with a paper, the superior confirms it. */
export interface Hold {
  n: number;
  kind: 'hold' | 'extension';
  reason: string;
  clock: string;
  status: 'proposed' | 'running' | 'ended' | 'refused';
  /** Days of an extension, in the unit of the clock. */
  days?: number;
  first: CivilDate;
  last?: CivilDate;
  by: { person: string; role: string };
}

export interface CaseState {
  id: string;
  process: { id: string; version: number; hash: string };
  region: string;
  title: string;
  programmeYear: number;
  planYears: { from: number; to: number };
  stage: string;
  /** 'open', or the outcome that closed the case. */
  status: string;
  round: number;
  seq: number;
  /** The last event that changes the substance; what `expectedSeq` is compared with. */
  substantiveSeq: number;
  at: string;
  /** The instant at which the case came to its present stage. */
  enteredAt: string;
  calendarVersion: number;
  facts: { [fact: string]: string };
  /** Who registered a fact last: only that role may correct it. */
  factBy: { [fact: string]: string };
  documents: CaseDocument[];
  /** Highest version ever given per type, so that a withdrawn version's number is never used again. */
  versions: { [type: string]: number };
  matrix?: { version: number; sha256: string; valid: boolean };
  manifest?: Manifest;
  /** Hashes that a later stage has to find again, by mark and document type. */
  marks: { [mark in TextMark]?: { [type: string]: string } };
  /** Texts that are still to be compared, and what the last comparison has found. */
  comparing?: ComparisonAsked;
  compared?: Compared & { at: string };
  clocks: Clock[];
  holds: Hold[];
  votes: Vote[];
  remarks: Remark[];
  conditions: Condition[];
  /** Everybody with a hand in a submission of the regency. */
  submitters: string[];
  /** Everybody with a hand in the proposal under signature. */
  proposers: string[];
  halves: Half[];
  /** Documents the drafter was asked to replace in the same round. */
  correction?: { documents: string[]; by: string; seq: number };
  /** Documents whose stored bytes were found changed. */
  damaged?: string[];
  /** Documents that were found damaged at this desk: they may be replaced again until the case has moved. */
  reopened?: string[];
  returnedFrom?: string;
  /** What a recall would take back, until the next desk has opened the case. */
  recallable?: { to: string; by: string[]; role: string; clocks: Clock[] };
  /** Somebody of the present desk has seen the case. */
  deskOpened?: true;
  gate?: { arrivedSeq: number; manifestHash: string };
  stale?: StaleCheck[];
  /** Keys of findings among the plans that the region is party to and that are asked anew. */
  staleFindings?: string[];
  overrides?: Overridden[];
  /** The last day on which somebody reminded the desk, or told its superior. */
  pressed?: { reminded?: CivilDate; escalated?: CivilDate };
  claims: { [task: string]: { person: string; by: string } };
  flags: Flag[];
  transfer?: Transfer;
  closedAt?: string;
  /** In which capacity the sign-off was given. */
  signedIn?: Capacity;
}
