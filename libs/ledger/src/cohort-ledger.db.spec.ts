import { type CohortApplied, cohortHashOf, genesis } from '#ledger';
import { act, aKey, attach, callerFor, carry, openTestDatabase, type TestDatabase, toGate } from '#test/database';

const regions = ['1701', '1705'];
const amendment = { type: 'amend-claims' as const, sha256: 'a'.repeat(64), valid: true, resolution: 'X01.1701-1705.kopi', tables: [] };

describe('the synchronization gate in the ledger', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
  });
  afterAll(() => db.close());

  async function create(programmeYear: number): Promise<CohortApplied> {
    const created = await db.ledger.cohorts.create(await callerFor(db.ledger, 'coordinator-1700'), {
      key: aKey(),
      input: {
        province: '17',
        programmeYear,
        referencePlans: [],
        members: regions.map((regionCode) => ({ regionCode, state: 'active' as const })),
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
        cutOffOn: '2026-12-18',
      },
    });
    if (!('applied' in created)) throw new Error(JSON.stringify(created));
    return created.applied;
  }

  it('opens once all have come, exactly once however many release it at the same moment', async () => {
    const { cohortId } = await create(2027);
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const release = (key = aKey()) => db.ledger.cohorts.apply(cohortId, coordinator, { key, command: { type: 'release' } });
    expect(await release()).toMatchObject({ refused: 'nobody-at-gate' });
    const first = await toGate(db.ledger, '1705', 2027);
    expect(await release()).toMatchObject({ refused: 'gate-shut', details: ['members-missing', '1701'] });
    const second = await toGate(db.ledger, '1701', 2027);
    const [requests] = await db.owner.query<{ count: string }[]>(`select count(*) from agenda where kind = 'cohort' and id = $1`, [cohortId]);
    expect(requests).toEqual({ count: '1' });

    const results = await Promise.all([1, 2, 3, 4].map(() => release()));
    expect(results.filter((result) => 'applied' in result)).toHaveLength(1);
    const members = await db.ledger.cohorts.membersToOpen(cohortId);
    expect(members.map(({ caseId }) => caseId)).toEqual([second, first]);

    const passages = await Promise.all([...members, ...members].map((member) => db.ledger.cohorts.openGate(db.ledger.cases, member)));
    expect(passages).toEqual(['opened', 'opened', 'opened', 'opened']);
    expect(await db.ledger.cohorts.membersToOpen(cohortId)).toEqual([]);
    expect(await db.ledger.cohorts.attend(cohortId)).toMatchObject({ open: false, toOpen: 0 });
    for (const caseId of [first, second]) {
      expect((await db.ledger.registers.cases.one(coordinator, caseId))!.state.stage).toBe('recommendation');
      expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
    }
    const board = await db.ledger.registers.cohorts.board(await callerFor(db.ledger, 'drafter-1701'), cohortId);
    expect(board!.rows).toMatchObject([
      { region: '1701', stage: 'recommendation' },
      { region: '1705', stage: 'recommendation' },
    ]);
  });

  it('keeps a chain of its own, hashed the same way', async () => {
    const events = await db.owner.query<
      { cohort_id: string; seq: number; type: string; at: Date; actor: object; on_behalf_of: object | null; body: object; hash: string }[]
    >(`select * from cohort_event where cohort_id = 'cohort-17-2027' order by seq`);
    expect(events.map(({ type }) => type)).toEqual(['cohort-created', 'gate-released', 'member-passed', 'member-passed']);
    let prevHash = genesis;
    for (const { cohort_id: caseId, seq, type, at, actor, on_behalf_of: onBehalfOf, body, hash } of events) {
      prevHash = cohortHashOf(prevHash, { caseId, seq, type, at: at.toISOString(), actor, onBehalfOf, body });
      expect(hash).toBe(prevHash);
    }
  });

  it('records a member that has left between the release and its gate', async () => {
    const { cohortId } = await create(2028);
    const [one, two] = [await toGate(db.ledger, '1701', 2028), await toGate(db.ledger, '1705', 2028)];
    expect(
      await db.ledger.cohorts.apply(cohortId, await callerFor(db.ledger, 'coordinator-1700'), { key: aKey(), command: { type: 'release' } }),
    ).toHaveProperty('applied');
    const amended = await db.ledger.cases.apply(two, await callerFor(db.ledger, 'drafter-1705'), { key: aKey(), command: amendment });
    expect(amended).toMatchObject({ refused: 'gate-released' });
    await attach(db.ledger, one, 'head-1701', 'withdrawal-letter');
    await act(db.ledger, one, 'head-1701', { type: 'take-transition', transition: 'withdraw' });
    await carry(db.ledger, one);
    const outcomes = [];
    for (const member of await db.ledger.cohorts.membersToOpen(cohortId))
      outcomes.push([member.caseId, await db.ledger.cohorts.openGate(db.ledger.cases, member)]);
    expect(outcomes).toEqual([
      [one, 'left'],
      [two, 'opened'],
    ]);
  });

  it('lets a case decide before a release or after it, never in between', async () => {
    const { cohortId } = await create(2029);
    const caseId = await toGate(db.ledger, '1701', 2029);
    const lock = db.owner.createQueryRunner();
    await lock.startTransaction();
    await lock.query('select 1 from cohort where cohort_id = $1 for update', [cohortId]);
    const waiting = act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'menunggu', visibility: 'counterpart' });
    expect(await Promise.race([waiting.then(() => 'decided'), new Promise((resolve) => setTimeout(() => resolve('waits'), 300))])).toBe('waits');
    await lock.commitTransaction();
    await lock.release();
    expect((await waiting).repeated).toBe(false);
  });

  it('amends no claims on which a release has relied that was written while the amendment waited', async () => {
    const { cohortId } = await create(2031);
    const caseId = await toGate(db.ledger, '1705', 2031);
    const drafter = await callerFor(db.ledger, 'drafter-1705');
    const { state } = (await db.ledger.registers.cases.one(drafter, caseId))!;
    const release = db.owner.createQueryRunner();
    await release.startTransaction();
    await release.query(`update cohort set state = jsonb_set(state, '{releases}', $2::jsonb) where cohort_id = $1`, [
      cohortId,
      JSON.stringify([{ round: 1, seq: 2, at: state.at, waived: [], conflicts: [], opened: {}, members: [{ caseId, regionCode: '1705', arrivalSeq: state.gate!.arrivedSeq, manifestHash: state.gate!.manifestHash }] }]),
    ]);
    const waiting = db.ledger.cases.apply(caseId, drafter, { key: aKey(), command: amendment });
    expect(await Promise.race([waiting.then(() => 'decided'), new Promise((resolve) => setTimeout(() => resolve('waits'), 300))])).toBe('waits');
    await release.commitTransaction();
    await release.release();
    expect(await waiting).toMatchObject({ refused: 'gate-released' });
  });

  it('answers repeated keys as before, and is shown to its own province only', async () => {
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const key = aKey();
    const command = { type: 'request-waiver' as const, regionCode: '1705', reason: 'belum siap' };
    const results = await Promise.all([1, 2, 3].map(() => db.ledger.cohorts.apply('cohort-17-2029', coordinator, { key, command })));
    expect(results.map((result) => 'applied' in result && result.applied.seq)).toEqual([2, 2, 2]);
    expect(await db.ledger.cohorts.apply('cohort-17-2029', coordinator, { key, command: { ...command, regionCode: '1701' } })).toEqual({
      keyReused: true,
    });
    expect(await db.ledger.cohorts.apply('cohort-17-2029', { ...coordinator, scopes: ['1801', '18'] }, { key: aKey(), command })).toEqual({
      notFound: true,
    });
    expect((await db.ledger.registers.cohorts.list(coordinator, {})).items.map(({ state }) => state.id)).toEqual([
      'cohort-17-2027',
      'cohort-17-2028',
      'cohort-17-2029',
      'cohort-17-2031',
    ]);
    expect((await db.ledger.registers.cohorts.list({ ...coordinator, scopes: ['18'] }, {})).items).toEqual([]);
  });

  it('marks the cut-off date when it has passed, once', async () => {
    await db.ledger.clock.moveTo(Date.parse('2026-12-19T03:00:00.000Z'));
    expect((await db.ledger.cohorts.attend('cohort-17-2029')).alarm).toBeUndefined();
    await db.ledger.cohorts.attend('cohort-17-2029');
    const [count] = await db.owner.query<{ count: string }[]>(
      `select count(*) from cohort_event where cohort_id = 'cohort-17-2029' and type = 'cut-off-reached'`,
    );
    expect(count).toEqual({ count: '1' });
  });
});
