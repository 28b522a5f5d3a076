import { decideFiling, tasksOf } from '.';
import { Life, type StageName, aCaseAt, anActor, jointPapers, road, sealed } from '../testing';

const afterYear = (stage: StageName): Life => aCaseAt(stage, { on: '2026-11-02' }).until('2027-01-04');
const relist = (life: Life, relistingYear = '2027') =>
  life.attach('council-secretariat', 'relisting-decision').take('council-secretariat', 'relist', { facts: { relistingNumber: '3/DPRD/2027', relistingYear } });

describe('a programme year', () => {
  const recorded = (programmeYear: string) =>
    Life.filed().attach('regency-drafter', 'council-programme-decision').refused('regency-drafter', 'record-programme', { facts: { programmeDecisionNumber: '12/DPRD/2026', programmeYear } });
  const filed = (programmeYear: number) => {
    const { rules, at } = Life.filed();
    return decideFiling(rules, {
      type: 'file-case', actor: anActor('regency-drafter'), at, id: 'rpik-1705', region: '1705', title: 'RPIK Seluma', programmeYear, planYears: { from: 2026, to: 2046 }, calendarVersion: 1, processHash: '',
    });
  };
  it.each([2014, 2015, 2099, 2100, 2101])('%i is judged alike when the case is filed and when the programme is recorded', (year) => {
    const isGood = year >= 2015 && year <= 2100;
    expect(recorded(String(year))).toBe(isGood ? undefined : 'fact-invalid');
    expect('events' in filed(year)).toBe(isGood);
  });
  it('is written in four figures', () => {
    expect(['26', '2026.0', 'soon', '02026'].map(recorded)).toEqual(['fact-invalid', 'fact-invalid', 'fact-invalid', 'fact-invalid']);
  });
});

describe('the end of the programme year', () => {
  it('raises a flag and a task of the council, at midnight of the region', () => {
    const life = afterYear('drafting');
    expect(life.state.flags).toEqual(['relisting-due']);
    expect(life.of('flag-raised')).toMatchObject([{ at: '2026-12-31T17:00:00.000Z' }]);
    expect(tasksOf(life.rules, life.state).map(({ key, role }) => [key, role])).toContainEqual(['relist', 'council-secretariat']);
  });
  it.each(['drafting', 'harmonization', 'intake', 'recommendation', 'endorsement', 'sign-off'] as const)('does not block %s', (stage) => {
    const life = afterYear(stage);
    road[stage](life);
    expect(life.stage).not.toBe(stage);
  });
  it('blocks the way to the council and the joint approval', () => {
    expect(afterYear('council-submission').attach('regency-head', 'cover-memorandum').refused('regency-head', 'submit-to-council')).toBe('relisting-due');
    const life = jointPapers(afterYear('deliberation'));
    expect(life.refused('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2027-01-04' } })).toBe('relisting-due');
  });
  it('does not block a joint approval of December that is registered in January', () => {
    const life = jointPapers(aCaseAt('deliberation', { on: '2026-11-02' })).until('2027-01-04');
    expect(life.refused('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-12-30' } })).toBeUndefined();
  });
  it('blocks neither the return, nor the withdrawal, nor the minutes of rejection', () => {
    expect(afterYear('council-submission').refused('regency-head', 'take-back', { reasonCode: 'drafting-technique' })).toBeUndefined();
    expect(afterYear('deliberation').attach('council-secretariat', 'rejection-minutes').refused('council-secretariat', 'record-rejection')).toBeUndefined();
  });
  it('is cleared by a new decision of the council, until the end of that year', () => {
    const life = relist(afterYear('council-submission'));
    expect(life.state).toMatchObject({ id: 'rpik-1705-2026', flags: [], facts: { relistingYear: '2027' } });
    expect(life.attach('regency-head', 'cover-memorandum').take('regency-head', 'submit-to-council').stage).toBe('deliberation');
    expect(life.until('2028-01-03').state.flags).toEqual(['relisting-due']);
  });
  it('comes back at once when the new year named is over as well', () => {
    const life = relist(afterYear('drafting'), '2026');
    life.tick();
    expect(life.state.flags).toEqual(['relisting-due']);
  });
  it('takes a year for an answer and nothing else', () => {
    const life = afterYear('drafting').attach('council-secretariat', 'relisting-decision');
    expect(life.refused('council-secretariat', 'relist', { facts: { relistingNumber: '3', relistingYear: 'next year' } })).toBe('fact-invalid');
  });
  it('never ends a case by itself: the lapse is an act of the head', () => {
    const life = afterYear('intake').until('2027-06-30');
    expect(life.state.status).toBe('open');
    expect(life.refused('regency-head', 'lapse')).toBe('note-required');
    expect(life.take('regency-head', 'lapse', { note: sealed('Tidak dicantumkan kembali') }).state.status).toBe('lapsed');
  });
  it('offers neither relisting nor lapse before it', () => {
    const life = aCaseAt('intake', { on: '2026-11-02' }).attach('council-secretariat', 'relisting-decision');
    expect(life.refused('regency-head', 'lapse', { note: sealed('x') })).toBe('flag-required');
    expect(life.refused('council-secretariat', 'relist', { facts: { relistingNumber: '3', relistingYear: '2027' } })).toBe('flag-required');
  });
  it('means nothing to a case that was approved in its year', () => {
    expect(aCaseAt('evaluation-submission', { on: '2026-12-01' }).until('2027-03-01').state.flags).toEqual([]);
  });
});
