import type { Text } from './text';

/** What a person chooses by: a notice is of one kind. */
export type NoticeKind = 'tasks' | 'reminders' | 'escalations' | 'returns' | 'remarks' | 'outcomes' | 'dates' | 'faults';

interface Telling {
  kind: NoticeKind;
  /** Nobody switches it off: always, or on the ladder from the due day itself on. */
  mandatory?: 'always' | 'from-due-day';
}

export const noticeKinds: Readonly<Record<NoticeKind, Text>> = {
  tasks: { id: 'tugas baru', en: 'new tasks' },
  reminders: { id: 'pengingat tenggat', en: 'reminders of a due day' },
  escalations: { id: 'pemberitahuan kepada atasan', en: 'notices to the superior' },
  returns: { id: 'pengembalian dan penolakan', en: 'returns and refusals' },
  remarks: { id: 'catatan dan suara', en: 'remarks and votes' },
  outcomes: { id: 'hasil dan keputusan', en: 'outcomes and decisions' },
  dates: { id: 'perubahan dan akibat tenggat', en: 'moved due days and what their passing means' },
  faults: { id: 'gangguan', en: 'faults' },
};

/** Every notice that the process writes, by its template. Which are mandatory, and why, stands in docs/decisions/0013. */
export const tellings: Readonly<Record<string, Telling>> = {
  'task-opened': { kind: 'tasks' },
  'task-assigned': { kind: 'tasks' },
  'correction-requested': { kind: 'tasks' },
  'correction-provided': { kind: 'tasks' },
  'case-recalled': { kind: 'tasks' },
  'hold-proposed': { kind: 'tasks' },
  'relisting-due': { kind: 'tasks' },
  'check-stale': { kind: 'tasks' },
  'cohort-invited': { kind: 'tasks' },
  'waiver-requested': { kind: 'tasks' },
  'meeting-called': { kind: 'tasks' },
  'finding-stale': { kind: 'tasks' },
  'readiness-submitted': { kind: 'tasks' },
  'readiness-proposed': { kind: 'tasks' },
  'readiness-expiring': { kind: 'reminders' },
  'readiness-rejected': { kind: 'returns', mandatory: 'always' },
  'readiness-expired': { kind: 'dates', mandatory: 'always' },
  'readiness-verified': { kind: 'outcomes' },
  'readiness-ready': { kind: 'outcomes' },
  'readiness-funded': { kind: 'outcomes' },
  'readiness-declined': { kind: 'returns', mandatory: 'always' },
  reminder: { kind: 'reminders', mandatory: 'from-due-day' },
  'condition-due': { kind: 'reminders', mandatory: 'from-due-day' },
  'desk-reminded': { kind: 'reminders', mandatory: 'always' },
  overdue: { kind: 'escalations', mandatory: 'always' },
  'desk-escalated': { kind: 'escalations', mandatory: 'always' },
  'notice-bounced': { kind: 'escalations', mandatory: 'always' },
  'case-returned': { kind: 'returns', mandatory: 'always' },
  declined: { kind: 'returns', mandatory: 'always' },
  'remark-added': { kind: 'remarks' },
  'remark-answered': { kind: 'remarks' },
  'vote-recorded': { kind: 'remarks' },
  'gate-released': { kind: 'outcomes' },
  'member-waived': { kind: 'outcomes' },
  'member-left': { kind: 'outcomes' },
  'plan-superseded': { kind: 'outcomes' },
  endorsed: { kind: 'outcomes' },
  'endorsed-with-conditions': { kind: 'outcomes' },
  'case-closed': { kind: 'outcomes' },
  'texts-compared': { kind: 'outcomes' },
  'hold-confirmed': { kind: 'outcomes' },
  'clock-expired': { kind: 'dates' },
  'meeting-moved': { kind: 'dates' },
  'meeting-called-off': { kind: 'dates' },
  'cut-off-reached': { kind: 'dates' },
  'deadline-moved': { kind: 'dates', mandatory: 'always' },
  'deemed-valid': { kind: 'dates', mandatory: 'always' },
  'transfer-failed': { kind: 'faults', mandatory: 'always' },
  'no-holder': { kind: 'faults', mandatory: 'always' },
  'system-fault': { kind: 'faults', mandatory: 'always' },
  'chain-broken': { kind: 'faults', mandatory: 'always' },
};

/** A notice that is not in the table is nobody's to switch off. */
export const kindOf = (template: string): NoticeKind => tellings[template]?.kind ?? 'faults';

/** `rung`: of a reminder, in working days from the due day. */
export function isMandatory(template: string, { rung }: { readonly rung?: unknown } = {}): boolean {
  const { mandatory } = tellings[template] ?? { mandatory: 'always' };
  return mandatory === 'always' || (mandatory === 'from-due-day' && (typeof rung !== 'number' || rung >= 0));
}

/** When it reaches nobody, the next superior hears of it: whatever is mandatory, and every rung of the ladder. A record that is not whole takes no event about it. */
export const climbs = (template: string, facts: { readonly rung?: unknown } = {}): boolean =>
  template !== 'chain-broken' && (isMandatory(template, facts) || kindOf(template) === 'reminders');

/** Kinds of which nothing can be switched off. */
export const isWhollyMandatory = (kind: NoticeKind): boolean => Object.values(tellings).every((one) => one.kind !== kind || one.mandatory === 'always');
