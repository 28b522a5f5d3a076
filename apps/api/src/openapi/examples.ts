/** Examples of the contract: one case of Seluma, as it goes through the province's review. */
const label = (id: string, en: string) => ({ id, en });

export const caseExample = {
  id: 'rpik-1705-2027', title: 'RPIK Kabupaten Seluma 2027–2047', region: { code: '1705', name: 'Kab. Seluma', kind: 'kabupaten' }, programmeYear: 2027, planYears: { from: 2027, to: 2047 },
  phase: 'B', stage: { id: 'review', label: label('Penelaahan provinsi', 'Provincial review'), phase: 'B', number: 8 }, status: 'open', round: 1, seq: 41, substantiveSeq: 40,
  at: '2026-11-24T03:12:00.000Z', now: '2026-11-24T03:15:00.000Z', enteredAt: '2026-11-20T02:00:00.000Z', process: { id: 'rpik', version: 1, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }, calendarVersion: 1,
  reading: 'contents', facts: { programmeDecisionNumber: '188/12/DPRD/2026', programmeYear: '2027' },
  documents: [{ type: 'draft-regulation', label: label('Rancangan perda', 'Draft regulation'), version: 2, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', size: 48213, media: 'docx', name: 'Raperda RPIK Seluma.docx', by: 'p_drafter-1705', role: 'regency-drafter' }],
  uploadable: [], clocks: [], envelope: null, tasks: [{ taskId: 'rpik-1705-2027/review.provincial-planner', matter: 'desk', about: null, role: 'provincial-planner', scope: '17', stage: 'review', verb: label('Beri pendapat', 'Give an opinion'), transition: 'favourable', dueOn: '2026-12-04', since: '2026-11-20T02:00:00.000Z', claimedBy: null, carried: false }],
  remarks: [], sideActs: [{ act: 'add-remark', about: null, allowed: true, reasons: [] }], actions: [{ transition: 'favourable', label: label('Setuju', 'Favourable'), kind: 'vote', stands: 'next', allowed: true, reads: [{ type: 'draft-regulation', version: 2, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }], reasons: [] }],
  waitingFor: { sentence: label('Menunggu Bappeda provinsi (Kab. Seluma): Beri pendapat.', 'Waiting for Provincial planner (Kab. Seluma): Give an opinion.'), roles: [{ role: 'provincial-planner', scope: '17', label: label('Bappeda provinsi', 'Provincial planner') }], since: '2026-11-20T02:00:00.000Z' },
  conditions: [], votes: [], halves: [], holds: [], flags: [], compared: null, matrix: { version: 1, sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', valid: true }, gate: null, stale: [], staleFindings: [], overrides: [], correction: null, damaged: [], transfer: null,
  deliveries: { pending: 0, sent: 12, bounced: 0, vacant: 0, muted: 0 },
};

export const caseRowExample = {
  id: 'rpik-1705-2027', title: 'RPIK Kabupaten Seluma 2027–2047', region: { code: '1705', name: 'Kab. Seluma' }, programmeYear: 2027, phase: 'B', stage: { id: 'review', label: label('Penelaahan provinsi', 'Provincial review') },
  status: 'open', round: 1, seq: 41, process: { id: 'rpik', version: 1 }, dueOn: '2026-12-04', late: false, inTransfer: false, enteredAt: '2026-11-20T02:00:00.000Z', at: '2026-11-24T03:12:00.000Z',
};

export const listOf = (...items: unknown[]) => ({ items, nextCursor: null });

export const filingExample = { process: 'rpik', regionCode: '1705', programmeYear: 2027, title: 'RPIK Kabupaten Seluma 2027–2047', planYears: { from: 2027, to: 2047 } };

export const eventExample = {
  caseId: 'rpik-1705-2027', seq: 1, type: 'case-filed', at: '2026-11-02T01:00:00.000Z', actor: { person: 'p_drafter-1705', role: 'regency-drafter', scope: '1705', capacity: 'definitive' }, onBehalfOf: null,
  body: { stage: 'programme' }, prevHash: '0'.repeat(64), hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const planner = { role: 'provincial-planner', scope: '17', label: label('Bappeda provinsi', 'Provincial planner') };

export const whyExample = {
  sentence: caseExample.waitingFor.sentence, moving: false, since: caseExample.waitingFor.since, workingDays: 2, who: [{ ...planner, since: caseExample.waitingFor.since, holders: ['Sari Wibowo (contoh)'] }], unmet: [],
  unblock: [{ act: 'take-transition', name: 'favourable', label: label('Setuju', 'Favourable'), needs: { facts: [], checks: ['C03', 'C04', 'C06'], reasons: [], note: false, remarks: false, conditions: false, freshSignIn: false }, by: planner }],
  nextAlarm: { at: '2026-12-01T00:30:00.000Z', kind: 'rung', what: label('Pengingat: Penelaahan provinsi', 'Reminder: Provincial review') }, nobody: [], barred: [],
};
