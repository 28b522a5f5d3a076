import { randomUUID } from 'node:crypto';
import { pages } from '#process';
import type { Notice, NoticeData, NoticeOf, TemplateName } from '../src/notice';

const about = { regionName: 'Kab. Seluma', path: pages.case('rpik-1705-2027'), caseTitle: 'RPIK Kab. Seluma 2027–2047', stage: { id: 'Penelaahan provinsi', en: 'Provincial review' } };
const coordinator = { id: 'Disperindag Provinsi Bengkulu', en: 'the provincial industry office' };
const drafter = { id: 'Dinas Perindustrian Kab. Seluma', en: 'the industry office of Seluma' };
const draft = { id: 'Rancangan Perda', en: 'Draft regulation' };
const recess = { id: 'Masa reses DPRD', en: 'Recess of the council' };
const cohort = 'Bengkulu 2027';
const gate = pages.cohort('17', 'cohort-17-2027');
const meetings = pages.meetings('17', 'cohort-17-2027');
const zone = { regionName: 'Kab. Seluma', path: pages.readiness('1705') };
const criterion = { id: 'Lahan tersedia', en: 'Land is available' };

/** Facts as the process would give them, one set for each template. */
export const sampleFacts: { readonly [T in TemplateName]: NoticeData<T> } = {
  'task-opened': { ...about, actorOffice: drafter, dueOn: '2026-11-25', workingDaysLeft: 10 },
  'task-assigned': { ...about, actorOffice: coordinator, dueOn: '2026-11-25', workingDaysLeft: 1 },
  'case-returned': { ...about, stage: { id: 'Penyusunan rancangan', en: 'Drafting' }, actorOffice: coordinator, reason: { id: 'Bertentangan dengan rencana provinsi', en: 'Conflicts with the provincial plan' }, remarkCount: 3, round: 2, dueOn: '2026-12-14', workingDaysLeft: 14 },
  'case-recalled': { ...about, actorOffice: drafter },
  'correction-requested': { ...about, actorOffice: coordinator, documents: [draft, 'Lampiran'], dueOn: '2026-11-27', workingDaysLeft: 3 },
  'correction-provided': { ...about, actorOffice: drafter, documents: [draft], dueOn: '2026-11-27' },
  'remark-added': { ...about, actorOffice: coordinator, remarkCount: 1 },
  'remark-answered': { ...about, actorOffice: drafter, remarkCount: 2, openRemarkCount: 1 },
  'vote-recorded': { ...about, actorOffice: coordinator, vote: { id: 'setuju', en: 'favourable' } },
  'gate-released': { ...about, cohort, memberCount: 8 },
  'member-waived': { regionName: 'Kab. Kaur', path: gate, cohort, reason: { id: 'Belum siap', en: 'Not ready' } },
  'cohort-invited': { regionName: 'Kab. Kaur', path: gate, cohort, dueOn: '2027-06-30' },
  'waiver-requested': { regionName: 'Prov. Bengkulu', path: gate, cohort, member: 'Kab. Kaur' },
  'meeting-called': { regionName: 'Kab. Kaur', path: meetings, cohort, meetingOn: '2026-12-01', meetingTime: '09.30 WIB', place: 'Ruang rapat Disperindag Provinsi' },
  'meeting-moved': { regionName: 'Kab. Kaur', path: meetings, cohort, meetingOn: '2026-12-03', meetingTime: '13.00 WIB', place: 'Ruang rapat Bappeda Provinsi' },
  'meeting-called-off': { regionName: 'Kab. Kaur', path: meetings, cohort, meetingOn: '2026-12-03', meetingTime: '13.00 WIB', place: 'Ruang rapat Bappeda Provinsi' },
  'plan-superseded': { regionName: 'Prov. Bengkulu', path: gate, cohort, plan: 'RPIP 2026–2046' },
  'finding-stale': { regionName: 'Kab. Kaur', path: gate, cohort, finding: 'X01.1704-1705.commodity-tenun' },
  'cut-off-reached': { regionName: 'Prov. Bengkulu', path: gate, cohort, since: '2027-06-30' },
  'member-left': { regionName: 'Prov. Bengkulu', path: gate, cohort, member: 'Kab. Kaur' },
  'check-stale': { ...about, check: { id: 'Kesesuaian dengan RPIP', en: 'Conformity with the provincial plan' }, reason: 'RPIP 2026–2046' },
  'readiness-submitted': { ...zone, criterion },
  'readiness-verified': { ...zone, criterion },
  'readiness-rejected': { ...zone, criterion },
  'readiness-expiring': { ...zone, criterion, dueOn: '2026-12-31' },
  'readiness-expired': { ...zone, criterion, since: '2026-12-31' },
  'readiness-ready': zone,
  'readiness-proposed': zone,
  'readiness-funded': { ...zone, letterNumber: 'DAK/2027/017' },
  'readiness-declined': zone,
  endorsed: { ...about, letterNumber: 'B/123/IND/2026' },
  'endorsed-with-conditions': { ...about, conditionCount: 2, letterNumber: 'B/124/IND/2026' },
  declined: { ...about, actorOffice: { id: 'Kementerian Perindustrian', en: 'The Ministry of Industry' }, reason: { id: 'Di luar kewenangan', en: 'Outside authority' } },
  'texts-compared': { ...about, differences: { id: 'Rancangan yang disetujui bersama: berbeda dari naskah yang didukung, 1 bagian diubah, 0 ditambah, 0 dihapus, 0 berganti nomor (Pasal 9)', en: 'Jointly approved draft: differs from the endorsed text, 1 parts changed, 0 added, 0 removed, 0 renumbered (Pasal 9)' } },
  'condition-due': { ...about, conditionNumber: 1, condition: 'Lengkapi peta kawasan', dueOn: '2026-12-31', workingDaysLeft: 3 },
  reminder: { ...about, dueOn: '2026-11-25', workingDaysLeft: 3, rung: -3 },
  overdue: { ...about, actorOffice: coordinator, dueOn: '2026-11-20', workingDaysLeft: -1, rung: 1 },
  'desk-reminded': { ...about, actorOffice: coordinator, since: '2026-11-02', dueOn: '2026-11-20', workingDaysLeft: -2 },
  'desk-escalated': { ...about, actorOffice: drafter, since: '2026-11-02', dueOn: '2026-11-20', workingDaysLeft: -2 },
  'clock-expired': { ...about, dueOn: '2026-11-20', consequence: { id: 'Penelaahan kini dapat ditutup dengan dua suara', en: 'The review can now be closed with two votes' } },
  'deadline-moved': { ...about, previousDueOn: '2026-11-25', dueOn: '2026-11-26', reason: { id: 'SKB cuti bersama 24 Nov 2026', en: 'the decree on collective leave of 24 Nov 2026' } },
  'hold-proposed': { ...about, actorOffice: drafter, reason: recess },
  'hold-confirmed': { ...about, actorOffice: coordinator, reason: recess, since: '2026-11-24' },
  'relisting-due': { ...about, programmeYear: 2026 },
  'deemed-valid': { ...about, effectiveOn: '2027-05-04', basis: { id: 'UU 23/2014 Pasal 242 ayat (8)', en: 'Law 23/2014 art. 242(8)' } },
  'case-closed': { ...about, outcome: { id: 'ditarik', en: 'withdrawn' } },
  'transfer-failed': { ...about, transition: { id: 'Tutup konsultasi', en: 'Close the consultation' }, documents: [draft], dueOn: '2026-11-25' },
  'no-holder': { ...about, path: pages.register, vacantRole: { id: 'Biro Hukum', en: 'Provincial legal bureau' }, since: '2026-11-02' },
  'notice-bounced': { ...about, unreachedOffice: drafter, message: { id: 'pengingat tenggat', en: 'reminders of a due day' } },
  'chain-broken': { ...about, caseTitle: 'rpik-1705-2027' },
  'system-fault': { ...about, fault: { id: 'penerusan kasus belum selesai', en: 'the case has not been passed on yet' }, since: '2026-11-24' },
  digest: { regionName: 'Provinsi Bengkulu', path: pages.work, digest: { late: 1, today: 0, soon: 1, open: 3, unread: 4, items: [{ ...about, dueOn: '2026-11-23', workingDaysLeft: -1 }, { ...about, regionName: 'Kab. Kaur', caseTitle: 'RPIK Kab. Kaur 2027–2047', dueOn: '2026-11-25', workingDaysLeft: 1 }] } },
};

export const everyTemplate = Object.keys(sampleFacts) as TemplateName[];

/** A notice to a reader of the province; facts and envelope can be changed one by one. */
export function aNotice<T extends TemplateName>(template: T, facts: Partial<NoticeData> = {}, envelope: Partial<Omit<NoticeOf<T>, 'template' | 'data'>> = {}): Notice {
  return {
    id: randomUUID(), channel: 'mail', language: 'id', at: '2026-11-24T03:12:00.000Z', attempt: 0,
    recipient: { personId: 'p_1', name: 'Dewi Anggraini', email: 'dewi@bengkulu.example', role: 'provincial-coordinator', region: '17' },
    subject: { kind: 'case', id: 'rpik-1705-2027' },
    ...envelope, template, data: { ...sampleFacts[template], ...facts },
  } as Notice;
}
