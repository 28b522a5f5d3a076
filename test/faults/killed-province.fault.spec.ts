import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { eventually, House } from '#test/house';
import { dayOf } from '../journeys/hostile-asking';
import { storyRegions, type StoryRegion } from '../story/regions';
import type { Answer } from '../story/selaras-client';
import { eachOf } from '../story/tell-province';
import { castOf, lastVote, RegionStory } from '../story/tell-region';

jest.setTimeout(400_000);

interface Arrival { caseId: string; regionCode: string; arrivalSeq: number; manifestHash: string }
interface Cohort {
  round: number;
  members: { regionCode: string; state: string }[];
  gate: { open: boolean; counted: string[]; ready: string[]; missing: string[]; waived: string[]; shut: { code: string; details: string[] }[] };
  waiting: Arrival[];
  releases: { round: number; members: Arrival[]; waived: string[]; conflicts: { key: string; by: string; reason?: object }[]; opened: Record<string, string> }[];
}
interface Conflict { key: string; check: string; effect: string; members: string[]; settledBy: string | null }
interface CaseEvent { seq: number; type: string; body: { to?: string; manifest?: { hash: string } } }
type Coded = { code: string; details?: string[] };

const year = 2027;
const cohort = `/v1/cohorts/cohort-17-${year}`;
const caseOf = (code: string) => `rpik-${code}-${year}`;
/** Two pairs want the same product; Mukomuko is waived, and the city joins late. */
const claims: Record<string, Partial<StoryRegion>> = { '1704': { kbli: '13121', commodity: 'tenun bumpak' }, '1708': { kbli: '10614', commodity: 'tepung' } };
const inMixedOrder = ['1708', '1702', '1705', '1701', '1707', '1704', '1703'];
const lastToArrive = '1709';
const first = [...inMixedOrder, lastToArrive].sort();
const second = ['1706', '1771'];

