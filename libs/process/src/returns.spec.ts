import { rpikV1 } from '.';
import { type Life, aCase, aCaseAt, answered, given, road, sealed, takes, walk } from '../testing';

const remark = { text: sealed('Pasal 7 belum jelas'), unit: 'Pasal 7 ayat (2)' };
const returnedFromIntake = (): Life => aCaseAt('intake').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [remark] });

describe('a draft that goes back', () => {
  it('begins a new round at the drafting desk, with fourteen working days', () => {
    given(rpikV1, aCase({ stage: 'intake', on: '2026-03-02' }))
      .when(takes('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [remark] }))
      .then({ stage: 'drafting', round: 2, due: { redrafting: '2026-03-27' }, tasks: ['regency-drafter'], told: ['regency-drafter'], events: ['remark-added', 'transfer-started', 'case-moved'] });
  });
  it('is not returned without a reason, nor for a reason of another desk', () => {
    given(rpikV1, aCase({ stage: 'harmonization' })).when(takes('harmonizer', 'return-from-harmonization', { remarks: [remark] })).refuses('reason-required');
    given(rpikV1, aCase({ stage: 'harmonization' })).when(takes('harmonizer', 'return-from-harmonization', { remarks: [remark], reasonCode: 'overlap-with-region' })).refuses('unknown-reason');
  });
  it('is not returned without a remark where one has to be answered', () => {
    given(rpikV1, aCase({ stage: 'harmonization' })).when(takes('harmonizer', 'return-from-harmonization', { reasonCode: 'drafting-technique' })).refuses('remarks-required');
  });
  it('needs a note when the reason is another one', () => {
    given(rpikV1, aCase({ stage: 'recommendation' })).when(takes('provincial-coordinator', 'return-to-regency', { reasonCode: 'other' })).refuses('note-required');
  });
  it('goes back for unclear land only where the cohort has land in its policy', () => {
    given(rpikV1, aCase({ stage: 'recommendation' })).when(takes('provincial-coordinator', 'return-to-regency', { reasonCode: 'land-not-clear' })).refuses('reason-not-available');
    given(rpikV1, aCase({ stage: 'recommendation' })).when(takes('provincial-coordinator', 'return-to-regency', { reasonCode: 'land-not-clear', includesReadiness: true })).then({ stage: 'drafting' });
  });

  it('is not resubmitted before every remark is answered', () => {
    const life = returnedFromIntake().attach('regency-drafter', 'response-matrix');
    expect(life.refused('regency-drafter', 'resubmit')).toBe('remarks-unanswered');
    expect(answered(life).take('regency-drafter', 'resubmit').stage).toBe('intake');
  });
  it('is not opened for consultation a second time', () => {
    expect(returnedFromIntake().refused('regency-drafter', 'open-consultation')).toBe('round-required');
    expect(aCaseAt('drafting').refused('regency-drafter', 'resubmit')).toBe('round-required');
  });
  it('returns to the harmonizer when the harmonizer had sent it back', () => {
    const life = aCaseAt('harmonization').take('harmonizer', 'return-from-harmonization', { reasonCode: 'drafting-technique', remarks: [remark] });
    expect(answered(life).take('regency-drafter', 'resubmit').stage).toBe('harmonization');
  });
  it('goes straight to the province when the harmonized texts are untouched', () => {
    expect(answered(returnedFromIntake()).take('regency-drafter', 'resubmit').stage).toBe('intake');
  });
  it('returns to the harmonizer who sent it back, even with the texts of an earlier harmonization', () => {
    const life = answered(returnedFromIntake()).attach('regency-drafter', 'plan-annex', 'an idea').take('regency-drafter', 'resubmit');
    life.take('harmonizer', 'return-from-harmonization', { reasonCode: 'drafting-technique', remarks: [remark] }).attach('regency-drafter', 'plan-annex', 'first text');
    expect(answered(life).take('regency-drafter', 'resubmit').stage).toBe('harmonization');
  });
  it.each(['draft-regulation', 'plan-annex'])('is harmonized again when the %s differs from the harmonized one', (type) => {
    const life = answered(returnedFromIntake()).attach('regency-drafter', type, 'changed after the return');
    expect(life.take('regency-drafter', 'resubmit').stage).toBe('harmonization');
  });
  it('goes straight to the province when a changed text was put back', () => {
    const life = answered(returnedFromIntake()).attach('regency-drafter', 'plan-annex', 'an idea').attach('regency-drafter', 'plan-annex', 'first text');
    expect(life.take('regency-drafter', 'resubmit').stage).toBe('intake');
  });
  it('may be harmonized in a later round and then compared with that text', () => {
    const life = answered(returnedFromIntake()).attach('regency-drafter', 'draft-regulation', 'changed').take('regency-drafter', 'resubmit');
    walk(life, 'intake').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [remark] });
    expect(life.state.round).toBe(3);
    expect(answered(life).take('regency-drafter', 'resubmit').stage).toBe('intake');
  });
  it('keeps its earlier rounds readable', () => {
    const life = returnedFromIntake();
    expect(life.state.remarks).toMatchObject([{ n: 1, round: 1, unit: 'Pasal 7 ayat (2)', visibility: 'counterpart' }]);
    expect(life.of('case-moved').filter(({ body }) => body.round === 2)).toHaveLength(1);
  });
  it('does not wait for the regency to answer its own remark', () => {
    const life = returnedFromIntake();
    life.give({ type: 'add-remark', text: sealed('Terima kasih'), visibility: 'counterpart' }, life.actor('regency-head'));
    life.give({ type: 'answer-remark', n: 1, text: sealed('Diperbaiki') }, life.actor('regency-drafter'));
    expect(life.attach('regency-drafter', 'response-matrix').take('regency-drafter', 'resubmit').stage).toBe('intake');
  });
  it('loses its votes in the new round', () => {
    const life = aCaseAt('review').take('provincial-legal', 'unfavourable', { checks: { C05: 'not-conform' }, remarks: [remark] });
    life.take('provincial-coordinator', 'return-to-regency', { reasonCode: 'outside-authority' });
    expect(life.state.votes).toEqual([]);
  });
  it('goes back to the province from the ministry in the same round', () => {
    const life = aCaseAt('endorsement').take('ministry-reviewer', 'return-to-province', { reasonCode: 'conflicts-higher-law', remarks: [remark] });
    expect(life.state).toMatchObject({ stage: 'recommendation', round: 1 });
  });
  it('goes back to the reviewer with a note, and may be proposed again', () => {
    const life = aCaseAt('sign-off');
    expect(life.refused('ministry-signer', 'return-to-reviewer')).toBe('note-required');
    expect(walk(life.take('ministry-signer', 'return-to-reviewer', { note: sealed('Lengkapi telaah') }), 'council-submission').state.round).toBe(1);
  });
  it('is declined to the drafting desk, taken back by the head, withdrawn from the cohort', () => {
    expect(aCaseAt('sign-off').take('ministry-signer', 'decline', { reasonCode: 'conflicts-higher-law', note: sealed('Lihat UU 3/2014') }).state).toMatchObject({ stage: 'drafting', round: 2 });
    expect(aCaseAt('council-submission').take('regency-head', 'take-back', { reasonCode: 'drafting-technique' }).state).toMatchObject({ stage: 'drafting', round: 2 });
    expect(aCaseAt('synchronization').take('provincial-coordinator', 'withdraw-from-cohort', { reasonCode: 'overlap-with-region' }).state).toMatchObject({ stage: 'drafting', round: 2 });
  });
  it('may be returned ten times and still arrive', () => {
    const life = aCaseAt('intake');
    for (let round = 2; round <= 10; round++) {
      road.drafting(life.take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [remark] }));
      expect(life.state).toMatchObject({ stage: 'intake', round });
    }
    expect(walk(life, 'published').state.status).toBe('published');
  });
});
