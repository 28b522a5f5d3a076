import { anArrival, cohortActor, CohortStory, policyAll, sealedNote, seenAtGate } from '../../testing/cohort-story';
import { type CohortNames, cohortNoticesOf } from './cohort-notices';
import { cohortTasksOf } from './cohort-tasks';

const coordinator = cohortActor('provincial-coordinator');
const names: CohortNames = { regions: new Map([['17', 'Prov. Bengkulu'], ['1701', 'Kab. Bengkulu Selatan'], ['1702', 'Kab. Rejang Lebong'], ['1703', 'Kab. Bengkulu Utara']]), filed: ['1701'] };
const told = (story: CohortStory) => cohortNoticesOf(story.events.at(-1)!, story.state!, names).map(({ template, to, data }) => ({ template, to: `${to.role}@${to.scope}`, data }));
const cohort = () => new CohortStory(policyAll, ['1701', '1702', { regionCode: '1703', state: 'fixed', regulationNumber: '4/2022' }], [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }]);

describe('a cohort tells', () => {
  it('drafter and head of every region that has still to come that it exists, until when, and to file a case that is not there yet', () => {
    const notices = told(cohort());
    expect(notices.map(({ template, to }) => `${template} ${to}`)).toEqual(['1701', '1702'].flatMap((region) => ['regency-drafter', 'regency-head'].map((role) => `cohort-invited ${role}@${region}`)));
    expect(notices[0]!.data).toEqual({ path: '/provinsi/17/gerbang/cohort-17-2027', cohort: 'Prov. Bengkulu 2027', regionName: 'Kab. Bengkulu Selatan', dueOn: '2027-03-31', programmeYear: 2027 });
    expect(notices[2]!.data).toMatchObject({ regionName: 'Kab. Rejang Lebong', task: { en: "File your region's case" } });
  });

  it('a late joiner the same', () => {
    const story = cohort();
    story.by(coordinator, { type: 'add-member', member: { regionCode: '1704', state: 'active' } });
    expect(told(story).map(({ template, to }) => `${template} ${to}`)).toEqual(['cohort-invited regency-drafter@1704', 'cohort-invited regency-head@1704']);
  });

  it('the second persons of a waiver that it waits for them, as work too, and the region once it is granted', () => {
    const story = cohort();
    story.by(coordinator, { type: 'request-waiver', regionCode: '1702', reason: sealedNote() });
    expect(told(story).map(({ template, to }) => `${template} ${to}`)).toEqual(['waiver-requested provincial-planner@17', 'waiver-requested provincial-legal@17']);
    expect(cohortTasksOf(story.state!).map(({ key }) => key)).toEqual(['waiver.1.provincial-planner', 'waiver.1.provincial-legal']);
    story.by(cohortActor('provincial-legal'), { type: 'confirm-waiver', n: 1 });
    expect(told(story).map(({ template, to }) => `${template} ${to}`)).toEqual(['member-waived regency-drafter@1702', 'member-waived regency-head@1702']);
    expect(cohortTasksOf(story.state!)).toEqual([]);
  });

  it('the province and its regions of a plan that took the place of another', () => {
    const story = cohort();
    story.by(cohortActor('provincial-planner'), { type: 'supersede-plan', plan: { kind: 'RPIP', version: '2026–2046', issuedOn: '2026-11-01' } });
    expect(told(story).map(({ to }) => to)).toEqual(['provincial-coordinator@17', 'provincial-planner@17', 'provincial-legal@17', 'regency-drafter@1701', 'regency-drafter@1702']);
    expect(told(story)[0]!.data).toMatchObject({ plan: 'RPIP 2026–2046' });
  });

  it('the coordinator that the date has come, and of a member that left between release and gate', () => {
    const story = cohort();
    const view = seenAtGate([anArrival('1701')]);
    story.system({ type: 'tick', today: '2027-04-01', dueAt: '2027-03-31T17:00:00.000Z' }, view);
    expect(told(story)).toMatchObject([{ template: 'cut-off-reached', to: 'provincial-coordinator@17', data: { since: '2027-03-31' } }]);
    story.by(coordinator, { type: 'release' }, seenAtGate([anArrival('1701'), anArrival('1702')]));
    story.system({ type: 'record-passage', caseId: 'rpik-1701-2027', round: 1, outcome: 'left' });
    expect(told(story)).toMatchObject([{ template: 'member-left', data: { member: 'Kab. Bengkulu Selatan' } }]);
  });
});

describe('the papers of a cohort', () => {
  const file = { sha256: 'f'.repeat(64), size: 10, media: 'pdf', name: sealedNote() };

  it('belong to the version of the plan that was in force, and a new version has none yet', () => {
    const story = cohort();
    expect(story.by(coordinator, { type: 'attach-plan-file', kind: 'KIN', ...file })).toBe('plan-unknown');
    expect(story.by(coordinator, { type: 'attach-plan-file', kind: 'RPIP', ...file })).toBeUndefined();
    story.by(coordinator, { type: 'supersede-plan', plan: { kind: 'RPIP', version: '2026–2046', issuedOn: '2026-11-01' } });
    expect(story.state!.referencePlans.map((plan) => [plan.version, plan.file?.sha256 !== undefined])).toEqual([['2018–2038', true], ['2026–2046', false]]);
    expect(story.by(cohortActor('regency-drafter', '1701'), { type: 'attach-plan-file', kind: 'RPIP', ...file })).toBe('not-your-role');
  });
});
