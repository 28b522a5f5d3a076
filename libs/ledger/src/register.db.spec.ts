import { type Caller } from '#ledger';
import { aKey, callerFor, openTestDatabase, type TestDatabase } from '#test/database';

describe('the register of office-holders', () => {
  let db: TestDatabase;
  let admin: Caller;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    admin = await callerFor(db.ledger, 'admin');
  });
  afterAll(() => db.close());

  it('opens exactly the regions of an office: its own, those of the province, or the nation', async () => {
    expect((await callerFor(db.ledger, 'drafter-1705')).scopes).toEqual(['1705']);
    expect((await callerFor(db.ledger, 'coordinator-1700')).scopes.sort()).toEqual([
      '17',
      '1701',
      '1702',
      '1703',
      '1704',
      '1705',
      '1706',
      '1707',
      '1708',
      '1709',
      '1771',
    ]);
    expect((await callerFor(db.ledger, 'ministry-reviewer')).scopes).toEqual(['*']);
  });

  it('knows how long ago somebody signed in, by the real clock', async () => {
    const caller = await db.ledger.register.callerOf('ministry-signer', Math.floor(Date.now() / 1000) - 90);
    expect('signInAge' in caller && caller.signInAge).toBeGreaterThanOrEqual(89);
    expect('signInAge' in caller && caller.signInAge).toBeLessThan(100);
  });

  it('answers a stranger, and a person whose term is over, as values', async () => {
    expect(await db.ledger.register.callerOf('nobody')).toEqual({ refused: 'unknown-person' });
    const added = await db.ledger.register.addPerson(admin, aKey(), { subject: 'newcomer', name: 'Pejabat baru' });
    expect(await db.ledger.register.callerOf('newcomer')).toEqual({ refused: 'no-office' });
    const person = 'person' in added ? added.person.id : '';
    await db.ledger.register.addHolder(admin, aKey(), {
      person,
      role: 'regency-drafter',
      scope: '1705',
      capacity: 'Plt',
      from: '2026-11-25',
      to: '2026-11-26',
      decree: 'SK 1',
    });
    expect(await db.ledger.register.callerOf('newcomer')).toEqual({ refused: 'no-office' });
  });

  it('begins and ends terms at midnight of the seat, on simulated time', async () => {
    const at = (instant: string) => db.ledger.clock.moveTo(Date.parse(instant));
    await at('2026-11-24T16:59:00.000Z');
    expect(await db.ledger.register.callerOf('newcomer')).toEqual({ refused: 'no-office' });
    await at('2026-11-24T17:00:01.000Z');
    expect(await callerFor(db.ledger, 'newcomer')).toMatchObject({ offices: [{ role: 'regency-drafter', scope: '1705', capacity: 'Plt' }] });
    await at('2026-11-26T17:00:01.000Z');
    expect(await db.ledger.register.callerOf('newcomer')).toEqual({ refused: 'no-office' });
  });

  it('lets a Plh act for the holder in the term of the mandate, under both names', async () => {
    const [head] = await db.ledger.register.holders({ role: 'regency-head', scope: '1705' });
    const secretary = await callerFor(db.ledger, 'secretary-1705');
    const mandate = await db.ledger.register.addMandate(admin, aKey(), {
      person: secretary.person,
      holder: head!.id,
      from: '2026-11-26',
      to: '2026-11-28',
      decree: 'SPT 9',
    });
    expect(mandate).toHaveProperty('mandate');
    const caller = await callerFor(db.ledger, 'secretary-1705');
    expect(caller.offices).toContainEqual({
      person: secretary.person,
      role: 'regency-head',
      scope: '1705',
      capacity: 'Plh',
      onBehalfOf: { person: 'p_head-1705', decree: 'SPT 9' },
    });
    expect(await db.ledger.register.holdersOf('regency-head', '1705', '2026-11-27')).toHaveLength(2);
    expect(await db.ledger.register.holdersOf('regency-head', '1705', '2026-11-29')).toHaveLength(1);
  });

  it('is written by administrators alone, once per key, and keeps a record of it', async () => {
    const key = aKey();
    const input = { subject: 'one-more', name: 'Pejabat lain' };
    expect(await db.ledger.register.addPerson(await callerFor(db.ledger, 'coordinator-1700'), key, input)).toEqual({
      refused: 'not-your-role',
      details: ['administrator'],
    });
    const answers = await Promise.all([1, 2, 3].map(() => db.ledger.register.addPerson(admin, key, input)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toHaveProperty('person');
    expect(await db.ledger.register.addPerson(admin, key, { ...input, name: 'Nama lain' })).toEqual({ keyReused: true });
    expect(await db.ledger.register.addPerson(admin, aKey(), input)).toEqual({ refused: 'subject-taken', details: ['one-more'] });
    const [events] = await db.owner.query<{ count: string }[]>(`select count(*) from office_event where key = $1`, [key]);
    expect(events).toEqual({ count: '1' });
  });

  it('ends a term on the day that is named, and refuses impossible days', async () => {
    const [council] = await db.ledger.register.holders({ role: 'council-secretariat', scope: '1705' });
    expect(await db.ledger.register.endHolder(admin, aKey(), council!.id, '2019-01-01')).toMatchObject({ refused: 'term-invalid' });
    expect(await db.ledger.register.endHolder(admin, aKey(), council!.id, '2026-11-20')).toMatchObject({ holder: { toOn: '2026-11-20' } });
    expect(await db.ledger.register.callerOf('council-1705')).toEqual({ refused: 'no-office' });
  });
});
