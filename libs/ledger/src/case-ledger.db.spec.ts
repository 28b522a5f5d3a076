import { Ledger } from '#ledger';
import { canonicalJson } from '#process';
import {
  act,
  aKey,
  attach,
  callerFor,
  carry,
  fileCase,
  openTestDatabase,
  programme,
  statementsOf,
  type TestDatabase,
  toPreparation,
} from '#test/database';
import { createHash } from 'node:crypto';

describe('the ledger of a case', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  const eventsOf = (caseId: string) =>
    db.owner.query<
      { seq: number; type: string; at: Date; actor: object; on_behalf_of: object | null; body: object; prev_hash: string; hash: string }[]
    >('select * from case_event where case_id = $1 order by seq', [caseId]);

  it('is a chain that anybody can recompute with SHA-256 and canonical JSON', async () => {
    const caseId = await toPreparation(db.ledger, { year: 2027 });
    let prevHash = '0'.repeat(64);
    const events = await eventsOf(caseId);
    expect(events.map(({ type }) => type)).toEqual(['case-filed', 'document-attached', 'transfer-started', 'case-moved']);
    for (const [index, event] of events.entries()) {
      const { type, actor, body } = event;
      const link = canonicalJson({ caseId, seq: index + 1, type, at: event.at.toISOString(), actor, onBehalfOf: event.on_behalf_of, body });
      expect(event.prev_hash).toBe(prevHash);
      prevHash = createHash('sha256').update(`${prevHash}\n${link}`).digest('hex');
      expect(event.hash).toBe(prevHash);
    }
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it('keeps the words of a note beside the chain, and only their seal in it', async () => {
    const caseId = await fileCase(db.ledger, { year: 2028 });
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'Pasal 7 belum selaras', visibility: 'counterpart' });
    const [, event] = await eventsOf(caseId);
    expect(JSON.stringify(event)).not.toContain('belum selaras');
    const [words] = await db.owner.query<{ sha256: string; salt: string; text: string }[]>('select * from confidential_text where case_id = $1', [
      caseId,
    ]);
    const { remark } = event!.body as { remark: { text: { sha256: string } } };
    expect(
      createHash('sha256')
        .update(words!.salt + words!.text)
        .digest('hex'),
    ).toBe(remark.text.sha256);
    const texts = await db.ledger.registers.cases.texts(await callerFor(db.ledger, 'drafter-1705'), caseId);
    expect(texts.get(remark.text.sha256)?.text).toBe('Pasal 7 belum selaras');
  });

  it('lets an internal remark be read within the level of its author only', async () => {
    const caseId = await fileCase(db.ledger, { year: 2029 });
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'untuk provinsi saja', visibility: 'internal' });
    const readable = async (subject: string) =>
      [...(await db.ledger.registers.cases.texts(await callerFor(db.ledger, subject), caseId)).values()].map(({ text }) => text);
    expect(await readable('planner-1700')).toEqual(['untuk provinsi saja']);
    expect(await readable('drafter-1705')).toEqual([]);
    expect(await readable('ministry-reviewer')).toEqual([]);
  });

  it('answers a repeated key as before, and records the act once', async () => {
    const caseId = await fileCase(db.ledger, { year: 2030 });
    await attach(db.ledger, caseId, 'drafter-1705', 'council-programme-decision');
    const key = aKey();
    const first = await act(db.ledger, caseId, 'drafter-1705', programme(2030), key);
    expect(first).toMatchObject({ repeated: false, seq: 3, transfer: { seq: 3, outcome: 'carrying' } });
    await carry(db.ledger, caseId);
    const second = await act(db.ledger, caseId, 'drafter-1705', programme(2030), key);
    expect(second).toMatchObject({ repeated: true, seq: 3, transfer: { seq: 3, bytes: first.transfer!.bytes, outcome: 'moved' } });
    expect(second.state.stage).toBe('preparation');
    expect(await eventsOf(caseId)).toHaveLength(4);
  });

  it('takes the same key from twenty callers at once as one act', async () => {
    const caseId = await fileCase(db.ledger, { year: 2031 });
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const key = aKey();
    const command = { type: 'add-remark' as const, text: 'satu kali saja', visibility: 'counterpart' as const };
    const elsewhere = new (db.ledger.cases.constructor as new (...parts: unknown[]) => typeof db.ledger.cases)(
      db.ledger.database,
      db.ledger.rulebook,
    );
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? db.ledger.cases : elsewhere).apply(caseId, caller, { key, command })),
    );
    expect(results.filter((result) => 'applied' in result && !result.applied.repeated)).toHaveLength(1);
    expect(results.filter((result) => 'applied' in result && result.applied.repeated)).toHaveLength(19);
    expect((await eventsOf(caseId)).filter(({ type }) => type === 'remark-added')).toHaveLength(1);
  });

  it('refuses a key that was used for something else, on this case or another', async () => {
    const caseId = await fileCase(db.ledger, { year: 2032 });
    const other = await fileCase(db.ledger, { region: '1701', year: 2032 });
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const key = aKey();
    const command = { type: 'add-remark' as const, text: 'pertama', visibility: 'counterpart' as const };
    expect(await db.ledger.cases.apply(caseId, caller, { key, command })).toHaveProperty('applied');
    expect(await db.ledger.cases.apply(caseId, caller, { key, command: { ...command, text: 'kedua' } })).toEqual({ keyReused: true });
    expect(await db.ledger.cases.apply(other, caller, { key, command })).toEqual({ keyReused: true });
    expect(await eventsOf(other)).toHaveLength(1);
  });

  it('stores no refusal: the same key is judged afresh', async () => {
    const caseId = await fileCase(db.ledger, { year: 2033 });
    const caller = await callerFor(db.ledger, 'drafter-1705');
    const key = aKey();
    expect(await db.ledger.cases.apply(caseId, caller, { key, command: programme(2033) })).toMatchObject({ refused: 'missing-documents' });
    await attach(db.ledger, caseId, 'drafter-1705', 'council-programme-decision');
    expect(await db.ledger.cases.apply(caseId, caller, { key, command: programme(2033) })).toMatchObject({ applied: { repeated: false } });
  });

  it('compares expectedSeq with the last substantive event', async () => {
    const caseId = await fileCase(db.ledger, { year: 2034 });
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const remark = { type: 'add-remark' as const, text: 'catatan', visibility: 'counterpart' as const };
    await act(db.ledger, caseId, 'drafter-1705', { type: 'claim-task', task: 'programme.regency-drafter' });
    expect(await db.ledger.cases.apply(caseId, caller, { key: aKey(), command: remark, expectedSeq: 1 })).toHaveProperty('applied');
    expect(await db.ledger.cases.apply(caseId, caller, { key: aKey(), command: remark, expectedSeq: 1 })).toMatchObject({ refused: 'stale' });
  });

  it('knows no case outside the scope of the caller', async () => {
    const caseId = await fileCase(db.ledger, { year: 2035 });
    const stranger = await callerFor(db.ledger, 'drafter-1701');
    expect(await db.ledger.cases.apply(caseId, stranger, { key: aKey(), command: { type: 'open-desk' } })).toEqual({ notFound: true });
    expect(await db.ledger.registers.cases.one(stranger, caseId)).toBeUndefined();
  });

  it('takes at most eight statements', async () => {
    const caseId = await fileCase(db.ledger, { year: 2036 });
    const caller = await callerFor(db.ledger, 'drafter-1705');
    await attach(db.ledger, caseId, 'drafter-1705', 'council-programme-decision');
    const sent = await statementsOf(() => db.ledger.cases.apply(caseId, caller, { key: aKey(), command: programme(2036) }));
    expect(sent[0]).toMatch(/^START TRANSACTION/);
    expect(sent.at(-1)).toMatch(/^COMMIT/);
    expect(sent.length).toBeLessThanOrEqual(8);
  });

  it('waits for the disk once per command', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2036 });
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const alone = await Ledger.connect(db.appUrl, { pool: 1 });
    const apply = () =>
      alone.cases.apply(caseId, caller, { key: aKey(), command: { type: 'add-remark', text: 'catatan', visibility: 'counterpart' } });
    const syncs = async () => {
      await alone.database.dataSource.query('select pg_stat_force_next_flush()');
      const [backend] = await alone.database.dataSource.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      const [row] = await db.owner.query<{ syncs: string }[]>(`select sum(fsyncs) as syncs from pg_stat_get_backend_io($1) where object = 'wal'`, [
        backend!.pid,
      ]);
      return Number(row!.syncs);
    };
    await apply();
    // Whoever fills the last page of a WAL segment syncs for everybody: a round in which that falls on us counts one more.
    const rounds: number[] = [];
    for (let round = 0; round < 3; round++) {
      const before = await syncs();
      for (let n = 0; n < 10; n++) expect(await apply()).toHaveProperty('applied');
      rounds.push((await syncs()) - before);
    }
    const waited = Math.min(...rounds.filter((count) => count > 0));
    await alone.database.close();
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThanOrEqual(10);
  });

  it('files a region and year once, also from two desks at the same moment, and numbers it anew after it was closed', async () => {
    const input = { process: 'rpik', regionCode: '1705', programmeYear: 2037, title: 'RPIK Seluma', planYears: { from: 2037, to: 2057 } };
    const drafter = await callerFor(db.ledger, 'drafter-1705');
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const elsewhere = new (db.ledger.cases.constructor as new (...parts: unknown[]) => typeof db.ledger.cases)(
      db.ledger.database,
      db.ledger.rulebook,
    );
    const both = await Promise.all([db.ledger.cases.file(drafter, { key: aKey(), input }), elsewhere.file(coordinator, { key: aKey(), input })]);
    expect(both.filter((result) => 'applied' in result)).toHaveLength(1);
    expect(both.filter((result) => 'refused' in result)).toEqual([{ refused: 'case-open-already', details: ['rpik-1705-2037'] }]);

    await attach(db.ledger, 'rpik-1705-2037', 'head-1705', 'withdrawal-letter');
    await act(db.ledger, 'rpik-1705-2037', 'head-1705', { type: 'take-transition', transition: 'withdraw' });
    await carry(db.ledger, 'rpik-1705-2037');
    expect(await db.ledger.cases.file(drafter, { key: aKey(), input })).toMatchObject({ applied: { caseId: 'rpik-1705-2037.2' } });
  });

  it('answers a repeated filing, and refuses its key for another', async () => {
    const input = { process: 'rpik', regionCode: '1705', programmeYear: 2038, title: 'RPIK Seluma', planYears: { from: 2038, to: 2058 } };
    const caller = await callerFor(db.ledger, 'drafter-1705');
    const key = aKey();
    const results = await Promise.all([1, 2, 3].map(() => db.ledger.cases.file(caller, { key, input })));
    expect(results.map((result) => 'applied' in result && result.applied.seq)).toEqual([1, 1, 1]);
    expect(await db.ledger.cases.file(caller, { key, input: { ...input, title: 'Judul lain' } })).toEqual({ keyReused: true });
  });

  it('decides between two coordinators who act at once: one wins', async () => {
    const caseId = await fileCase(db.ledger, { year: 2039 });
    const [one, two] = await Promise.all([callerFor(db.ledger, 'coordinator-1700'), callerFor(db.ledger, 'coordinator-two-1700')]);
    const remark = { type: 'add-remark' as const, text: 'saya dulu', visibility: 'counterpart' as const };
    const results = await Promise.all(
      [one, two].map((caller) => db.ledger.cases.apply(caseId, caller!, { key: aKey(), command: remark, expectedSeq: 1 })),
    );
    expect(results.map((result) => ('refused' in result ? result.refused : 'applied')).sort()).toEqual(['applied', 'stale']);
  });

  it('gives a task to one of two who claim it at once', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2039 });
    await db.ledger.register.install([
      {
        id: 'p_second',
        subject: 'second-drafter',
        name: 'Pejabat kedua',
        offices: [{ role: 'regency-drafter', scope: '1701', capacity: 'definitive', from: '2020-01-01', decree: 'SK' }],
      },
    ]);
    const callers = await Promise.all(['drafter-1701', 'second-drafter'].map((subject) => callerFor(db.ledger, subject)));
    const results = await Promise.all(
      callers.map((caller) =>
        db.ledger.cases.apply(caseId, caller, { key: aKey(), command: { type: 'claim-task', task: 'programme.regency-drafter' } }),
      ),
    );
    expect(results.map((result) => ('refused' in result ? result.refused : 'applied')).sort()).toEqual(['applied', 'task-taken']);
    const [task] = await db.owner.query<{ claimed_by: string }[]>('select claimed_by from task where subject_id = $1', [caseId]);
    expect(['p_drafter-1701', 'p_second']).toContain(task!.claimed_by);
  });

  it('turns away the crowd on one case and serves all others meanwhile', async () => {
    const [hot, calm] = [await fileCase(db.ledger, { year: 2040 }), await fileCase(db.ledger, { region: '1701', year: 2040 })];
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const remark = (n: number) => ({ type: 'add-remark' as const, text: `catatan ${n}`, visibility: 'counterpart' as const });
    const lock = db.owner.createQueryRunner();
    await lock.startTransaction();
    await lock.query('select 1 from regulation_case where case_id = $1 for update', [hot]);
    const crowd = Array.from({ length: 30 }, (_, n) => db.ledger.cases.apply(hot, caller, { key: aKey(), command: remark(n) }));
    expect(await db.ledger.cases.apply(calm, caller, { key: aKey(), command: remark(0) })).toHaveProperty('applied');
    await lock.commitTransaction();
    await lock.release();
    const results = await Promise.all(crowd);
    expect(results.filter((result) => 'busy' in result)).toHaveLength(19);
    expect(results.filter((result) => 'applied' in result)).toHaveLength(11);
  });

  it('says busy when the row is held for long, and records nothing', async () => {
    const caseId = await fileCase(db.ledger, { year: 2041 });
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const lock = db.owner.createQueryRunner();
    await lock.startTransaction();
    await lock.query('select 1 from regulation_case where case_id = $1 for update', [caseId]);
    const result = await db.ledger.cases.apply(caseId, caller, { key: aKey(), command: { type: 'open-desk' } });
    await lock.rollbackTransaction();
    await lock.release();
    expect(result).toEqual({ busy: true, retryAfter: 1 });
    expect(await eventsOf(caseId)).toHaveLength(1);
  });

  it('previews what would be recorded, and writes nothing', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2041 });
    await attach(db.ledger, caseId, 'drafter-1701', 'council-programme-decision');
    const preview = await db.ledger.cases.preview(caseId, await callerFor(db.ledger, 'drafter-1701'), programme(2041));
    expect(preview).toMatchObject({ events: [{ type: 'transfer-started' }], after: { transfer: { to: 'preparation' } } });
    expect(await eventsOf(caseId)).toHaveLength(2);
  });

  it('keeps the state of a case small', async () => {
    const [largest] = await db.owner.query<{ bytes: number }[]>('select max(octet_length(state::text)) as bytes from regulation_case');
    expect(Number(largest!.bytes)).toBeGreaterThan(100);
    expect(Number(largest!.bytes)).toBeLessThan(30_000);
  });
});
