import { act, aKey, callerFor, fileCase, openTestDatabase, type TestDatabase } from '#test/database';
import type { NoticeWishes } from './preferences';

const digest = { on: true, at: 450 };

describe('what a person wants to be told', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
  });
  afterAll(() => db.close());

  const drafter = () => callerFor(db.ledger, 'drafter-1705');
  const change = async (muted: NoticeWishes['muted'], seen?: number, key = aKey()) => db.ledger.preferences.change(await drafter(), key, { muted, digest }, seen);
  const states = async (caseId: string, template: string) =>
    db.owner.query<{ channel: string; state: string }[]>(`select channel, state from notice where subject_id = $1 and template = $2 and person = 'p_drafter-1705' order by at, channel`, [caseId, template]);

  it('is everything, and a digest at half past seven, until it is changed', async () => {
    expect(await db.ledger.preferences.of(await drafter())).toEqual({ version: 0, muted: {}, digest });
  });

  it('is kept apart in the outbox once it is switched off: no mail leaves, and the bell is silent', async () => {
    const caseId = await fileCase(db.ledger);
    expect(await change({ remarks: ['in-app', 'mail'] })).toEqual({ version: 1, muted: { remarks: ['in-app', 'mail'] }, digest });
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'mohon dilengkapi', visibility: 'counterpart' });
    expect(await states(caseId, 'remark-added')).toEqual([{ channel: 'in-app', state: 'muted' }, { channel: 'mail', state: 'muted' }]);
    expect(await db.ledger.registers.notices.of(await drafter(), {})).toMatchObject({ items: [], unread: 0 });
    expect(await db.ledger.notices.claimDue('mail', 10, new Date('2026-11-25T00:00:00Z'))).toEqual([]);
    const outbox = await db.ledger.registers.notices.outbox(await callerFor(db.ledger, 'admin'), { state: 'muted' }, {});
    expect(outbox!.items).toHaveLength(2);
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it('never leaves out the due day itself and what comes after: of the ladder only the first two rungs can be switched off', async () => {
    await change({ reminders: ['mail'], tasks: ['mail'] });
    const caseId = await fileCase(db.ledger, { year: 2028 });
    // The drafter's own sixty working days end on Tue 23 Feb 2027.
    for (const day of ['2027-02-18', '2027-02-22', '2027-02-23']) {
      await db.ledger.clock.moveTo(Date.parse(`${day}T00:30:00.000Z`));
      await db.ledger.cases.attend(caseId, 1);
    }
    expect((await states(caseId, 'reminder')).filter(({ channel }) => channel === 'mail').map(({ state }) => state)).toEqual(['muted', 'muted', 'pending']);
    expect((await states(caseId, 'reminder')).filter(({ channel }) => channel === 'in-app').map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it.each(['escalations', 'returns', 'faults'] as const)('cannot leave out %s', async (kind) => {
    const before = await db.ledger.preferences.of(await drafter());
    expect(await change({ remarks: ['mail'], [kind]: ['mail'] })).toEqual({ refused: 'notice-mandatory', details: [kind] });
    expect(await db.ledger.preferences.of(await drafter())).toEqual(before);
  });

  it('is changed once under one key, and not over the head of another screen', async () => {
    const { version } = await db.ledger.preferences.of(await drafter());
    const key = aKey();
    expect(await change({ outcomes: ['mail'] }, version, key)).toMatchObject({ version: version + 1 });
    expect(await change({ outcomes: ['mail'] }, version, key)).toMatchObject({ version: version + 1 });
    expect(await change({}, version, key)).toEqual({ keyReused: true });
    expect(await change({}, version)).toEqual({ refused: 'stale', details: [String(version + 1)] });
    expect(await change({}, version + 1)).toMatchObject({ version: version + 2, muted: {} });
  });

  it('is written by nobody who sees but a region', async () => {
    const write = db.ledger.database.inScope(['1705'], (tx) => tx.query(`update notice_preference set digest = false where person = 'p_drafter-1705' returning 1`));
    expect(await write).toEqual([[], 0]);
    await expect(db.ledger.database.inScope(['1705'], (tx) => tx.query(`insert into notice_preference (person, version, digest, digest_at) values ('p_drafter-1701', 1, true, 450)`))).rejects.toThrow(/row-level security/);
  });
});