describe('ten regions on their way through the gate of a house whose parts die', () => {
  let house: House;
  let watch: Client;
  let holder: Client;
  const stories: Record<string, RegionStory> = {};
  let settled: { resolved: string; overridden: string };

  const coordinator = () => house.as('coordinator-1700');
  const seen = async () => (await coordinator().get<Cohort>(cohort)).body;
  const conflicts = async () => (await coordinator().get<{ items: Conflict[] }>(`${cohort}/conflicts`)).body.items;
  const stageOf = async (code: string) => (await coordinator().get<{ stage: { id: string } }>(`/v1/cases/${caseOf(code)}`)).body.stage.id;
  const stagesOf = (codes: readonly string[]) => Promise.all(codes.map(stageOf));
  const release = (key: string) => coordinator().command<Coded & Cohort>('POST', `${cohort}/release`, {}, { key });
  const count = async (sql: string, values: unknown[] = []) => (await watch.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]!.n;
  const released = () => count(`cohort_event where type = 'gate-released'`);
  const waitsForArrivals = (app: string) =>
    eventually(async () => expect(await count(`pg_locks l join pg_stat_activity a using (pid) where not l.granted and l.relation = 'cohort_arrival'::regclass and a.application_name = $1`, [app])).toBeGreaterThan(0));

  async function toLastVote(code: string): Promise<void> {
    await stories[code]!.file();
    await stories[code]!.draft();
    await stories[code]!.harmonize();
    await stories[code]!.reviewToLastVote();
  }
  async function toGate(code: string): Promise<void> {
    await toLastVote(code);
    await stories[code]!.take(stories[code]!.cast.legal, 'favourable', lastVote);
  }
  async function noteTheRest(): Promise<void> {
    for (const { key, effect, settledBy } of await conflicts())
      if (effect === 'acknowledge' && !settledBy) await coordinator().must('POST', `${cohort}/conflicts/${key}/acknowledgement`, { note: 'Dicatat dalam rapat.' });
  }
  /** Keeps everybody from a row or a table until it is let go. */
  async function hold(sql: string, values: unknown[] = []): Promise<() => Promise<void>> {
    await holder.query('begin');
    await holder.query(sql, values);
    return async () => void (await holder.query('rollback'));
  }
  const engineBack = async () => {
    await house.startTemporal();
    house.start('worker');
  };

  beforeAll(async () => {
    house = await House.open('province');
    [watch, holder] = [new Client({ connectionString: house.ownerUrl }), new Client({ connectionString: house.ownerUrl })];
    await Promise.all([watch.connect(), holder.connect()]);
    for (const region of storyRegions) {
      const own: StoryRegion = { ...region, ...claims[region.code], turn: region.code === '1702' ? 'returned-from-harmonization' : 'straight' };
      stories[region.code] = new RegionStory(castOf(house.url, region.code, (persona) => house.as(persona)), own, year);
    }
    await coordinator().must('POST', '/v1/cohorts', {
      province: '17',
      programmeYear: year,
      referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-03-13' }],
      members: [...first, '1706'],
      cutOffOn: `${year}-06-30`,
    });
  });
  afterAll(async () => {
    await Promise.all([watch?.end(), holder?.end()]);
    await house?.close();
  });

  it('arrive in whatever order, one of them while worker and engine die over its arrival', async () => {
    await eachOf([...inMixedOrder, lastToArrive], 4, (code) => (code === lastToArrive ? toLastVote(code) : toGate(code)));
    await house.kill('worker');
    const { legal } = stories[lastToArrive]!.cast;
    const sent = await legal.command('POST', `/v1/cases/${caseOf(lastToArrive)}/transitions`, { transition: 'favourable', ...lastVote });
    expect(sent.status).toBe(202);
    const letArrive = await hold('lock table cohort_arrival in access exclusive mode');
    house.start('worker');
    await waitsForArrivals('selaras-worker');
    await Promise.all([house.kill('worker'), house.killTemporal()]);
    await letArrive();
    await engineBack();
    await eventually(async () => expect(await stagesOf(first)).toEqual(first.map(() => 'synchronization')), 90_000);
    expect((await seen()).gate).toMatchObject({ ready: first, missing: ['1706'], open: false });
  });

  it('settle what stands between them: one pair agrees, one is overridden, and one region is waived by two persons', async () => {
    const found = (await conflicts()).filter(({ check }) => check === 'X01');
    expect(found.map(({ members }) => members)).toEqual([['1701', '1708'], ['1704', '1705']]);
    settled = { overridden: found[0]!.key, resolved: found[1]!.key };
    for (const code of ['1705', '1704']) await house.as(`head-${code}`).must('POST', `${cohort}/conflicts/${settled.resolved}/resolution`, { kind: 'cooperate', note: 'Kaur benang, Seluma kain jadi.' });
    await coordinator().must('POST', `${cohort}/conflicts/${settled.overridden}/override`, { reason: 'Diputuskan Gubernur dalam rapat sinkronisasi.' });
    await noteTheRest();
    await coordinator().must('POST', `${cohort}/waivers`, { regionCode: '1706', reason: 'Pemekaran wilayah sedang berjalan.' });
    expect((await seen()).gate).toMatchObject({ open: false, shut: [{ code: 'members-missing', details: ['1706'] }] });
    await house.as('planner-1700').must('POST', `${cohort}/waivers/1/confirm`);
    expect((await seen()).gate).toMatchObject({ open: true, waived: ['1706'], missing: [], shut: [] });
  });

  it('are released once, though the house dies in the tally, at the release and while the gates open, and each passes once', async () => {
    const { waiting } = await seen();
    expect(waiting.map(({ regionCode }) => regionCode).sort()).toEqual(first);
    const keys = Array.from({ length: 5 }, () => randomUUID());

    const letCount = await hold('lock table cohort_arrival in access exclusive mode');
    const counted = release(keys[0]!).catch(() => undefined);
    await waitsForArrivals('selaras-api');
    await house.kill('api');
    await letCount();
    await counted;
    expect(await released()).toBe(0);

    // The record has it, and neither those who asked nor the engine have heard of it.
    await house.kill('worker');
    house.start('api');
    await house.answers();
    const asked = keys.map((key) => release(key).catch(() => undefined));
    await eventually(async () => expect(await released()).toBe(1));
    await Promise.all([house.kill('api'), house.killTemporal()]);
    await Promise.all(asked);

    await house.startTemporal();
    house.start('api');
    await house.answers();
    const { body: plan } = await house.as('drafter-1705').get<{ matrix: object }>(`/v1/cases/${caseOf('1705')}/plan-matrix`);
    const tooLate = await house.as('drafter-1705').command<Coded>('POST', `${cohort}/conflicts/${settled.resolved}/claims`, { matrix: plan.matrix });
    expect([tooLate.status, tooLate.body.code]).toEqual([409, 'gate-released']);
    const letPass = await hold('select 1 from regulation_case where case_id = any($1) for update', [['1704', '1709'].map(caseOf)]);
    house.start('worker');
    const answers: Answer<Coded & Cohort>[] = await Promise.all(keys.map((key) => eventually(() => release(key))));
    expect(answers.map(({ status, body }) => (status === 200 ? 'released' : body.code)).sort()).toEqual([...Array.from({ length: 4 }, () => 'nobody-at-gate'), 'released']);
    await eventually(async () => expect(Object.keys((await seen()).releases[0]!.opened).length).toBeGreaterThanOrEqual(2), 90_000);
    await Promise.all([house.kill('worker'), house.killTemporal()]);
    expect(Object.keys((await seen()).releases[0]!.opened).length).toBeLessThanOrEqual(6);
    await letPass();
    await engineBack();
    await eventually(async () => expect(await stagesOf(first)).toEqual(first.map(() => 'recommendation')), 120_000);

    const { releases, round } = await seen();
    expect([round, releases.length]).toEqual([2, 1]);
    expect(releases[0]!.members).toEqual(waiting);
    expect(releases[0]!.waived).toEqual(['1706']);
    const by = Object.fromEntries(releases[0]!.conflicts.map(({ key, by: how }) => [key, how]));
    expect([by[settled.resolved], by[settled.overridden]]).toEqual(['resolution', 'override']);
  });

  it('let who was waived and who joined late make up a round of their own, and disturb no one', async () => {
    const before = await stagesOf(first);
    await house.ready();
    await coordinator().must('POST', `${cohort}/members`, { regionCode: '1771' });
    expect((await seen()).members.find(({ regionCode }) => regionCode === '1771')).toEqual({ regionCode: '1771', state: 'late' });
    await Promise.all(second.map(toGate));
    await noteTheRest();
    const { waiting, gate } = await seen();
    expect(gate).toMatchObject({ open: true, ready: second });
    expect(waiting.map(({ regionCode }) => regionCode)).toEqual(second);
    const answers = await Promise.all(Array.from({ length: 5 }, () => release(randomUUID())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    await eventually(async () => expect(await stagesOf(second)).toEqual(['recommendation', 'recommendation']));
    const { releases } = await seen();
    expect(releases.map(({ members }) => members.map(({ regionCode }) => regionCode))).toEqual([first, second]);
    expect(releases[1]!.members).toEqual(waiting);
    expect(await stagesOf(first)).toEqual(before);
  });

  it('are called to one meeting, though the call is sent again and again and the API dies before it is recorded and after', async () => {
    const called = () => count(`cohort_event where type = 'meeting-called'`);
    const call = (key: string) => coordinator().command<{ calledMeetings: object[] }>('POST', `${cohort}/called-meetings`, meeting, { key });
    const meeting = { on: await dayOf(house, 7), time: '09:30', place: 'Ruang rapat Disperindag', agenda: 'Pembagian peran tenun bumpak.' };
    const key = randomUUID();
    const letGo = await hold('select 1 from cohort for update');
    const lost = call(key).catch(() => undefined);
    await eventually(async () => expect(await count(`pg_stat_activity where application_name = 'selaras-api' and wait_event_type = 'Lock'`)).toBeGreaterThan(0));
    await house.kill('api');
    await letGo();
    await lost;
    expect(await called()).toBe(0);

    house.start('api');
    await house.answers();
    const both = await Promise.all([call(key), call(key)]);
    expect([both.every(({ status }) => [200, 409, 503].includes(status)), both.some(({ status }) => status === 200), await called()]).toEqual([true, true, 1]);
    await house.kill('api');
    house.start('api');
    await house.answers();
    expect([(await call(key)).status, await called()]).toEqual([200, 1]);
    // Each drafter hears of it, and once.
    const heard = `notice where template = 'meeting-called' and channel = 'in-app'`;
    await eventually(async () => expect(await count(heard)).toBeGreaterThan(0));
    await eventually(async () => expect(await count(`(select person from notice where template = 'meeting-called' and channel = 'in-app' group by 1 having count(*) > 1) t`)).toBe(0));
  });

  it('are recommended together once, though the house dies in the middle, and each answers for itself', async () => {
    const four = ['1701', '1702', '1703', '1704'];
    for (const code of four) await stories[code]!.pdf(coordinator(), 'recommendation-letter');
    const { items } = await coordinator().must<{ items: { caseId: string; seq: number }[] }>('POST', `${cohort}/decisions/preview`, { action: 'recommend', attachMinutes: true, members: four });
    expect(items.map(({ caseId }) => caseId)).toEqual(four.map(caseOf));
    const expectedList = items.map(({ caseId, seq }) => ({ caseId, seq }));
    const key = randomUUID();
    const decide = () => coordinator().command<{ results: { regionCode: string; outcome: string }[] }>('POST', `${cohort}/decisions`, { action: 'recommend', attachMinutes: true, expectedList }, { key });
    const recommended = (codes: readonly string[]) => count(`case_event where type = 'transfer-started' and body #>> '{transfer,transition}' = 'recommend' and case_id = any($1)`, [codes.map(caseOf)]);

    const letGo = await hold('select 1 from regulation_case where case_id = $1 for update', [caseOf('1703')]);
    const lost = decide().catch(() => undefined);
    await eventually(async () => expect(await recommended(['1701', '1702', '1704'])).toBe(3));
    expect(await recommended(['1703'])).toBe(0);
    await house.kill('api');
    await letGo();
    await lost;

    house.start('api');
    await house.answers();
    const { status, body } = await eventually(async () => {
      const answer = await decide();
      expect(answer.status).toBe(200);
      return answer;
    });
    expect([status, body.results.map(({ regionCode, outcome }) => [regionCode, ['done', 'under-way'].includes(outcome)])]).toEqual([200, four.map((code) => [code, true])]);
    expect([await recommended(four), await count(`cohort_event where type = 'decision-listed'`)]).toEqual([4, 1]);
    await eventually(async () => expect(await stagesOf(four)).toEqual(four.map(() => 'endorsement')), 90_000);
    expect((await decide()).body.results.map(({ outcome }) => outcome)).toEqual(four.map(() => 'done'));
    expect(await recommended(four)).toBe(4);
  });

  it('have the jointly approved text compared once, though the worker dies while it reads', async () => {
    const story = stories['1701']!;
    const { reviewer, signer } = story.cast;
    const [head, council] = [house.as('head-1701'), house.as('council-1701')];
    const on = await dayOf(house, 0);
    await story.pdf(reviewer, 'ministry-assessment');
    await story.take(reviewer, 'propose-endorsement');
    await story.pdf(signer, 'endorsement-letter');
    await signer.signIn();
    await story.take(signer, 'endorse', { facts: { endorsementLetterNumber: 'B/1701/IND/2026' } });
    await story.pdf(head, 'cover-memorandum');
    await story.take(head, 'submit-to-council');
    await story.take(council, 'start-discussion', { facts: { discussionStartedOn: on } });
    await story.pdf(council, 'joint-approval-minutes');
    await story.regulation(council, 'approved-draft', 4);
    await story.take(council, 'approve-jointly', { facts: { jointApprovedOn: on } });

    const compared = () => count(`case_event where type = 'texts-compared' and case_id = $1`, [story.caseId]);
    await house.kill('worker');
    house.start('worker', { SELARAS_TEST_KILL_AT: 'during-comparison' });
    await head.command('POST', `/v1/cases/${story.caseId}/transitions`, { transition: 'approve-jointly' });
    await eventually(async () => expect(house.hasEnded('worker')).toBe(true), 90_000);
    expect([await stageOf('1701'), await compared()]).toEqual(['evaluation-submission', 0]);
    house.start('worker');
    await eventually(async () => expect(await compared()).toBe(1), 90_000);
    const { body } = await head.get<{ compared: { texts: { type: string; result: string }[] } }>(`/v1/cases/${story.caseId}`);
    expect(body.compared.texts).toMatchObject([{ type: 'approved-draft', result: 'differs' }, { type: 'plan-annex', result: 'identical' }]);
  });

  it('leave a record in which every region passed once with what it had brought, and which verifies', async () => {
    const { releases } = await seen();
    for (const { caseId, arrivalSeq, manifestHash } of releases.flatMap(({ members }) => members)) {
      const { body } = await coordinator().get<{ items: CaseEvent[] }>(`/v1/cases/${caseId}/events?limit=100`);
      expect([caseId, body.items.filter(({ type }) => type === 'gate-opened').length]).toEqual([caseId, 1]);
      expect(body.items.find(({ seq }) => seq === arrivalSeq)).toMatchObject({ type: 'case-moved', body: { to: 'synchronization', manifest: { hash: manifestHash } } });
    }
    // The cohort notes each member's passing after the case has moved.
    await eventually(async () => expect((await seen()).releases.flatMap(({ opened }) => Object.values(opened))).toEqual(storyRegions.map(() => 'opened')));
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
