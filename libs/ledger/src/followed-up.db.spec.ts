import { act, callerFor, openTestDatabase, type TestDatabase } from '#test/database';
import { plant } from '#test/plant';
import { aCaseAt, type Life, walk } from '../../process/testing';

/** Half past seven in the morning in Bengkulu, when the ladder speaks. */
const morning = (day: string) => `${day}T00:30:00.000Z`;

describe('a condition of the endorsement after the publication', () => {
  let db: TestDatabase;
  let life: Life;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00Z'));
    life = aCaseAt('sign-off', { on: '2026-11-02' })
      .attach('ministry-signer', 'endorsement-letter')
      .take('ministry-signer', 'endorse-with-conditions', { facts: { endorsementLetterNumber: 'B/1/2026' }, signInAge: 60, conditions: [{ text: 'Laporan tahunan sentra', owner: 'provincial-coordinator', dueOn: '2026-12-01' }] });
    walk(life, 'published');
  });
  afterAll(() => db.close());

  const told = async (caseId: string) =>
    (await db.owner.query<{ template: string; role: string }[]>(`select distinct seq, template, role from notice where subject_id = $1 and channel = 'mail' order by seq`, [caseId])).map(({ template, role }) => [template, role]);
  const isAsked = async (caseId: string) => (await db.owner.query<unknown[]>(`select 1 from agenda where id = $1`, [caseId])).length === 1;
  const goTo = (day: string) => db.ledger.clock.moveTo(Date.parse(morning(day)));

  it('keeps the case with its workflow, its alarm among the others, and out of the open cases', async () => {
    const [caseId = ''] = await plant(db, [{ life, year: 2027 }]);
    const agenda = await db.ledger.cases.agenda(caseId);
    expect(agenda).toMatchObject({ open: true, alarm: { key: `condition#1/rung-3@${morning('2026-11-26')}` } });
    expect((await db.ledger.reconciler.watchedCases()).map(({ id }) => id)).toEqual([caseId]);
    expect(await db.ledger.reconciler.watchedAmong([caseId, 'rpik-1705-2099'])).toEqual(new Set([caseId]));
    expect((await db.ledger.reconciler.nextAlarmAt())?.toISOString()).toBe(morning('2026-11-26'));
    expect((await db.ledger.registers.stalled.page(['*'], {}, {})).open).toBe(0);
  });

  it('reminds its owner three days and one day before and on the day, and then the superior and the administrator', async () => {
    const caseId = 'rpik-1705-2027';
    for (const day of ['2026-11-26', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-08']) {
      await goTo(day);
      expect((await db.ledger.reconciler.dueBy(new Date(morning(day)))).map(({ id }) => id)).toEqual([caseId]);
      await db.ledger.cases.attend(caseId, 0);
      await db.ledger.cases.attend(caseId, 0);
    }
    expect(await told(caseId)).toEqual([
      ['condition-due', 'provincial-coordinator'], ['condition-due', 'provincial-coordinator'], ['condition-due', 'provincial-coordinator'], ['overdue', 'provincial-secretary'], ['overdue', 'administrator'],
    ]);
    // The highest rung has been climbed: time has nothing more to say, and the workflow ends.
    expect(await db.ledger.cases.agenda(caseId)).toMatchObject({ open: false });
    expect(await db.ledger.reconciler.watchedCases()).toEqual([]);
  });

  it('lets the workflow go once the ministry has accepted the report', async () => {
    const [caseId = ''] = await plant(db, [{ life: later(), year: 2028 }]);
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'report-condition', n: 1 });
    expect([await isAsked(caseId), (await db.ledger.cases.agenda(caseId)).open]).toEqual([false, true]);
    await act(db.ledger, caseId, 'ministry-reviewer', { type: 'review-condition', n: 1, accepted: true });
    expect([await isAsked(caseId), (await db.ledger.cases.agenda(caseId)).open]).toEqual([true, false]);
    const { items } = await db.ledger.registers.worklist.page(await callerFor(db.ledger, 'coordinator-1700'), 'mine', { limit: 100 });
    expect(items.filter((item) => item.caseId === caseId)).toEqual([]);
  });

  /** The same with more time. */
  function later(): Life {
    const other = life.fork();
    other.state = {
      ...other.state,
      conditions: other.state.conditions.map((one) => ({ ...one, dueOn: '2027-03-01' })),
      clocks: other.state.clocks.map((clock) => (clock.rule === 'condition' ? { ...clock, dueOn: '2027-03-01' } : clock)),
    };
    return other;
  }
});
