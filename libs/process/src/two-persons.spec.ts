import { tasksOf } from '.';
import { type Life, aCaseAt, jointPapers, sealed, sha256, walk } from '../testing';

const T0 = '2026-03-02';
const ready = (): Life => jointPapers(aCaseAt('deliberation', { on: T0 }));
const approved = { facts: { jointApprovedOn: T0 } };

describe('a joint approval', () => {
  it('counts from the first registration, and moves with the second', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved);
    expect(life.stage).toBe('deliberation');
    expect(life.state.facts['jointApprovedOn']).toBe(T0);
    expect([life.clock('hand-over')!.dueOn, life.clock('sending')!.dueOn, life.clock('enactment')!.dueOn]).toEqual(['2026-03-05', '2026-03-05', '2026-04-21']);
    life.until('2026-03-04').take('regency-head', 'approve-jointly');
    expect(life.stage).toBe('evaluation-submission');
    expect(life.clock('enactment')).toMatchObject({ key: 'enactment#1', startedOn: T0, dueOn: '2026-04-21' });
  });
  it('may be registered first by either of the two', () => {
    const life = ready().take('regency-head', 'approve-jointly', approved).take('council-secretariat', 'approve-jointly');
    expect(life.stage).toBe('evaluation-submission');
  });
  it('asks the other party for its hand', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved);
    expect(tasksOf(life.rules, life.state)).toMatchObject([{ role: 'regency-head', transition: 'approve-jointly', dueOn: '2026-03-05' }]);
  });
  it('is not confirmed by the same person, nor by a colleague of the same office', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved);
    expect(life.refused('council-secretariat', 'approve-jointly', { as: { person: 'p_colleague' } })).toBe('second-person-needed');
    expect(life.refused('regency-head', 'approve-jointly', { as: { person: life.actor('council-secretariat').person } })).toBe('second-person-needed');
  });
  it('is not confirmed with another day', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved).until('2026-03-03');
    expect(life.refused('regency-head', 'approve-jointly', { facts: { jointApprovedOn: '2026-03-03' } })).toBe('facts-differ');
  });
  it('freezes its papers and the matrix until the second hand', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved);
    for (const documentType of ['approved-draft', 'plan-annex', 'joint-approval-minutes'])
      expect(life.refusal({ type: 'attach-document', documentType, sha256: sha256('other'), size: 1, media: 'pdf', name: sealed('x') }, life.actor('council-secretariat'))?.refused).toBe('document-frozen');
    expect(life.refusal({ type: 'save-matrix', sha256: sha256('other'), valid: true }, life.actor('regency-drafter'))?.refused).toBe('matrix-frozen');
  });
  it('is disputed by the second party: the day and its clocks no longer count', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved).until('2026-03-03');
    life.give({ type: 'dispute', transition: 'approve-jointly', note: sealed('Rapat belum kuorum') }, life.actor('regency-head'));
    expect(life.state).toMatchObject({ stage: 'deliberation', halves: [] });
    expect('jointApprovedOn' in life.state.facts).toBe(false);
    expect(life.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    life.take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-03-03' } }).take('regency-head', 'approve-jointly');
    expect(life.clock('enactment')).toMatchObject({ key: 'enactment#2', startedOn: '2026-03-03', dueOn: '2026-04-22' });
  });
  it('is not disputed by its own author, an outsider, another region, or without a word', () => {
    const life = ready().take('council-secretariat', 'approve-jointly', approved);
    const disputed = (role: Parameters<Life['actor']>[0], note = 'x', as = {}) => life.refusal({ type: 'dispute', transition: 'approve-jointly', note: sealed(note) }, life.actor(role, as))?.refused;
    expect(disputed('council-secretariat')).toBe('not-your-role');
    expect(disputed('provincial-legal')).toBe('not-your-role');
    expect(disputed('regency-head', 'x', { scope: '1706' })).toBe('not-your-region');
    expect(disputed('regency-head', '')).toBe('note-required');
    expect(life.refusal({ type: 'dispute', transition: 'withdraw-jointly', note: sealed('x') }, life.actor('regency-head'))?.refused).toBe('no-half');
  });
  it('is not the act of a daily deputy (Plh)', () => {
    const as = { capacity: 'Plh', onBehalfOf: { person: 'p_bupati', decree: 'SK 7' } } as const;
    expect(ready().refused('regency-head', 'approve-jointly', { ...approved, as })).toBe('not-your-capacity');
    expect(ready().refused('regency-head', 'approve-jointly', { ...approved, as: { capacity: 'Plt' } })).toBeUndefined();
  });
  it('needs the discussion to have started, and not after the approval', () => {
    const life = aCaseAt('deliberation', { on: T0 }).attach('council-secretariat', 'joint-approval-minutes').attach('council-secretariat', 'approved-draft');
    expect(life.refused('council-secretariat', 'approve-jointly', approved)).toBe('fact-required');
    life.take('council-secretariat', 'start-discussion', { facts: { discussionStartedOn: T0 } });
    expect(life.refused('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-02-27' } })).toBe('date-before-previous');
  });
});

describe('proceeding without the ministry', () => {
  const reason = { note: sealed('Tenggat kementerian lewat') };

  it.each([
    ['endorsement', '2026-03-27', '2026-04-06'],
    ['sign-off', '2026-03-09', '2026-03-16'],
  ] as const)('at %s is open five working days after that desk’s clock has expired', (stage, due, fifth) => {
    const life = aCaseAt(stage, { on: '2026-03-02' });
    expect(life.clock(stage)!.dueOn).toBe(due);
    expect(life.until(due, '23:00').refused('regency-head', 'proceed-without', reason)).toBe('clock-running');
    expect(life.until(fifth, '23:59').refused('regency-head', 'proceed-without', reason)).toBe('clock-running');
    const next = life.fork().until(fifth, '23:59');
    next.until(stage === 'endorsement' ? '2026-04-07' : '2026-03-17', '00:01');
    expect(next.take('regency-head', 'proceed-without', reason).stage).toBe(stage);
    expect(next.take('provincial-coordinator', 'proceed-without').stage).toBe('council-submission');
    expect(next.of('case-moved').at(-1)!.body.note).toEqual(reason.note);
    expect(next.state.marks.endorsed).toBeUndefined();
  });
  it('needs a reason', () => {
    const life = aCaseAt('sign-off', { on: '2026-03-02' }).until('2026-03-25');
    expect(life.refused('regency-head', 'proceed-without')).toBe('note-required');
  });
  it('is no longer half agreed when the ministry has moved the case meanwhile', () => {
    const life = aCaseAt('endorsement', { on: '2026-03-02' }).until('2026-04-08').take('regency-head', 'proceed-without', reason);
    walk(life, 'sign-off');
    expect(life.state.halves).toEqual([]);
  });
});

describe('a refinement', () => {
  it('is completed by head and council over the same texts, the annex included', () => {
    const life = aCaseAt('refinement', { on: '2026-03-02' }).attach('regency-head', 'refined-draft').attach('council-secretariat', 'follow-up-matrix');
    life.take('council-secretariat', 'complete-refinement', { facts: { refinedOn: '2026-03-02' } });
    expect(life.refusal({ type: 'attach-document', documentType: 'plan-annex', sha256: sha256('x'), size: 1, media: 'pdf', name: sealed('x') }, life.actor('regency-head'))?.refused).toBe('document-frozen');
    expect(life.take('regency-head', 'complete-refinement').stage).toBe('registration');
    expect(Object.keys(life.state.marks.refined!)).toEqual(['refined-draft', 'plan-annex']);
  });
});
