import { type Life, aCaseAt, answered, sealed, walk } from '../testing';

const recall = (life: Life, person = life.actor('regency-drafter')) => life.refusal({ type: 'recall' }, person)?.refused;
const back = (life: Life, role: 'regency-drafter' | 'regency-head' = 'regency-drafter') => life.give({ type: 'recall' }, life.actor(role));

describe('a submission', () => {
  it('is recalled by its sender until the next desk has opened it', () => {
    const life = aCaseAt('harmonization');
    back(life);
    expect(life.state).toMatchObject({ stage: 'public-consultation', round: 1 });
  });
  it('stays once somebody of the next desk has seen it', () => {
    const life = aCaseAt('harmonization');
    life.give({ type: 'open-desk' }, life.actor('harmonizer'));
    expect(recall(life)).toBe('desk-has-opened');
  });
  it('stays once the next desk has done anything of substance', () => {
    expect(recall(aCaseAt('harmonization').attach('harmonizer', 'harmonization-letter'))).toBe('desk-has-opened');
  });
  it('is not closed to recall because an onlooker has read it', () => {
    const life = aCaseAt('harmonization');
    expect(life.give({ type: 'open-desk' }, life.actor('provincial-coordinator'))).toEqual([]);
    expect(recall(life)).toBeUndefined();
  });
  it('is recalled by nobody but its sender', () => {
    const life = aCaseAt('harmonization');
    expect(recall(life, life.actor('regency-drafter', { person: 'p_colleague' }))).toBe('not-your-role');
    expect(recall(life, life.actor('regency-drafter', { scope: '1706' }))).toBe('not-your-region');
  });
  it('goes back under the very clock it came from, to the day', () => {
    const life = aCaseAt('public-consultation', { on: '2026-03-02' }).until('2026-03-10');
    const before = life.clock('consultation');
    walk(life, 'harmonization').until('2026-03-11');
    back(life);
    expect(life.clock('consultation')).toEqual(before);
    expect(life.state.clocks.filter(({ status }) => status === 'running')).toHaveLength(1);
    expect(life.clock('harmonization')!.status).toBe('void');
    expect(walk(life, 'harmonization').clock('harmonization')).toMatchObject({ key: 'harmonization#2', status: 'running' });
  });
  it('resumes only the clock of this stay, not one of an earlier round', () => {
    const life = aCaseAt('intake').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [{ text: sealed('x') }] });
    answered(life).take('regency-drafter', 'resubmit');
    back(life);
    expect(life.state.clocks.filter(({ status }) => status === 'running').map(({ key }) => key)).toEqual(['redrafting#1']);
  });
  it('to the council is recalled by the head', () => {
    const life = aCaseAt('deliberation');
    back(life, 'regency-head');
    expect(life.stage).toBe('council-submission');
  });
  it('of the province or the ministry is not recalled', () => {
    expect(recall(aCaseAt('endorsement'), aCaseAt('endorsement').actor('provincial-coordinator'))).toBe('not-recallable');
  });
  it('is told to the desk it leaves', () => {
    const life = aCaseAt('harmonization');
    back(life);
    expect(life.notices.at(-1)).toMatchObject({ template: 'case-recalled', to: { role: 'harmonizer', scope: '17' } });
  });
});
