import { rpikV1 } from '#process';
import { askedBy, commandOf, faultsOf, nothingYet } from './answers';

const asked = (stage: string, name: string, role = '') => askedBy(rpikV1, stage, name, [role])!;

describe('what the form of an act asks for', () => {
  it('is what the definition says, for the office that acts', () => {
    expect(asked('review', 'favourable', 'provincial-planner').checks).toEqual(['C03', 'C04', 'C06']);
    expect(asked('review', 'favourable', 'provincial-legal').checks).toEqual(['C05']);
    expect(asked('programme', 'record-programme').facts.map(({ name, isRequired }) => [name, isRequired])).toEqual([['programmeDecisionNumber', true], ['programmeYear', true]]);
    expect(asked('sign-off', 'endorse').signs).toBe(true);
    expect(askedBy(rpikV1, 'review', 'no-such-act', [])).toBeUndefined();
  });

  it('names every gap of a return before anything is sent', () => {
    const form = asked('harmonization', 'return-from-harmonization');
    expect(faultsOf(form, nothingYet, rpikV1)).toEqual([{ field: 'reason', word: 'decide.missing' }, { field: 'remark-0', word: 'decide.missing' }]);
    const other = { ...nothingYet, reasonCode: 'other', remarks: [{ text: 'Pasal 7', unit: '' }] };
    expect(faultsOf(form, other, rpikV1)).toEqual([{ field: 'note', word: 'decide.missing' }]);
    expect(faultsOf(form, { ...other, note: 'sebab' }, rpikV1)).toEqual([]);
  });

  it('takes a date as people write it, and no day that does not exist', () => {
    const form = asked('deliberation', 'approve-jointly');
    expect(faultsOf(form, { ...nothingYet, facts: { jointApprovedOn: '31/2/2026' } }, rpikV1)).toContainEqual({ field: 'fact-jointApprovedOn', word: 'decide.badDate' });
    expect(commandOf(form, 'approve-jointly', { ...nothingYet, facts: { jointApprovedOn: '30 Nov 2026' } }, 7)).toEqual({ transition: 'approve-jointly', expectedSeq: 7, facts: { jointApprovedOn: '2026-11-30' } });
  });

  it('sends the checks of a vote among the facts, as the contract says', () => {
    const form = asked('review', 'favourable', 'provincial-legal');
    expect(commandOf(form, 'favourable', { ...nothingYet, checks: { C05: 'conform' } }, 3)).toEqual({ transition: 'favourable', expectedSeq: 3, facts: { checks: { C05: 'conform' } } });
  });
});
