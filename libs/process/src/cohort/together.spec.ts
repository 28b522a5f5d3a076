import { anArrival as arrival, cohortActor, CohortStory as Story, policyAll, sealedNote as note, seenAtGate as seen } from '../../testing/cohort-story';
import type { OpenFinding } from './cohort-command';
import { tallyOf } from './tally';

const coordinator = cohortActor('provincial-coordinator');
const planner = cohortActor('provincial-planner');

describe('a decision on several members', () => {
  it('releases exactly a frozen list, and of it only who still stands as they stood', () => {
    const frozenList = [{ caseId: 'rpik-1701-2027', seq: 20 }, { caseId: 'rpik-1702-2027', seq: 20 }];
    const some = { ...policyAll, need: { atLeast: 1 } };
    const story = new Story(some);
    // 1702 was amended since, and 1703 came after the preview.
    const view = seen([arrival('1701'), arrival('1702', 31), arrival('1703')]);
    expect(story.by(coordinator, { type: 'release', frozenList }, view)).toBeUndefined();
    expect(story.state!.releases[0]!.members.map(({ caseId }) => caseId)).toEqual(['rpik-1701-2027']);
    expect(tallyOf(story.state!, view).ready).toEqual(['1702', '1703']);
    expect(new Story({ ...policyAll, need: { atLeast: 2 } }).by(coordinator, { type: 'release', frozenList }, view)).toBe('gate-shut');
    expect(new Story(some).by(coordinator, { type: 'release', frozenList: [{ caseId: 'rpik-1702-2027', seq: 20 }] }, view)).toBe('nobody-at-gate');
  });

  it('freezes its list on the record, which concerns members of the cohort alone', () => {
    const story = new Story();
    const list = [{ caseId: 'rpik-1701-2027', seq: 60 }, { caseId: 'rpik-1702-2027.2', seq: 61 }];
    const decide = (cases = list, who = coordinator) => story.by(who, { type: 'list-decision', action: 'recommend', list: cases, attachMinutes: true });
    expect([decide(), decide([]), decide([list[0]!, list[0]!]), decide(list, planner), decide(list, cohortActor('provincial-coordinator', '18'))]).toEqual([undefined, 'cohort-invalid', 'cohort-invalid', 'not-your-role', 'not-your-region']);
    for (const caseId of ['rpik-1709-2027', 'rpik-1701-2028', 'rpik-1701', '', '__proto__']) expect([caseId, decide([{ caseId, seq: 1 }])]).toEqual([caseId, 'member-unknown']);
    expect(story.state).toMatchObject({ seq: 2, releases: [] });
  });
});

describe('an override', () => {
  it('is not said twice about the same claims, and may be said again about others', () => {
    const story = new Story();
    const finding: OpenFinding = { key: 'X02.1701-1702.a', effect: 'blocks', members: ['1701', '1702'], subject: 's' };
    const override = (subject: string) => story.by(coordinator, { type: 'override-conflict', key: finding.key, reason: note() }, seen([], [{ ...finding, subject }]));
    expect([override('s'), override('s'), override('edited')]).toEqual([undefined, 'finding-overridden', undefined]);
  });
});
