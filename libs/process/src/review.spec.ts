import { rpikV1 } from '.';
import { type Life, type Taking, aCase, aCaseAt, given, sealed, takes } from '../testing';

const C = { checks: { C01: 'conform', C02: 'conform' } } as const;
const P = { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } } as const;
const L = { checks: { C05: 'conform' } } as const;
const against: Taking = { checks: { C03: 'not-conform', C04: 'conform', C06: 'conform' }, remarks: [{ text: sealed('Di luar KPI') }] };

/** Two in favour on 2 March; the clock of ten working days ends on 16 March. */
const twoOfThree = (second: 'provincial-planner' | 'provincial-legal'): Life =>
  aCaseAt('review', { on: '2026-03-02' }).take('provincial-coordinator', 'favourable', C).take(second, 'favourable', second === 'provincial-legal' ? L : P);

describe('the provincial review', () => {
  it('moves on by itself with the third favourable vote: one act', () => {
    given(rpikV1, aCase({ stage: 'review' }))
      .when(takes('provincial-coordinator', 'favourable', C)).then({ stage: 'review', events: ['vote-recorded'] })
      .when(takes('provincial-legal', 'favourable', L)).then({ stage: 'review', tasks: ['provincial-planner'] })
      .when(takes('provincial-planner', 'favourable', P)).then({ stage: 'synchronization', events: ['vote-recorded', 'transfer-started', 'case-moved'] });
  });
  it('wants the checks of the voter, all of them and no others', () => {
    given(rpikV1, aCase({ stage: 'review' })).when(takes('provincial-legal', 'favourable')).refuses('checks-invalid', 'C05');
    given(rpikV1, aCase({ stage: 'review' })).when(takes('provincial-legal', 'favourable', C)).refuses('checks-invalid');
  });
  it('wants a remark with a vote against', () => {
    given(rpikV1, aCase({ stage: 'review' })).when(takes('provincial-planner', 'unfavourable', { checks: against.checks })).refuses('remarks-required');
  });
  it('stands still under a veto, which its voter may revoke', () => {
    const life = aCaseAt('review').take('provincial-coordinator', 'favourable', C).take('provincial-planner', 'unfavourable', against).take('provincial-legal', 'favourable', L);
    expect(life.stage).toBe('review');
    expect(life.take('provincial-planner', 'favourable', P).stage).toBe('synchronization');
  });
  it('is returned by the coordinator only while a veto stands', () => {
    const life = aCaseAt('review');
    expect(life.refused('provincial-coordinator', 'return-to-regency', { reasonCode: 'conflicts-spatial-plan' })).toBe('no-veto');
    life.take('provincial-planner', 'unfavourable', against);
    expect(life.refused('provincial-planner', 'return-to-regency', { reasonCode: 'conflicts-spatial-plan' })).toBe('not-your-role');
    expect(life.take('provincial-coordinator', 'return-to-regency', { reasonCode: 'conflicts-spatial-plan' }).state).toMatchObject({ stage: 'drafting', round: 2 });
  });
  it('counts a person once, whatever roles they hold', () => {
    const life = aCaseAt('review').take('provincial-coordinator', 'favourable', { ...C, as: { person: 'p_both' } });
    expect(life.refused('provincial-planner', 'favourable', { ...P, as: { person: 'p_both' } })).toBe('person-voted-already');
    expect(life.refused('provincial-legal', 'favourable', { ...L, as: { person: 'p_plh', capacity: 'Plh', onBehalfOf: { person: 'p_both', decree: 'SK 1' } } })).toBe('person-voted-already');
    expect(life.take('provincial-coordinator', 'favourable', { ...C, as: { person: 'p_both' } }).state.votes).toHaveLength(1);
  });

  it('is not closed early while its clock runs', () => {
    const life = twoOfThree('provincial-legal');
    expect(life.clock('review')!.dueOn).toBe('2026-03-16');
    expect(life.until('2026-03-16', '23:59').refused('provincial-coordinator', 'close-review')).toBe('clock-running');
  });
  it('is closed after expiry with two in favour, the legal bureau among them', () => {
    const life = twoOfThree('provincial-legal').until('2026-03-17', '00:01');
    expect(life.refused('provincial-planner', 'close-review')).toBe('not-your-role');
    expect(life.take('provincial-coordinator', 'close-review').stage).toBe('synchronization');
    expect(life.of('case-moved').at(-1)!.body.notGiven).toEqual(['provincial-planner']);
  });
  it('is not closed after expiry without the legal bureau, nor with a single vote', () => {
    expect(twoOfThree('provincial-planner').until('2026-03-17').refused('provincial-coordinator', 'close-review')).toBe('votes-missing');
    const one = aCaseAt('review', { on: '2026-03-02' }).take('provincial-legal', 'favourable', L).until('2026-03-17');
    expect(one.refused('provincial-coordinator', 'close-review')).toBe('votes-missing');
  });
  it('is not closed after expiry against a veto', () => {
    const life = twoOfThree('provincial-legal').take('provincial-planner', 'unfavourable', against).until('2026-03-17');
    expect(life.refused('provincial-coordinator', 'close-review')).toBe('veto-stands');
  });
});

