import { act, aKey, callerFor, fileCase, openTestDatabase, type TestDatabase } from '#test/database';

/** The drafter's sixty working days from 24 Nov 2026 end on Tue 23 Feb 2027, Imlek, leave and New Year left out; the first rung is three working days before. */
const firstRung = '2027-02-18T00:30:00.000Z';

describe('a notice that is finally refused', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    const office = { role: 'regency-drafter', scope: '1705', capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK' };
    await db.ledger.register.install([{ id: 'p_second', subject: 'second-1705', name: 'Rekan', email: 'rekan@contoh.test', offices: [office] }]);
  });
  afterAll(() => db.close());

  const now = async () => new Date((await db.ledger.clock.now()).at);
  const pending = async (caseId: string, template: string) =>
    db.owner.query<{ id: string; person: string }[]>(`select id, person from notice where subject_id = $1 and channel = 'mail' and template = $2 and state = 'pending' order by person`, [caseId, template]);
  const bounce = async (id: string) => db.ledger.notices.bounced(id, '550', 'no such mailbox', await now());
  const events = async (caseId: string) =>
    db.owner.query<{ body: object }[]>(`select body from case_event where case_id = $1 and type = 'notice-bounced' order by seq`, [caseId]);
  const told = async (caseId: string) =>
    db.owner.query<{ role: string; channel: string }[]>(`select role, channel from notice where subject_id = $1 and template = 'notice-bounced' order by at, role, channel`, [caseId]);

  it('is told to the superior once nobody of the office can be reached, once, and then to the next', async () => {
    const caseId = await fileCase(db.ledger);
    await db.ledger.clock.moveTo(Date.parse(firstRung));
    await db.ledger.cases.attend(caseId, 1);
    const [one, other] = await pending(caseId, 'reminder');
    expect([one!.person, other!.person]).toEqual(['p_drafter-1705', 'p_second']);

    await bounce(one!.id);
    await db.ledger.bounced.returnToCases();
    expect(await events(caseId)).toEqual([]); // The other may still be reached.
    await bounce(other!.id);
    await db.ledger.bounced.returnToCases();
    await db.ledger.bounced.returnToCases();
    const first = [one!.id, other!.id].sort()[0];
    expect(await events(caseId)).toEqual([{ body: { notice: first, template: 'reminder', role: 'regency-drafter', to: 'regency-secretary' } }]);
    expect(await told(caseId)).toEqual([{ role: 'regency-secretary', channel: 'in-app' }, { role: 'regency-secretary', channel: 'mail' }]);

    for (const role of ['regency-head', 'administrator']) {
      await bounce((await pending(caseId, 'notice-bounced'))[0]!.id);
      await db.ledger.bounced.returnToCases();
      expect((await told(caseId)).at(-1)).toEqual({ role, channel: 'mail' });
    }
    await bounce((await pending(caseId, 'notice-bounced'))[0]!.id);
    await db.ledger.bounced.returnToCases();
    expect(await events(caseId)).toHaveLength(3);
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it('does not climb where a colleague was reached, nor when it was nothing that has to be read', async () => {
    const caseId = await fileCase(db.ledger, { year: 2028 });
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'mohon dilengkapi', visibility: 'counterpart' });
    for (const { id } of await pending(caseId, 'remark-added')) await bounce(id);
    const [one, other] = await pending(caseId, 'task-opened');
    expect([one, other]).toEqual([{ id: expect.any(String) as string, person: 'p_second' }, undefined]);
    await bounce(one!.id);
    await db.ledger.bounced.returnToCases();
    expect(await events(caseId)).toEqual([]);

    const alarm = (await db.ledger.cases.agenda(caseId)).alarm!;
    const { offset } = await db.ledger.clock.now();
    await db.ledger.clock.moveTo(alarm.at + offset);
    await db.ledger.cases.attend(caseId, 1);
    const [mine, theirs] = await pending(caseId, 'reminder');
    await db.ledger.notices.sent(mine!.id, '<1@selaras>', await now());
    await bounce(theirs!.id);
    await db.ledger.bounced.returnToCases();
    expect(await events(caseId)).toEqual([]);
  });

  it('goes back to a case that is on its way to the next desk, and asks nothing of one that is closed', async () => {
    const rows = await db.owner.query<{ open: string }[]>(`select count(*) as open from notice where state = 'bounced' and returned_at is null`);
    expect(rows).toEqual([{ open: '0' }]);
    const result = await db.ledger.cases.applySystem('rpik-1705-2027', 'bounced/other', { type: 'notice-bounced', notice: 'other', template: 'overdue', role: 'regency-drafter', actor: { system: 'delivery' } });
    const again = await db.ledger.cases.applySystem('rpik-1705-2027', 'bounced/other', { type: 'notice-bounced', notice: 'other', template: 'overdue', role: 'regency-drafter', actor: { system: 'delivery' } });
    expect([result, again]).toMatchObject([{ applied: { repeated: false } }, { applied: { repeated: true } }]);
  });

  it('is tried again by an administrator of its scope, under a key, and climbs no second time', async () => {
    const admin = await callerFor(db.ledger, 'admin');
    const [row] = await db.owner.query<{ id: string }[]>(`select id from notice where template = 'reminder' and state = 'bounced' limit 1`);
    expect(await db.ledger.notices.retry(await callerFor(db.ledger, 'coordinator-1700'), aKey(), row!.id)).toMatchObject({ refused: 'not-your-role' });
    const key = aKey();
    expect(await db.ledger.notices.retry(admin, key, row!.id)).toEqual({ retried: row!.id });
    expect(await db.ledger.notices.retry(admin, key, row!.id)).toEqual({ retried: row!.id });
    expect(await db.ledger.notices.retry(admin, aKey(), row!.id)).toEqual({ refused: 'notice-not-bounced', details: ['pending'] });
    expect(await db.ledger.notices.retry(admin, aKey(), '00000000-0000-4000-8000-000000000000')).toMatchObject({ refused: 'notice-unknown' });
    const elsewhere = { ...admin, offices: admin.offices.map((office) => ({ ...office, scope: '18' })) };
    expect(await db.ledger.notices.retry(elsewhere, aKey(), row!.id)).toMatchObject({ refused: 'notice-unknown' });
    const before = await events('rpik-1705-2027');
    await bounce(row!.id);
    await db.ledger.bounced.returnToCases();
    expect(await events('rpik-1705-2027')).toEqual(before);
  });
});
