import type { Actor, SystemActor } from '../actor';
import type { SealedText } from '../text';
import type { CivilDate } from '../time';
import type { FrozenCase } from './cohort-command';
import type { CalledMeeting, GatePolicy, Meeting, Member, PlanEntry, PlanKind, Release, ResolutionKind, StoredFile, Waiver } from './cohort-state';

export interface CohortEventBodies {
  'cohort-created': {
    province: string;
    programmeYear: number;
    referencePlans: PlanEntry[];
    members: Member[];
    policy: GatePolicy;
    cutOffOn: CivilDate;
  };
  'member-added': { member: Member };
  'member-withdrawn': { regionCode: string; reason: SealedText };
  'member-fixed': { regionCode: string; regulationNumber: string; matrix?: { version: number; sha256: string } };
  'waiver-requested': { waiver: Omit<Waiver, 'askedAt'> };
  'waiver-confirmed': { n: number; regionCode: string; confirmedBy: string[] };
  'conflict-resolved': { key: string; members: string[]; regionCode: string; kind: ResolutionKind; note?: SealedText; subject: string };
  'conflict-overridden': { key: string; members: string[]; reason: SealedText; subject: string };
  'conflict-acknowledged': { key: string; members: string[]; note: SealedText; subject: string };
  'meeting-called': { call: CalledMeeting };
  'meeting-moved': { n: number; on: CivilDate; time: string; place: string; reason: SealedText };
  'meeting-called-off': { n: number; reason: SealedText };
  'meeting-held': { meeting: Omit<Meeting, 'minutes'> };
  'minutes-attached': { n: number; file: StoredFile };
  'plan-superseded': { kind: PlanKind; regionCode?: string; by: PlanEntry };
  'plan-file-attached': { kind: PlanKind; regionCode?: string; version: string; file: StoredFile };
  'finding-stale': { key: string; subject: string };
  'finding-gone': { key: string };
  'cut-off-reached': { dueAt: string };
  'gate-released': { release: Omit<Release, 'seq' | 'at' | 'opened'>; note?: SealedText };
  'decision-listed': { action: 'recommend'; list: FrozenCase[]; attachMinutes: boolean; note?: SealedText };
  'member-passed': { caseId: string; round: number };
  'member-left-after-release': { caseId: string; round: number };
}

export type CohortEventType = keyof CohortEventBodies;
export type CohortEvent = { [T in CohortEventType]: { type: T; actor: Actor | SystemActor; body: CohortEventBodies[T] } }[CohortEventType];
export type RecordedCohortEvent = CohortEvent & { cohortId: string; seq: number; at: string };
