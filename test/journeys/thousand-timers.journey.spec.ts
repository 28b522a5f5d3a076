import { digestsId, pokeCase, pokeDigests } from '#temporal';
import { ownNamespace } from '#temporal/testing/own-namespace';
import { act, aKey, callerFor, openTestDatabase, type TestDatabase } from '#test/database';
import { pause } from '#test/house';
import { until } from '#test/worker-stage';
import { LedgerCaseActivities } from '../../apps/worker/src/case-activities';
import { LedgerDigestActivities } from '../../apps/worker/src/digest-activities';
import { noFaults } from '../../apps/worker/src/faults';
import { type RunningLoop, runLoop } from '../replay/support/running-loop';

jest.setTimeout(300_000);

/** Filed on Monday 4 January 2027: the 60th working day is Monday 12 April, past Isra Mikraj, Imlek, Nyepi, Idul Fitri and Good Friday; three before it is Wednesday the 7th. */
const filedAt = '2027-01-04T03:00:00.000Z';
const dueOn = '2027-04-12';
const rung = '2027-04-07T00:30:00.000Z';
const count = 1_000;
/** The province's ten regions and four invented ones, each with a case of every programme year: more than a thousand. */
const invented = ['1772', '1773', '1774', '1775'];
const years = Array.from({ length: 74 }, (_, n) => 2027 + n);

const atOnce = async <T>(many: readonly T[], limit: number, work: (one: T) => Promise<unknown>) => {
  const left = [...many];
  const take = async () => { for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next); };
  await Promise.all(Array.from({ length: limit }, take));
};

/** The engine, the workflows, the record and the activities between them, and nothing else that wants the processor. */
describe('half past seven in the morning', () => {
  let db: TestDatabase;
  let loop: RunningLoop;
  const ids: string[] = [];
  beforeAll(async () => {
    db = await openTestDatabase();
    const { owner, ledger } = db;
    for (const code of invented)
      await owner.query(`insert into region select (jsonb_populate_record(r, jsonb_build_object('code', $1::text, 'kemendagri_code', '17.' || right($1, 2)))).* from region r where code = '1771'`, [code]);
    const regions = (await owner.query<{ code: string }[]>(`select code from region where code like '17__' order by code`)).map(({ code }) => code);
    const drafters = regions.filter((code) => !['1701', '1705'].includes(code)).map((code) => ({
      id: `p_drafter-${code}`, subject: `drafter-${code}`, name: `Penyusun ${code}`, email: `drafter-${code}@contoh.test`, offices: [{ role: 'regency-drafter', scope: code, capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK contoh' }],
    }));
    await ledger.register.install(drafters);
    await ledger.clock.moveTo(Date.parse(filedAt));
    const coordinator = await callerFor(ledger, 'coordinator-1700');
    await atOnce(years.flatMap((year) => regions.map((region) => ({ region, year }))).slice(0, count), 8, async ({ region, year }) => {
      const input = { process: 'rpik', regionCode: region, programmeYear: year, title: `RPIK ${region} ${year}`, planYears: { from: year, to: year + 20 } };
      const filed = await ledger.cases.file(coordinator, { key: aKey(), input });
      if (!('applied' in filed)) throw new Error(JSON.stringify(filed));
      ids.push(filed.applied.caseId);
    });
    const namespace = await ownNamespace(process.env['SELARAS_TEST_TEMPORAL']!);
    const cases = new LedgerCaseActivities(ledger, {} as never, noFaults);
    loop = await runLoop({ ...cases.map(), ...new LedgerDigestActivities(ledger).map() }, { cachedWorkflows: count + 100, namespace });
    // Everything the engine arms from now on is armed for a real instant in little more than a minute.
    await ledger.clock.moveTo(Date.parse(rung) - 75_000);
    await atOnce(ids, 16, (id) => pokeCase(loop.client, loop.taskQueue, { id, seen: 1 }));
  });
  afterAll(async () => {
    await loop?.close();
    await db?.close();
  });

  const counted = async (sql: string) => Number((await db.owner.query<{ n: string }[]>(`select count(*) as n from ${sql}`))[0]!.n);
  const rang = () => counted(`case_event where type = 'reminder-due'`);

  it('is the first rung of a thousand cases that were filed on one day', async () => {
    expect(await counted(`regulation_case where due_on = '${dueOn}' and next_alarm_at = '${rung}'`)).toBe(count);
    expect(await rang()).toBe(0);
  });

  it('rings a thousand timers of one minute, each once and none too early, while people go on with their work', async () => {
    await until(async () => (await rang()) > 0, 120_000);
    let acts = 0;
    for (const end = Date.now() + 200_000; (await rang()) < count; await pause(100)) {
      await act(db.ledger, ids[(acts * 37) % count]!, 'coordinator-1700', { type: 'add-remark', text: `Catatan ${acts}`, visibility: 'internal' });
      acts += 1;
      if (Date.now() > end) throw new Error(`only ${await rang()} timers have rung`);
    }
    const rungs = await db.owner.query<{ id: string; at: Date; body: { clock: string; day: number; dueAt: string; skipped: number[] } }[]>(`select case_id as id, at, body from case_event where type = 'reminder-due'`);
    expect(new Set(rungs.map(({ id }) => id)).size).toBe(count);
    expect(rungs).toHaveLength(count);
    expect(rungs.filter(({ at, body }) => at.toISOString() < rung || body.dueAt !== rung || body.clock !== 'programme#1' || body.day !== -3 || body.skipped.length > 0)).toEqual([]);
    expect(acts).toBeGreaterThan(10);
    expect(await counted(`case_event where type = 'remark-added'`)).toBe(acts);
    process.stdout.write(`${count} timers rang within ${Math.max(...rungs.map(({ at }) => at.getTime())) - Date.parse(rung)} ms; ${acts} acts of people meanwhile, none refused\n`);
  });

  it('tells of each reminder once', async () => {
    const [told] = await db.owner.query<{ n: string; events: string }[]>(`select count(*) as n, count(distinct (subject_id, seq)) as events from notice where template = 'reminder' and channel = 'mail'`);
    expect(told).toEqual({ n: String(count), events: String(count) });
  });

  it('is when everybody has the day’s work in one letter, once, however often it is asked for', async () => {
    const { client, taskQueue } = loop;
    await pokeDigests(client, taskQueue);
    const digests = () => db.owner.query<{ person: string; day: string; at: Date }[]>(`select person, day::text, at from digest order by person`);
    await until(async () => (await digests()).some(({ person }) => person === 'p_drafter-1701'), 120_000);
    const hasWritten = async () => (await client.workflow.getHandle(digestsId).fetchHistory()).events!.some(({ activityTaskCompletedEventAttributes }) => activityTaskCompletedEventAttributes);
    await until(hasWritten);
    expect((await digests()).filter(({ at, day }) => day !== '2027-04-07' || at.toISOString() < rung)).toEqual([]);
    const letters = () => db.owner.query<{ person: string }[]>(`select person from notice where template = 'digest' order by person`);
    const sent = await letters();
    expect(sent.map(({ person }) => person)).toContain('p_drafter-1701');
    expect(new Set(sent.map(({ person }) => person)).size).toBe(sent.length);
    for (let n = 0; n < 3; n++) await pokeDigests(client, taskQueue);
    await client.workflow.getHandle(digestsId).terminate('lost');
    await pokeDigests(client, taskQueue);
    await until(hasWritten);
    expect(await letters()).toEqual(sent);
  });
});
