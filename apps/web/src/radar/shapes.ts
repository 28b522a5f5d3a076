import type { PressAct } from '#process';
import type { StallCause, StallLimit } from '#process/stall';
import type { Page, Region, StageRef, Text } from '../api/shapes';

export type Cause = StallCause;

export type Limit = StallLimit;
export interface SystemFault {
  kind: string;
  subject: { kind: 'case' | 'cohort' | 'installation'; id: string };
  region: string;
  since: string;
  attempt: number | null;
  cause: Text | null;
  sentence: Text;
  workflowId: string;
  noticeId: string | null;
}
export interface Told {
  at: string;
  code: string;
  role: string;
  channelState: Partial<Record<'in-app' | 'mail', DeliveryState>>;
}
export type DeliveryState = 'sent' | 'pending' | 'bounced' | 'vacant' | 'muted';
export interface StalledCase {
  caseId: string;
  title: string;
  region: Region;
  phase: string | null;
  programmeYear: number;
  stage: StageRef;
  seq: number;
  cause: Cause;
  since: string;
  silentDays: number;
  limit: Limit;
  overdue: boolean;
  dueOn: string | null;
  provisional: boolean;
  sentence: Text;
  desk: { role: string; scope: string; since: string }[];
  /** What the reader may do about it. */
  acts: PressAct[];
  told: Told[];
  hold?: { reason: string; label: Text; first: string; heldDays: number };
  missing?: { role: string; scope: string; since: string | null }[];
  faults: SystemFault[];
}
export interface Rule {
  percentile: number;
  minSample: number;
  vacantDays: number;
  limitDays?: number;
}
interface Brief {
  caseId: string;
  region: Region;
  stage: string;
  cause: Cause;
  silentDays: number;
}
export interface StalledPage extends Page<StalledCase> {
  rule: Rule;
  counts: Record<Cause, number>;
  open: number;
  at: string;
  preview?: { rule: Rule; total: number; added: Brief[]; removed: Brief[] };
}
export interface Why {
  sentence: Text;
  since: string;
  workingDays: number;
  who: { role: string; scope: string; label: Text; holders: string[] }[];
  unmet: { code: string; details: string[]; message: Text }[];
  unblock: { act: string; name: string; label: Text; by: { role: string; scope: string; label: Text } }[];
  nextAlarm: { at: string; kind: string; what: Text } | null;
  nobody: { role: string; scope: string; label: Text; since: string | null }[];
}
export type Result = { caseId: string; ok: true } | { caseId: string; ok: false; problem: { code: string; detail: string } };
