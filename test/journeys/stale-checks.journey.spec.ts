import { eventually, House } from '#test/house';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(240_000);

interface CaseSeen {
  stage: { id: string };
  round: number;
  seq: number;
  stale: { check: string; cause: string[]; found?: string }[];
  overrides: { key: string; reason: string | null }[];
  actions: { transition: string; allowed: boolean; reasons: { code: string }[] }[];
}
interface Conflict {
  key: string;
  check: string;
  effect: string;
  settledBy: string | null;
}
type Coded = { code: string };

const year = 2027;
const cohort = `/v1/cohorts/cohort-17-${year}`;
const reason = 'Disepakati Gubernur dalam rapat 20 November 2026.';

describe('what a case was let through on', () => {
  let house: House;
  const stories: Record<string, RegionStory> = {};
  let overlap: string;

  const coordinator = () => house.as('coordinator-1700');
  const caseOf = (code: string) => `/v1/cases/${stories[code]!.caseId}`;
  const seen = async (code: string, persona = 'coordinator-1700') => (await house.as(persona).get<CaseSeen>(caseOf(code))).body;
  const worklist = async (persona: string) => (await house.as(persona).get<{ items: { taskId: string; verb: { en: string } }[] }>('/v1/worklist?view=unit&limit=100')).body.items;

  beforeAll(async () => {
    house = await House.open('stale');
    for (const code of ['1704', '1705']) {
      const region = { ...storyRegions.find((one) => one.code === code)!, turn: 'straight' as const, kbli: '13121', commodity: 'tenun bumpak' };
      stories[code] = new RegionStory(castOf(house.url, code), region, year);
    }
    await coordinator().must('POST', '/v1/cohorts', {
      province: '17',
      programmeYear: year,
      referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31' }, { kind: 'RIPIN', version: 'PP 14/2015', issuedOn: '2015-03-06' }],
      members: ['1704', '1705'],
      cutOffOn: `${year}-06-30`,
    });
    await Promise.all(['1704', '1705'].map(async (code) => {
      const story = stories[code]!;
      await story.file();
      await story.draft();
      await story.harmonize();
      await story.review();
    }));
  });
  afterAll(() => house?.close());

  it('cannot be reopened as long as nothing it rests on has changed', async () => {
    const early = await coordinator().command<Coded>('POST', `${caseOf('1704')}/transitions`, { transition: 'reopen', reasonCode: 'conflicts-provincial-plan', note: 'Tanpa dasar.' });
    expect([early.status, early.body.code]).toEqual([409, 'check-not-stale']);
    const idle = await coordinator().command<Coded>('POST', `${caseOf('1704')}/checks/C02`, { result: 'conform' });
    expect([idle.status, idle.body.code]).toEqual([409, 'check-not-stale']);
  });

  it("carries the coordinator's override with its reason: for the ministry, and in the manifest of every later hand-over", async () => {
    const { body } = await coordinator().get<{ items: Conflict[] }>(`${cohort}/conflicts`);
    overlap = body.items.find(({ check }) => check === 'X01')!.key;
    await coordinator().must('POST', `${cohort}/conflicts/${overlap}/override`, { reason });
    for (const { key, effect, settledBy } of body.items)
      if (effect === 'acknowledge' && !settledBy) await coordinator().must('POST', `${cohort}/conflicts/${key}/acknowledgement`, { note: 'Dicatat.' });
    await coordinator().must('POST', `${cohort}/release`, {});
    await eventually(async () => expect([(await seen('1704')).stage.id, (await seen('1705')).stage.id]).toEqual(['recommendation', 'recommendation']));
    expect((await seen('1704', 'ministry-reviewer')).overrides).toEqual([]);
    for (const code of ['1704', '1705']) {
      await stories[code]!.pdf(stories[code]!.cast.coordinator, 'recommendation-letter');
      await stories[code]!.pdf(stories[code]!.cast.coordinator, 'synchronization-minutes');
      await stories[code]!.take(stories[code]!.cast.coordinator, 'recommend');
    }
    expect((await seen('1704', 'ministry-reviewer')).overrides).toEqual([{ key: overlap, reason }]);
    const events = await house.as('ministry-reviewer').get<{ items: { type: string; body: { transfer?: { manifest: { overrides?: { key: string }[] } } } }[] }>(`${caseOf('1704')}/events?limit=100`);
    const manifests = events.body.items.filter(({ type }) => type === 'transfer-started').map(({ body: { transfer } }) => transfer!.manifest.overrides?.map(({ key }) => key) ?? []);
    expect(manifests.at(-1)).toEqual([overlap]);
    expect(manifests.slice(0, -1).flat()).toEqual([]);
  });

  it('is marked where a plan was superseded, told to those who checked, and nothing goes back', async () => {
    await house.as('planner-1700').must('POST', `${cohort}/reference-plans`, { kind: 'RPIP', name: 'Rencana Pembangunan Industri Provinsi', version: '2026–2046', issuedOn: '2026-01-02' });
    for (const code of ['1704', '1705'])
      await eventually(async () => expect(await seen(code)).toMatchObject({ stage: { id: 'endorsement' }, round: 1, stale: [{ check: 'C02', cause: ['RPIP 2026–2046'] }] }));
    expect((await worklist('coordinator-1700')).filter(({ taskId }) => taskId.endsWith('/recheck.C02')).map(({ verb }) => verb.en)).toEqual(Array.from({ length: 2 }, () => 'Check again: In line with the provincial plan'));
    const { body } = await coordinator().get<{ items: { template: string }[] }>('/v1/notices?limit=100');
    expect(body.items.filter(({ template }) => template === 'check-stale')).toHaveLength(2);
    expect(await house.verified()).toMatchObject({ code: 0 });
  });

  it('is clear again where the check holds under the new plan', async () => {
    const wrong = await house.as('planner-1700').command<Coded>('POST', `${caseOf('1705')}/checks/C02`, { result: 'conform' });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'not-your-role']);
    await coordinator().must('POST', `${caseOf('1705')}/checks/C02`, { result: 'conform' });
    expect(await seen('1705')).toMatchObject({ stale: [], stage: { id: 'endorsement' } });
    expect((await worklist('coordinator-1700')).filter(({ taskId }) => taskId.endsWith('/recheck.C02'))).toHaveLength(1);
  });

  it('brings one member back where it does not, by the hands of coordinator and planner, and disturbs no other', async () => {
    const other = await seen('1705');
    await coordinator().must('POST', `${caseOf('1704')}/checks/C02`, { result: 'not-conform', note: 'Tenun tidak lagi tercantum.' });
    expect((await seen('1704')).stale).toMatchObject([{ check: 'C02', found: 'not-conform' }]);
    await coordinator().must('POST', `${caseOf('1704')}/transitions`, { transition: 'reopen', reasonCode: 'conflicts-provincial-plan', note: 'RPIP 2026–2046 tidak memuat tenun.' });
    await house.as('planner-1700').take(stories['1704']!.caseId, 'reopen');
    expect(await seen('1704')).toMatchObject({ stage: { id: 'drafting' }, round: 2, stale: [], overrides: [] });
    const { seq, stage, round } = await seen('1705');
    expect([seq, stage.id, round]).toEqual([other.seq, 'endorsement', 1]);
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
