import { tasksOf } from '.';
import { type StageName, aCaseAt, jointPapers, road, sealed } from '../testing';

const stages = Object.keys(road) as StageName[];
const before14 = stages.slice(0, 13);

describe('a case that ends before its time', () => {
  it.each(before14)('is withdrawn by the head with a letter at %s', (stage) => {
    const life = aCaseAt(stage);
    expect(life.refused('regency-head', 'withdraw')).toBe('missing-documents');
    life.attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw');
    expect(life.state).toMatchObject({ status: 'withdrawn' });
    expect(life.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    expect(tasksOf(life.rules, life.state)).toEqual([]);
  });
  it('is withdrawn by the head alone as long as discussion has not started', () => {
    expect(aCaseAt('deliberation').attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw').state.status).toBe('withdrawn');
  });
  it('is withdrawn by head and council once discussion has started', () => {
    const life = jointPapers(aCaseAt('deliberation')).attach('regency-head', 'withdrawal-letter');
    expect(life.refused('regency-head', 'withdraw')).toBe('fact-recorded-already');
    life.take('regency-head', 'withdraw-jointly');
    expect(life.state.status).toBe('open');
    expect(life.take('council-secretariat', 'withdraw-jointly').state.status).toBe('withdrawn');
  });
  it('is not withdrawn after joint approval: the head cannot reject what he approved', () => {
    expect(aCaseAt('evaluation-submission').refused('regency-head', 'withdraw')).toBe('wrong-stage');
  });
  it('is not approved by the council, on minutes', () => {
    expect(aCaseAt('deliberation').attach('council-secretariat', 'rejection-minutes').take('council-secretariat', 'record-rejection').state.status).toBe('not-approved');
  });
  it('is superseded by the council’s own draft', () => {
    expect(aCaseAt('intake').attach('council-secretariat', 'supersession-minutes').take('council-secretariat', 'record-supersession').state.status).toBe('superseded');
  });
  it('takes no further command', () => {
    const life = aCaseAt('drafting').attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw');
    expect(life.refused('regency-drafter', 'open-consultation')).toBe('case-closed');
    expect(life.tick()).toEqual([]);
  });
});

describe('a case behind the gate whose check has become stale', () => {
  const staleAt = (stage: StageName) => {
    const life = aCaseAt(stage);
    life.system({ type: 'mark-checks', plans: [], findings: ['X02.1704-1705.kawasan'] }, { system: 'cohort' });
    return life;
  };
  it.each(['synchronization', 'recommendation', 'endorsement', 'sign-off'] as const)('is reopened at %s by the coordinator, and the planner confirms', (stage) => {
    const life = staleAt(stage).take('provincial-coordinator', 'reopen', { reasonCode: 'conflicts-spatial-plan', note: sealed('C03: RTRW 2026') });
    expect(life.stage).toBe(stage);
    expect(tasksOf(life.rules, life.state).map(({ role }) => role)).toContain('provincial-planner');
    life.take('provincial-planner', 'reopen');
    expect(life.state).toMatchObject({ stage: 'drafting', round: 2, halves: [] });
    expect(life.of('case-moved').at(-1)!.body.reason).toBe('conflicts-spatial-plan');
  });
  it('is not reopened by one hand holding both offices', () => {
    const life = staleAt('recommendation').take('provincial-coordinator', 'reopen', { reasonCode: 'conflicts-spatial-plan', note: sealed('C03'), as: { person: 'p_both' } });
    expect(life.refused('provincial-planner', 'reopen', { as: { person: 'p_both' } })).toBe('second-person-needed');
  });
  it('forgets a half-made reopening when the case moves on', () => {
    const life = staleAt('recommendation').take('provincial-coordinator', 'reopen', { reasonCode: 'other', note: sealed('C03') });
    expect(road.recommendation(life).state.halves).toEqual([]);
  });
});
