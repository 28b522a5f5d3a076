import { anArrival, cohortActor, CohortStory, policyAll, sealedNote, seenAtGate } from '../../testing/cohort-story';
import type { OpenFinding } from './cohort-command';
import { tallyOf } from './tally';

const coordinator = cohortActor('provincial-coordinator');
const planner = cohortActor('provincial-planner');
const three = ['1701', '1702', '1703'];
const claims = { '1701': 'a', '1702': 'b', '1703': 'c', '1704': 'd' };
const finding = (members: string[], subject = 's'): OpenFinding => ({ key: `X01.${members.join('-')}.tenun`, effect: 'blocks', members, subject });

/** Three regions released, the fourth waived; its claims were known by then. */
function released(compared: { [region: string]: string } = claims): CohortStory {
  const story = new CohortStory();
  story.by(coordinator, { type: 'request-waiver', regionCode: '1704', reason: sealedNote() });
  story.by(planner, { type: 'confirm-waiver', n: 1 });
  expect(story.by(coordinator, { type: 'release' }, seenAtGate(three.map((region) => anArrival(region)), [], compared))).toBeUndefined();
  for (const region of three) story.system({ type: 'record-passage', caseId: `rpik-${region}-2027`, round: 1, outcome: 'opened' });
  return story;
}
const roundsOf = (story: CohortStory) => story.state!.releases.map(({ round, members }) => [round, ...members.map(({ regionCode }) => regionCode)]);

describe('whoever comes to the gate after a release', () => {
  it('passes at once with the claims the release compared, alone, and nobody is asked', () => {
    const story = released();
    const view = seenAtGate([anArrival('1704', 40)], [], claims);
    story.attend(view);
    story.attend(view);
    expect(roundsOf(story)).toEqual([[1, '1701', '1702', '1703'], [2, '1704']]);
    expect(story.events.at(-1)).toMatchObject({ type: 'gate-released', actor: { system: 'cohort' } });
  });

  it.each<[why: string, compared: { [region: string]: string }, now: { [region: string]: string }, open: OpenFinding[]]>([
    ['its claims have changed', claims, { ...claims, '1704': 'other' }, []],
    ['its claims were not known then', { ...claims, '1704': undefined as unknown as string }, claims, []],
    ['it claims nothing', claims, {}, []],
    ['a conflict of its own is open', claims, claims, [finding(['1701', '1704'])]],
  ])('waits for the coordinator when %s', (_why, compared, now, open) => {
    const story = released(compared);
    story.attend(seenAtGate([anArrival('1704', 40)], open, now));
    expect(story.state!.round).toBe(2);
    expect(tallyOf(story.state!, seenAtGate([anArrival('1704', 40)], open, now)).ready).toEqual(['1704']);
  });

  it('passes although others wait with conflicts of theirs', () => {
    const story = released();
    const view = seenAtGate([anArrival('1701', 50), anArrival('1704', 40)], [finding(['1701', '1702'])], { ...claims, '1701': 'changed' });
    story.attend(view);
    expect(roundsOf(story)).toEqual([[1, '1701', '1702', '1703'], [2, '1704']]);
    expect(tallyOf(story.state!, view).ready).toEqual(['1701']);
  });

  it('never passes at once in the first round', () => {
    const story = new CohortStory();
    story.attend(seenAtGate([anArrival('1701')], [], claims));
    expect(story.state!.releases).toEqual([]);
  });

  it('may have joined late, and is not waited for by anybody', () => {
    const story = released();
    expect(story.by(coordinator, { type: 'add-member', member: { regionCode: '1705', state: 'active' } })).toBeUndefined();
    expect(story.state!.members.at(-1)).toEqual({ regionCode: '1705', state: 'late' });
    expect(tallyOf(story.state!, seenAtGate([])).missing).toEqual([]);
    expect(story.by(coordinator, { type: 'release' }, seenAtGate([anArrival('1705', 60)]))).toBeUndefined();
    expect(roundsOf(story)).toEqual([[1, '1701', '1702', '1703'], [2, '1705']]);
  });
});

describe('a member that was reopened', () => {
  it('comes back in a round of its own and disturbs no other', () => {
    const story = released();
    const before = structuredClone(story.state!.releases[0]);
    const back = seenAtGate([anArrival('1702', 70)], [], { ...claims, '1702': 'amended' });
    story.attend(back);
    expect(story.state!.releases).toHaveLength(1);
    expect(story.by(coordinator, { type: 'release' }, back)).toBeUndefined();
    expect(roundsOf(story)).toEqual([[1, '1701', '1702', '1703'], [2, '1702']]);
    expect(story.state!.releases[0]).toEqual(before);
  });
});

describe('a member that a release has let through', () => {
  it.each(['request-waiver', 'withdraw-member'] as const)('is past the gate: no %s any more', (type) => {
    const story = released();
    expect(story.by(coordinator, { type, regionCode: '1701', reason: sealedNote() })).toBe('member-released');
  });

  it('can be taken out of the cohort once it stands at the gate again', () => {
    const story = released();
    expect(story.by(coordinator, { type: 'withdraw-member', regionCode: '1701', reason: sealedNote() }, seenAtGate([anArrival('1701', 80)]))).toBeUndefined();
  });

  it('can be waived when it had left before its gate was opened', () => {
    const story = new CohortStory();
    story.by(coordinator, { type: 'release' }, seenAtGate(['1701', '1702', '1703', '1704'].map((region) => anArrival(region))));
    story.system({ type: 'record-passage', caseId: 'rpik-1701-2027', round: 1, outcome: 'left' });
    expect(story.by(coordinator, { type: 'request-waiver', regionCode: '1701', reason: sealedNote() })).toBeUndefined();
  });

  it('is not waived by a confirmation that comes too late', () => {
    const story = new CohortStory({ ...policyAll, need: { atLeast: 1 } });
    story.by(coordinator, { type: 'request-waiver', regionCode: '1701', reason: sealedNote() });
    story.by(coordinator, { type: 'release' }, seenAtGate([anArrival('1701')]));
    expect(story.by(planner, { type: 'confirm-waiver', n: 1 })).toBe('member-released');
  });
});
