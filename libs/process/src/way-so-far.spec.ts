import { rpikV1, stayEnded, waySoFar, evolve, type Stay } from '.';
import { type Life, aCaseAt, answered, sealed, walk } from '../testing';

const remarks = [{ text: sealed('Pasal 7 belum jelas'), unit: 'Pasal 7 ayat (2)' }];

/** The way of a life, as the ledger would have kept its stays. */
function wayOf({ events, rules, state }: Life) {
  const stays: Stay[] = [];
  let before: Life['state'] | undefined;
  for (const event of events) {
    const after = evolve(rules.definition, before, event);
    const stay = stayEnded(rules, before, event, after);
    if (stay) stays.push(stay);
    before = after;
  }
  return waySoFar(rpikV1, state, stays);
}

describe('the way of a case', () => {
  it('says of each stage behind it when the case left it', () => {
    const life = walk(walk(aCaseAt('programme', { on: '2026-01-05' }), 'drafting').on('2026-03-02'), 'public-consultation');
    expect(Object.keys(wayOf(life).left)).toEqual(['programme', 'preparation', 'academic-paper', 'drafting']);
    expect(wayOf(life).left['drafting']).toMatch(/^2026-03-02/);
    expect(wayOf(life).returns).toEqual([]);
  });

  it('counts what sent it back, desk by desk, and forgets that the stages ahead were once left', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks });
    expect(wayOf(life)).toMatchObject({ returns: [{ from: 'intake', to: 'drafting', count: 1 }] });
    expect(Object.keys(wayOf(life).left)).toEqual(['programme', 'preparation', 'academic-paper']);
    answered(life).take('regency-drafter', 'resubmit').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks });
    expect(wayOf(life).returns).toEqual([{ from: 'intake', to: 'drafting', count: 2 }]);
  });

  it('counts nothing for a submission that its sender took back', () => {
    const life = aCaseAt('harmonization', { on: '2026-03-02' });
    life.give({ type: 'recall' }, life.actor('regency-drafter'));
    expect(life.stage).toBe('public-consultation');
    expect(wayOf(life).returns).toEqual([]);
    expect(Object.keys(wayOf(life).left)).toEqual(['programme', 'preparation', 'academic-paper', 'drafting']);
  });
});
