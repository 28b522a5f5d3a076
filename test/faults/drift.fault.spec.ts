import { Connection, Client as Temporal } from '@temporalio/client';
import { Client } from 'pg';
import { reconciler } from '#temporal';
import { eventually, House } from '#test/house';
import type { CaseBody } from '../story/selaras-client';

jest.setTimeout(300_000);

interface Health {
  status: string;
  drift: { counts: { kind: string; count: number }[]; totals: { refolded: number; workflowsMade: number; workflowsEnded: number }; findings: { subjectId: string; kind: string; place: string }[] };
}

describe('what has drifted from the record', () => {
  let house: House;
  let owner: Client;
  let connection: Connection;
  let engine: Temporal;
  const [tampered, broken, restoredAway] = ['rpik-1705-2031', 'rpik-1701-2031', 'rpik-1702-2031'] as const;
  const cohort = 'cohort-17-2031';

  beforeAll(async () => {
    house = await House.open('drift');
    owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    // A quarter of an hour before midnight in Bengkulu.
    await house.as('admin').must('POST', '/v1/demo/clock', { to: '2026-11-24T16:45:00.000Z' });
    await house.as('coordinator-1700').must('POST', '/v1/cohorts', { province: '17', programmeYear: 2031, referencePlans: [], members: ['1701', '1705'], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2031-06-30' });
    for (const id of [tampered, broken, restoredAway]) {
      const regionCode = id.slice(5, 9);
      await house.as(`drafter-${regionCode}`).must('POST', '/v1/cases', { process: 'rpik', regionCode, programmeYear: 2031, title: `RPIK ${regionCode}`, planYears: { from: 2032, to: 2051 } });
    }
    expect(await house.verified()).toMatchObject({ code: 0 });
    await call();
  });
  afterAll(async () => {
    await connection?.close();
    await owner?.end();
    await house?.close();
  });

  async function call(): Promise<void> {
    await connection?.close();
    connection = await Connection.connect({ address: house.temporalAddress });
    engine = new Temporal({ connection });
  }
  const isRunning = async (id: string) => (await engine.workflow.getHandle(id).describe().catch(() => undefined))?.status.name === 'RUNNING';
  /** The minute's comparison, now, to its end; where one is under way, that one's. */
  async function compare(): Promise<void> {
    const ranAt = async () => (await rows<{ at: Date | null }>('select ran_at as at from drift_run'))[0]!.at?.getTime() ?? 0;
    const before = await ranAt();
    await engine.schedule.getHandle(reconciler).trigger();
    await eventually(async () => expect(await ranAt()).toBeGreaterThan(before), 20_000);
  }
  const health = async () => (await house.as('admin').get<Health>('/v1/health')).body;
  const rows = async <T extends object>(sql: string, values: unknown[] = []) => (await owner.query<T>(sql, values)).rows;
  const record = () => rows('select case_id, seq, hash from case_event order by case_id, seq');

  it("comes back whole when the engine's database is thrown away while everybody works on", async () => {
    const before = await record();
    await house.killTemporal();
    await house.startTemporal({ forget: true });
    await call();
    // Nobody is restarted: the worker finds its schedule gone, and the schedule what should run.
    await eventually(async () => {
      await compare();
      expect(await Promise.all([tampered, broken, restoredAway, cohort, 'notices-mail', 'digests'].map(isRunning))).toEqual([true, true, true, true, true, true]);
    }, 120_000);
    expect(await record()).toEqual(before);
    const { totals } = (await health()).drift;
    expect(totals).toMatchObject({ workflowsEnded: 0, refolded: 0 });
    expect(totals.workflowsMade).toBeGreaterThanOrEqual(4);
    // And finds nothing missing any more, once the engine's own list has caught up.
    await eventually(async () => {
      await compare();
      expect((await health()).drift.counts.filter(({ kind, count }) => kind.startsWith('workflow-') && count > 0)).toEqual([]);
    });
    expect(await house.verified()).toMatchObject({ code: 0 });
  });

  it('ends the workflow of a case that an older backup does not know, folds a tampered projection anew, and tells of a broken chain', async () => {
    await owner.query('begin');
    await owner.query(`update regulation_case set title = 'Palsu', round = 7 where case_id = $1`, [tampered]);
    await owner.query(`update case_event set body = replace(body::text, 'RPIK 1701', 'RPIK 1799')::json where case_id = $1 and seq = 1`, [broken]);
    for (const [table, key] of [['case_event', 'case_id'], ['stage_stay', 'case_id'], ['task', 'subject_id'], ['notice', 'subject_id'], ['agenda', 'id'], ['regulation_case', 'case_id']])
      await owner.query(`delete from ${table} where ${key} = $1`, [restoredAway]);
    // Their turn to be looked at has come.
    await owner.query('update drift_look set seq = null');
    await owner.query('commit');

    await eventually(async () => {
      await compare();
      expect(await isRunning(restoredAway)).toBe(false);
      expect((await health()).drift).toMatchObject({ totals: { refolded: 1, workflowsEnded: 1 }, findings: [{ subjectId: broken, kind: 'chain-broken', place: 'event 1 is not what was recorded' }] });
    }, 150_000);
    expect((await house.as('drafter-1705').get<CaseBody & { title: string }>(`/v1/cases/${tampered}`)).body).toMatchObject({ title: 'RPIK 1705', round: 1 });
    const [entry, ...more] = await rows<{ body: object }>(`select body from office_event where type = 'projection-refolded'`);
    expect([entry, more]).toMatchObject([{ body: { subject: tampered, refolded: [{ kind: 'columns-differ' }] } }, []]);
    expect((await health()).status).toBe('trouble');
    const { code, out } = house.cli('verify');
    expect([code, out.match(/rpik-\d{4}-\d{4} +[a-z-]+/g)]).toEqual([1, [expect.stringMatching(new RegExp(`${broken} +chain-broken`))]]);
    expect(house.cli('repair')).toMatchObject({ code: 1, out: expect.stringMatching(new RegExp(`${broken} +chain-broken .*left: restore from a backup`)) as string });
  });

  it('tells of the broken chain once, however often it is compared', async () => {
    const looks = async () => (await rows<{ at: Date }>('select looked_at as at from drift_look where subject_id = $1', [broken]))[0]!.at.getTime();
    for (let n = 0; n < 2; n++) {
      const before = await looks();
      await owner.query('update drift_look set seq = null where subject_id = $1', [broken]);
      await eventually(async () => {
        await compare();
        expect(await looks()).toBeGreaterThan(before);
      });
    }
    expect(await rows(`select person, channel from notice where subject_id = $1 and template = 'chain-broken' order by channel`, [broken])).toEqual(['in-app', 'mail'].map((channel) => ({ person: 'p_admin', channel })));
    const bell = (await house.as('admin').get<{ items: { template: string; title: string }[] }>('/v1/notices?limit=100')).body.items;
    expect(bell.filter(({ template }) => template === 'chain-broken').map(({ title }) => title)).toEqual([`Kab. Bengkulu Selatan: catatan ${broken} tidak utuh`]);
  });

  it('opens the task of an office whose term ends today when midnight comes, without anybody moving a clock', async () => {
    const admin = house.as('admin');
    const { items } = (await admin.get<{ items: { id: string; role: string; scope: string; toOn: string | null }[] }>('/v1/holders?role=regency-drafter&scope=1705')).body;
    for (const { id, toOn } of items) if (toOn === null) await admin.must('POST', `/v1/holders/${id}/end`, { on: '2026-11-24' });
    const opened = () => rows<{ id: string; since: Date }>(`select task_id as id, since from task where subject_kind = 'office'`);
    expect(await opened()).toEqual([]);
    // Ten seconds before midnight; what follows is the clock's own way.
    await owner.query(`update simulated_clock set offset_ms = floor(extract(epoch from timestamptz '2026-11-24T16:59:50Z' - clock_timestamp()) * 1000), moves = moves + 1`);
    await compare();
    expect(await opened()).toEqual([]);
    await eventually(async () => {
      await compare();
      expect(await opened()).toEqual([{ id: 'regency-drafter@1705/appoint', since: new Date('2026-11-24T17:00:00.000Z') }]);
    });
    const mine = (await admin.get<{ items: { taskId: string; subject: { kind: string } }[] }>('/v1/worklist?view=mine&limit=100')).body.items;
    expect(mine.filter(({ subject }) => subject.kind === 'office').map(({ taskId }) => taskId)).toEqual(['regency-drafter@1705/appoint']);
    const bell = (await admin.get<{ items: { template: string }[] }>('/v1/notices?limit=100')).body.items;
    expect(bell.filter(({ template }) => template === 'no-holder')).toHaveLength(1);
  });
});
