import { cohortActor, CohortStory, policyAll, sealedNote } from '../../testing/cohort-story';
import { cohortNoticesOf } from './cohort-notices';
import { nextMeeting } from './decide/meetings';

const coordinator = cohortActor('provincial-coordinator');
const planner = cohortActor('provincial-planner');
// The stories act on Tue 24 Nov 2026 at 10.12 WIB.
const cohort = () => new CohortStory(policyAll, ['1701', '1702', { regionCode: '1703', state: 'fixed', regulationNumber: '4/2022' }]);
const when = { on: '2026-12-01', time: '09:30' };
const call = { type: 'call-meeting' as const, ...when, place: 'Ruang rapat Disperindag', agenda: sealedNote() };
const reason = sealedNote();
const told = (story: CohortStory) => {
  const names = { regions: new Map([['17', 'Prov. Bengkulu'], ['1701', 'Kab. Bengkulu Selatan'], ['1702', 'Kab. Rejang Lebong']]), filed: [] };
  return cohortNoticesOf(story.events.at(-1)!, story.state!, names).map(({ template, to: { role, scope }, data }) => [`${template} ${role}@${scope}`, data['meetingOn'], data['meetingTime'], data['place']]);
};
const called = () => {
  const story = cohort();
  expect(story.by(coordinator, call)).toBeUndefined();
  return story;
};

