import type { Digest } from '#notifications';
import { aKey, callerFor, fileCase, openTestDatabase, type TestDatabase } from '#test/database';

/** Half past seven on Wed 25 Nov 2026, by zone: Jayapura, Makassar, Bengkulu. */
const [wit, wita, wib] = ['2026-11-24T22:30:00.000Z', '2026-11-24T23:30:00.000Z', '2026-11-25T00:30:00.000Z'] as const;

describe('the digest of the day', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.owner.query(`insert into region (code, kemendagri_code, name, kind) values ('73', '73', 'Provinsi Sulawesi Selatan', 'provinsi'), ('7371', '73.71', 'Kota Makassar', 'kota'),
      ('94', '91', 'Provinsi Papua', 'provinsi'), ('9471', '91.71', 'Kota Jayapura', 'kota')`);
    const drafter = (scope: string) => ({
      id: `p_drafter-${scope}`, subject: `drafter-${scope}`, name: `Penyusun ${scope}`, email: `${scope}@contoh.test`,
      offices: [{ role: 'regency-drafter', scope, capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK' }],
    });
    await db.ledger.register.install(['7371', '9471'].map(drafter));
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    for (const region of ['1705', '1701', '7371', '9471']) await fileCase(db.ledger, { region });
  });
  afterAll(() => db.close());

  const at = async (instant: string) => {
    await db.ledger.clock.moveTo(Date.parse(instant));
    return db.ledger.digests.write();
  };
  const rows = () => db.owner.query<{ person: string; day: number; state: string; facts: { digest: Digest; regionName: string } }[]>(`select person, seq as day, state, facts from notice where template = 'digest' order by at, person`);
  const told = async () => (await rows()).map(({ person }) => person);
  const last = async () => (await rows()).filter(({ person }) => person === 'p_drafter-1705').at(-1)!.facts;

  it('comes at half past seven where its reader sits: in Jayapura first, an hour later in Makassar, two hours later in Bengkulu', async () => {
    await at('2026-11-24T15:00:00.000Z'); // Yesterday evening in Bengkulu: whoever was not told that morning is not told twice now.
    await db.owner.query(`delete from notice where template = 'digest'`);
    const { nextInMs } = await at('2026-11-24T22:29:00.000Z');
    expect(await told()).toEqual([]);
    expect(nextInMs).toBeLessThanOrEqual(60_000);
    await at(wit);
    expect(await told()).toEqual(['p_drafter-9471']);
    await at(wita);
    expect(await told()).toEqual(['p_drafter-9471', 'p_drafter-7371']);
    await at(wib);
    expect(await told()).toEqual(['p_drafter-9471', 'p_drafter-7371', 'p_drafter-1701', 'p_drafter-1705']);
  });

  it('comes once a day, however often and by however many it is asked for', async () => {
    await Promise.all([db.ledger.digests.write(), db.ledger.digests.write(), db.ledger.digests.write()]);
    await at('2026-11-25T08:00:00.000Z');
    expect(await told()).toHaveLength(4);
    await db.ledger.clock.moveTo(Date.parse('2026-11-26T00:30:00.000Z'));
    await Promise.all([db.ledger.digests.write(), db.ledger.digests.write(), db.ledger.digests.write()]);
    expect(await told()).toHaveLength(8);
  });

  it('goes by mail to those for whom something waits, and says how much and how urgent', async () => {
    const { digest, regionName } = await last();
    expect(regionName).toBe('Kab. Seluma');
    expect(digest).toEqual({
      late: 0, today: 0, soon: 0, open: 1, unread: 0,
      items: [{ caseTitle: 'RPIK 1705 2027', regionName: 'Kab. Seluma', stage: { id: expect.any(String) as string, en: expect.any(String) as string }, dueOn: '2027-02-23', workingDaysLeft: 58 }],
    });
    const [claimed] = await db.ledger.notices.claimDue('mail', 100, new Date('2026-11-26T01:00:00.000Z')).then((notices) => notices.filter(({ template }) => template === 'digest'));
    expect(claimed).toMatchObject({ channel: 'mail', subject: { kind: 'person' }, recipient: { email: expect.stringContaining('@contoh.test') as string } });
    expect(await db.owner.query(`select count(*)::int as n from notice where template = 'digest' and channel <> 'mail'`)).toEqual([{ n: 0 }]);
  });

  it('does not come on a weekend or a holiday, and days that were leapt over are not made up for', async () => {
    const before = (await told()).length;
    await at('2026-11-28T03:00:00.000Z'); // Saturday
    await at('2026-12-25T03:00:00.000Z'); // Christmas, a Friday
    await at('2027-01-01T03:00:00.000Z'); // New Year
    expect(await told()).toHaveLength(before);
    await at('2027-01-04T00:30:00.000Z');
    expect(await told()).toHaveLength(before + 4);
  });

  it.each([
    ['2027-02-18T00:30:00.000Z', { late: 0, today: 0, soon: 1, workingDaysLeft: 3 }],
    ['2027-02-23T00:30:00.000Z', { late: 0, today: 1, soon: 0, workingDaysLeft: 0 }],
    ['2027-02-24T00:30:00.000Z', { late: 1, today: 0, soon: 0, workingDaysLeft: -1 }],
  ])('counts on %s by the calendar of the case', async (instant, { workingDaysLeft, ...counts }) => {
    await at(instant);
    const { digest } = await last();
    expect(digest).toMatchObject({ ...counts, items: [{ workingDaysLeft }] });
  });

  it('comes at the hour its reader has chosen, and not to one who wants none', async () => {
    const change = async (subject: string, digest: { on: boolean; at: number }) => db.ledger.preferences.change(await callerFor(db.ledger, subject), aKey(), { muted: {}, digest });
    await change('drafter-1705', { on: true, at: 9 * 60 });
    await change('drafter-1701', { on: false, at: 450 });
    const fresh = async (instant: string) => {
      const before = (await told()).length;
      await at(instant);
      return (await told()).slice(before);
    };
    expect(await fresh('2027-02-25T01:59:00.000Z')).toEqual(['p_drafter-7371', 'p_drafter-9471']);
    expect(await fresh('2027-02-25T02:00:00.000Z')).toEqual(['p_drafter-1705']);
    expect(await fresh('2027-02-25T05:00:00.000Z')).toEqual([]);
  });
});
