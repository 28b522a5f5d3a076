import { act, aKey, attach, callerFor, carry, fileCase, openTestDatabase, programme, type TestDatabase, toPreparation } from '#test/database';
import { plant } from '#test/plant';
import { aCaseAt } from '../../process/testing';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('a transfer in the ledger', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  async function underWay(region: string, year: number): Promise<{ caseId: string; seq: number }> {
    const caseId = await fileCase(db.ledger, { region, year });
    await attach(db.ledger, caseId, `drafter-${region}`, 'council-programme-decision');
    const { transfer } = await act(db.ledger, caseId, `drafter-${region}`, programme(year));
    return { caseId, seq: transfer!.seq };
  }
  const eventTypes = async (caseId: string) =>
    (await db.owner.query<{ type: string }[]>('select type from case_event where case_id = $1 order by seq', [caseId])).map(({ type }) => type);

  it('tells the workflow what to re-hash and carries the case exactly once, however often it is completed', async () => {
    const { caseId, seq } = await underWay('1705', 2027);
    expect(await db.ledger.cases.agenda(caseId)).toMatchObject({ open: true, seq, transfer: { seq } });
    expect(await db.ledger.cases.manifestInTransfer(caseId, seq)).toMatchObject([{ type: 'council-programme-decision', version: 1 }]);
    const completions = await Promise.all(Array.from({ length: 8 }, () => db.ledger.cases.completeTransfer(caseId, seq, { intact: true })));
    expect(new Set(completions.map(({ outcome }) => outcome))).toEqual(new Set(['moved']));
    expect((await eventTypes(caseId)).filter((type) => type === 'case-moved')).toHaveLength(1);
    expect(await db.ledger.cases.manifestInTransfer(caseId, seq)).toBeUndefined();
    expect(await db.ledger.cases.completeTransfer(caseId, seq, { damaged: [0] })).toMatchObject({ outcome: 'moved' });
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it('leaves the case at its desk when the checkpoint found damage', async () => {
    const { caseId, seq } = await underWay('1705', 2028);
    expect(await db.ledger.cases.completeTransfer(caseId, seq, { damaged: [0] })).toMatchObject({ outcome: 'damaged', now: { open: true } });
    expect(await eventTypes(caseId)).toContain('transfer-failed');
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it('tells a checkpoint that came too late what became of the transfer', async () => {
    const { caseId, seq } = await underWay('1705', 2029);
    expect(await db.ledger.cases.completeTransfer(caseId, seq, { gone: true })).toMatchObject({ outcome: 'carrying' });
    const caller = await callerFor(db.ledger, 'drafter-1705');
    expect(await db.ledger.cases.apply(caseId, caller, { key: aKey(), command: { type: 'cancel-transfer' } })).toMatchObject({
      refused: 'transfer-too-young',
    });
    await db.ledger.clock.moveTo((await db.ledger.clock.now()).at + 2 * minute);
    await act(db.ledger, caseId, 'drafter-1705', { type: 'cancel-transfer' });
    expect(await db.ledger.cases.completeTransfer(caseId, seq, { intact: true })).toMatchObject({ outcome: 'cancelled' });
    await expect(db.ledger.cases.completeTransfer(caseId, 99, { intact: true })).rejects.toThrow(/never had a transfer 99/);
  });

  it('asks for the comparison of the approved text with the endorsed one, and records it once with its notices', async () => {
    const [caseId = ''] = await plant(db, [{ life: aCaseAt('deliberation', { on: '2026-03-02' }), year: 2040 }]);
    await act(db.ledger, caseId, 'council-1705', { type: 'take-transition', transition: 'start-discussion', facts: { discussionStartedOn: '2026-03-02' } });
    await attach(db.ledger, caseId, 'council-1705', 'joint-approval-minutes');
    const approved = await attach(db.ledger, caseId, 'council-1705', 'approved-draft', 'docx');
    for (const who of ['council-1705', 'head-1705']) await act(db.ledger, caseId, who, { type: 'take-transition', transition: 'approve-jointly', facts: { jointApprovedOn: '2026-03-02' } });
    await carry(db.ledger, caseId);
    const { toCompare = 0 } = await db.ledger.cases.agenda(caseId);
    expect((await eventTypes(caseId)).at(-1)).toBe('case-moved');
    // The planted case has no bytes of its earlier texts; of the new one its kind is known.
    expect(await db.ledger.cases.textsToCompare(caseId, toCompare)).toEqual([{ type: 'approved-draft', before: null, after: { sha256: approved, media: 'docx' } }, { type: 'plan-annex', before: null, after: null }]);
    expect(await db.ledger.cases.textsToCompare(caseId, toCompare + 1)).toBeUndefined();
    const record = () => db.ledger.cases.applySystem(caseId, `compared/${toCompare}`, { type: 'record-comparison', moved: toCompare, findings: { 'approved-draft': { result: 'not-comparable', because: 'damaged' } }, actor: { system: 'comparison' } });
    await Promise.all([record(), record()]);
    expect((await eventTypes(caseId)).filter((type) => type === 'texts-compared')).toHaveLength(1);
    expect(await db.ledger.cases.textsToCompare(caseId, toCompare)).toBeUndefined();
    expect((await db.ledger.cases.agenda(caseId)).toCompare).toBeUndefined();
    const { state } = (await db.ledger.registers.cases.one(await callerFor(db.ledger, 'ministry-reviewer'), caseId))!;
    expect(state.compared).toMatchObject({ matrix: 'same', texts: [{ type: 'approved-draft', result: 'not-comparable', because: 'damaged' }, { type: 'plan-annex', result: 'identical' }] });
    const told = await db.owner.query<{ person: string }[]>(`select person from notice where subject_id = $1 and template = 'texts-compared' and channel = 'in-app' order by person`, [caseId]);
    expect(told.map(({ person }) => person)).toEqual(['p_coordinator-1700', 'p_coordinator-two-1700', 'p_ministry-reviewer']);
  });

  it('asks for the workflow only when there is something to carry, and clears just what was served', async () => {
    const caseId = await toPreparation(db.ledger, { region: '1701', year: 2030 });
    const requests = () =>
      db.owner.query<{ seq: number; version: string }[]>(`select seq, version from agenda where kind = 'case' and id = $1`, [caseId]);
    const filed = await requests();
    expect(filed).toHaveLength(1);
    await db.ledger.cases.attend(caseId, 0);
    expect(await requests()).toEqual([]);
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'tidak perlu diantar', visibility: 'counterpart' });
    expect(await requests()).toEqual([]);
    await attach(db.ledger, caseId, 'drafter-1701', 'team-decree');
    await attach(db.ledger, caseId, 'drafter-1701', 'plan-document');
    await act(db.ledger, caseId, 'drafter-1701', { type: 'take-transition', transition: 'complete-preparation' });
    expect(await requests()).toHaveLength(1);
    await carry(db.ledger, caseId);
  });

  it('gives requests to the relay after two seconds, to one relay at a time, and keeps them until they are served', async () => {
    await db.owner.query('delete from agenda');
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2031 });
    expect(await db.ledger.agenda.claim()).toEqual([]);
    await db.owner.query(`update agenda set next_try_at = clock_timestamp() - interval '1 second'`);
    const claims = await Promise.all([db.ledger.agenda.claim(), db.ledger.agenda.claim()]);
    expect(claims.flat()).toEqual([{ kind: 'case', id: caseId, seq: 1 }]);
    expect(await db.ledger.agenda.waiting()).toMatchObject({ count: 1 });
    const [row] = await db.owner.query<{ wait: string; tries: number }[]>(
      'select extract(epoch from next_try_at - clock_timestamp()) as wait, tries from agenda',
    );
    expect(Number(row!.wait)).toBeGreaterThan(1);
    expect(row!.tries).toBe(1);
    await db.owner.query(`update agenda set tries = 30, next_try_at = clock_timestamp()`);
    await db.ledger.agenda.claim();
    const [capped] = await db.owner.query<{ wait: string }[]>('select extract(epoch from next_try_at - clock_timestamp()) as wait from agenda');
    expect(Math.round(Number(capped!.wait))).toBe(600);
    await db.ledger.cases.attend(caseId, 1);
    expect(await db.ledger.agenda.waiting()).toEqual({ count: 0, oldestSeconds: 0 });
  });

  it('marks a case whose record is behind what its workflow has seen, once', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2032 });
    expect((await db.ledger.cases.attend(caseId, 40)).seq).toBe(2);
    expect((await db.ledger.cases.attend(caseId, 40)).seq).toBe(2);
    expect(await eventTypes(caseId)).toEqual(['case-filed', 'seq-behind']);
  });
});

