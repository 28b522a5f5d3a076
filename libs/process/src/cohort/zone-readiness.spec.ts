import { anArrival, cohortActor, CohortStory, policyAll, sealedNote, seenAtGate } from '../../testing/cohort-story';
import type { GateView } from './cohort-command';
import { tallyOf } from './tally';

const coordinator = cohortActor('provincial-coordinator');
const planner = cohortActor('provincial-planner');
const both = ['1701', '1702'];
const asking = { ...policyAll, includeReadiness: true };
const claims = { '1701': 'a', '1702': 'b' };

/** Both regions at the gate; zones by what they lack. */
const view = (lacks: { [region: string]: string[] }, present = both): GateView => ({
  ...seenAtGate(present.map((region) => anArrival(region)), [], claims),
  readiness: Object.fromEntries(both.map((region, n) => [region, { seq: n + 5, lacks: lacks[region] ?? [] }])),
});
const missing = view({ '1702': ['clear', 'clean'] });

describe("the zones' readiness at the gate", () => {
  it('keeps the gate shut where the policy includes it, and says whose zone is meant', () => {
    const story = new CohortStory(asking, both);
    expect(tallyOf(story.state!, missing).shut).toEqual([{ code: 'readiness-missing', details: ['1702'] }]);
    expect(story.by(coordinator, { type: 'release' }, missing)).toBe('gate-shut');
    expect(story.refusal!.details).toEqual(['readiness-missing', '1702']);
  });

  it('holds nothing where the policy leaves it out, and is no part of what the release relied on', () => {
    const story = new CohortStory(policyAll, both);
    expect(tallyOf(story.state!, missing).shut).toEqual([]);
    expect(story.by(coordinator, { type: 'release' }, missing)).toBeUndefined();
    expect(story.state!.releases[0]).not.toHaveProperty('readiness');
  });

  it('lets the gate open once every zone is ready, and the release keeps the record it relied on', () => {
    const story = new CohortStory(asking, both);
    expect(story.by(coordinator, { type: 'release' }, view({}))).toBeUndefined();
    expect(story.state!.releases[0]!.readiness).toEqual({ '1701': 5, '1702': 6 });
  });

  it('takes a zone of which nothing is known for one that is not ready', () => {
    const story = new CohortStory(asking, both);
    expect(tallyOf(story.state!, seenAtGate(both.map((region) => anArrival(region)))).shut).toEqual([{ code: 'readiness-missing', details: both }]);
  });

  it('is asked of those who stand at the gate, not of those who are still missing', () => {
    const story = new CohortStory({ ...asking, need: { atLeast: 1 } }, both);
    expect(tallyOf(story.state!, view({ '1702': ['clear'] }, ['1701'])).shut).toEqual([]);
  });

  it('does not hold the others once the region is waived by two people of the province', () => {
    const story = new CohortStory(asking, both);
    story.by(coordinator, { type: 'request-waiver', regionCode: '1702', reason: sealedNote() }, missing);
    expect(story.by(coordinator, { type: 'release' }, missing)).toBe('gate-shut');
    story.by(planner, { type: 'confirm-waiver', n: 1 }, missing);
    expect(story.by(coordinator, { type: 'release' }, missing)).toBeUndefined();
    expect(story.state!.releases[0]!.members.map(({ regionCode }) => regionCode)).toEqual(both);
  });

  it('is not overtaken by the cut-off date: the coordinator is asked', () => {
    const story = new CohortStory({ ...asking, onCutOff: 'open-with-present' }, both);
    story.system({ type: 'tick', today: '2027-04-01', dueAt: '2027-03-31T17:00:00.000Z' }, missing);
    expect([story.state!.cutOffReached, story.state!.releases]).toEqual([true, []]);
    expect(story.by(coordinator, { type: 'release' }, view({}))).toBeUndefined();
  });

  it('lets nobody pass at once in a later round whose zone is not ready', () => {
    const story = new CohortStory({ ...asking, need: { atLeast: 1 } }, both);
    story.by(coordinator, { type: 'release' }, view({}, ['1701']));
    story.attend(missing);
    expect(story.state!.releases).toHaveLength(1);
    story.attend(view({}));
    expect(story.state!.releases.map(({ members }) => members.map(({ regionCode }) => regionCode))).toEqual([['1701'], ['1702']]);
  });
});
