import { cohortActor, CohortStory, policyAll, sealedNote, seenAtGate } from '../../testing/cohort-story';
import type { OpenFinding } from './cohort-command';
import { cohortTasksOf } from './cohort-tasks';

const coordinator = cohortActor('provincial-coordinator');
const drafter = (region: string) => cohortActor('regency-drafter', region);
const x01 = (subject: string): OpenFinding => ({ key: 'X01.1701-1702.tenun', effect: 'blocks', members: ['1701', '1702'], subject });
const x05 = (subject: string): OpenFinding => ({ key: 'X05.1701-1703.pulau-baai', effect: 'acknowledge', members: ['1701', '1703'], subject });
const seen = (...findings: OpenFinding[]) => seenAtGate([], findings);
const tasks = (story: CohortStory) => cohortTasksOf(story.state!).map(({ key }) => key);

function agreed(): CohortStory {
  const story = new CohortStory();
  for (const region of ['1701', '1702']) story.by(drafter(region), { type: 'resolve-conflict', key: x01('s').key, kind: 'cooperate' }, seen(x01('s'), x05('p')));
  story.by(coordinator, { type: 'acknowledge-conflict', key: x05('p').key, note: sealedNote() }, seen(x01('s'), x05('p')));
  story.attend(seen(x01('s'), x05('p')));
  return story;
}

describe('an agreement on claims that have changed since', () => {
  it('is marked, alone, and asked of exactly those who gave it', () => {
    const story = agreed();
    expect(tasks(story)).toEqual([]);
    story.attend(seen(x01('edited'), x05('p')));
    expect(story.events.filter(({ type }) => type === 'finding-stale')).toHaveLength(1);
    expect(tasks(story)).toEqual(['1701', '1702'].flatMap((region) => ['regency-drafter', 'regency-head'].map((role) => `recheck.X01.1701-1702.tenun.${role}.${region}`)));
  });

  it('is told once for every change, however often the gate is looked at', () => {
    const story = agreed();
    for (const subject of ['edited', 'edited', 'edited again', 'edited again']) story.attend(seen(x01(subject), x05('p')));
    expect(story.events.filter(({ type }) => type === 'finding-stale')).toHaveLength(2);
  });

  it('is cleared region by region as they say again where they stand', () => {
    const story = agreed();
    story.attend(seen(x01('edited'), x05('p')));
    story.by(drafter('1701'), { type: 'resolve-conflict', key: x01('s').key, kind: 'differentiate' }, seen(x01('edited')));
    expect(tasks(story)).toEqual(['regency-drafter', 'regency-head'].map((role) => `recheck.X01.1701-1702.tenun.${role}.1702`));
    story.by(drafter('1702'), { type: 'resolve-conflict', key: x01('s').key, kind: 'differentiate' }, seen(x01('edited')));
    expect(tasks(story)).toEqual([]);
  });

  it("is cleared by the coordinator's override of the new claims", () => {
    const story = agreed();
    story.attend(seen(x01('edited'), x05('p')));
    story.by(coordinator, { type: 'override-conflict', key: x01('s').key, reason: sealedNote() }, seen(x01('edited')));
    expect(tasks(story)).toEqual([]);
  });

  it('is nobody\'s work any more when the edit has removed the conflict', () => {
    const story = agreed();
    story.attend(seen(x01('edited'), x05('p')));
    story.attend(seen(x05('p')));
    expect(tasks(story)).toEqual([]);
    expect(story.events.at(-1)!.type).toBe('finding-gone');
  });

  it('asks the coordinator when what was noted rested on a plan that has a new version', () => {
    const story = agreed();
    story.attend(seen(x01('s'), x05('another version of the plan')));
    expect(tasks(story)).toEqual(['recheck.X05.1701-1703.pulau-baai.provincial-coordinator.17']);
  });
});

describe('a resolution', () => {
  const say = (story: CohortStory, region: string, kind: 'merge' | 'cooperate', subject = 's') => story.by(drafter(region), { type: 'resolve-conflict', key: x01('s').key, kind }, seen(x01(subject)));

  it('is given once by a region, whichever of its people gives it', () => {
    const story = new CohortStory(policyAll);
    expect(say(story, '1701', 'merge')).toBeUndefined();
    expect(say(story, '1701', 'merge')).toBe('resolution-given');
    expect(story.by(cohortActor('regency-head', '1701'), { type: 'resolve-conflict', key: x01('s').key, kind: 'merge' }, seen(x01('s')))).toBe('resolution-given');
  });

  it('may be changed by a region that has come round to the other, and is asked anew of new claims', () => {
    const story = new CohortStory(policyAll);
    say(story, '1701', 'merge');
    expect(say(story, '1701', 'cooperate')).toBeUndefined();
    expect(say(story, '1701', 'cooperate', 'edited')).toBeUndefined();
  });
});