describe('time in the ledger', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  it('stamps acts by the simulated clock, and tells alarms in real time', async () => {
    const start = Date.parse('2026-11-24T03:12:00.000Z');
    await db.ledger.clock.moveTo(start);
    const caseId = await fileCase(db.ledger);
    const record = await db.ledger.registers.cases.one(await callerFor(db.ledger, 'drafter-1705'), caseId);
    expect(Date.parse(record!.state.at) - start).toBeGreaterThanOrEqual(0);
    expect(Date.parse(record!.state.at) - start).toBeLessThan(minute);
    const { alarm } = await db.ledger.cases.agenda(caseId);
    const { offset } = await db.ledger.clock.now();
    const [row] = await db.owner.query<{ at: Date }[]>('select next_alarm_at as at from regulation_case where case_id = $1', [caseId]);
    expect(alarm!.at).toBe(row!.at.getTime() - offset);
  });

  it('moves only forwards once it has been set', async () => {
    const { at } = await db.ledger.clock.now();
    expect(await db.ledger.clock.moveTo(at - day)).toEqual({ refused: 'clock-moves-forwards-only' });
    expect((await db.ledger.clock.now()).at).toBeGreaterThanOrEqual(at);
  });

  it('never lets an event lie before the one it follows', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701' });
    await db.owner.query(`update simulated_clock set offset_ms = offset_ms - 3600000`);
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'jam mundur', visibility: 'counterpart' });
    await db.owner.query(`update simulated_clock set offset_ms = offset_ms + 3600000`);
    const events = await db.owner.query<{ at: Date }[]>('select at from case_event where case_id = $1 order by seq', [caseId]);
    expect(events[1]!.at.getTime()).toBe(events[0]!.at.getTime());
  });

  it('records what has become due when it is attended, and only once', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2028 });
    const types = async () =>
      (await db.owner.query<{ type: string }[]>('select type from case_event where case_id = $1 order by seq', [caseId])).map(({ type }) => type);
    await db.ledger.cases.attend(caseId, 1);
    expect(await types()).toEqual(['case-filed']);
    const next = await db.ledger.reconciler.nextAlarmAt();
    await db.ledger.clock.moveTo(next!.getTime());
    expect((await db.ledger.reconciler.dueBy(next!)).map(({ id }) => id)).toContain(caseId);
    const [one, two] = await Promise.all([db.ledger.cases.attend(caseId, 1), db.ledger.cases.attend(caseId, 1)]);
    expect(await types()).toEqual(['case-filed', 'reminder-due']);
    expect(one.alarm!.at).toBe(two.alarm!.at);
    expect(one.alarm!.at).toBeGreaterThan(Date.now());
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });
});
