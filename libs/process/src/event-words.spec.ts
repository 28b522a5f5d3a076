import { rpikV1 } from '.';
import { aCaseAt } from '../testing';
import { eventWords } from './event-words';

const event = (type: string, body: Record<string, unknown> = {}) => ({ type, body });

describe('an event in words', () => {
  it('names what it was about, in the words of the definition', () => {
    expect(eventWords(event('case-moved', { from: 'review', to: 'synchronization' }), rpikV1, 'id')).toBe('Kasus berpindah: Penelaahan provinsi → Sinkronisasi provinsi');
    expect(eventWords(event('document-attached', { document: { type: 'draft-regulation' } }), rpikV1, 'en')).toBe('Document uploaded: Draft regulation');
    expect(eventWords(event('transfer-started', { transfer: { transition: 'accept-intake' } }), rpikV1, 'id')).toContain('Berkas diserahkan: ');
  });
  it('says which term a reminder is about, and how far it is', () => {
    const remind = (day: number) => eventWords(event('reminder-due', { clock: 'review#2', day }), rpikV1, day > 0 ? 'en' : 'id');
    expect([remind(-3), remind(0), remind(1), remind(5)]).toEqual([
      'Pengingat: Penelaahan provinsi, 3 hari kerja lagi', 'Pengingat: Penelaahan provinsi, jatuh tempo hari ini', 'Reminder: Provincial review, 1 working day late', 'Reminder: Provincial review, 5 working days late',
    ]);
    expect(eventWords(event('notice-bounced', { role: 'regency-drafter', to: 'regency-secretary' }), rpikV1, 'id')).toBe('Pemberitahuan tidak sampai: Penyusun kabupaten/kota');
  });
  it('says of a late registration on which day it happened, and when its term is due now', () => {
    const life = aCaseAt('evaluation', { on: '2026-03-02' }).until('2026-03-11');
    life.give({ type: 'register-external-event', kind: 'receipt', letterNumber: '12/BH', receivedOn: '2026-03-04', facts: { receivedOn: '2026-03-04' } }, life.actor('provincial-legal'));
    const entry = life.of('external-event-registered').at(-1)!;
    expect(entry.at.slice(0, 10)).toBe('2026-03-11');
    // Fifteen working days after Wednesday 4 March, past Nyepi and Idul Fitri.
    expect(eventWords(entry, rpikV1, 'id')).toBe('Peristiwa luar dicatat: Tanggal terima permohonan evaluasi 4 Mar 2026; Evaluasi gubernur jatuh tempo 1 Apr 2026');
    expect(eventWords(entry, rpikV1, 'en')).toMatch(/^External event registered: .* 4 Mar 2026; .* due 1 Apr 2026$/);
  });
  it('says of a corrected fact what stood there before, and when its terms are due now', () => {
    const body = { fact: 'jointApprovedOn', from: '2026-03-02', to: '2026-03-03', clocks: [{ rule: 'enactment', dueOn: '2026-04-22', status: 'running' }, { rule: 'sending', dueOn: '2026-03-06', status: 'met' }] };
    expect(eventWords(event('fact-corrected', body), rpikV1, 'en')).toMatch(/^Fact corrected: .* 2 Mar 2026 → 3 Mar 2026; .* due 22 Apr 2026$/);
  });
  it('tells an extension from a hold, and says when the term is due once either is over', () => {
    const life = aCaseAt('intake', { on: '2026-11-02' }).on('2026-11-04').attach('provincial-coordinator', 'hold-evidence');
    const last = () => eventWords(life.events.at(-1)!, rpikV1, 'id');
    life.give({ type: 'extend-clock', clock: 'intake#1', reason: 'election', days: 2 }, life.actor('provincial-coordinator'));
    expect(last()).toBe('Perpanjangan 2 hari diusulkan');
    // Three working days from Monday 2 November, and two more: Monday the 9th.
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('provincial-secretary'));
    expect(last()).toMatch(/^Jeda atau perpanjangan disetujui: .* jatuh tempo 9 Nov 2026$/);
    life.give({ type: 'propose-hold', clock: 'intake#1', reason: 'election', first: '2026-11-04' }, life.actor('provincial-coordinator'));
    expect(last()).toBe('Jeda diusulkan');
    life.give({ type: 'confirm-hold', n: 2, accepted: true }, life.actor('provincial-secretary'));
    expect(last()).toBe('Jeda atau perpanjangan disetujui');
    // Wednesday and Thursday are held.
    life.on('2026-11-06').give({ type: 'lift-hold', n: 2, last: '2026-11-05' }, life.actor('provincial-coordinator'));
    expect(last()).toMatch(/^Jeda diakhiri: .* jatuh tempo 11 Nov 2026$/);
  });
  it('is told by its name where a later release knows more', () => {
    expect(eventWords(event('quite-new'), rpikV1, 'id')).toBe('quite new');
  });
});
