import fc from 'fast-check';
import { anArrival as arrival, cohortActor, cohortActor as actor, CohortStory as Story, policyAll, sealedNote as note, seenAtGate as seen } from '../../testing/cohort-story';
import type { OpenFinding } from './cohort-command';
import type { Arrival, GatePolicy } from './cohort-state';
import { unopened } from './evolve-cohort';
import { tallyOf } from './tally';

const regions = ['1701', '1702', '1703', '1704'];
const at = '2026-11-24T03:12:00.000Z';
const coordinator = cohortActor('provincial-coordinator');
const planner = cohortActor('provincial-planner');

describe('the synchronization gate', () => {
  it('stays shut while one member is missing, and says who', () => {
    const story = new Story();
    const view = seen(['1701', '1702', '1703'].map((region) => arrival(region)));
    expect(story.by(coordinator, { type: 'release' }, view)).toBe('gate-shut');
    expect(tallyOf(story.state!, view).shut).toEqual([{ code: 'members-missing', details: ['1704'] }]);
    expect(tallyOf(story.state!, view).sentence.id).toBe('Gerbang tertutup: 3 dari 4 siap.');
  });

  it('freezes exactly the arrivals it relied on', () => {
    const story = new Story();
    const arrivals = regions.map((region) => arrival(region));
    expect(story.by(coordinator, { type: 'release' }, seen(arrivals))).toBeUndefined();
    expect(story.state!.releases[0]!.members).toEqual(arrivals);
    expect(unopened(story.state!)).toHaveLength(4);
  });

  it('is released once a round: the same arrivals cannot be released again', () => {
    const story = new Story();
    const view = seen(regions.map((region) => arrival(region)));
    story.by(coordinator, { type: 'release' }, view);
    expect(story.by(coordinator, { type: 'release' }, view)).toBe('nobody-at-gate');
  });

  it('opens without a waived member, whose waiver two people of the province have given', () => {
    const story = new Story();
    const view = seen(['1701', '1702', '1703'].map((region) => arrival(region)));
    story.by(coordinator, { type: 'request-waiver', regionCode: '1704', reason: note() });
    expect(story.by(coordinator, { type: 'release' }, view)).toBe('gate-shut');
    expect(story.by(actor('provincial-planner', '17', coordinator.person), { type: 'confirm-waiver', n: 1 })).toBe('second-person-needed');
    expect(story.by(planner, { type: 'confirm-waiver', n: 1 })).toBeUndefined();
    expect(story.by(coordinator, { type: 'release' }, view)).toBeUndefined();
    expect(story.state!.releases[0]!.waived).toEqual(['1704']);
  });

  it('lets a late member pass alone in the next round', () => {
    const story = new Story();
    const three = ['1701', '1702', '1703'].map((region) => arrival(region));
    story.by(coordinator, { type: 'request-waiver', regionCode: '1704', reason: note() });
    story.by(planner, { type: 'confirm-waiver', n: 1 });
    story.by(coordinator, { type: 'release' }, seen(three));
    expect(story.by(coordinator, { type: 'release' }, seen([...three, arrival('1704', 31)]))).toBeUndefined();
    expect(story.state!.releases.map(({ members }) => members.length)).toEqual([3, 1]);
  });

  it('does not count a fixed member, and tells it apart', () => {
    const story = new Story();
    story.by(coordinator, { type: 'fix-member', regionCode: '1704', regulationNumber: '5/2022' });
    const view = seen(['1701', '1702', '1703'].map((region) => arrival(region)));
    expect(tallyOf(story.state!, view).sentence.id).toBe('Gerbang dapat dilepas: 3 dari 3 siap, 1 tetap.');
    expect(story.by(coordinator, { type: 'release' }, view)).toBeUndefined();
  });

  it('opens by the cut-off date only where the policy says so', () => {
    const view = seen([arrival('1701')]);
    const tick = { type: 'tick' as const, today: '2027-04-01', dueAt: '2027-03-31T17:00:00.000Z' };
    const asking = new Story();
    asking.system(tick, view);
    expect(asking.state!.releases).toEqual([]);
    const opening = new Story({ ...policyAll, onCutOff: 'open-with-present' });
    opening.system({ ...tick, today: '2027-03-31' }, view);
    expect(opening.state!.releases).toEqual([]);
    opening.system(tick, view);
    opening.system(tick, view);
    expect(opening.state!.releases).toHaveLength(1);
  });

  it('stays shut on a blocking conflict until all regions concerned have recorded the same resolution', () => {
    const story = new Story();
    const finding: OpenFinding = { key: 'X01.1701-1702.tenun', effect: 'blocks', members: ['1701', '1702'], subject: 's1' };
    const view = seen(regions.map((region) => arrival(region)), [finding]);
    const says = (region: string, kind: 'merge' | 'cooperate') => story.by(actor('regency-drafter', region), { type: 'resolve-conflict', key: finding.key, kind }, view);
    expect(story.by(coordinator, { type: 'release' }, view)).toBe('gate-shut');
    expect(says('1703', 'merge')).toBe('finding-unknown');
    says('1701', 'cooperate');
    says('1702', 'merge');
    expect(story.by(coordinator, { type: 'release' }, view)).toBe('gate-shut');
    says('1702', 'cooperate');
    expect(story.by(coordinator, { type: 'release' }, seen(view.arrivals, [{ ...finding, subject: 'edited' }]))).toBe('gate-shut');
    expect(story.by(coordinator, { type: 'release' }, view)).toBeUndefined();
    expect(story.state!.releases[0]!.conflicts).toEqual([{ key: finding.key, members: ['1701', '1702'], by: 'resolution' }]);
  });

  it("can be opened over a conflict by the coordinator's override, which stays on the record", () => {
    const story = new Story();
    const finding: OpenFinding = { key: 'X02.a', effect: 'blocks', members: ['1701', '1702'], subject: 's' };
    const view = seen(regions.map((region) => arrival(region)), [finding]);
    expect(story.by(coordinator, { type: 'acknowledge-conflict', key: 'X02.a', note: note() }, view)).toBe('finding-not-blocking');
    expect(story.by(coordinator, { type: 'override-conflict', key: 'X02.a', reason: note(0) }, view)).toBe('reason-required');
    story.by(coordinator, { type: 'override-conflict', key: 'X02.a', reason: note() }, view);
    expect(story.by(coordinator, { type: 'release' }, view)).toBeUndefined();
    expect(story.state!.releases[0]!.conflicts).toEqual([{ key: 'X02.a', members: ['1701', '1702'], by: 'override', reason: note() }]);
    expect(unopened(story.state!).map(({ caseId, overrides }) => [caseId.slice(5, 9), overrides?.map(({ key }) => key)])).toEqual([['1701', ['X02.a']], ['1702', ['X02.a']], ['1703', undefined], ['1704', undefined]]);
  });

  it('belongs to the coordinator of its own province', () => {
    const story = new Story();
    const view = seen(regions.map((region) => arrival(region)));
    expect(story.by(planner, { type: 'release' }, view)).toBe('not-your-role');
    expect(story.by(actor('provincial-coordinator', '18'), { type: 'release' }, view)).toBe('not-your-region');
  });

  it('refuses a list that has changed since the coordinator looked', () => {
    const story = new Story();
    const view = seen(regions.map((region) => arrival(region)));
    expect(story.by(coordinator, { type: 'release', expectedList: ['rpik-1701-2027'] }, view)).toBe('list-changed');
  });
});

