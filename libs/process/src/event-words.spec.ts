import { rpikV1 } from '.';
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
  it('is told by its name where a later release knows more', () => {
    expect(eventWords(event('quite-new'), rpikV1, 'id')).toBe('quite new');
  });
});
