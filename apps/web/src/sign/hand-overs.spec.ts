import type { CaseEvent } from '../api/shapes';
import { acting, handOversIn } from './hand-overs';

const event = (seq: number, type: string, body: Record<string, unknown>): CaseEvent => ({ seq, type, body, at: `2027-01-0${seq}T00:00:00.000Z`, actor: null, prevHash: '', hash: '' });
const started = (seq: number, transition: string) => event(seq, 'transfer-started', { transfer: { transition, from: 'recommendation', by: { role: 'provincial-coordinator', capacity: 'Plt' }, manifest: { hash: 'a'.repeat(64), documents: [] } } });

describe('hand-overs', () => {
  it('are those that arrived, the last first, each with the capacity it was given in', () => {
    const events = [started(1, 'recommend'), event(2, 'transfer-failed', { transfer: 1 }), started(3, 'recommend'), event(4, 'case-moved', { transfer: 3 }), event(5, 'case-moved', {}), started(6, 'propose-endorsement')];
    expect(handOversIn(events)).toEqual([{ seq: 3, at: '2027-01-04T00:00:00.000Z', transition: 'recommend', from: 'recommendation', role: 'provincial-coordinator', capacity: 'Plt', hash: 'a'.repeat(64), documents: [] }]);
    expect([acting('Plt'), acting('definitive'), acting(undefined)]).toEqual(['Plt. ', '', '']);
  });
});
