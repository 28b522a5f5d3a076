import { readinessV1 } from '#process';
import { hashOf, type ReadinessAct, type ReadinessApplied } from '#ledger';
import { aKey, callerFor, openTestDatabase, type TestDatabase } from '#test/database';

const criteria = Object.entries(readinessV1.criteria);
const measures: Record<string, number> = { 'land-area': 0.75, sentra: 6 };

describe('the readiness of a region in the ledger', () => {
  let db: TestDatabase;
  let papers = 0;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
  });
  afterAll(() => db.close());

  const ask = async (region: string, subject: string, command: ReadinessAct, key = aKey()) => db.ledger.readiness.apply(region, await callerFor(db.ledger, subject), { key, command });
  async function act(region: string, subject: string, command: ReadinessAct, key = aKey()): Promise<ReadinessApplied> {
    const result = await ask(region, subject, command, key);
    if (!('applied' in result)) throw new Error(`${subject} ${command.type}: ${JSON.stringify(result)}`);
    return result.applied;
  }
  const attach = async (region: string, criterion: string, documentType: string, subject = `drafter-${region}`) => {
    const sha256 = (++papers).toString(16).padStart(64, '0');
    await act(region, subject, { type: 'attach-evidence', criterion, documentType, sha256, size: 2_000, media: 'pdf', name: `${documentType} ${region}.pdf` });
    return sha256;
  };
  async function submit(region: string, criterion: string, validUntil?: string): Promise<void> {
    for (const type of readinessV1.criteria[criterion as 'clean'].required) await attach(region, criterion, type);
    const measure = measures[criterion];
    await act(region, `drafter-${region}`, { type: 'submit', criterion, issuedOn: '2026-11-02', ...(measure && { measure }), ...(validUntil && { validUntil }) });
  }
  const verify = (region: string, criterion: string) => act(region, 'coordinator-1700', { type: 'verify', criterion });
  const state = async (region: string) => (await db.ledger.registers.readiness.one(await callerFor(db.ledger, 'coordinator-1700'), region))!.state;
  const notices = async (region: string) =>
    db.owner.query<{ template: string; person: string }[]>(`select template, person from notice where subject_id = $1 and channel = 'in-app' order by seq, template, person`, [`readiness-${region}`]);
  const tasks = async (region: string) => (await db.owner.query<{ key: string }[]>('select task_id as key from task where subject_id = $1 order by 1', [`readiness-${region}`])).map(({ key }) => key);

  it('begins with the first act, of whichever of two people comes first, and chains what is said', async () => {
    const put = (documentType: string) => ask('1705', 'drafter-1705', { type: 'attach-evidence', criterion: 'clear', documentType, sha256: 'c'.repeat(64), size: 10, media: 'pdf', name: 'a.pdf' });
    const results = await Promise.all([put('land-certificate'), put('asset-entry')]);
    expect(results.map((result) => ('applied' in result ? result.applied.seq : result)).sort()).toEqual([1, 2]);
    const events = await db.owner.query<{ seq: number; type: string; at: Date; actor: object; body: object; prevHash: string; hash: string }[]>(
      `select seq, type, at, actor, body, prev_hash as "prevHash", hash from readiness_event where readiness_id = 'readiness-1705' order by seq`,
    );
    expect(events[0]!.prevHash).toBe('0'.repeat(64));
    expect(events[1]!.prevHash).toBe(events[0]!.hash);
    for (const { at, prevHash, hash, ...event } of events) expect(hashOf(prevHash, { ...event, caseId: 'readiness-1705', onBehalfOf: null, at: at.toISOString() }, 'readinessId')).toBe(hash);
    expect(JSON.stringify(events)).not.toContain('a.pdf');
    expect(await db.ledger.verifier.verify('readiness-1705')).toEqual([]);
  });

  it('answers a repeated key with what it did, and refuses it for anything else', async () => {
    const key = aKey();
    await attach('1705', 'zoning', 'zoning-conformity');
    const first = await act('1705', 'drafter-1705', { type: 'submit', criterion: 'zoning', issuedOn: '2026-11-02' }, key);
    const again = await act('1705', 'drafter-1705', { type: 'submit', criterion: 'zoning', issuedOn: '2026-11-02' }, key);
    expect([again.seq, again.repeated]).toEqual([first.seq, true]);
    expect(await ask('1705', 'drafter-1705', { type: 'submit', criterion: 'zoning', issuedOn: '2026-11-03' }, key)).toEqual({ keyReused: true });
    expect(await ask('1701', 'drafter-1705', { type: 'withdraw', criterion: 'zoning' }, key)).toMatchObject({ refused: 'not-your-region' });
    expect(await db.ledger.registers.commands.byKey(await callerFor(db.ledger, 'drafter-1705'), key)).toMatchObject({ subject: { kind: 'readiness', id: 'readiness-1705' }, type: 'submit', seq: first.seq });
  });

  it('puts the verification on the list of the coordinator, tells who has to know, and takes it off again', async () => {
    expect(await tasks('1705')).toEqual(['readiness-1705/verify.zoning']);
    const { items } = await db.ledger.registers.worklist.page(await callerFor(db.ledger, 'coordinator-1700'), 'mine', {});
    expect(items.find(({ taskId }) => taskId === 'readiness-1705/verify.zoning')).toMatchObject({ subject: { kind: 'readiness', id: 'readiness-1705' }, region: '1705', regionName: 'Kab. Seluma', title: null });
    expect((await notices('1705')).map(({ template, person }) => `${template} ${person}`)).toEqual(['readiness-submitted p_coordinator-1700', 'readiness-submitted p_coordinator-two-1700']);
    await act('1705', 'coordinator-1700', { type: 'reject', criterion: 'zoning', reason: 'Peta tidak terbaca.' });
    expect(await tasks('1705')).toEqual(['readiness-1705/renew.zoning']);
    await submit('1705', 'zoning');
    await verify('1705', 'zoning');
    expect(await tasks('1705')).toEqual([]);
    expect((await notices('1705')).slice(2).map(({ template, person }) => `${template} ${person}`)).toEqual([
      'readiness-rejected p_drafter-1705', 'readiness-submitted p_coordinator-1700', 'readiness-submitted p_coordinator-two-1700', 'readiness-verified p_drafter-1705',
    ]);
    expect(await db.ledger.verifier.verify('readiness-1705')).toEqual([]);
  });

  it('is expired by the clock, once, after a reminder, and asks the region for new evidence', async () => {
    await submit('1701', 'clean', '2026-12-31');
    await verify('1701', 'clean');
    const alarm = async () => (await db.owner.query<{ at: Date | null }[]>(`select next_alarm_at as at from readiness where region = '1701'`))[0]!.at?.toISOString();
    expect(await alarm()).toBe('2026-12-01T00:30:00.000Z'); // 30 days before 31 December, 07.30 WIB.
    expect(await db.ledger.reconciler.nextAlarmAt()).toEqual(new Date('2026-12-01T00:30:00.000Z'));
    expect(await db.ledger.readiness.attendDue()).toBe(0);
    await db.ledger.clock.moveTo(Date.parse('2026-12-01T00:30:00.000Z'));
    expect(await db.ledger.reconciler.dueBy(new Date('2026-12-01T00:30:00.000Z'))).toEqual([{ kind: 'readiness', id: 'readiness-1701', seq: 4 }]);
    expect(await db.ledger.readiness.attendDue()).toBe(1);
    expect(await alarm()).toBe('2026-12-24T00:30:00.000Z');
    await db.ledger.clock.moveTo(Date.parse('2026-12-31T17:00:00.000Z'));
    expect((await Promise.all([1, 2, 3].map(() => db.ledger.readiness.attendDue()))).some((count) => count > 0)).toBe(true);
    expect((await state('1701')).criteria['clean']).toMatchObject({ expired: { validUntil: '2026-12-31' } });
    expect((await notices('1701')).map(({ template }) => template).slice(-2)).toEqual(['readiness-expiring', 'readiness-expired']);
    expect(await tasks('1701')).toEqual(['readiness-1701/renew.clean']);
    expect(await alarm()).toBeUndefined();
    expect(await db.ledger.verifier.verify('readiness-1701')).toEqual([]);
  });

  it('is proposed when nothing is lacking and funded by the ministry, who reads the papers from then on', async () => {
    for (const [name] of criteria) if ((await state('1705')).criteria[name]?.standing === undefined) await submit('1705', name).then(() => verify('1705', name));
    const [paper] = (await state('1705')).criteria['land-area']!.standing!.evidence;
    const reads = async (subject: string) => Boolean(await db.ledger.registers.documents.access(paper!.sha256, await callerFor(db.ledger, subject)));
    expect([await reads('drafter-1705'), await reads('coordinator-1700'), await reads('drafter-1701'), await reads('ministry-reviewer')]).toEqual([true, true, false, false]);
    expect(await tasks('1705')).toEqual(['readiness-1705/propose-funding']);
    await act('1705', 'coordinator-1700', { type: 'propose-funding', note: 'Siap sejak Desember.' });
    expect(await reads('ministry-reviewer')).toBe(true);
    expect(await tasks('1705')).toEqual(['readiness-1705/decide-funding']);
    const listed = async (subject: string, funding: 'proposed' | 'funded') =>
      (await db.ledger.registers.readiness.list(await callerFor(db.ledger, subject), { funding }, {})).items.map(({ region }) => region.code);
    expect([await listed('ministry-reviewer', 'proposed'), await listed('drafter-1701', 'proposed')]).toEqual([['1705'], []]);
    const minutes = await attach('1705', 'site-visits', 'field-check-minutes', 'ministry-reviewer');
    await act('1705', 'ministry-reviewer', { type: 'record-visit', visitedOn: '2026-12-15', visitors: 'Direktorat PWI', minutes });
    await act('1705', 'ministry-signer', { type: 'fund', reference: 'DAK/2027/017' });
    expect([await listed('ministry-reviewer', 'proposed'), await listed('ministry-reviewer', 'funded')]).toEqual([[], ['1705']]);
    expect((await notices('1705')).filter(({ template }) => template === 'readiness-funded').map(({ person }) => person)).toEqual(['p_coordinator-1700', 'p_coordinator-two-1700', 'p_drafter-1705', 'p_head-1705']);
    expect(await db.ledger.verifier.verify()).toEqual([]);
  });

  it('stands behind the wall of its region, and its record cannot be rewritten by the application', async () => {
    const seen = (scopes: string[], table: string) => db.ledger.database.inScope(scopes, (tx) => tx.query<{ region: string }[]>(`select distinct region from ${table} order by region`));
    for (const table of ['readiness', 'readiness_event']) {
      expect(await seen([], table)).toEqual([]);
      expect(await seen(['1701'], table)).toEqual([{ region: '1701' }]);
      expect(await seen(['17'], table)).toEqual([]);
      expect(await seen(['*'], table)).toEqual([{ region: '1701' }, { region: '1705' }]);
    }
    const tamper = (sql: string) => db.ledger.database.inScope(['*'], (tx) => tx.query(sql));
    await expect(tamper(`update readiness_event set type = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(tamper('delete from readiness_event')).rejects.toThrow(/permission denied/);
    await expect(tamper('delete from readiness')).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['a body', `update readiness_event set body = replace(body::text, '2026-11-02', '2026-11-03')::json where seq = 3 and region = '1701'`, 'chain-broken: event 3 is not what was recorded'],
    ['a removed end', `delete from readiness_event where region = '1701' and seq = 4`, 'chain-broken: event 4 is missing'],
    ['a state', `update readiness set state = jsonb_set(state, '{criteria}', '{}') where region = '1701'`, 'state-differs: $.criteria.clean is undefined'],
    ['a column', `update readiness set ready = true where region = '1701'`, 'columns-differ: $.ready is true, the record says false'],
    ['a task', `delete from task where subject_id = 'readiness-1701'`, 'tasks-differ: '],
    ['a notice', `update notice set template = 'readiness-funded' where subject_id = 'readiness-1701' and template = 'readiness-expired'`, 'notices-differ: missing: readiness-expired'],
  ])('lets the verifier find %s that was tampered with', async (_, statement, finding) => {
    const tables = ['readiness_event', 'readiness', 'task', 'notice'];
    const runner = db.owner.createQueryRunner();
    for (const table of tables) await runner.query(`create temporary table kept_${table} as select * from ${table} where ${table === 'task' || table === 'notice' ? 'subject_id' : 'readiness_id'} = 'readiness-1701'`);
    try {
      await runner.query(statement);
      const found = (await db.ledger.verifier.verify('readiness-1701')).map(({ kind, detail }) => `${kind}: ${detail}`);
      expect(found[0]?.startsWith(finding) ? finding : found).toBe(finding);
    } finally {
      await runner.query(`delete from readiness_event where readiness_id = 'readiness-1701'; insert into readiness_event table kept_readiness_event`);
      await runner.query(`update readiness d set state = k.state, ready = k.ready from kept_readiness k where k.readiness_id = d.readiness_id`);
      await runner.query(`delete from notice where subject_id = 'readiness-1701'; insert into notice table kept_notice`);
      await runner.query(`delete from task where subject_id = 'readiness-1701'`);
      await runner.query(`insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since) select task_id, subject_kind, subject_id, region, key, role, scope, verb, since from kept_task`);
      await runner.query(tables.map((table) => `drop table kept_${table}`).join('; '));
      await runner.release();
    }
    expect(await db.ledger.verifier.verify('readiness-1701')).toEqual([]);
  });

  it('says when there is no such record', async () => {
    expect(await db.ledger.verifier.verify('readiness-1771')).toEqual([{ caseId: 'readiness-1771', kind: 'chain-broken', detail: 'there is no such record of readiness' }]);
  });
});
