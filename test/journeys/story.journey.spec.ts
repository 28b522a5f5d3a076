import { House } from '#test/house';
import { demoBegins, tellDemo } from '../story/demo/tell-demo';
import { tellProvince } from '../story/tell-province';

jest.setTimeout(600_000);

interface Listed { id: string; stage: { id: string }; round: number; dueOn: string | null; late: boolean }
interface Board { round: number; gate: { open: boolean; ready: string[]; missing: string[]; fixed: string[]; waived: string[]; sentence: { id: string } }; members: { region: { code: string }; state: string; missingSince: string | null }[] }
interface Conflict { key: string; check: string; effect: string; members: string[]; settledBy: string | null; measure: { hectares?: number; tonnes?: number; years?: number } }
interface Stalled { counts: Record<string, number>; items: { caseId: string; cause: string; desk: { role: string; scope: string }[]; overdue: boolean }[] }
interface Ready { region: { code: string }; ready: boolean; funding: { state: string } | null; criteria: { criterion: string; state: string }[] }
interface Cohort { releases: { round: number; members: { caseId: string; manifestHash: string }[]; waivers: unknown[] }[]; waivers: { regionCode: string; confirmedBy: unknown }[]; meetings: unknown[] }

describe("the demo's own story", () => {
  let house: House;
  const get = async <T>(persona: string, path: string): Promise<T> => (await house.as(persona).get<T>(path)).body;
  const cases = async (): Promise<Record<string, Listed>> => Object.fromEntries((await get<{ items: Listed[] }>('admin', '/v1/cases?limit=100')).items.map((one) => [one.id, one]));

  beforeAll(async () => {
    house = await House.open('story');
    expect(house.cli('demo', 'seed')).toMatchObject({ code: 0 });
    // Cut short in the middle, and taken up again.
    await expect(tellDemo(house.url, (line) => { if (line.startsWith('2026-02-23')) throw new Error('the power is gone'); })).rejects.toThrow('the power is gone');
    expect(await tellDemo(house.url, () => {})).toBe('told');
  });
  afterAll(() => house?.close());

  it('begins on the morning of 24 November 2026 with nine cases of this year and three of the year before, each where it should be', async () => {
    const { now } = await get<{ now: string }>('admin', '/v1/demo/clock');
    expect(now >= demoBegins && now < '2026-11-24T04:12:00Z').toBe(true);
    const where = Object.entries(await cases()).map(([id, { stage, round, dueOn, late }]) => [id, stage.id, round, dueOn, late]);
    expect(where.sort()).toEqual([
      // Accepted on Thu 19 Nov; ten working days of the review.
      ['rpik-1701-2026', 'review', 1, '2026-12-03', false],
      // With the council since April; what is due is a condition of the ministry.
      ['rpik-1702-2025', 'deliberation', 1, '2026-12-11', false],
      ['rpik-1702-2026', 'synchronization', 2, '2027-01-29', false],
      // Received on Tue 3 Nov; five working days of the harmonisation.
      ['rpik-1704-2026', 'harmonization', 1, '2026-11-10', true],
      // Accepted on Wed 11 Nov; ten working days of the review.
      ['rpik-1705-2026', 'review', 2, '2026-11-25', false],
      // Returned on Tue 3 Nov for the second time; fourteen working days of redrafting.
      ['rpik-1706-2026', 'drafting', 3, '2026-11-23', true],
      // Begun on Mon 14 Sep; sixty working days, none of them a holiday.
      ['rpik-1707-2026', 'academic-paper', 1, '2026-12-07', false],
      // Proposed on Thu 19 Nov; five working days to the sign-off.
      ['rpik-1708-2025', 'sign-off', 1, '2026-11-26', false],
      ['rpik-1708-2026', 'synchronization', 1, '2027-01-29', false],
      ['rpik-1709-2026', 'synchronization', 1, '2027-01-29', false],
      // Received on Fri 13 Nov; fifteen working days of the governor's evaluation (UU 23/2014 art. 270 by analogy).
      ['rpik-1771-2025', 'evaluation', 1, '2026-12-04', false],
      ['rpik-1771-2026', 'synchronization', 1, '2027-01-29', false],
    ]);
  });

  it('has a gate that is shut: four of nine are there, Bengkulu Utara is fixed, and it is said for whom the others wait', async () => {
    const board = await get<Board>('coordinator-1700', '/v1/cohorts/cohort-17-2026/board');
    expect(board.gate).toMatchObject({ open: false, ready: ['1702', '1708', '1709', '1771'], missing: ['1701', '1704', '1705', '1706', '1707'], fixed: ['1703'], waived: [] });
    expect(board.gate.sentence.id).toBe('Gerbang tertutup: 4 dari 9 siap, 1 tetap.');
    const since = Object.fromEntries(board.members.filter(({ missingSince }) => missingSince).map(({ region, missingSince }) => [region.code, missingSince!.slice(0, 10)]));
    expect(since).toMatchObject({ '1704': '2026-11-03', '1705': '2026-11-11', '1706': '2026-11-03' });
    const { waivers, meetings } = await get<Cohort>('coordinator-1700', '/v1/cohorts/cohort-17-2026');
    expect(waivers).toMatchObject([{ regionCode: '1707' }]);
    expect(waivers[0]!.confirmedBy ?? null).toBeNull();
    expect(meetings).toHaveLength(1);
  });

  it('has products, ground and supply that contradict each other, some of it settled', async () => {
    const { items } = await get<{ items: Conflict[] }>('coordinator-1700', '/v1/cohorts/cohort-17-2026/conflicts');
    const found = (check: string, settled: boolean) => items.filter((one) => one.check === check && (one.settledBy !== null) === settled).map(({ members }) => members.join('+')).sort();
    // Weaving in three regions makes three pairs; flour makes one more.
    expect(found('X01', false)).toEqual(['1701+1704', '1701+1704', '1701+1705', '1704+1705']);
    expect(found('X01', true)).toEqual(['1702+1708']);
    expect(found('X02', false)).toEqual(['1701+1705']);
    expect(items.find(({ check }) => check === 'X02')!.measure.hectares).toBeCloseTo(92.5, 0);
    expect(found('X03', false)).toEqual(['1701+1704', '1706+1771']);
    expect(found('C01', false)).toEqual(['1771']);
    expect(items.filter(({ check }) => !['X01', 'X02', 'X03', 'X06', 'C01'].includes(check))).toEqual([]);
  });

  it('has cases that do not move for five kinds of reasons', async () => {
    const { items } = await get<Stalled>('admin', '/v1/stalled');
    const causes = Object.fromEntries(items.map(({ caseId, cause }) => [caseId, cause]));
    expect(causes).toEqual({
      'rpik-1702-2025': 'council',
      'rpik-1702-2026': 'gate', 'rpik-1708-2026': 'gate', 'rpik-1709-2026': 'gate', 'rpik-1771-2026': 'gate',
      'rpik-1704-2026': 'ministry',
      'rpik-1706-2026': 'system',
      'rpik-1707-2026': 'missing-holder',
    });
    expect(items.find(({ caseId }) => caseId === 'rpik-1707-2026')!.desk).toMatchObject([{ role: 'regency-drafter', scope: '1707' }]);
    const { items: bounced } = await get<{ items: { state: string; recipientRole: string; recipientScope: string }[] }>('admin', '/v1/outbox?limit=100');
    expect(bounced.filter(({ state }) => state === 'bounced')).toMatchObject([{ recipientRole: 'regency-secretary', recipientScope: '1706' }]);
  });

  it('has land at every state of readiness; one region is funded, one is proposed', async () => {
    const { items } = await get<{ items: Ready[] }>('coordinator-1700', '/v1/readiness?province=17');
    expect(items).toHaveLength(10);
    const funding = Object.fromEntries(items.filter((one) => one.funding).map(({ region, funding, ready }) => [region.code, [funding!.state, ready]]));
    expect(funding).toEqual({ '1702': ['funded', true], '1705': ['proposed', false] });
    const states = new Set(items.flatMap(({ criteria }) => criteria.map(({ state }) => state)));
    expect([...states].sort()).toEqual(['expired', 'missing', 'rejected', 'submitted', 'verified']);
    const kaur = items.find(({ region }) => region.code === '1704')!;
    expect(kaur.criteria.find(({ criterion }) => criterion === 'clean')!.state).toBe('expired');
  });

  it('has an earlier cohort, released twice, whose record names whom and what it rested on', async () => {
    const { releases, waivers } = await get<Cohort>('coordinator-1700', '/v1/cohorts/cohort-17-2025');
    expect(releases.map(({ members }) => members.map(({ caseId }) => caseId).sort())).toEqual([['rpik-1702-2025', 'rpik-1771-2025'], ['rpik-1708-2025']]);
    for (const { members } of releases) for (const { manifestHash } of members) expect(manifestHash).toMatch(/^[0-9a-f]{64}$/);
    expect(waivers).toMatchObject([{ regionCode: '1706' }]);
    const { items } = await get<{ items: { taskId: string; dueOn: string }[] }>('ministry-signer', '/v1/worklist');
    expect(items.map(({ taskId, dueOn }) => [taskId, dueOn])).toEqual([['rpik-1708-2025/sign-off.ministry-signer', '2026-11-26']]);
  });

  it('is on a calendar that knows no table for 2028, and says so of a date that lies there', async () => {
    const { clocks } = await get<{ clocks: { rule: string; dueOn: string; provisional: boolean }[] }>('ministry-reviewer', '/v1/cases/rpik-1702-2025');
    const conditions = clocks.filter(({ rule }) => rule === 'condition').map(({ dueOn, provisional }) => [dueOn, provisional]);
    expect(conditions).toEqual([['2026-12-11', false], ['2028-01-31', true]]);
  });

  it('changes nothing when it is told again, and its record is sound', async () => {
    const seen = async () => (await get<{ items: { id: string; seq: number }[] }>('admin', '/v1/cases?limit=100')).items.map(({ id, seq }) => [id, seq]);
    const before = await seen();
    expect(await tellDemo(house.url, () => {})).toBe('told before');
    expect(await seen()).toEqual(before);
    expect(await house.verified()).toMatchObject({ code: 0, out: expect.stringContaining('Every chain is intact') as string });
  });

  it('leaves room for another: all ten regions of 2027 go from the programme to the endorsement', async () => {
    const { rows, checks } = await tellProvince(house.url, 2027, () => {});
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(rows).toHaveLength(10);
    const verified = await house.verified();
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Every chain is intact') as string });
  });

  it('is told again for another year beside it, without a word about the first', async () => {
    const drafter = house.as('drafter-1705');
    const plan = { process: 'rpik', regionCode: '1705', programmeYear: 2028, title: 'RPIK Seluma 2029–2048', planYears: { from: 2029, to: 2048 } };
    expect((await drafter.command('POST', '/v1/cases', plan)).status).toBe(201);
    const twice = await drafter.command<{ code: string }>('POST', '/v1/cases', plan);
    expect([twice.status, twice.body.code]).toEqual([409, 'case-open-already']);
  });
});
