import type { MediaType } from '../definition';
import type { SealedText } from '../text';
import type { CivilDate } from '../time';

/** A paper put down for a criterion, or for the visits to the site. */
export interface EvidenceDocument {
  type: string;
  version: number;
  sha256: string;
  size: number;
  media: MediaType;
  name: SealedText;
  /** Everybody whose hand was in it. */
  by: string[];
}

/** Evidence as it was handed in; nothing of it changes afterwards. */
export interface Submission {
  seq: number;
  at: string;
  evidence: { type: string; version: number; sha256: string }[];
  issuedOn: CivilDate;
  /** The last day on which it counts; absent while nothing ends it. */
  validUntil?: CivilDate;
  measure?: number;
  /** The threshold of the day it was handed in: a later policy does not undo what was judged under this one. */
  threshold?: { from: CivilDate; least: number };
  /** Submitters, and everybody whose paper it rests on. */
  by: string[];
}

export interface Verified extends Submission {
  verifiedAt: string;
  verifiedBy: string[];
  /** The nearest reminder that has been sent, in days before the last valid day. */
  reminded?: number;
}

export interface Rejection {
  submission: number;
  at: string;
  reason: SealedText;
}

export interface CriterionRecord {
  documents: EvidenceDocument[];
  /** Waits for the province. */
  pending?: Submission;
  /** Counts now. A renewal that waits does not take it away. */
  standing?: Verified;
  /** The last word where nothing counts and nothing waits. */
  expired?: Verified & { expiredAt: string };
  rejected?: Rejection;
}

export interface Funding {
  state: 'proposed' | 'funded' | 'declined';
  at: string;
  proposedAt: string;
  proposedBy: string[];
  note?: SealedText;
  reference?: string;
  reason?: SealedText;
}

export interface SiteVisit {
  n: number;
  visitedOn: CivilDate;
  visitors: SealedText;
  minutes: string;
  role: string;
  at: string;
}

/** The readiness of one region's zone; one record for each region, whatever becomes of its cases. */
export interface ReadinessState {
  id: string;
  regionCode: string;
  version: number;
  seq: number;
  at: string;
  criteria: { [criterion: string]: CriterionRecord };
  visitPapers: EvidenceDocument[];
  visits: SiteVisit[];
  funding?: Funding;
}

export type CriterionState = 'missing' | 'submitted' | 'verified' | 'expired' | 'rejected';

export const readinessId = (regionCode: string): string => `readiness-${regionCode}`;

/** The name under which papers of site visits are put down. */
export const siteVisits = 'site-visits';
