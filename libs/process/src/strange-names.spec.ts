import { transitionsAt } from './definition';
import { decide } from './decide';
import { rpikV1 } from './rpik/rpik.v1';
import { aCaseAt, rulesFor } from '../testing';

const drafter = { person: 'p_x', role: 'regency-drafter', scope: '17', capacity: 'definitive' as const };
const text = { sha256: 'a'.repeat(64), length: 5 };

describe('names that every object carries', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is neither a transition nor a document type nor a fact', (name) => {
    expect(transitionsAt(rpikV1, 'programme')[name]).toBeUndefined();
    const { state } = aCaseAt('programme');
    const rules = rulesFor(state.region);
    const by = { actor: drafter, at: state.at };
    expect(decide(rules, state, { type: 'take-transition', transition: name, ...by })).toMatchObject({ refused: 'unknown-transition' });
    expect(decide(rules, state, { type: 'attach-document', documentType: name, sha256: 'b'.repeat(64), size: 1, media: 'pdf', name: text, ...by })).toMatchObject({ refused: 'unknown-document' });
    expect(decide(rules, state, { type: 'correct-fact', fact: name, value: '2026-01-01', note: text, ...by })).toMatchObject({ refused: 'fact-unknown' });
  });
});

describe('the ministry before a case has come to it', () => {
  it('has nothing to remark on contents it does not read', () => {
    const { state } = aCaseAt('drafting');
    const reviewer = { person: 'p_m', role: 'ministry-reviewer', scope: '', capacity: 'definitive' as const };
    const remark = { type: 'add-remark' as const, text, visibility: 'counterpart' as const, actor: reviewer, at: state.at };
    expect(decide(rulesFor(state.region), state, remark)).toMatchObject({ refused: 'wrong-stage' });
  });
});
