import { rpikV1, stallCauses, type StallCause, stallRule } from '#process';
import { aCaseAt, type Life, type StageName } from '../../../process/testing';
import { aKey, callerFor, openTestDatabase, type TestDatabase, toPreparation } from '#test/database';
import { plant, type Planted, plantedId } from '#test/plant';
import { watchOf } from './stalled';

jest.setTimeout(120_000);

/** Tue 24 Nov 2026, 10.12 WIB. From the end of August to Christmas every weekday is a working day. */
const now = '2026-11-24T03:12:00.000Z';
const today = '2026-11-24';
const stages = Object.keys(rpikV1.stages) as StageName[];
/** Ten stays, eight of them of at most 9 working days; and seven, which say nothing. */
const known = [2, 3, 4, 5, 6, 7, 8, 9, 12, 20];
const withHistory: readonly string[] = stages.filter((_, n) => n % 2 === 0);
/** What the policy says of stages without a history; 20 where it says nothing. */
const policy: Partial<Record<StageName, number>> = { preparation: 90, drafting: 60, harmonization: 5, review: 10, recommendation: 5, 'sign-off': 5, deliberation: 20, evaluation: 20, registration: 3, promulgation: 20, publication: 20 };

/** The weekday so many working days before today. */
function before(workingDays: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  for (let left = workingDays; left > 0;) {
    day.setUTCDate(day.getUTCDate() - 1);
    if (![0, 6].includes(day.getUTCDay())) left--;
  }
  return day.toISOString().slice(0, 10);
}

interface Case extends Planted {
  cause?: StallCause;
}

const lives = new Map<string, Life>();
/** At its desk for so many working days, every alarm rung. */
function silent(stage: StageName, workingDays: number, region = '1705'): Life {
  const key = `${stage} ${workingDays} ${region}`;
  const life = lives.get(key) ?? aCaseAt(stage, { region, on: before(workingDays) }).until(today);
  lives.set(key, life);
  return life;
}

function held(first: string): Life {
  const life = aCaseAt('intake', { on: before(25) }).on(first).attach('provincial-coordinator', 'hold-evidence');
  life.give({ type: 'propose-hold', clock: 'intake#1', reason: 'election', first }, life.actor('provincial-coordinator'));
  life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('provincial-secretary'));
  return life.until(today);
}

/** Handed over some minutes ago, and not arrived. */
function underWay(): Life {
  const life = silent('programme', 2, '1701').fork().on(today, '10:00').attach('regency-drafter', 'council-programme-decision');
  return life.begin('regency-drafter', 'record-programme', { facts: { programmeDecisionNumber: '12', programmeYear: '2026' } });
}

const limitAt = (stage: StageName): number => (withHistory.includes(stage) ? 9 : policy[stage]!);

const stalls: [StallCause, Life][] = [
  ['regency', silent('programme', 12)], ['regency', silent('public-consultation', 10)], ['regency', silent('publication', 21)],
  ['province', silent('review', 11)], ['province', silent('intake', 10)], ['province', silent('recommendation', 6)],
  ['ministry', silent('endorsement', 10)], ['ministry', silent('harmonization', 6)], ['ministry', silent('sign-off', 7)],
  ['council', silent('deliberation', 21)], ['council', silent('deliberation', 30)],
  ['gate', silent('synchronization', 10)], ['gate', silent('synchronization', 15)],
  ['hold', held(before(5))], ['hold', held(before(12))],
  ['missing-holder', silent('preparation', 6, '1702')], ['missing-holder', silent('drafting', 8, '1702')], ['missing-holder', silent('academic-paper', 7, '1702')],
  ['system', underWay()], ['system', silent('review', 3)],
];

