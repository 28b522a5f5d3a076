import { WorkflowNotFoundError } from '@temporalio/client';
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { cohortIdOf } from '#ledger';
import { copyCase } from '#test/copied-case';
import { aKey, callerFor, toGate } from '#test/database';
import { openStage, until, type WorkerStage } from '#test/worker-stage';
import { poke } from '#workflows/messages';

jest.setTimeout(420_000);

const year = 2030;
const cohortId = cohortIdOf('17', year);
const regions = Array.from({ length: 40 }, (_, n) => `17${30 + n}`);

describe('forty members and a worker that dies', () => {
  let stage: WorkerStage;
  beforeAll(async () => { stage = await openStage(); });
  afterAll(async () => { await stage?.close(); });

  const one = async <T>(sql: string, parameters: unknown[] = []): Promise<T> => (await stage.database.owner.query<T[]>(sql, parameters))[0]!;
  const released = async () => (await one<{ n: number }>(`select count(*)::int as n from cohort_event where cohort_id = $1 and type = 'gate-released'`, [cohortId])).n;
  const opened = async () => (await one<{ n: number }>(`select count(*)::int as n from cohort_release where cohort_id = $1 and outcome = 'opened'`, [cohortId])).n;
  const waitsFor = async (statement: string) =>
    (await one<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'selaras-worker' and wait_event_type = 'Lock' and query like $1`, [`%${statement}%`])).n > 0;

  /** Keeps a row from everybody else until it is let go. */
  async function hold(sql: string, id: string): Promise<() => Promise<void>> {
    const holder = stage.database.owner.createQueryRunner();
    await holder.startTransaction();
    await holder.query(sql, [id]);
    return async () => {
      await holder.rollbackTransaction();
      await holder.release();
    };
  }
  async function cutPower(child: ChildProcess): Promise<void> {
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    expect(await dead).toEqual([null, 'SIGKILL']);
  }

  it('opens every gate exactly once, though it dies in the tally, after the release and in the fan-out, and one member is stuck', async () => {
    const { ledger, owner } = stage.database;
    await ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    await owner.query(`insert into region (code, kemendagri_code, name, kind) select code, left(code, 2) || '.' || right(code, 2), 'Kabupaten Contoh ' || code, 'kabupaten' from unnest($1::text[]) code`, [regions]);
    const source = await toGate(ledger, '1705', 2027);
    const coordinator = await callerFor(ledger, 'coordinator-1700');
    const created = await ledger.cohorts.create(coordinator, {
      key: aKey(),
      input: {
        province: '17', programmeYear: year, referencePlans: [], members: regions.map((regionCode) => ({ regionCode, state: 'active' })),
        policy: { need: 'all', mustInclude: [], onCutOff: 'open-with-present', includeReadiness: false }, cutOffOn: '2026-12-18',
      },
    });
    expect(created).toHaveProperty('applied');
    for (const region of regions) await copyCase(owner, source, { caseId: `rpik-${region}-${year}`, region, year });
    await ledger.clock.moveTo(Date.parse('2026-12-19T03:00:00.000Z'));

    const letCohort = await hold('select 1 from cohort where cohort_id = $1 for update', cohortId);
    const first = stage.spawn();
    await until(() => waitsFor('from cohort where cohort_id = $1 for update'), 90_000);
    await cutPower(first.child);
    await letCohort();
    expect(await released()).toBe(0);

    // The release is recorded, and the workflow never hears of it.
    const second = stage.spawn({ SELARAS_TEST_KILL_AT: 'after-cohort-attend' });
    expect(await once(second.child, 'exit')).toEqual([null, 'SIGKILL']);
    expect([await released(), await opened()]).toEqual([1, 0]);

    const stuck = `rpik-${regions[7]}-${year}`;
    const letMember = await hold('select 1 from regulation_case where case_id = $1 for update', stuck);
    const third = stage.spawn();
    await until(async () => (await opened()) >= 3, 90_000);
    await cutPower(third.child);
    expect(await opened()).toBeLessThan(40);

    stage.spawn();
    await until(async () => (await opened()) === 39, 120_000);
    expect((await ledger.cohorts.membersToOpen(cohortId)).map(({ caseId }) => caseId)).toEqual([stuck]);
    await letMember();
    const handle = stage.client.workflow.getHandle(cohortId);
    // Where the cohort has ended by then, it has no ear any more.
    const pokes = await Promise.allSettled(Array.from({ length: 20 }, () => handle.signal(poke)));
    expect(pokes.filter((one) => one.status === 'rejected' && !(one.reason instanceof WorkflowNotFoundError))).toEqual([]);
    await until(async () => (await opened()) === 40, 120_000);

    const gates = await owner.query<{ caseId: string; n: number }[]>(`select case_id as "caseId", count(*)::int as n from case_event where type = 'gate-opened' group by 1 order by 1`);
    expect(gates).toEqual(regions.map((region) => ({ caseId: `rpik-${region}-${year}`, n: 1 })));
    expect(await one(`select count(*)::int as n from case_event e join regulation_case c using (case_id) where e.type = 'gate-opened' and c.stage <> 'recommendation'`)).toEqual({ n: 0 });
    const { body } = await one<{ body: { release: { round: number; members: { regionCode: string }[] } } }>(`select body from cohort_event where cohort_id = $1 and type = 'gate-released'`, [cohortId]);
    expect([body.release.round, body.release.members.map(({ regionCode }) => regionCode)]).toEqual([1, regions]);
    expect(await one(`select count(*)::int as n from cohort_event where cohort_id = $1`, [cohortId])).toEqual({ n: 43 }); // Created, its date, its release, forty passages.
    expect(await ledger.verifier.verify(cohortId)).toEqual([]);

    // Nothing of it grows with the members: what the engine keeps are the rounds of one loop.
    await handle.result();
    const events = (await handle.fetchHistory()).events ?? [];
    const fanOuts = events.filter(({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === 'openGates').length;
    expect(fanOuts).toBeLessThanOrEqual(8);
    expect(events.length).toBeLessThan(250);
  });
});