describe('a synchronization meeting that is called ahead', () => {
  it('invites every region that takes part, unless the coordinator names them, and tells the drafter of each', () => {
    const story = called();
    expect(story.state!.calls).toEqual([{ n: 1, ...when, place: 'Ruang rapat Disperindag', agenda: sealedNote(), invited: ['1701', '1702'] }]);
    expect(told(story)).toEqual(['1701', '1702'].map((region) => [`meeting-called regency-drafter@${region}`, '2026-12-01', '09.30 WIB', 'Ruang rapat Disperindag']));
    story.by(coordinator, { ...call, invited: ['1703'] });
    expect(told(story).map(([who]) => who)).toEqual(['meeting-called regency-drafter@1703']);
  });

  it('is moved or called off with a reason, which its regions are told once', () => {
    const story = called();
    expect(story.by(coordinator, { type: 'move-meeting', n: 1, on: '2026-12-03', time: '13:00', reason })).toBeUndefined();
    expect(told(story)).toEqual(['1701', '1702'].map((region) => [`meeting-moved regency-drafter@${region}`, '2026-12-03', '13.00 WIB', 'Ruang rapat Disperindag']));
    const { seq } = story.state!;
    expect(story.by(coordinator, { type: 'move-meeting', n: 1, on: '2026-12-03', time: '13:00', reason })).toBeUndefined();
    expect(story.state!.seq).toBe(seq);
    expect(story.by(coordinator, { type: 'call-off-meeting', n: 1, reason })).toBeUndefined();
    expect(told(story).map(([who]) => who)).toEqual(['1701', '1702'].map((region) => `meeting-called-off regency-drafter@${region}`));
    expect(story.by(coordinator, { type: 'call-off-meeting', n: 1, reason })).toBe('meeting-settled');
    expect(story.state!.calls).toMatchObject([{ on: '2026-12-03', time: '13:00', moved: reason, calledOff: reason }]);
  });

  it('is the meeting whose minutes follow, with those invited whom the call named', () => {
    const story = called();
    expect(story.by(planner, { type: 'hold-meeting', call: 1, heldOn: '2026-11-24', invited: [], attended: ['1702'], note: sealedNote() })).toBeUndefined();
    expect(story.state!.meetings).toEqual([{ n: 1, heldOn: '2026-11-24', invited: ['1701', '1702'], attended: ['1702'], note: sealedNote(), call: 1 }]);
    expect(story.state!.calls).toMatchObject([{ n: 1, held: 1 }]);
    expect(story.by(planner, { type: 'hold-meeting', call: 1, heldOn: '2026-11-24', invited: [], attended: [] })).toBe('meeting-settled');
    expect(story.by(coordinator, { type: 'move-meeting', n: 1, ...when, reason })).toBe('meeting-settled');
    expect(story.by(planner, { type: 'hold-meeting', call: 2, heldOn: '2026-11-24', invited: [], attended: [] })).toBe('meeting-unknown');
  });

  it('is the next one until it was held or called off', () => {
    const story = called();
    story.by(coordinator, { ...call, on: '2026-11-30' });
    story.by(coordinator, { ...call, on: '2026-11-30', time: '08:00' });
    expect(nextMeeting(story.state!)).toMatchObject({ n: 3 });
    story.by(coordinator, { type: 'call-off-meeting', n: 3, reason });
    expect(nextMeeting(story.state!)).toMatchObject({ n: 2 });
    expect(nextMeeting(cohort().state!)).toBeUndefined();
  });

  it.each<[string, Partial<typeof call> & { invited?: string[] }, string]>([
    ['a day that has passed', { on: '2026-11-23' }, 'meeting-past'],
    ['a time of today that has passed on the clocks of the province', { on: '2026-11-24', time: '10:12' }, 'meeting-past'],
    ['no such day', { on: '2026-02-30' }, 'meeting-invalid'],
    ['no such time', { time: '24:00' }, 'meeting-invalid'],
    ['no place', { place: ' ' }, 'meeting-invalid'],
    ['no agenda', { agenda: sealedNote(0) }, 'meeting-invalid'],
    ['a book of an agenda', { agenda: sealedNote(10_001) }, 'note-too-long'],
    ['a stranger', { invited: ['1701', '1709'] }, 'member-unknown'],
    ['the same region twice', { invited: ['1701', '1701'] }, 'meeting-invalid'],
    ['nobody', { invited: [] }, 'meeting-invalid'],
  ])('is not called with %s', (_, change, code) => {
    expect(cohort().by(coordinator, { ...call, ...change })).toBe(code);
  });

  it('may still be called a minute from now', () => {
    expect(cohort().by(coordinator, { ...call, on: '2026-11-24', time: '10:13' })).toBeUndefined();
  });

  it('is called, moved and called off by the coordinator of the province, and not without a reason', () => {
    const story = called();
    for (const who of [planner, cohortActor('regency-drafter', '1701')]) {
      expect(story.by(who, call)).toBe('not-your-role');
      expect(story.by(who, { type: 'move-meeting', n: 1, ...when, reason })).toBe('not-your-role');
      expect(story.by(who, { type: 'call-off-meeting', n: 1, reason })).toBe('not-your-role');
    }
    expect(story.by(cohortActor('provincial-coordinator', '18'), call)).toBe('not-your-region');
    expect(story.by(coordinator, { type: 'move-meeting', n: 1, ...when, reason: sealedNote(0) })).toBe('reason-required');
    expect(story.by(coordinator, { type: 'call-off-meeting', n: 1, reason: sealedNote(0) })).toBe('reason-required');
    expect(story.by(coordinator, { type: 'call-off-meeting', n: 2, reason })).toBe('meeting-unknown');
    expect(story.by(coordinator, { type: 'move-meeting', n: 1, on: '2026-11-20', time: '09:30', reason })).toBe('meeting-past');
  });
});

describe('a meeting that was not called', () => {
  const file = { sha256: 'f'.repeat(64), size: 10, media: 'pdf', name: sealedNote() };

  it('is kept with who was invited, who came and its minutes', () => {
    const story = cohort();
    expect(story.by(coordinator, { type: 'hold-meeting', heldOn: '2026-11-20', invited: ['1701', '1702'], attended: ['1701'], note: sealedNote() })).toBeUndefined();
    expect(story.by(coordinator, { type: 'attach-minutes', n: 2, ...file })).toBe('meeting-unknown');
    expect(story.by(coordinator, { type: 'attach-minutes', n: 1, ...file })).toBeUndefined();
    expect(story.state!.meetings).toEqual([{ n: 1, heldOn: '2026-11-20', invited: ['1701', '1702'], attended: ['1701'], note: sealedNote(), minutes: file }]);
    expect(story.by(coordinator, { type: 'hold-meeting', heldOn: '2026-11-20', invited: ['1709'], attended: [] })).toBe('meeting-invalid');
    expect(story.refusal!.details).toEqual(['invited']);
  });
});
