import type { ReadinessAct } from '#ledger';
import { act, callerFor, aKey, openTestDatabase, type TestDatabase, toGate, toPreparation } from '#test/database';

describe('the sweep of the reconciler', () => {
  let db: TestDatabase;
  let caseId: string;
  let year = 2027;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    caseId = await toPreparation(db.ledger, { year: year++ });
    await sweepAll();
    expect(await found()).toEqual([]);
  });

  const found = async () => (await db.ledger.drift.status()).findings.filter(({ subjectId }) => subjectId === caseId).map(({ kind }) => kind);
  const counts = async () => {
    const { counts: all } = await db.ledger.drift.status();
    return Object.fromEntries(Object.entries(all).filter(([kind, n]) => n > 0 && !['chain-broken', 'notices-differ'].includes(kind)));
  };
  /** Every look lies a day back, so that the rolling slice comes to all of them. */
  const aDayLater = () => db.owner.query(`update drift_look set looked_at = looked_at - interval '1 day'`);
  /** With a period of one minute, everything in one sweep. */
  const sweepAll = () => db.ledger.drift.sweep({ periodHours: 1 / 60 });
  const refolds = async () => (await db.ledger.drift.status()).totals.refolded;

  it.each([
    ['a state', 'state-differs', `update regulation_case set state = jsonb_set(state, '{round}', '7') where case_id = $1`],
    ['a column', 'columns-differ', `update regulation_case set due_on = null, stage = 'review' where case_id = $1`],
    ['an alarm', 'columns-differ', `update regulation_case set next_alarm_at = null where case_id = $1`],
    ['a lost task', 'tasks-differ', `delete from task where subject_id = $1`],
    ['a surplus task', 'tasks-differ', `insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since) values ($1 || '/x', 'case', $1, '1705', 'x', 'regency-head', '1705', '{"id":"x","en":"x"}', now())`],
    ['a stay', 'stays-differ', `update stage_stay set working_days = 99 where case_id = $1`],
    ['an arrival that never was', 'arrivals-differ', `insert into cohort_arrival (case_id, seq, region, province, programme_year, manifest_hash, arrived_at) values ($1, 2, '1705', '17', 2027, 'x', now())`],
    ['a request ahead of the record', 'agenda-ahead', `insert into agenda (kind, id, region, seq) values ('case', $1, '1705', 99) on conflict (kind, id) do update set seq = 99`],
  ])('folds %s anew from the record, counts it, and finds nothing the next time', async (_, kind, statement) => {
    const before = await refolds();
    await db.owner.query(statement, [caseId]);
    await aDayLater();
    await sweepAll();
    expect(await found()).toEqual([kind]);
    expect(await counts()).toEqual({ [kind]: 1 });
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
    await sweepAll();
    expect(await found()).toEqual([]);
    expect(await counts()).toEqual({});
    expect(await refolds()).toBe(before + 1);
    const [entry] = await db.owner.query<{ body: object }[]>(`select body from office_event where type = 'projection-refolded' and body ->> 'subject' = $1`, [caseId]);
    expect(entry!.body).toMatchObject({ refolded: [{ kind }] });
  });

  it.each([
    ['an altered event', `update case_event set body = replace(body::text, '188/12', '188/21')::json where case_id = $1 and seq = 3`, 'event 3 is not what was recorded'],
    ["an altered end in the case's row", `update regulation_case set head_hash = repeat('a', 64) where case_id = $1`, 'the record does not know the end of its chain'],
    ["an altered number in the case's row", `update regulation_case set seq = seq + 1 where case_id = $1`, 'the record is at 5 and its chain ends at 4'],
  ])('tells the administrator of %s once, and changes nothing', async (_, statement, detail) => {
    const before = await refolds();
    await db.owner.query(statement, [caseId]);
    const rows = () => db.owner.query<unknown[]>('select to_jsonb(c) as case, (select jsonb_agg(to_jsonb(e) order by seq) from case_event e where e.case_id = c.case_id) as events, (select jsonb_agg(to_jsonb(t)) from task t where t.subject_id = c.case_id) as tasks from regulation_case c where case_id = $1', [caseId]);
    const stood = await rows();
    for (let n = 0; n < 3; n++) {
      await aDayLater();
      await sweepAll();
    }
    expect((await db.ledger.drift.status()).findings.filter(({ subjectId }) => subjectId === caseId)).toMatchObject([{ kind: 'chain-broken', detail, refoldedAt: null }]);
    expect(await rows()).toEqual(stood);
    const told = await db.owner.query<{ person: string; channel: string }[]>(`select person, channel from notice where subject_id = $1 and template = 'chain-broken' order by channel`, [caseId]);
    expect(told).toEqual([{ person: 'p_admin', channel: 'in-app' }, { person: 'p_admin', channel: 'mail' }]);
    expect(await db.ledger.repair.refold(caseId, 'terminal')).toEqual({ refused: 'record-broken', details: [detail] });
    expect(await rows()).toEqual(stood);
    expect(await refolds()).toBe(before);
  });

  it('looks at what has changed at once, and at all the rest within the period', async () => {
    const looks = async () => new Map((await db.owner.query<{ id: string; at: Date }[]>('select subject_id as id, looked_at as at from drift_look')).map(({ id, at }) => [id, at.getTime()]));
    await sweepAll();
    const before = await looks();
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'catatan', visibility: 'counterpart' });
    expect(await db.ledger.drift.sweep({ periodHours: 24 })).toBe(1);
    const after = await looks();
    expect([...after].filter(([id, at]) => at !== before.get(id)).map(([id]) => id)).toEqual([caseId]);
    await aDayLater();
    const all = (await looks()).size;
    expect(await sweepAll()).toBe(all);
    await aDayLater();
    // A period of a day: one each minute is enough for so few.
    expect(await db.ledger.drift.sweep({ periodHours: 24 })).toBe(1);
  });

  it('lets an administrator fold a case anew with a key, and answers the same when asked again', async () => {
    await db.owner.query(`update regulation_case set title = 'Lain' where case_id = $1`, [caseId]);
    const admin = await callerFor(db.ledger, 'admin');
    const key = aKey();
    const answer = await db.ledger.repair.byAdministrator(admin, key, caseId);
    expect(answer).toMatchObject({ refolded: [{ caseId, kind: 'columns-differ' }], left: [] });
    expect(await db.ledger.repair.byAdministrator(admin, key, caseId)).toEqual(answer);
    expect(await db.ledger.repair.byAdministrator(admin, key, 'rpik-1705-2027')).toEqual(caseId === 'rpik-1705-2027' ? answer : { keyReused: true });
    expect(await db.ledger.repair.byAdministrator(admin, aKey(), 'rpik-9999-2027')).toEqual({ notFound: true });
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });
});