describe('a correction in the same round', () => {
  const asked = () => aCaseAt('review').take('provincial-coordinator', 'favourable', C).take('provincial-legal', 'request-correction', { documents: ['draft-regulation', 'plan-annex'], note: sealed('Ganti') });

  it('names papers that are there', () => {
    expect(aCaseAt('intake').refused('provincial-coordinator', 'request-correction')).toBe('documents-required');
    expect(aCaseAt('intake').refused('provincial-coordinator', 'request-correction', { documents: ['gazette-copy'] })).toBe('unknown-document');
  });
  it('opens exactly these papers to the drafter, while the case stays and its clock runs', () => {
    const life = asked();
    expect(life.state).toMatchObject({ stage: 'review', round: 1 });
    expect(life.clock('review')!.status).toBe('running');
    expect(life.refusal({ type: 'attach-document', documentType: 'academic-paper', sha256: 'a'.repeat(64), size: 1, media: 'pdf', name: sealed('x') }, life.actor('regency-drafter'))?.refused).toBe('document-frozen');
    expect(life.attach('regency-drafter', 'plan-annex', 'corrected').state.round).toBe(1);
  });
  it('stops votes and moves until it is given, but not a second request', () => {
    const life = asked();
    expect(life.refused('provincial-planner', 'favourable', P)).toBe('correction-under-way');
    expect(life.refused('provincial-coordinator', 'request-correction', { documents: ['plan-annex'] })).toBe('correction-under-way');
  });
  it('is not given before every paper has changed', () => {
    const life = asked().attach('regency-drafter', 'plan-annex', 'corrected');
    expect(life.refused('regency-drafter', 'provide-correction')).toBe('correction-unchanged');
  });
  it('voids the votes when the draft has changed', () => {
    const life = asked().attach('regency-drafter', 'plan-annex', 'corrected').attach('regency-drafter', 'draft-regulation', 'corrected').take('regency-drafter', 'provide-correction');
    expect(life.state).toMatchObject({ stage: 'review', votes: [], round: 1 });
    expect(life.state.correction).toBeUndefined();
  });
  it('leaves the votes when only another paper has changed', () => {
    const life = aCaseAt('review').take('provincial-coordinator', 'favourable', C).take('provincial-planner', 'request-correction', { documents: ['plan-annex'] });
    life.attach('regency-drafter', 'plan-annex', 'corrected').take('regency-drafter', 'provide-correction');
    expect(life.state.votes.map(({ role }) => role)).toEqual(['provincial-coordinator']);
    expect(life.state.manifest!.documents.find(({ type }) => type === 'plan-annex')!.version).toBe(2);
  });
  it('keeps the remarks that came with the request', () => {
    const life = aCaseAt('intake').take('provincial-coordinator', 'request-correction', { documents: ['plan-annex'], remarks: [{ text: sealed('Tabel 3 kosong') }] });
    expect(life.state.remarks).toHaveLength(1);
  });
  it('is not given when nobody has asked', () => {
    expect(aCaseAt('intake').refused('regency-drafter', 'provide-correction')).toBe('correction-not-asked');
  });
  it('is overtaken by a return', () => {
    const life = aCaseAt('intake').take('provincial-coordinator', 'request-correction', { documents: ['plan-annex'] });
    life.take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [{ text: sealed('Kembali') }] });
    expect(life.state.correction).toBeUndefined();
  });
});
