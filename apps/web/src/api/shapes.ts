import type { ActionStanding, Condition, Duty, Hold, Matter, SideActName, SubjectKind } from '#process';

/** The shapes of the contract (`/openapi.json`) that the screens read. */
export interface Text {
  id: string;
  en: string;
}
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface Office {
  role: string;
  scope: string;
  capacity: 'definitive' | 'Plt' | 'Plh' | 'Pj';
  label: Text;
  onBehalfOf: { person: string; name?: string } | string | null;
}
export interface Me {
  person: string;
  name: string;
  role: string;
  scope: string;
  offices: Office[];
  /** What the offices are for where no case or cohort is before them. */
  duties: Duty[];
  scopes: string[];
  /** The instant by the installation's clock, and the civil day it has at the first office. */
  now: { at: string; today: string; zone: string };
}
export interface Region {
  code: string;
  name: string;
}
export interface StageRef {
  id: string;
  label: Text;
}
export interface Task {
  taskId: string;
  subject: { kind: SubjectKind; id: string };
  /** What kind of work it is, and what of it: a condition's number, a finding's key. */
  matter: Matter;
  about: string | null;
  caseId?: string;
  title: string | null;
  region: Region;
  stage: StageRef | null;
  verb: Text;
  transition: string | null;
  role: string;
  scope: string;
  dueOn: string | null;
  provisional: boolean;
  workingDaysLeft: number | null;
  since: string;
  claimedBy: string | null;
  carried: boolean;
}
export interface Reason {
  code: string;
  details: string[];
  message: Text;
}
export interface Action {
  transition: string;
  label: Text;
  kind: string;
  /** How it stands to the way of the case. */
  stands: ActionStanding;
  allowed: boolean;
  /** Texts to be read before it. */
  reads: { type: string; version: number; sha256: string }[];
  reasons: Reason[];
}
export interface ClockView {
  key: string;
  rule: string;
  label: Text;
  class: string;
  basis: { source: string; certainty: string };
  startedOn: string;
  dueOn: string;
  provisional: boolean;
  status: string;
  late: boolean;
  expired: boolean;
  workingDaysLeft: number;
  metOn?: string;
  pauses: { first: string; last?: string }[];
  arithmetic: Text;
}
export interface CaseDocument {
  type: string;
  label: Text;
  version: number;
  sha256: string;
  size: number;
  media: string;
  name: string | null;
}
export interface CaseRemark {
  n: number;
  by: { person: string; role: string; scope: string };
  visibility: 'internal' | 'counterpart';
  unit: string | null;
  text: string | null;
  round: number;
  answer: { person: string; text: string | null } | null;
}
export interface ComparedText {
  type: string;
  sentence: Text;
  result: 'identical' | 'differs' | 'not-comparable';
  chapters?: ({ chapter: string | null } & Record<'changed' | 'added' | 'removed' | 'renumbered', string[]>)[];
  unlisted?: number;
}
export interface CaseView {
  id: string;
  title: string;
  region: Region & { kind: string };
  programmeYear: number;
  phase: string | null;
  stage: StageRef & { number: number | null };
  status: string;
  round: number;
  seq: number;
  substantiveSeq: number;
  at: string;
  now: string;
  enteredAt: string;
  process: { id: string; version: number; hash: string };
  calendarVersion: number;
  reading: 'contents' | 'outline';
  facts: Record<string, string>;
  documents: CaseDocument[];
  uploadable: string[];
  clocks: ClockView[];
  /** The 30 working days from joint approval to enactment, while they run. */
  envelope: { dueOn: string; fullTermsEndOn: string; provisional: boolean; lateByLaw: boolean; sentence: Text } | null;
  tasks: (Omit<Task, 'subject' | 'stage' | 'region'> & { stage: string })[];
  remarks: CaseRemark[];
  actions: Action[];
  /** What goes on beside the transitions, as far as it is the reader's. */
  sideActs: { act: SideActName; about: string | null; allowed: boolean; reasons: Reason[] }[];
  waitingFor: { sentence: Text; roles: { role: string; scope: string; label: Text }[]; since: string };
  votes: { role: string; vote: string; checks?: Record<string, string> }[];
  conditions: Condition[];
  holds: Hold[];
  halves: { transition: string; role: string; person: string; facts: Record<string, string> }[];
  /** Which office registered each fact: it is the one that corrects it. */
  factsBy: Record<string, string>;
  stale: { check: string; role: string; cause: string[]; found?: 'not-conform' }[];
  /** The jointly approved texts beside the endorsed ones, as recorded. */
  compared: { at: string; matrix: 'same' | 'changed' | 'absent'; texts: ComparedText[] } | null;
  transfer: { seq: number; transition: string; to: string; by: { role: string }; slow: boolean } | null;
  correction: { documents: string[] } | null;
  damaged: string[];
  flags: string[];
  /** Conflicts the gate was opened over, with the reasons. */
  overrides: { key: string; reason: string | null }[];
  /** Notices of the case by state of delivery. */
  deliveries: Record<string, number>;
}
export interface CaseRow {
  id: string;
  title: string;
  region: Region;
  programmeYear: number;
  phase: string | null;
  stage: StageRef;
  status: string;
  round: number;
  dueOn: string | null;
  provisional: boolean;
  late: boolean;
  enteredAt: string;
}
export interface CaseEvent {
  seq: number;
  type: string;
  at: string;
  actor: { person?: string; role?: string; scope?: string; capacity?: string; article?: string } | null;
  body: Record<string, unknown>;
  prevHash: string;
  hash: string;
}
export interface Notice {
  id: string;
  template: string;
  subject: { kind: string; id: string };
  at: string;
  readAt: string | null;
  title: string;
  happened: string;
  toDo: string;
  path: string | null;
}