describe('the radar over a thousand cases', () => {
  let db: TestDatabase;
  const expected = new Map<string, StallCause>();

  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse(now));
    await seedHistory();
    const healthy = Array.from({ length: 1_000 }, (_, n): Case => {
      const stage = stages[n % stages.length]!;
      const most = limitAt(stage);
      return { life: silent(stage, [0, 1, 2, most - 1, most][n % 5]!, n % 2 ? '1701' : '1705'), year: 2100 + n };
    });
    const planted = stalls.map(([cause, life], n): Case => ({ life, year: 2031 + n, cause }));
    for (const one of planted) expected.set(plantedId(one), one.cause!);
    for (let n = 0; n < 1_020; n += 255) await plant(db, [...healthy, ...planted].slice(n, n + 255));
    for (const year of [2042, 2043]) await aCohort(year);
    await db.owner.query(
      `insert into system_fault (subject_kind, subject_id, region, activity, attempt, code, since, at) values ('case', $1, '1705', 'attend', 6, 'ECONNREFUSED', $2, $2)`,
      [plantedId(planted.at(-1)!), '2026-11-24T02:00:00Z'],
    );
  });
  afterAll(() => db?.close());

  async function seedHistory(): Promise<void> {
    const past = await toPreparation(db.ledger);
    await db.owner.query(
      `insert into stage_stay (case_id, seq, region, process_id, stage, round, entered_at, left_at, working_days)
       select $1, 1000 + row_number() over (), '1705', 'rpik', s.stage, 1, $2::timestamptz, $2::timestamptz, d from unnest($3::text[]) as s(stage) cross join unnest($4::int[]) as d
       union all
       select $1, 5000 + row_number() over (), '1705', 'rpik', s.stage, 1, $2::timestamptz, $2::timestamptz, 1 from unnest($5::text[]) as s(stage) cross join generate_series(1, 7)`,
      [past, now, withHistory, known, stages.filter((stage) => !withHistory.includes(stage) && stage !== 'programme')],
    );
  }

  async function aCohort(year: number): Promise<void> {
    const created = await db.ledger.cohorts.create(await callerFor(db.ledger, 'coordinator-1700'), {
      key: aKey(),
      input: { province: '17', programmeYear: year, referencePlans: [{ kind: 'RIPIN', version: 'PP 14/2015', issuedOn: '2015-03-06' }], members: [{ regionCode: '1705', state: 'active' }], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2026-12-30' },
    });
    if (!('applied' in created)) throw new Error(JSON.stringify(created));
  }

  const radar = () => db.ledger.registers.stalled;
  const page = async (filters: Parameters<ReturnType<typeof radar>['page']>[1] = {}, of = {}, more = {}) => radar().page(watchOf(await callerFor(db.ledger, 'admin'))!.scopes, filters, { limit: 100, ...of }, more);

  it('finds all twenty that do not move, each with its cause, and raises at most one false alarm in a hundred', async () => {
    const begun = Date.now();
    const { items, counts, open } = await page();
    const took = Date.now() - begun;
    const found = new Map(items.map(({ caseId, cause }) => [caseId, cause]));
    const falseAlarms = items.filter(({ caseId }) => !expected.has(caseId));
    console.log(`radar: ${found.size} of ${open} open cases in ${took} ms, ${falseAlarms.length} false alarms`);
    expect([...expected].filter(([id, cause]) => found.get(id) !== cause)).toEqual([]);
    expect(falseAlarms.length).toBeLessThanOrEqual(10);
    expect(counts).toEqual({ regency: 3, province: 3, ministry: 3, council: 2, gate: 2, hold: 2, 'missing-holder': 3, system: 2 });
    expect(open).toBe(1_021);
  });

  it('lists the longest silence first, page by page, as many as it counts', async () => {
    const seen: string[] = [];
    let last = Infinity;
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { items, nextCursor } = await page({}, { limit: 7, ...(cursor && { cursor }) });
      for (const { silentDays } of items) [expect(silentDays).toBeLessThanOrEqual(last), (last = silentDays)];
      seen.push(...items.map(({ caseId }) => caseId));
      cursor = nextCursor;
    }
    expect([...seen].sort()).toEqual([...expected.keys()].sort());
  });

  it.each(stallCauses)('narrowed to %s counts the same', async (cause) => {
    const { items, counts } = await page({ cause });
    expect(items.length).toBe(counts[cause]);
    expect(items.every((one) => one.cause === cause)).toBe(true);
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(20);
  });

  it('is narrowed by region, stage and phase', async () => {
    expect((await page({ region: '1702' })).items.map(({ cause }) => cause)).toEqual(['missing-holder', 'missing-holder', 'missing-holder']);
    expect((await page({ region: '17' })).items).toHaveLength(20);
    expect((await page({ stage: 'deliberation' })).items).toHaveLength(2);
    expect((await page({ phase: 'D' })).counts).toMatchObject({ regency: 1, council: 2, system: 0 });
  });

  it('goes by the history of the installation where there is enough of it, and by the policy where there is not', async () => {
    const { items } = await page();
    const at = (stage: string) => items.find((one) => one.stage === stage)!;
    expect(at('endorsement')).toMatchObject({ silentDays: 10, limit: { days: 9, from: 'history', p50: 6, p80: 9, sample: 10 }, overdue: false });
    expect(at('harmonization')).toMatchObject({ silentDays: 6, limit: { days: 5, from: 'policy', sample: 7 }, overdue: true });
    expect(at('publication')).toMatchObject({ silentDays: 21, limit: { days: 20, from: 'default', sample: 7 } });
  });

  it('says what stands in the way', async () => {
    const { items } = await page();
    const of = (cause: StallCause) => items.find((one) => one.cause === cause)!;
    expect(of('missing-holder')).toMatchObject({ missing: [{ role: 'regency-drafter', scope: '1702', since: null }], sentence: { en: 'Nobody can act: the role Regency drafter (Kab. Rejang Lebong) has had no holder.' } });
    expect(of('hold')).toMatchObject({ hold: { reason: 'election', first: before(12), heldDays: 13 }, limit: { days: 3, from: 'policy' } });
    expect(of('council')).toMatchObject({ desk: [{ role: 'council-secretariat', scope: '1705' }] });
    expect(items.filter(({ cause }) => cause === 'system').flatMap(({ faults }) => faults.map(({ kind, attempt, code }) => ({ kind, attempt, code })))).toEqual(
      expect.arrayContaining([{ kind: 'transfer-not-arrived' }, { kind: 'activity-failing', attempt: 6, code: 'ECONNREFUSED' }]),
    );
  });

  it('says of another rule which cases it would add or remove, and finds just those under it', async () => {
    const half = { ...stallRule, percentile: 50 };
    const { preview } = await page({}, {}, { tried: half });
    const under = await page({}, {}, { rule: half });
    expect(preview!.total).toBe(Object.values(under.counts).reduce((sum, one) => sum + one, 0));
    expect(preview!.added.length).toBe(Math.min(100, preview!.total - 20));
    const { preview: patient } = await page({}, {}, { tried: { ...stallRule, vacantDays: 7 } });
    expect(patient).toMatchObject({ total: 18, added: [] });
    expect(patient!.removed.map(({ regionName, cause, silentDays }) => ({ regionName, cause, silentDays })).sort((a, b) => a.silentDays - b.silentDays)).toEqual([
      { regionName: 'Kab. Rejang Lebong', cause: 'missing-holder', silentDays: 6 }, { regionName: 'Kab. Rejang Lebong', cause: 'missing-holder', silentDays: 7 },
    ]);
  });

  it('shows a province nothing of another', async () => {
    expect(await radar().page(['18', '1801'], {}, {})).toMatchObject({ items: [], open: 0 });
    expect((await radar().page(['1702'], {}, {})).items).toHaveLength(3);
    expect(watchOf(await callerFor(db.ledger, 'planner-1700'))).toBeUndefined();
    expect(watchOf(await callerFor(db.ledger, 'coordinator-1700'))).toMatchObject({ administers: false });
  });
});
