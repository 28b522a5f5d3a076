import { eventWords } from './event-words';
import type { TextFinding } from './compared-texts';
import { aCaseAt, jointPapers, type Life, walk } from '../testing';

const T0 = '2026-03-02';
const approvedJointly = (life: Life): Life => life.take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: T0 } }).take('regency-head', 'approve-jointly');
const recorded = (life: Life, findings: { [type: string]: TextFinding } = {}) => life.system({ type: 'record-comparison', moved: life.state.comparing!.moved, findings }, { system: 'comparison' });
const changed: TextFinding = { result: 'differs', units: 40, unchanged: 38, changed: 1, added: 1, removed: 0, renumbered: 0, unlisted: 0, chapters: [{ chapter: 'BAB III INDUSTRI UNGGULAN', changed: ['Pasal 9'], added: ['Pasal 9A'], removed: [], renumbered: [] }] };

describe('the jointly approved text beside the endorsed one', () => {
  it('is asked for once the case has moved, and tells who has endorsed and who coordinates what has changed by Bab and Pasal', () => {
    const life = approvedJointly(jointPapers(aCaseAt('deliberation', { on: T0 })));
    const move = life.of('case-moved').at(-1)!;
    expect(life.state.comparing).toMatchObject({ moved: move.seq, with: 'endorsed', texts: [{ type: 'approved-draft', as: 'draft-regulation' }, { type: 'plan-annex', as: 'plan-annex' }], matrix: 'same' });
    const before = life.notices.length;
    recorded(life, { 'approved-draft': changed });
    expect(life.state.comparing).toBeUndefined();
    expect(life.state.compared).toMatchObject({ moved: move.seq, at: life.at, texts: [{ type: 'approved-draft', ...changed }, { type: 'plan-annex', result: 'identical' }] });
    expect(life.notices.slice(before).map(({ template, to }) => [template, to])).toEqual([['texts-compared', { role: 'provincial-coordinator', scope: '17' }], ['texts-compared', { role: 'ministry-reviewer', scope: '' }]]);
    const said = 'Jointly approved draft: differs from the endorsed text, 1 parts changed, 1 added, 0 removed, 0 renumbered (Pasal 9, Pasal 9A)';
    expect(life.notices.at(-1)!.data['differences']).toMatchObject({ en: expect.stringContaining(said) as string });
    expect(eventWords(life.events.at(-1)!, life.rules.definition, 'en')).toMatch(/^Texts compared: Jointly approved draft: differs .*the hash is equal$/);
  });
  it('holds up nothing, and an open screen stays valid after it', () => {
    const life = approvedJointly(jointPapers(aCaseAt('deliberation', { on: T0 })));
    const expectedSeq = life.state.seq;
    recorded(life);
    expect(walk(life.fork(), 'evaluation').state.compared).toBeDefined();
    life.take('council-secretariat', 'hand-over', { facts: { handedOverOn: T0 }, expectedSeq });
  });
  it('is identical where the hashes are equal, whatever somebody claims to have read', () => {
    const life = approvedJointly(jointPapers(aCaseAt('deliberation', { on: T0 })));
    recorded(life, { 'plan-annex': changed, 'approved-draft': { result: 'identical' } });
    // And it is not where they are not.
    expect(life.state.compared!.texts.map(({ result }) => result)).toEqual(['not-comparable', 'identical']);
  });
  it('cannot be laid beside a support that was never given, nor beside that of an earlier round', () => {
    const life = aCaseAt('council-submission', { on: T0 });
    expect(life.state.marks.endorsed).toBeDefined();
    life.take('regency-head', 'take-back', { reasonCode: 'drafting-technique' });
    expect(life.state.marks.endorsed).toBeUndefined();
    expect(life.state.marks.harmonized).toBeDefined();

    const without = jointPapers(walk(passedBy(), 'deliberation'));
    without.take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: without.today } }).take('regency-head', 'approve-jointly');
    recorded(without, { 'approved-draft': changed });
    expect(without.state.compared!.texts).toMatchObject([{ before: null, result: 'not-comparable', because: 'no-earlier-text' }, { result: 'not-comparable', because: 'no-earlier-text' }]);
  });
  it('says of a matrix that was changed in the discussion that the cross-checks read the new one', () => {
    const life = approvedJointly(jointPapers(aCaseAt('deliberation', { on: T0 }).matrix('another matrix')));
    recorded(life);
    expect(life.state.compared!.matrix).toBe('changed');
    expect(life.notices.at(-1)!.data['differences']).toMatchObject({ en: expect.stringContaining('The plan matrix has changed') as string });
  });
  it('is recorded once, and only for the move that asked', () => {
    const life = approvedJointly(jointPapers(aCaseAt('deliberation', { on: T0 })));
    const { moved } = life.state.comparing!;
    expect(life.system({ type: 'record-comparison', moved: moved - 1, findings: {} }, { system: 'comparison' })).toEqual([]);
    recorded(life);
    expect(life.system({ type: 'record-comparison', moved, findings: {} }, { system: 'comparison' })).toEqual([]);
  });
});

/** Without an endorsement: five working days after the ministry's term has run out, by head and coordinator. */
function passedBy(): Life {
  const life = aCaseAt('endorsement', { on: T0 }).until('2026-05-29');
  const note = { sha256: '0'.repeat(64), length: 9 };
  return life.take('regency-head', 'proceed-without', { note }).take('provincial-coordinator', 'proceed-without', { note });
}
