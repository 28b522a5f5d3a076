import { rpikV1 } from '#process';
import type { BoardMember } from '../api/shapes';
import { columns, distanceOf, stagesToGate, standingOf, worstFirst } from './thread';

const member = (code: string, given: Partial<BoardMember> & { at?: string } = {}): BoardMember => ({
  region: { code, name: code }, state: 'active', caseId: `rpik-${code}-2027`, phase: 'A', stage: { id: given.at ?? 'drafting', label: { id: '', en: '' } }, status: 'open', round: 1, enteredAt: null, dueOn: null,
  provisional: false, workingDaysLeft: 10, workingDaysInStage: 2, arrivedAt: null, missingSince: null, actors: [{ role: 'regency-drafter', scope: code, label: { id: '', en: '' }, vacant: false }], lacks: null, conflicts: [], ...given,
});

describe('a thread on the board', () => {
  it('runs through the stages of the process up to the gate, in their order', () => {
    const stages = Object.keys(rpikV1.stages);
    expect([...stagesToGate]).toEqual(stages.slice(0, stages.indexOf('synchronization')));
    expect(stagesToGate.filter((stage) => !columns.some((column) => column === stage))).toEqual(['intake']);
  });

  it.each<[string, Partial<BoardMember> & { at?: string }, string]>([
    ['nobody can act', { actors: [{ role: 'regency-drafter', scope: '1707', label: { id: '', en: '' }, vacant: true }] }, 'stuck'],
    ['one of two desks is empty', { actors: [{ role: 'a', scope: '17', label: { id: '', en: '' }, vacant: true }, { role: 'b', scope: '17', label: { id: '', en: '' }, vacant: false }] }, 'waiting'],
    ['it was returned', { round: 3, workingDaysLeft: -1 }, 'returned'],
    ['the due day has passed', { workingDaysLeft: -1 }, 'late'],
    ['the province looks at it', { at: 'review' }, 'now'],
    ['the province has three days left', { at: 'intake', workingDaysLeft: 3 }, 'soon'],
    ['it stands at the gate', { at: 'synchronization', arrivedAt: '2026-11-24T00:00:00Z' }, 'ready'],
    ['it has gone through', { at: 'recommendation' }, 'passed'],
    ['it was left out and is still on its way', { state: 'waived' }, 'waived'],
    ['it was left out and came all the same', { state: 'waived', at: 'synchronization', arrivedAt: '2026-11-24T00:00:00Z' }, 'ready'],
    ['its regulation stands already', { state: 'fixed', caseId: null, stage: null, status: null }, 'fixed'],
    ['there is no case', { caseId: null, stage: null, status: null, actors: [] }, 'none'],
    ['its case has ended', { at: 'withdrawn', status: 'withdrawn' }, 'ended'],
  ])('says when %s', (_, given, standing) => {
    expect(standingOf(member('1705', given))).toBe(standing);
  });

  it('ends where the case stands, and at the gate when it has come', () => {
    const along = ['programme', 'preparation', 'academic-paper', 'drafting', 'public-consultation', 'harmonization', 'intake', 'review', 'synchronization'].map((at) => distanceOf(member('1705', { at })));
    expect(along).toEqual([...along].sort((one, other) => one - other));
    expect(along[0]).toBeCloseTo(1 / 14);
    expect([along[8], distanceOf(member('1705', { caseId: null, stage: null, status: null }))]).toEqual([1, 0]);
  });

  it('comes first where everybody waits for it', () => {
    const rows = [member('1701', { at: 'synchronization', arrivedAt: 'x' }), member('1705', { at: 'review' }), member('1706', { round: 2 }), member('1704'), member('1707', { workingDaysLeft: -9 }), member('1703', { workingDaysLeft: -2 })];
    expect(worstFirst(rows).map(({ region }) => region.code)).toEqual(['1707', '1703', '1706', '1704', '1705', '1701']);
  });
});
