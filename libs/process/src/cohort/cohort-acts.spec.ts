import { type Actor, cohortActNames, cohortActsOf, cohortOffices, decideCohort, findingActsOf, mayConfirm, type CohortState } from '..';
import { anActor } from '../../testing';
import { CohortStory, seenAtGate } from '../../testing/cohort-story';

const province = { province: '17' };
const acts = (...offices: Actor[]) => cohortActsOf(province, offices);

describe('what may be done on a cohort', () => {
  it('is nearly all the coordinator’s; the second persons confirm, and keep minutes; the planner keeps the plans too', () => {
    const given = acts(anActor('provincial-coordinator'));
    expect(cohortActNames.filter((act) => !given.includes(act))).toEqual(['create-cohort', 'confirm-waiver', 'resolve-conflict']);
    expect(acts(anActor('provincial-legal'))).toEqual(['confirm-waiver', 'hold-meeting', 'attach-minutes']);
    expect(acts(anActor('provincial-planner'))).toEqual(['confirm-waiver', 'hold-meeting', 'attach-minutes', 'supersede-plan', 'attach-plan-file']);
  });
  it('is nothing for a region, the ministry, or another province', () => {
    for (const office of [anActor('regency-drafter'), anActor('ministry-reviewer'), anActor('provincial-coordinator', { scope: '16' })]) expect(acts(office)).toEqual([]);
  });
  it('is what the act itself would be told: nobody else gets past the door of any of them', () => {
    const state = new CohortStory().state as CohortState;
    const stranger = { ...anActor('observer'), scope: '17' };
    for (const type of cohortActNames.filter((act) => !['create-cohort', 'resolve-conflict'].includes(act))) {
      const command = { type, actor: stranger, at: state.at, view: seenAtGate([]), n: 1, regionCode: '1701', key: 'x', kind: 'RPIP', plan: { kind: 'RPIP', version: '1', issuedOn: '2020-01-01' }, list: [], member: { regionCode: '1705', state: 'active' } };
      expect([type, decideCohort(state, command as never)]).toEqual([type, { refused: 'not-your-role', details: cohortOffices[type] }]);
    }
  });
});

describe('what may be done about a finding', () => {
  const clash: { members: string[]; effect: 'blocks' } = { members: ['1704', '1705'], effect: 'blocks' };
  it('is a word of each region concerned, for itself alone, and its drafter may change the claims', () => {
    expect(findingActsOf(clash, '17', [anActor('regency-drafter', { scope: '1705' })])).toEqual([{ act: 'amend-claims', regionCode: '1705' }, { act: 'resolve-conflict', regionCode: '1705' }]);
    expect(findingActsOf(clash, '17', [anActor('regency-head', { scope: '1704' })])).toEqual([{ act: 'resolve-conflict', regionCode: '1704' }]);
    expect(findingActsOf(clash, '17', [anActor('regency-drafter', { scope: '1701' })])).toEqual([]);
  });
  it('is overriding what blocks, and noting what does not, by the coordinator', () => {
    const coordinator = [anActor('provincial-coordinator')];
    expect(findingActsOf(clash, '17', coordinator)).toEqual([{ act: 'override-conflict', regionCode: null }]);
    expect(findingActsOf({ ...clash, effect: 'acknowledge' }, '17', coordinator)).toEqual([{ act: 'acknowledge-conflict', regionCode: null }]);
    expect(findingActsOf(clash, '17', [anActor('provincial-planner')])).toEqual([]);
  });
  it('is nothing where the review votes on it', () => {
    expect(findingActsOf({ ...clash, effect: 'vote' }, '17', [anActor('provincial-coordinator'), anActor('regency-drafter', { scope: '1705' })])).toEqual([]);
  });
});

describe('the second person of a waiver', () => {
  const story = new CohortStory();
  story.by(anActor('provincial-coordinator'), { type: 'request-waiver', regionCode: '1703', reason: { sha256: 'a'.repeat(64), length: 9 } });
  const state = story.state as CohortState;
  const [waiver] = state.waivers;
  it('is the planner or the legal bureau, never whoever asked, in whatever office or name', () => {
    expect(mayConfirm(state, waiver!, [anActor('provincial-planner')])).toBe(true);
    expect(mayConfirm(state, waiver!, [anActor('provincial-legal')])).toBe(true);
    expect(mayConfirm(state, waiver!, [anActor('provincial-coordinator')])).toBe(false);
    const asked = waiver!.askedBy[0]!;
    expect(mayConfirm(state, waiver!, [anActor('provincial-planner', { person: asked })])).toBe(false);
    expect(mayConfirm(state, waiver!, [anActor('provincial-planner', { capacity: 'Plh', onBehalfOf: { person: asked, decree: 'SP 1' } })])).toBe(false);
  });
  it('is nobody any more once it is confirmed', () => {
    story.by(anActor('provincial-planner'), { type: 'confirm-waiver', n: 1 });
    const after = story.state as CohortState;
    expect(mayConfirm(after, after.waivers[0]!, [anActor('provincial-legal')])).toBe(false);
  });
});