type Step = { do: 'arrive' | 'leave' | 'waive' | 'confirm' | 'release' | 'cut-off' | 'pass' | 'withdraw' | 'crash'; region: number };
const step = fc.record<Step>({
  do: fc.constantFrom('arrive', 'leave', 'waive', 'confirm', 'release', 'cut-off', 'pass', 'withdraw', 'crash'),
  region: fc.integer({ min: 0, max: 3 }),
});

describe('over random schedules of arrivals, withdrawals, waivers, crashes and duplicates', () => {
  it('relies on every arrival at most once, on nobody who was not there, and releases each round once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom<GatePolicy['onCutOff']>('ask', 'open-with-present'), (steps, onCutOff) => {
        const story = new Story({ ...policyAll, onCutOff });
        const present = new Map<string, Arrival>();
        let seq = 10;
        for (const { do: what, region } of steps) {
          const code = regions[region]!;
          const view = seen([...present.values()]);
          const rounds = story.state!.releases.length;
          if (what === 'arrive') present.set(code, arrival(code, (seq += 1)));
          if (what === 'leave') present.delete(code);
          if (what === 'waive') story.by(coordinator, { type: 'request-waiver', regionCode: code, reason: note() }, view);
          if (what === 'confirm') story.by(planner, { type: 'confirm-waiver', n: region + 1 }, view);
          if (what === 'withdraw') story.by(coordinator, { type: 'withdraw-member', regionCode: code, reason: note() }, view);
          if (what === 'cut-off') story.system({ type: 'tick', today: '2027-04-01', dueAt: at }, view);
          // A release whose answer was lost is sent again.
          if (what === 'release' || what === 'crash') for (let times = what === 'crash' ? 3 : 1; times > 0; times--) story.by(coordinator, { type: 'release' }, view);
          if (what === 'pass') for (const member of unopened(story.state!)) story.system({ type: 'record-passage', caseId: member.caseId, round: member.round, outcome: 'opened' });
          const fresh = story.state!.releases.slice(rounds);
          expect(fresh.length).toBeLessThanOrEqual(1);
          for (const release of fresh) expect(release.members.every((member) => present.get(member.regionCode)?.arrivalSeq === member.arrivalSeq)).toBe(true);
        }
        const relied = story.state!.releases.flatMap(({ members }) => members.map(({ caseId, arrivalSeq }) => `${caseId}#${arrivalSeq}`));
        expect(new Set(relied).size).toBe(relied.length);
        expect(story.state!.releases.map(({ round }) => round)).toEqual(story.state!.releases.map((_, index) => index + 1));
      }),
      { numRuns: 10_000 },
    );
  });
});
