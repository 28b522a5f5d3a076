import { waitingFor } from '#process';
import { act, aKey, attach, callerFor, carry, openTestDatabase, type TestDatabase, toGate } from '#test/database';

describe('a case that comes to the gate before anybody has created its cohort', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  const coordinator = () => callerFor(db.ledger, 'coordinator-1700');
  const asked = async () => {
    const { items } = await db.ledger.registers.worklist.page(await coordinator(), 'mine', { limit: 100 });
    return items
      .filter(({ taskId }) => taskId.endsWith('/create-cohort'))
      .map(({ taskId, subject, role, scope, verb }) => ({ taskId, subject, role, scope, verb }));
  };
  const sentenceOf = async (caseId: string) => {
    const found = (await db.ledger.registers.cases.one(await coordinator(), caseId))!;
    return waitingFor(found.rules, found.state, found);
  };
  const create = async (programmeYear: number) =>
    db.ledger.cohorts.create(await coordinator(), {
      key: aKey(),
      input: {
        province: '17',
        programmeYear,
        referencePlans: [],
        members: ['1701', '1705'].map((regionCode) => ({ regionCode, state: 'active' as const })),
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
        cutOffOn: `${programmeYear}-06-30`,
      },
    });

  it('asks the coordinator once to create it, however many cases wait, and says so when asked why it does not move', async () => {
    const first = await toGate(db.ledger, '1705', 2027);
    await toGate(db.ledger, '1701', 2027);
    expect(await asked()).toEqual([
      {
        taskId: 'cohort-17-2027/create-cohort',
        subject: { kind: 'cohort', id: 'cohort-17-2027' },
        role: 'provincial-coordinator',
        scope: '17',
        verb: { id: 'Bentuk kohor provinsi tahun 2027', en: "Create the province's cohort of 2027" },
      },
    ]);
    const { sentence, roles } = await sentenceOf(first);
    expect(sentence.en).toMatch(/Create the province's cohort of 2027; there is no cohort for this gate yet\.$/);
    expect(sentence.id).toMatch(/Bentuk kohor provinsi tahun 2027; belum ada kohor untuk gerbang ini\.$/);
    expect(roles).toEqual([{ role: 'provincial-coordinator', scope: '17' }]);
    expect(await db.ledger.verifier.verify()).toEqual([]);
  });

  it('asks no longer once the cohort is there, and waits for the gate as the others do', async () => {
    expect(await create(2027)).toHaveProperty('applied');
    expect(await asked()).toEqual([]);
    const { sentence, roles } = await sentenceOf('rpik-1705-2027');
    expect(sentence.en).toMatch(/^Waiting for the province's synchronization gate/);
    expect(roles).toEqual([]);
  });

  it('asks for nothing where there is a cohort already', async () => {
    await create(2028);
    await toGate(db.ledger, '1705', 2028);
    expect(await asked()).toEqual([]);
  });

  it('takes the request back when the last case that waited has left', async () => {
    const leave = async (region: string) => {
      const caseId = `rpik-${region}-2029`;
      await attach(db.ledger, caseId, `head-${region}`, 'withdrawal-letter');
      await act(db.ledger, caseId, `head-${region}`, { type: 'take-transition', transition: 'withdraw' });
      await carry(db.ledger, caseId);
    };
    await toGate(db.ledger, '1701', 2029);
    await toGate(db.ledger, '1705', 2029);
    await leave('1701');
    expect(await asked()).toHaveLength(1);
    await leave('1705');
    expect(await asked()).toEqual([]);
  });

  it('leaves no request behind when the cohort is created at the very moment of the arrival', async () => {
    const lock = db.owner.createQueryRunner();
    await lock.startTransaction();
    // A case that has found no cohort, and has not arrived yet.
    await lock.query('select pg_advisory_xact_lock_shared(hashtext($1))', ['cohort-17-2030']);
    const creating = create(2030);
    const early = await Promise.race([creating.then(() => 'created'), new Promise((resolve) => setTimeout(() => resolve('waits'), 300))]);
    expect(early).toBe('waits');
    await lock.query(
      `insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since)
       values ('cohort-17-2030/create-cohort', 'cohort', 'cohort-17-2030', '17', 'create-cohort', 'provincial-coordinator', '17', '{}', now())`,
    );
    await lock.commitTransaction();
    await lock.release();
    expect(await creating).toHaveProperty('applied');
    expect(await asked()).toEqual([]);
  });
});
