import { type Life, aCaseAt, theCohort } from '../testing';

const cutOffOn = '2026-04-30';
const join = { type: 'join-cohort', cohort: 'cohort-17-2026', cutOffOn } as const;

/** At the gate since 2 March, and nobody has created the cohort. */
function waiting(): Life {
  const life = aCaseAt('review', { on: '2026-03-02' })
    .take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' } })
    .take('provincial-planner', 'favourable', { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } })
    .begin('provincial-legal', 'favourable', { checks: { C05: 'conform' } });
  life.system({ type: 'complete-transfer', transfer: life.state.transfer!.seq, outcome: { intact: true } });
  return life;
}

describe('a cohort that is created after a case has come to the gate', () => {
  it('gives it the cut-off date, counted from the day on which the date was set', () => {
    const life = waiting();
    expect([life.stage, life.clock('cut-off')]).toEqual(['synchronization', undefined]);
    life.on('2026-03-10').system(join, theCohort);
    expect(life.clock('cut-off')).toMatchObject({ key: 'cut-off#1', startedOn: '2026-03-10', dueOn: '2026-04-30', status: 'running' });
  });
  it('tells it once', () => {
    const life = waiting().on('2026-03-10');
    expect(life.system(join, theCohort)).toHaveLength(1);
    expect(life.system(join, theCohort)).toEqual([]);
    expect(life.system({ ...join, cutOffOn: '2026-05-29' }, theCohort)).toEqual([]);
    expect(life.of('cohort-joined')).toHaveLength(1);
  });
  it('reminds its desk on the whole ladder: 27, 29 and 30 April, and after Labour Day on 4 and 8 May', () => {
    const life = waiting().on('2026-03-10');
    life.system(join, theCohort);
    life.until('2026-05-31');
    expect(life.of('reminder-due').filter(({ body }) => body.clock === 'cut-off#1').map(({ body, at }) => [body.day, at.slice(0, 10)])).toEqual([[-3, '2026-04-27'], [-1, '2026-04-29'], [0, '2026-04-30'], [1, '2026-05-04'], [5, '2026-05-08']]);
  });
  it('leaves the screen of whoever looks at the case valid, and stops with the gate', () => {
    const life = waiting().on('2026-03-10');
    const { substantiveSeq } = life.state;
    life.system(join, theCohort);
    expect(life.state.substantiveSeq).toBe(substantiveSeq);
    life.on('2026-03-12').openGate();
    expect(life.clock('cut-off')).toMatchObject({ status: 'met', metOn: '2026-03-12' });
  });
  it('says nothing to a case that found its cohort on arrival, nor to one that is elsewhere', () => {
    expect(aCaseAt('synchronization').system(join, theCohort)).toEqual([]);
    const elsewhere = aCaseAt('recommendation');
    expect(elsewhere.judge({ ...join, actor: theCohort, at: elsewhere.at })).toMatchObject({ refused: 'not-at-gate' });
  });
});
