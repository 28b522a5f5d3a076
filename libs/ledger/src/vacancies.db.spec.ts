import { callerFor, openTestDatabase, type TestDatabase, toPreparation } from '#test/database';

describe('a term of office that ends tonight', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:00:00.000Z'));
    await toPreparation(db.ledger);
  });
  afterAll(() => db.close());

  const vacancies = async () =>
    (await db.ledger.registers.worklist.page(await callerFor(db.ledger, 'admin'), 'mine', { limit: 100 })).items.filter(({ subject }) => subject.kind === 'office').map(({ taskId }) => taskId);

  it("opens the administrator's task at midnight of the seat, once, and tells of it", async () => {
    await db.owner.query(`update holder set to_on = '2026-11-24' where role = 'regency-drafter' and scope = '1705'`);
    expect(await db.ledger.vacancies.open()).toEqual([]);
    // Bengkulu keeps UTC+7: its 24 November ends at 17.00 UTC.
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T16:59:00.000Z'));
    expect(await db.ledger.vacancies.open()).toEqual([]);
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T17:00:30.000Z'));
    expect(await db.ledger.vacancies.open()).toEqual(['regency-drafter@1705']);
    expect(await db.ledger.vacancies.open()).toEqual([]);
    expect(await vacancies()).toEqual(['regency-drafter@1705/appoint']);
    const [task] = await db.owner.query<{ since: Date }[]>(`select since from task where subject_kind = 'office'`);
    expect(task!.since.toISOString()).toBe('2026-11-24T17:00:00.000Z');
    const told = await db.owner.query<object[]>(`select person, channel, facts ->> 'since' as since, facts ->> 'regionName' as region from notice where template = 'no-holder' and subject_kind = 'office' order by channel`);
    expect(told).toEqual(['in-app', 'mail'].map((channel) => ({ person: 'p_admin', channel, since: '2026-11-25', region: 'Kab. Seluma' })));
  });

  it('opens none where a successor has taken over, or where nothing is open that the office could work on', async () => {
    await db.owner.query(`update holder set to_on = '2026-11-24' where scope = '1701' or (role = 'provincial-coordinator' and person = 'p_coordinator-1700')`);
    expect(await db.ledger.vacancies.open()).toEqual([]);
  });
});
