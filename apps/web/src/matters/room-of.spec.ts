import { roomOf } from './room-of';

const room = (key: string, transition: string | null = null) => roomOf({ taskId: `rpik-1705-2027/${key}`, transition }, 'rpik-1705-2027');

describe('where the work of a task is done', () => {
  it('is the page of the case, or the place for what stands beside its way', () => {
    expect(room('review.provincial-planner', 'favourable')).toBe('/kasus/rpik-1705-2027');
    expect(['condition.1', 'hold.2', 'recheck.C02', 'correct-fact:jointApprovedOn.provincial-legal'].map((key) => room(key))).toEqual(Array(4).fill('/kasus/rpik-1705-2027/urusan'));
    expect(room('recheck.C02', 'reopen')).toBe('/kasus/rpik-1705-2027');
    expect(room('damaged.plan-annex')).toBe('/kasus/rpik-1705-2027/dokumen');
  });
});
