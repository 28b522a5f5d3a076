import type { Actor, SystemActor } from './actor';
import type { TextFinding } from './compared-texts';
import type { Reading } from './reads';
import type { PlanVersion } from './stale-checks';
import type { Overridden } from './state';
import type { SealedText } from './text';
import type { CivilDate } from './time';

export interface ConditionInput {
  text: string;
  owner: string;
  dueOn: CivilDate;
  before?: string;
}

export interface RemarkInput {
  text: SealedText;
  unit?: string;
}

/** What people ask for. Shapes are checked at the door; whether it may be done is decided here and nowhere else. */
export type PersonCommand =
  | {
      type: 'take-transition';
      transition: string;
      facts?: { [fact: string]: string };
      checks?: { [check: string]: 'conform' | 'not-conform' };
      note?: SealedText;
      reasonCode?: string;
      remarks?: RemarkInput[];
      conditions?: ConditionInput[];
      /** Texts that were opened, and why others were not. */
      read?: Reading[];
      /** For `request-correction`: the document types to be replaced. */
      documents?: string[];
      /** Whether the policy of the case's cohort includes the readiness of land: the ledger's word. */
      includesReadiness?: boolean;
      /** The cohort's plans in force, on which a vote's checks rest: the ledger's word. */
      plans?: PlanVersion[];
    }
  | { type: 'attach-document'; documentType: string; sha256: string; size: number; media: string; name: SealedText }
  | { type: 'withdraw-document'; documentType: string; version: number }
  | { type: 'save-matrix'; sha256: string; valid: boolean }
  | {
      type: 'amend-claims';
      sha256: string;
      valid: boolean;
      resolution: string;
      /** Tables of the matrix that differ from the version before. */
      tables: string[];
      /** Whether a release has relied on the case's arrival already: the ledger's word. */
      released?: boolean;
    }
  | { type: 'recheck'; check: string; result: 'conform' | 'not-conform'; note?: SealedText; /** As for a vote. */ plans?: PlanVersion[] }
  | { type: 'add-remark'; text: SealedText; unit?: string; visibility: 'internal' | 'counterpart' }
  | { type: 'answer-remark'; n: number; text: SealedText }
  | { type: 'recall'; note?: SealedText }
  | { type: 'cancel-transfer'; note?: SealedText }
  | { type: 'dispute'; transition: string; note: SealedText }
  | { type: 'open-desk' }
  | { type: 'claim-task'; task: string }
  | { type: 'release-task'; task: string }
  | { type: 'assign-task'; task: string; person: string; /** Whether that person holds the task's role for the region: the register's word. */ holds?: boolean }
  | {
      type: 'register-external-event';
      kind: string;
      letterNumber?: string;
      letterDate?: CivilDate;
      sentOn?: CivilDate;
      receivedOn?: CivilDate;
      facts?: { [fact: string]: string };
      note?: SealedText;
    }
  | { type: 'correct-fact'; fact: string; value: string; note: SealedText }
  | { type: 'report-condition'; n: number; note?: SealedText }
  | { type: 'review-condition'; n: number; accepted: boolean; note?: SealedText }
  | { type: 'propose-hold'; clock: string; reason: string; first: CivilDate; note?: SealedText }
  | { type: 'confirm-hold'; n: number; accepted: boolean; note?: SealedText }
  | { type: 'lift-hold'; n: number; last: CivilDate }
  | { type: 'extend-clock'; clock: string; days: number; reason: string; note?: SealedText }
  | { type: 'remind-desk'; note?: SealedText }
  | { type: 'escalate'; note?: SealedText };

/** What the engine does by itself, each repeatable under its key. */
export type SystemCommand =
  | { type: 'complete-transfer'; transfer: number; outcome: { intact: true } | { damaged: number[] }; /** The cohort the case arrives at, as the ledger has locked it. */ cohort?: { id: string; cutOffOn: CivilDate } }
  | { type: 'record-comparison'; /** The seq of the move it belongs to. */ moved: number; /** By document type, of two files that differ. */ findings: { [type: string]: TextFinding } }
  | { type: 'open-gate'; cohort: string; round: number; release: number; arrivalSeq: number; overrides?: Overridden[] }
  | { type: 'join-cohort'; cohort: string; cutOffOn: CivilDate }
  | { type: 'mark-checks'; plans: PlanVersion[]; findings: string[] }
  | { type: 'tick' }
  | { type: 'change-calendar'; version: number; /** The decrees behind the version, as the ledger has compared them. */ decrees?: string[] }
  | { type: 'notice-bounced'; /** Id of the notice that was finally refused. */ notice: string; template: string; role: string }
  | { type: 'mark-behind'; seen: number };

/** A command with who gives it and when it is judged. `at` is the ledger's word, never the caller's. */
export type CaseCommand =
  | (PersonCommand & { actor: Actor; at: string; expectedSeq?: number; /** Seconds since the person signed in, by the real clock. */ signInAge?: number })
  | (SystemCommand & { actor: SystemActor; at: string });

export interface FileCase {
  type: 'file-case';
  actor: Actor;
  at: string;
  id: string;
  region: string;
  title: string;
  programmeYear: number;
  planYears: { from: number; to: number };
  calendarVersion: number;
  processHash: string;
}
