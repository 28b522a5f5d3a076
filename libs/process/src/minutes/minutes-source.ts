import type { Finding } from '../checks/finding';
import type { CohortState, ConflictRecord, RecordedCohortEvent, Release } from '../cohort';
import type { Text } from '../text';

/** A finding with what was said about it; only those the reader may see. */
export interface MinutesConflict {
  finding: Pick<Finding, 'key' | 'check' | 'effect' | 'members' | 'claims' | 'measure' | 'sentence'> & { subject: string };
  record?: ConflictRecord;
  settledBy?: 'resolution' | 'override' | 'acknowledgement';
  stale: boolean;
  undecided: readonly string[];
}

/** A member as the board shows it to the same reader. */
export interface MinutesMember {
  region: string;
  caseId: string | null;
  /** The stage's label; null without a case. */
  stage: Text | null;
  arrivedAt: string | null;
  missingSince: string | null;
  manifestHash: string | null;
  /** What the next step still asks for, as far as the reader may know. */
  lacks: { documents: string[]; remarks: number; readiness: string[] } | null;
  actors: { scope: string; label: Text }[];
}

/** Everything the minutes are made of. The same source gives the same paper. */
export interface MinutesSource {
  /** The cohort as the minutes see it: as it is now, or as it was when the round was released. */
  state: CohortState;
  /** The record up to that state. */
  events: readonly RecordedCohortEvent[];
  round: number;
  release?: Release;
  members: readonly MinutesMember[];
  conflicts: readonly MinutesConflict[];
  /** Findings that are not this reader's to see. */
  hidden: number;
  /** What blocks the province; of a draft. */
  blockedBy: Text;
  /** What was supposed, and what it would do; nothing of it is recorded. */
  supposed?: { sentence: Text; effect: Text };
  /** The regions an excerpt is for; everything where absent. */
  excerptFor?: readonly string[];
  /** Names by code of regions and of the province. */
  names: ReadonlyMap<string, string>;
  /** Words behind the seals, by hash. */
  words: ReadonlyMap<string, string>;
  /** Documents' names by type. */
  documents: Readonly<Record<string, { label: Text }>>;
}
