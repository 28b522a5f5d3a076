import { tasksOf, underCorrection } from '.';
import { type Life, aCaseAt, sealed, walk } from '../testing';

const note = sealed('Salah ketik tanggal');
const correct = (life: Life, role: Parameters<Life['actor']>[0], fact: string, value: string, as = {}) => life.refusal({ type: 'correct-fact', fact, value, note }, life.actor(role, as))?.refused;
const give = (life: Life, role: Parameters<Life['actor']>[0], fact: string, value: string, as = {}) => life.give({ type: 'correct-fact', fact, value, note }, life.actor(role, as));
const council = (life: Life, role: 'council-secretariat' | 'regency-head' = 'council-secretariat') => life.attach(role, 'correction-evidence');

/** Jointly approved on Mon 2 March; the second hand was the head's. */
const approved = (): Life => aCaseAt('evaluation-submission', { on: '2026-03-02' }).until('2026-03-04');

describe('a mistyped fact', () => {
  it('of no statutory clock is corrected by one person of the role that registered it', () => {
    const life = aCaseAt('harmonization').attach('regency-drafter', 'correction-evidence');
    give(life, 'regency-drafter', 'coverLetterNumber', '500/18/2026');
    expect(life.state.facts['coverLetterNumber']).toBe('500/18/2026');
    expect(life.of('fact-corrected')[0]!.body).toMatchObject({ from: '500/17/2026', to: '500/18/2026', clocks: [] });
  });
  it('that moves a statutory clock waits for a second person, with a preview of every clock', () => {
    const life = council(approved(), 'regency-head');
    expect(underCorrection(life.rules, life.state, 'jointApprovedOn', '2026-03-03', life.at)).toMatchObject([
      { rule: 'hand-over', from: '2026-03-05', to: '2026-03-06' }, { rule: 'sending', from: '2026-03-05', to: '2026-03-06' }, { rule: 'enactment', from: '2026-04-21', to: '2026-04-22' },
    ]);
    expect(give(life, 'regency-head', 'jointApprovedOn', '2026-03-03').map(({ type }) => type)).toEqual(['fact-correction-proposed']);
    expect(life.state.facts['jointApprovedOn']).toBe('2026-03-02');
    expect(tasksOf(life.rules, life.state).map(({ key }) => key)).toContain('correct-fact:jointApprovedOn.regency-head');
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-03')).toBe('second-person-needed');
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-03', { person: 'p_colleague' });
    expect(life.state.facts['jointApprovedOn']).toBe('2026-03-03');
    expect(life.clock('enactment')).toMatchObject({ startedOn: '2026-03-03', dueOn: '2026-04-22' });
    expect(life.of('fact-corrected')[0]!.body).toMatchObject({ from: '2026-03-02', to: '2026-03-03', proposedBy: 'p_regency-head_1705' });
    expect(life.notices.filter(({ template }) => template === 'deadline-moved').length).toBeGreaterThan(0);
  });
  it('is confirmed with the same value, by the unit or its superior', () => {
    const life = council(approved(), 'regency-head');
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-03');
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-04', { person: 'p_colleague' })).toBe('facts-differ');
    expect(correct(life, 'administrator', 'jointApprovedOn', '2026-03-03')).toBeUndefined();
    expect(correct(life, 'provincial-legal', 'jointApprovedOn', '2026-03-03')).toBe('not-your-role');
  });
  it('proposed wrongly is proposed anew by the same person', () => {
    const life = council(approved(), 'regency-head');
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-04');
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-03');
    expect(life.state.halves.map(({ facts }) => facts)).toEqual([{ jointApprovedOn: '2026-03-03' }]);
  });
  it('stays open for its second person when the case moves on', () => {
    const life = council(approved(), 'regency-head');
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-03');
    walk(life, 'evaluation');
    expect(life.state.halves).toHaveLength(1);
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-03', { person: 'p_colleague' });
    expect(life.clock('enactment')!.startedOn).toBe('2026-03-03');
  });
  it('resets an expiry that now lies ahead, and a reminder that was sent too early', () => {
    const life = council(approved(), 'regency-head').until('2026-03-06', '09:00');
    expect(life.clock('hand-over')!.expired).toBe(true);
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-04');
    give(life, 'regency-head', 'jointApprovedOn', '2026-03-04', { person: 'p_colleague' });
    expect(life.clock('hand-over')).toMatchObject({ dueOn: '2026-03-09', rungs: {} });
    expect(life.clock('hand-over')!.expired).toBeUndefined();
  });
  it('counts for the second hand of a joint act that is still open', () => {
    const life = aCaseAt('deliberation', { on: '2026-03-02' }).take('council-secretariat', 'start-discussion', { facts: { discussionStartedOn: '2026-03-02' } });
    life.attach('council-secretariat', 'joint-approval-minutes').attach('council-secretariat', 'approved-draft').until('2026-03-04');
    life.take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-03-02' } });
    council(life);
    give(life, 'council-secretariat', 'jointApprovedOn', '2026-03-03');
    give(life, 'council-secretariat', 'jointApprovedOn', '2026-03-03', { person: 'p_colleague' });
    expect(life.take('regency-head', 'approve-jointly').state).toMatchObject({ stage: 'evaluation-submission', facts: { jointApprovedOn: '2026-03-03' } });
  });
  it('needs a paper, a reason, another value, a fact that is there, and the office that wrote it', () => {
    const life = approved();
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-03')).toBe('missing-documents');
    council(life, 'regency-head');
    expect(life.refusal({ type: 'correct-fact', fact: 'jointApprovedOn', value: '2026-03-03', note: sealed('') }, life.actor('regency-head'))?.refused).toBe('note-required');
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-02')).toBe('fact-unchanged');
    expect(correct(life, 'regency-head', 'enactedOn', '2026-03-03')).toBe('fact-unknown');
    expect(correct(life, 'regency-drafter', 'jointApprovedOn', '2026-03-03')).toBe('not-your-role');
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-03', { scope: '1706' })).toBe('not-your-region');
  });
  it('stays in order with the days before and after it', () => {
    const life = walk(approved(), 'evaluation');
    council(life, 'regency-head');
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-01')).toBe('date-before-previous');
    expect(correct(life, 'regency-head', 'jointApprovedOn', '2026-03-05')).toBe('date-in-future');
    expect(correct(life.until('2026-03-06'), 'regency-head', 'jointApprovedOn', '2026-03-05')).toBe('date-before-previous');
  });
});
