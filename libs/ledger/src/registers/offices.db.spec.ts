import type { Caller } from '#ledger';
import { aKey, callerFor, openTestDatabase, type TestDatabase } from '#test/database';

describe('what an administrator looks up before writing into the register', () => {
  let db: TestDatabase;
  let admin: Caller;
  let holder: string;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    admin = await callerFor(db.ledger, 'admin');
    holder = (await db.ledger.register.holders({ role: 'regency-drafter', scope: '1705' }))[0]!.id;
  });
  afterAll(() => db.close());

  it('finds people by a part of their name or subject, of their own places alone, and those without an office', async () => {
    await db.ledger.register.addPerson(admin, aKey(), { subject: 'pejabat-baru', name: 'Ratna 100% Dewi' });
    const { offices } = db.ledger.registers;
    expect((await offices.people([''], 'RATNA 100%')).map(({ subject }) => subject)).toEqual(['pejabat-baru']);
    expect(await offices.people([''], 'ratna_100')).toEqual([]);
    const inBengkulu = await offices.people(['17']);
    expect(inBengkulu.map(({ id }) => id)).toContain('p_drafter-1705');
    expect(inBengkulu.map(({ id }) => id)).not.toContain('p_ministry-signer');
    expect((await offices.people(['18'])).map(({ subject }) => subject)).toEqual(['pejabat-baru']);
  });

  it('says that an office falls vacant on the day after its last holder leaves, unless another one is there, and whose mandate ends with it', async () => {
    const { offices } = db.ledger.registers;
    const after = (on: string) => offices.succession(admin.scopes, holder, on);
    expect(await after('2026-11-30')).toMatchObject({ role: 'regency-drafter', scope: '1705', vacantFrom: '2026-12-01', others: [], mandates: [], open: 0, tasks: [] });
    await db.ledger.register.addMandate(admin, aKey(), { person: 'p_head-1705', holder, from: '2026-11-24', to: '2026-12-04', decree: 'Surat perintah contoh' });
    expect((await after('2026-11-30'))!.mandates).toMatchObject([{ person: 'p_head-1705', toOn: '2026-12-04' }]);
    expect((await after('2026-12-04'))!.mandates).toEqual([]);
    await db.ledger.register.addHolder(admin, aKey(), { person: 'p_secretary-1705', role: 'regency-drafter', scope: '1705', capacity: 'Plt', from: '2026-12-01', decree: 'SK contoh' });
    expect(await after('2026-11-30')).toMatchObject({ vacantFrom: null, others: [{ person: 'p_secretary-1705', capacity: 'Plt' }] });
    expect((await after('2026-11-29'))!.vacantFrom).toBe('2026-11-30');
    expect(await offices.succession(admin.scopes, 'no-such-term', '2026-11-30')).toBeUndefined();
  });
});
