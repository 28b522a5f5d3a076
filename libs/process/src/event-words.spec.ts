import { rpikV1 } from '.';
import { eventWords } from './event-words';

const event = (type: string, body: Record<string, unknown> = {}) => ({ type, body });

describe('an event in words', () => {
  it('names what it was about, in the words of the definition', () => {
    expect(eventWords(event('case-moved', { from: 'review', to: 'synchronization' }), rpikV1, 'id')).toBe('Kasus berpindah: Penelaahan provinsi → Sinkronisasi provinsi');
    expect(eventWords(event('document-attached', { document: { type: 'draft-regulation' } }), rpikV1, 'en')).toBe('Document uploaded: Draft regulation');
    expect(eventWords(event('transfer-started', { transfer: { transition: 'accept-intake' } }), rpikV1, 'id')).toContain('Berkas diserahkan: ');
  });
  it('is told by its name where a later release knows more', () => {
    expect(eventWords(event('quite-new'), rpikV1, 'id')).toBe('quite new');
  });
});
