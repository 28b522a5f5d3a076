import { type PersonCommand, uploaders } from '.';
import { type Life, type RoleName, aCaseAt, jointPapers, sealed, sha256, walk } from '../testing';

const refusal = (life: Life, role: RoleName, documentType: string, media = 'pdf', as = {}) =>
  life.refusal({ type: 'attach-document', documentType, sha256: sha256('bytes'), size: 10, media, name: sealed('x') }, life.actor(role, as))?.refused;

describe('the papers of a case', () => {
  it('are brought by whoever may take the transition that asks for them, at that desk', () => {
    const life = aCaseAt('recommendation');
    expect(refusal(life, 'provincial-coordinator', 'recommendation-letter')).toBeUndefined();
    expect(refusal(life, 'provincial-legal', 'recommendation-letter')).toBe('not-your-role');
    expect(refusal(life, 'provincial-coordinator', 'recommendation-letter', 'pdf', { scope: '16' })).toBe('not-your-region');
    expect(refusal(life, 'provincial-coordinator', 'endorsement-letter')).toBe('document-frozen');
  });
  it('are numbered by version, and the last one counts', () => {
    const life = aCaseAt('drafting').attach('regency-drafter', 'draft-regulation', 'one').attach('regency-drafter', 'draft-regulation', 'two');
    expect(life.state.documents.filter(({ type }) => type === 'draft-regulation')).toMatchObject([{ version: 2 }]);
    expect(life.of('document-attached').at(-1)!.body.replaces).toBe(sha256('draft-regulation: one'));
  });
  it('given twice with the same bytes are given once', () => {
    const life = aCaseAt('drafting').attach('regency-drafter', 'draft-regulation');
    const { seq } = life.state;
    expect(life.attach('regency-drafter', 'draft-regulation').state.seq).toBe(seq);
  });
  it('never use a number again, also after a withdrawal', () => {
    const life = aCaseAt('drafting').attach('regency-drafter', 'draft-regulation', 'one');
    life.give({ type: 'withdraw-document', documentType: 'draft-regulation', version: 1 }, life.actor('regency-drafter'));
    expect(life.attach('regency-drafter', 'draft-regulation', 'two').state.documents.at(-1)!.version).toBe(2);
  });
  it('stand side by side where several are wanted', () => {
    const life = aCaseAt('public-consultation').attach('regency-drafter', 'attendance-list', 'day one').attach('regency-drafter', 'attendance-list', 'day two');
    expect(life.state.documents.filter(({ type }) => type === 'attendance-list').map(({ version }) => version)).toEqual([1, 2]);
  });
  it('are taken only in the forms named for them', () => {
    expect(refusal(aCaseAt('drafting'), 'regency-drafter', 'draft-regulation', 'pdf')).toBe('media-not-accepted');
    expect(refusal(aCaseAt('public-consultation'), 'regency-drafter', 'attendance-list', 'png')).toBeUndefined();
    expect(refusal(aCaseAt('public-consultation'), 'regency-drafter', 'attendance-list', 'docx')).toBe('media-not-accepted');
  });
  it('let the academic paper be added from the first desk to the consultation', () => {
    for (const stage of ['programme', 'preparation', 'academic-paper', 'drafting', 'public-consultation'] as const) expect(refusal(aCaseAt(stage), 'regency-drafter', 'academic-paper')).toBeUndefined();
    expect(refusal(aCaseAt('harmonization'), 'regency-drafter', 'academic-paper')).toBe('document-frozen');
  });
  it('take either the council’s decision or the approval outside the programme', () => {
    const facts = { programmeDecisionNumber: '1', programmeYear: '2026' };
    expect(aCaseAt('programme').attach('regency-drafter', 'outside-programme-approval').take('regency-drafter', 'record-programme', { facts }).stage).toBe('preparation');
    expect(aCaseAt('programme').refused('regency-drafter', 'record-programme', { facts })).toBe('missing-documents');
  });
  it('make the harmonized draft the current one, with the next number', () => {
    const life = walk(aCaseAt('harmonization'), 'intake');
    expect(life.state.documents.find(({ type }) => type === 'draft-regulation')).toMatchObject({ version: 2, sha256: sha256('harmonized-draft: harmonised in round 1'), role: 'harmonizer' });
    expect(life.state.marks.harmonized).toEqual({ 'draft-regulation': sha256('harmonized-draft: harmonised in round 1'), 'plan-annex': sha256('plan-annex: first text') });
  });
  it('of a withdrawal may lie ready at every desk, those of evidence with whoever may use them', () => {
    const life = aCaseAt('intake');
    expect(refusal(life, 'regency-head', 'withdrawal-letter')).toBeUndefined();
    expect(uploaders(life.rules.definition, life.state, 'hold-evidence')).toEqual(['provincial-coordinator']);
    expect(uploaders(life.rules.definition, life.state, 'correction-evidence')).toEqual(['regency-drafter']);
  });
  it('of the council are brought by the council or the head', () => {
    const life = jointPapers(aCaseAt('deliberation'));
    expect(uploaders(life.rules.definition, life.state, 'approved-draft')).toEqual(['council-secretariat', 'regency-head']);
  });
  it('of one manifest are always in the same order, with the matrix beside them', () => {
    const life = aCaseAt('intake');
    const types = life.state.manifest!.documents.map(({ type }) => type);
    expect(types).toEqual([...types].sort());
    expect(life.state.manifest!.matrix).toEqual({ version: 1, sha256: sha256('matrix') });
  });
});

