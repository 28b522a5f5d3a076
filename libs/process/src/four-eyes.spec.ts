import { rpikV1 } from '.';
import { aCase, aCaseAt, given, sealed, takes } from '../testing';

const drafter = 'p_regency-drafter_1705';
const forDrafter = { person: 'p_deputy', capacity: 'Plh', onBehalfOf: { person: drafter, decree: 'SK 3/2026' } } as const;
const letter = { facts: { endorsementLetterNumber: 'B/1/2026' }, signInAge: 60 };
const readyToSign = () => aCaseAt('sign-off').attach('ministry-signer', 'endorsement-letter');

describe('four eyes', () => {
  it.each([
    ['intake', 'provincial-coordinator', 'accept-intake', {}],
    ['review', 'provincial-legal', 'favourable', { checks: { C05: 'conform' } }],
    ['harmonization', 'harmonizer', 'return-from-harmonization', { reasonCode: 'drafting-technique', remarks: [{ text: sealed('x') }] }],
    ['endorsement', 'ministry-reviewer', 'return-to-province', { reasonCode: 'incomplete', remarks: [{ text: sealed('x') }] }],
  ] as const)('at %s: who submitted for the regency takes no act of the %s', (stage, role, transition, inputs) => {
    const taking = JSON.parse(JSON.stringify(inputs)) as object;
    given(rpikV1, aCase({ stage })).when(takes(role, transition, { ...taking, as: { person: drafter } })).refuses('four-eyes', 'submitted');
    given(rpikV1, aCase({ stage })).when(takes(role, transition, { ...taking, as: forDrafter })).refuses('four-eyes', 'submitted');
  });
  it('counts the one acted for when the submission was made under a mandate', () => {
    const life = aCaseAt('academic-paper').attach('regency-drafter', 'academic-paper').take('regency-drafter', 'complete-academic-paper', { as: { person: 'p_plh', capacity: 'Plh', onBehalfOf: { person: 'p_absent', decree: 'SK 1' } } });
    expect(life.state.submitters).toEqual(expect.arrayContaining(['p_plh', 'p_absent']));
  });
  it('counts the first hand of a joint act as well', () => {
    const life = aCaseAt('evaluation');
    expect(life.state.submitters).toEqual(expect.arrayContaining([life.actor('regency-head').person, life.actor('council-secretariat').person]));
    expect(life.refused('provincial-legal', 'receive', { facts: { receivedOn: life.today }, as: { person: life.actor('council-secretariat').person } })).toBe('four-eyes');
  });
  it('holds for a fact registered as an external event too', () => {
    const life = aCaseAt('evaluation');
    const command = { type: 'register-external-event', kind: 'receipt', facts: { receivedOn: life.today } } as const;
    expect(life.refusal(command, life.actor('provincial-legal', { person: life.actor('regency-head').person }))?.refused).toBe('unknown-fact');
    expect(life.refusal(command, life.actor('provincial-legal'))).toBeUndefined();
  });
  it('lets nobody sign what they proposed, in their own name or another’s', () => {
    const proposer = 'p_ministry-reviewer';
    expect(readyToSign().refused('ministry-signer', 'endorse', { ...letter, as: { person: proposer } })).toBe('four-eyes');
    expect(readyToSign().refused('ministry-signer', 'endorse', { ...letter, as: { person: 'p_x', capacity: 'Plt', onBehalfOf: { person: proposer, decree: 'SK' } } })).toBe('four-eyes');
    expect(readyToSign().refused('ministry-signer', 'decline', { reasonCode: 'outside-authority', note: sealed('x'), as: { person: proposer } })).toBe('four-eyes');
  });
  it('looks at the last proposal', () => {
    const life = aCaseAt('sign-off').take('ministry-signer', 'return-to-reviewer', { note: sealed('x') }).take('ministry-reviewer', 'propose-endorsement', { as: { person: 'p_second' } });
    expect(life.state.proposers).toEqual(['p_second']);
  });
});

describe('signing off', () => {
  it('wants a sign-in at most five minutes old', () => {
    expect(readyToSign().refused('ministry-signer', 'endorse', { ...letter, signInAge: 301 })).toBe('fresh-sign-in-required');
    expect(readyToSign().refused('ministry-signer', 'endorse', { facts: letter.facts })).toBe('fresh-sign-in-required');
    expect(readyToSign().refused('ministry-signer', 'endorse', { ...letter, signInAge: 300 })).toBeUndefined();
  });
  it('is not for a daily deputy, but for an acting holder', () => {
    expect(readyToSign().refused('ministry-signer', 'endorse', { ...letter, as: { capacity: 'Plh' } })).toBe('not-your-capacity');
    const life = readyToSign().take('ministry-signer', 'endorse', { ...letter, as: { capacity: 'Plt' } });
    expect(life.state.signedIn).toBe('Plt');
  });
  it('wants the number of the letter, and the letter', () => {
    expect(readyToSign().refused('ministry-signer', 'endorse', { signInAge: 1 })).toBe('missing-facts');
    expect(aCaseAt('sign-off').refused('ministry-signer', 'endorse', letter)).toBe('missing-documents');
  });
  it('leaves no capacity behind when the endorsement was declined', () => {
    expect(aCaseAt('sign-off').take('ministry-signer', 'decline', { reasonCode: 'outside-authority', note: sealed('x') }).state.signedIn).toBeUndefined();
  });
});
