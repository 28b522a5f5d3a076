import type { Actor, SystemActor } from './actor';
import type { Compared } from './compared-texts';
import type { Flag, TextMark } from './definition';
import type { TextToRead } from './reads';
import type { CaseDocument, Clock, Condition, Half, Hold, Manifest, Overridden, Remark, StaleCheck, Transfer, Vote } from './state';
import type { SealedText } from './text';
import type { CivilDate } from './time';

type Facts = { [fact: string]: string };

/** Every kind of event and what it carries. `clocks` holds each clock the event starts, meets, moves or voids, as it stands afterwards. */
export interface EventBodies {
  'case-filed': {
    process: { id: string; version: number; hash: string };
    region: string;
    title: string;
    programmeYear: number;
    planYears: { from: number; to: number };
    stage: string;
    calendarVersion: number;
    clocks: Clock[];
  };
  'document-attached': { document: CaseDocument; replaces?: string };
  'document-withdrawn': { type: string; version: number };
  'matrix-saved': { version: number; sha256: string; valid: boolean };
  'claims-amended': { version: number; sha256: string; manifest: Manifest; resolution: string };
  'transition-recorded': { transition: string; facts: Facts; note?: SealedText; reason?: string; clears?: Flag; clocks: Clock[] };
  /** What the taker of an act says to have read before it. */
  'texts-read': { transition: string; texts: (TextToRead & { reason?: SealedText })[] };
  'vote-recorded': { transition: string; vote: Vote; note?: SealedText };
  'remark-added': { remark: Remark };
  'remark-answered': { n: number; answer: { person: string; text: SealedText } };
  'correction-requested': { documents: string[]; reason?: string; note?: SealedText };
  'half-recorded': { half: Half; clocks: Clock[] };
  'half-disputed': { transition: string; note: SealedText; clocks: Clock[] };
  'transfer-started': { transfer: Omit<Transfer, 'seq'>; clocks: Clock[] };
  'transfer-failed': { transfer: number; reason: 'document-damaged'; damaged: { index: number; type: string; version: number }[]; clocks: Clock[] };
  'transfer-cancelled': { transfer: number; note?: SealedText; clocks: Clock[] };
  'case-moved': {
    transfer?: number;
    transition: string;
    from: string;
    to: string;
    round: number;
    by?: Actor;
    facts: Facts;
    reason?: string;
    note?: SealedText;
    notGiven?: string[];
    manifest?: Manifest;
    documents?: CaseDocument[];
    marks?: { [mark in TextMark]?: { [type: string]: string } };
    conditions?: Condition[];
    flags: Flag[];
    clocks: Clock[];
  };
  'texts-compared': Compared;
  'case-recalled': { to: string; from: string; note?: SealedText; clocks: Clock[] };
  'cohort-joined': { cohort: string; clocks: Clock[] };
  'gate-opened': { cohort: string; round: number; release: number; arrivalSeq: number; to: string; overrides?: Overridden[]; clocks: Clock[] };
  'checks-stale': { checks: StaleCheck[] };
  'check-renewed': { check: string; result: 'conform' | 'not-conform'; grounds?: string[]; note?: SealedText };
  'findings-stale': { findings: string[] };
  'fact-corrected': { fact: string; from: string; to: string; note: SealedText; proposedBy?: string; clocks: Clock[] };
  'fact-correction-proposed': { half: Half };
  'external-event-registered': {
    kind: string;
    letterNumber?: string;
    letterDate?: CivilDate;
    sentOn?: CivilDate;
    receivedOn?: CivilDate;
    facts: Facts;
    note?: SealedText;
    clocks: Clock[];
  };
  'condition-reported': { n: number; note?: SealedText };
  'condition-reviewed': { n: number; accepted: boolean; note?: SealedText; clocks: Clock[] };
  'hold-proposed': { hold: Hold; note?: SealedText };
  'hold-confirmed': { n: number; clocks: Clock[] };
  'hold-refused': { n: number; note?: SealedText };
  'hold-lifted': { n: number; last: CivilDate; clocks: Clock[] };
  'desk-opened': { role: string };
  'task-claimed': { task: string; person: string };
  'task-released': { task: string };
  'task-assigned': { task: string; person: string };
  'desk-reminded': { roles: string[]; on: CivilDate; note?: SealedText };
  'desk-escalated': { from: string[]; roles: string[]; on: CivilDate; note?: SealedText };
  'reminder-due': { clock: string; day: number; to: 'owner' | 'superior' | 'administrator'; dueAt: string; skipped: number[] };
  'clock-expired': { clock: string; rule: string; dueOn: CivilDate; dueAt: string; /** A version of the calendar had moved the day into the past. */ because?: { calendar: number; previousDueOn: CivilDate } };
  'flag-raised': { flag: Flag; dueAt: string };
  'deemed-valid': { effectiveOn: CivilDate; to: string; article: string; dueAt: string; clocks: Clock[] };
  'deemed-valid-superseded': { enactedOn: CivilDate; facts: Facts; clocks: Clock[] };
  'calendar-changed': { from: number; to: number; decrees?: string[]; clocks: Clock[] };
  'notice-bounced': { notice: string; template: string; /** The office that could not be reached, and the one that is told of it. */ role: string; to: string };
  'seq-behind': { seen: number };
}

export type EventType = keyof EventBodies;

/** Days counted by another version of the calendar than the case counted by before: the event says by which, and from then on the case does. */
type Counted<B> = B extends { clocks: Clock[] } ? B & { calendarVersion?: number } : B;

/** An event as `decide` returns it; the ledger adds seq, instants and the hash chain. */
export type CaseEvent = { [T in EventType]: { type: T; actor: Actor | SystemActor; body: Counted<EventBodies[T]> } }[EventType];

/** An event as it stands in the record. */
export type RecordedEvent = CaseEvent & { caseId: string; seq: number; at: string };

/** Events that leave the substance as it is: an open screen stays valid after them. */
export const withoutSubstance: readonly EventType[] = [
  'texts-compared',
  'desk-opened',
  'task-claimed',
  'task-released',
  'task-assigned',
  'desk-reminded',
  'desk-escalated',
  'reminder-due',
  'clock-expired',
  'flag-raised',
  'cohort-joined',
  'calendar-changed',
  'notice-bounced',
  'seq-behind',
];
