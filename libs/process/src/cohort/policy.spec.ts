import { anArrival, cohortActor, CohortStory, policyAll, sealedNote, seenAtGate } from '../../testing/cohort-story';
import type { GatePolicy, Member } from './cohort-state';
import { tallyOf } from './tally';

const coordinator = cohortActor('provincial-coordinator');
const planner = cohortActor('provincial-planner');
const all = ['1701', '1702', '1703', '1704'];
const at = (...regions: string[]) => seenAtGate(regions.map((region) => anArrival(region)));
const waive = (story: CohortStory, region: string) => {
  expect(story.by(coordinator, { type: 'request-waiver', regionCode: region, reason: sealedNote() })).toBeUndefined();
  expect(story.by(planner, { type: 'confirm-waiver', n: story.state!.waivers.length })).toBeUndefined();
};
const afterCutOff = (story: CohortStory, view = seenAtGate([])) => story.system({ type: 'tick', today: '2027-04-01', dueAt: '2027-03-31T17:00:00.000Z' }, view);

describe("a gate's policy", () => {
  it.each<[name: string, policy: Partial<GatePolicy>, present: string[], shut: string[]]>([
    ['all, and all are there', {}, all, []],
    ['all, and one is missing', {}, ['1701', '1702', '1703'], ['members-missing 1704']],
    ['all, and nobody is there', {}, [], ['nobody-at-gate', 'members-missing 1701,1702,1703,1704']],
    ['two of four, and two are there', { need: { atLeast: 2 } }, ['1701', '1704'], []],
    ['two of four, and three are there', { need: { atLeast: 2 } }, ['1701', '1703', '1704'], []],
    ['two of four, and one is there', { need: { atLeast: 2 } }, ['1702'], ['too-few 1,2,1701,1703,1704']],
    ['two of four with one that must be there, and it is', { need: { atLeast: 2 }, mustInclude: ['1704'] }, ['1701', '1704'], []],
    ['two of four with one that must be there, and it is not', { need: { atLeast: 2 }, mustInclude: ['1704'] }, ['1701', '1702'], ['must-include 1704']],
    ['two of four with one that must be there, and it alone is', { need: { atLeast: 2 }, mustInclude: ['1704'] }, ['1704'], ['too-few 1,2,1701,1702,1703']],
    ['all with one that must be there, and it is missing', { mustInclude: ['1704'] }, ['1701', '1702', '1703'], ['members-missing 1704', 'must-include 1704']],
  ])('%s', (_name, policy, present, shut) => {
    const story = new CohortStory({ ...policyAll, ...policy });
    expect(tallyOf(story.state!, at(...present)).shut.map(({ code, details }) => [code, details.join()].filter(Boolean).join(' '))).toEqual(shut);
  });

  it.each<[name: string, policy: Partial<GatePolicy>, present: string[], opens: boolean]>([
    ['asks when the date comes', {}, ['1701'], false],
    ['opens by the date with those present', { onCutOff: 'open-with-present' }, ['1701'], true],
    ['opens by the date with fewer than it asked for', { onCutOff: 'open-with-present', need: { atLeast: 3 } }, ['1701'], true],
    ['opens by the date without the one that must be there', { onCutOff: 'open-with-present', mustInclude: ['1704'] }, ['1701'], true],
    ['opens for nobody', { onCutOff: 'open-with-present' }, [], false],
  ])('%s', (_name, policy, present, opens) => {
    const story = new CohortStory({ ...policyAll, ...policy });
    afterCutOff(story, at(...present));
    expect(story.state!.releases.length).toBe(opens ? 1 : 0);
    expect(story.state!.cutOffReached).toBe(true);
    if (opens) expect(story.state!.releases[0]!.members.map(({ regionCode }) => regionCode)).toEqual(present);
  });

  it('does not open by the date over a conflict that blocks, but by the hand of the coordinator once that is settled', () => {
    const story = new CohortStory({ ...policyAll, onCutOff: 'open-with-present' });
    const view = seenAtGate([anArrival('1701')], [{ key: 'X01.a', effect: 'blocks', members: ['1701', '1702'], subject: 's' }]);
    afterCutOff(story, view);
    expect(story.state!.releases).toEqual([]);
    expect(story.by(coordinator, { type: 'override-conflict', key: 'X01.a', reason: sealedNote() }, view)).toBeUndefined();
    expect(story.by(coordinator, { type: 'release' }, view)).toBeUndefined();
  });

  it('is not got round by a waiver where it names who must be there', () => {
    const story = new CohortStory({ ...policyAll, mustInclude: ['1704'] });
    waive(story, '1704');
    expect(tallyOf(story.state!, at('1701', '1702', '1703')).shut).toEqual([{ code: 'must-include', details: ['1704'] }]);
    expect(story.by(coordinator, { type: 'withdraw-member', regionCode: '1704', reason: sealedNote() })).toBeUndefined();
    expect(tallyOf(story.state!, at('1701', '1702', '1703')).shut).toEqual([]);
  });

  it('asks for no more than the members that remain when some have left the cohort', () => {
    const story = new CohortStory({ ...policyAll, need: { atLeast: 3 } });
    for (const regionCode of ['1703', '1704']) story.by(coordinator, { type: 'withdraw-member', regionCode, reason: sealedNote() });
    expect(tallyOf(story.state!, at('1701')).shut).toEqual([{ code: 'too-few', details: ['1', '2', '1702'] }]);
    expect(tallyOf(story.state!, at('1701', '1702')).shut).toEqual([]);
  });

  it('keeps its least number whatever is waived', () => {
    const story = new CohortStory({ ...policyAll, need: { atLeast: 3 } });
    for (const region of ['1702', '1703', '1704']) waive(story, region);
    expect(tallyOf(story.state!, at('1701')).shut).toEqual([{ code: 'too-few', details: ['1', '3'] }]);
  });

  it.each<[what: string, refused: string, policy: Partial<GatePolicy>, members: (string | Member)[]]>([
    ['more regions than there are', 'policy-impossible', { need: { atLeast: 5 } }, all],
    ['more regions than have still to come', 'policy-impossible', { need: { atLeast: 4 } }, ['1701', '1702', '1704', { regionCode: '1703', state: 'fixed', regulationNumber: '4/2022' }]],
    ['nobody', 'policy-impossible', { need: { atLeast: 0 } }, all],
    ['a region of no member', 'policy-impossible', { mustInclude: ['1771'] }, all],
    ['a region that has its regulation already', 'policy-impossible', { mustInclude: ['1703'] }, ['1701', { regionCode: '1703', state: 'fixed', regulationNumber: '4/2022' }]],
    ['a member of another province', 'cohort-invalid', {}, ['1701', '1801']],
    ['a member twice', 'cohort-invalid', {}, ['1701', '1701']],
    ['no member', 'cohort-invalid', {}, []],
    ['a fixed member without its regulation', 'cohort-invalid', {}, [{ regionCode: '1703', state: 'fixed' }]],
  ])('cannot ask for %s', (_what, refused, policy, members) => {
    const story = new CohortStory({ ...policyAll, ...policy }, members);
    expect([story.state, story.refusal?.refused]).toEqual([undefined, refused]);
  });

  it('has a cut-off date that is still to come', () => {
    const story = new CohortStory();
    story.state = undefined;
    const asked = { type: 'create-cohort' as const, province: '17', programmeYear: 2027, referencePlans: [], members: [{ regionCode: '1701', state: 'active' as const }], policy: policyAll };
    expect(story.by(coordinator, { ...asked, cutOffOn: '2026-11-23' })).toBe('cut-off-past');
    expect(story.by(coordinator, { ...asked, cutOffOn: '2026-11-24' })).toBeUndefined();
  });
});
