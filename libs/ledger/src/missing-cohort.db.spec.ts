import { waitingFor } from '#process';
import { act, aKey, attach, callerFor, carry, fileCase, openTestDatabase, type TestDatabase, toGate } from '#test/database';

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

  it('tells those who wait of the cut-off date once, from the day on which there is one', async () => {
    const caseId = 'rpik-1705-2027';
    const cutOffs = async () => (await db.ledger.registers.cases.one(await coordinator(), caseId))!.state.clocks.filter(({ rule }) => rule === 'cut-off');
    const joined = () => db.owner.query<{ body: object }[]>(`select body from case_event where case_id = $1 and type = 'cohort-joined'`, [caseId]);
    expect(await cutOffs()).toEqual([]);
    expect((await db.ledger.cohorts.agenda('cohort-17-2027')).toOpen).toBe(2);
    for (let times = 0; times < 2; times++)
      for (const join of [...(await db.ledger.cohorts.casesToJoin('cohort-17-2027')), { caseId, arrivalSeq: 1, cutOffOn: '2027-06-30' }]) await db.ledger.cohorts.join(db.ledger.cases, 'cohort-17-2027', join);
    expect(await cutOffs()).toMatchObject([{ key: 'cut-off#1', dueOn: '2027-06-30', status: 'running' }]);
    expect(await joined()).toHaveLength(1);
    expect((await db.ledger.cohorts.agenda('cohort-17-2027')).toOpen).toBe(0);
    // The first rung: three working days before a Wednesday at the end of June, Friday the 25th.
    expect((await db.ledger.cases.agenda(caseId)).alarm!.key).toBe('cut-off#1/rung-3@2027-06-25T00:30:00.000Z');
    expect(await db.ledger.verifier.verify()).toEqual([]);
  });

  it('leaves a case alone that has left the gate meanwhile', async () => {
    const elsewhere = await fileCase(db.ledger, { year: 2033 });
    await db.ledger.cohorts.join(db.ledger.cases, 'cohort-17-2027', { caseId: elsewhere, arrivalSeq: 9, cutOffOn: '2027-06-30' });
    expect(await db.owner.query(`select 1 from case_event where case_id = $1 and type = 'cohort-joined'`, [elsewhere])).toEqual([]);
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
