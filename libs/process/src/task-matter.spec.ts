import { matters, taskMatter, type KeptTask } from '.';

const of = (kind: KeptTask['subject']['kind'], id: string, key: string, transition: string | null = null) => taskMatter({ subject: { kind, id }, key, transition });
const ofCase = (key: string, transition: string | null = null) => of('case', 'rpik-1705-2027', key, transition);

describe('what a task is about', () => {
  it('is the way of the case where its desk is asked for an act', () => {
    for (const key of ['review.provincial-planner', 'intake.carried', 'relist', 'deliberation.approve-jointly.regency-head']) expect(ofCase(key, 'favourable')).toEqual({ matter: 'desk', about: null });
  });
  it('is a paper, a condition, a hold, a mistyped fact, or a check, each by its own name', () => {
    expect(ofCase('damaged.plan-annex')).toEqual({ matter: 'damage', about: 'plan-annex' });
    expect(ofCase('condition.3')).toEqual({ matter: 'condition', about: '3' });
    expect(ofCase('hold.2')).toEqual({ matter: 'hold', about: '2' });
    expect(ofCase('correct-fact:jointApprovedOn.council-secretariat')).toEqual({ matter: 'correction', about: 'jointApprovedOn' });
    expect(ofCase('recheck.C02')).toEqual({ matter: 'recheck', about: 'C02' });
  });
  it('is the reopening where a check that does not hold any more asks whether the case goes back', () => {
    expect(ofCase('recheck.C02', 'reopen')).toEqual({ matter: 'reopening', about: 'C02' });
  });
  it('is a waiver, a finding or the cohort itself, whatever dots the finding has in its name', () => {
    expect(of('cohort', 'cohort-17-2027', 'waiver.4.provincial-legal')).toEqual({ matter: 'waiver', about: '4' });
    expect(of('cohort', 'cohort-17-2027', 'recheck.X02.1701-1705.kpi-pino-raya.regency-drafter.1705')).toEqual({ matter: 'finding', about: 'X02.1701-1705.kpi-pino-raya' });
    expect(of('cohort', 'cohort-17-2027', 'create-cohort')).toEqual({ matter: 'founding', about: null });
  });
  it('is a condition of readiness, its funding, or an office without a holder', () => {
    expect(of('readiness', 'readiness-1705', 'renew.land')).toEqual({ matter: 'criterion', about: 'land' });
    expect(of('readiness', 'readiness-1705', 'decide-funding')).toEqual({ matter: 'funding', about: null });
    expect(of('office', 'ministry-signer@nation', 'appoint')).toEqual({ matter: 'vacancy', about: 'ministry-signer' });
  });
  it('is named once, and a key that no matter is written by is an error of ours', () => {
    expect(new Set(matters).size).toBe(matters.length);
    expect(() => of('cohort', 'cohort-17-2027', 'unheard-of')).toThrow('no matter is written unheard-of');
  });
});