describe('the plan matrix', () => {
  const save = (life: Life, role: RoleName = 'regency-drafter') => life.refusal({ type: 'save-matrix', sha256: sha256('m2'), valid: true }, life.actor(role))?.refused;

  it('is edited by the drafter while the text is open, and frozen at every other desk', () => {
    expect([save(aCaseAt('drafting')), save(aCaseAt('refinement'))]).toEqual([undefined, undefined]);
    for (const stage of ['programme', 'public-consultation', 'harmonization', 'intake', 'review', 'recommendation', 'sign-off', 'evaluation', 'registration'] as const) expect(save(aCaseAt(stage))).toBe('matrix-frozen');
    expect(save(aCaseAt('drafting'), 'regency-head')).toBe('not-your-role');
  });
  it('is amended at the gate as part of a resolution: a new version, manifest and arrival in one event', () => {
    const life = aCaseAt('synchronization');
    const [before, manifest] = [life.state.gate!, life.state.manifest!];
    const events = life.give({ type: 'amend-claims', sha256: sha256('m2'), valid: true, resolution: 'X01:1704+1705', tables: ['sentra'] }, life.actor('regency-drafter'));
    expect(events.map(({ type }) => type)).toEqual(['claims-amended']);
    expect(life.state.matrix).toMatchObject({ version: 2 });
    expect(life.state.gate).toEqual({ arrivedSeq: life.state.seq, manifestHash: life.state.manifest!.hash });
    expect([before.arrivedSeq, manifest.hash]).not.toContain(life.state.manifest!.hash);
    expect(life.openGate().stage).toBe('recommendation');
  });
  it('is not amended elsewhere, nor with claims that do not hold together', () => {
    const amend = { type: 'amend-claims', sha256: sha256('m2'), valid: true, resolution: 'X01', tables: ['sentra'] } satisfies PersonCommand;
    expect(aCaseAt('review').refusal(amend, aCaseAt('review').actor('regency-drafter'))?.refused).toBe('not-at-gate');
    const life = aCaseAt('synchronization');
    expect(life.refusal({ ...amend, valid: false }, life.actor('regency-drafter'))?.refused).toBe('matrix-invalid');
    expect(life.refusal(amend, life.actor('regency-drafter', { scope: '1706' }))?.refused).toBe('not-your-region');
  });
  it('opens no gate for an arrival that is no longer the last', () => {
    const life = aCaseAt('synchronization');
    const arrivalSeq = life.state.gate!.arrivedSeq;
    life.give({ type: 'amend-claims', sha256: sha256('m2'), valid: true, resolution: 'X01', tables: ['sentra'] }, life.actor('regency-drafter'));
    expect(() => life.system({ type: 'open-gate', cohort: 'c', round: 1, release: 1, arrivalSeq }, { system: 'cohort' })).toThrow('not-at-gate');
  });
});