describe('the sweep at the gate', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  it('folds arrivals, members and the row of a cohort anew', async () => {
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const input = {
      province: '17', programmeYear: 2027, referencePlans: [], members: ['1701', '1705'].map((regionCode) => ({ regionCode, state: 'active' as const })),
      policy: { need: 'all' as const, mustInclude: [], onCutOff: 'ask' as const, includeReadiness: false }, cutOffOn: '2027-06-30',
    };
    expect(await db.ledger.cohorts.create(coordinator, { key: aKey(), input })).toHaveProperty('applied');
    const caseId = await toGate(db.ledger, '1705', 2027);
    expect(await db.ledger.verifier.verify()).toEqual([]);
    await db.owner.query(`update cohort_arrival set manifest_hash = 'x' where case_id = $1`, [caseId]);
    await db.owner.query(`update cohort_member set state = 'withdrawn' where region = '1701'`);
    await db.owner.query(`update cohort set next_alarm_at = null, state = jsonb_set(state, '{cutOffOn}', '"2027-12-31"')`);
    await db.ledger.drift.sweep();
    const { findings } = await db.ledger.drift.status();
    expect(findings.map(({ subjectId, kind }) => `${subjectId} ${kind}`).sort()).toEqual([
      'cohort-17-2027 columns-differ', 'cohort-17-2027 members-differ', 'cohort-17-2027 state-differs', 'rpik-1705-2027 arrivals-differ',
    ]);
    expect(await db.ledger.verifier.verify()).toEqual([]);
    await db.ledger.drift.sweep();
    expect((await db.ledger.drift.status()).findings).toEqual([]);
  });
});

describe("the sweep over a region's readiness", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
  });
  afterAll(() => db.close());

  const standing = async () => (await db.ledger.drift.status()).findings.map(({ subjectId, kind }) => `${subjectId} ${kind}`).sort();

  it('folds its row and its tasks anew, and tells the administrator of a broken chain once', async () => {
    const say = async (command: ReadinessAct) => {
      const result = await db.ledger.readiness.apply('1705', await callerFor(db.ledger, 'drafter-1705'), { key: aKey(), command });
      if (!('applied' in result)) throw new Error(JSON.stringify(result));
    };
    await say({ type: 'attach-evidence', criterion: 'zoning', documentType: 'zoning-conformity', sha256: 'd'.repeat(64), size: 10, media: 'pdf', name: 'a.pdf' });
    await say({ type: 'submit', criterion: 'zoning', issuedOn: '2026-11-02' });
    await db.ledger.drift.sweep();
    expect(await standing()).toEqual([]);

    await db.owner.query(`update readiness set ready = true, state = jsonb_set(state, '{regionCode}', '"1701"')`);
    await db.owner.query(`delete from task where subject_id = 'readiness-1705'`);
    await db.owner.query(`update drift_look set looked_at = looked_at - interval '1 day'`);
    await db.ledger.drift.sweep();
    expect(await standing()).toEqual(['readiness-1705 columns-differ', 'readiness-1705 state-differs', 'readiness-1705 tasks-differ']);
    expect(await db.ledger.verifier.verify('readiness-1705')).toEqual([]);
    const tasks = await db.owner.query<{ id: string; kind: string; scope: string }[]>('select task_id as id, subject_kind as kind, scope from task');
    expect(tasks).toEqual([{ id: 'readiness-1705/verify.zoning', kind: 'readiness', scope: '17' }]);

    await db.owner.query(`update readiness_event set body = '{}' where seq = 1`);
    for (let n = 0; n < 2; n++) {
      await db.owner.query(`update drift_look set looked_at = looked_at - interval '1 day'`);
      await db.ledger.drift.sweep({ periodHours: 1 / 60 });
    }
    expect(await standing()).toEqual(['readiness-1705 chain-broken']);
    const told = await db.owner.query<object[]>(`select person, facts ->> 'path' as path from notice where template = 'chain-broken' and channel = 'in-app'`);
    expect(told).toEqual([{ person: 'p_admin', path: '/kesiapan/1705' }]);
  });
});
