import { rpikV1 } from '#process';
import { act, fileCase, openTestDatabase, type TestDatabase } from '#test/database';
import { seedDwellSamples, StageStays } from './stage-stays';

describe('what fails in the engine, the worker and the mail', () => {
  let db: TestDatabase;
  let caseId: string;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    caseId = await fileCase(db.ledger);
  });
  afterAll(() => db?.close());

  const seen = async (scopes = ['*']) => db.ledger.registers.stalled.faults(scopes);
  const kinds = async (scopes?: string[]) => (await seen(scopes)).map(({ kind }) => kind);
  const failing = { subjectId: '', activity: 'checkpointDocuments' };
  beforeEach(() => { failing.subjectId = caseId; });

  it('is a fault when it has failed three times, with its attempt and code, and none when it has succeeded', async () => {
    const { faults } = db.ledger;
    await faults.failed(failing, 'store-away');
    await faults.failed(failing, 'store-away');
    expect(await seen()).toEqual([]);
    await faults.failed(failing, 'EIO');
    expect(await seen()).toMatchObject([{ kind: 'activity-failing', subject: { kind: 'case', id: caseId }, region: '1705', attempt: 3, code: 'EIO', activity: 'checkpointDocuments', workflowId: caseId }]);
    expect(await faults.known()).toEqual([failing]);
    await faults.succeeded(failing);
    expect(await seen()).toEqual([]);
  });

  it('is seen by those whose region it concerns; what concerns the installation, by the nation', async () => {
    for (let n = 0; n < 3; n++) {
      await db.ledger.faults.failed(failing, 'store-away');
      await db.ledger.faults.failed({ subjectId: 'notices-mail', activity: 'deliverNotices' }, 'ECONNREFUSED');
    }
    expect(await kinds()).toEqual(['activity-failing', 'activity-failing']);
    expect((await seen(['17', '1705'])).map(({ subject }) => subject.id)).toEqual([caseId]);
    expect(await seen(['18', '1801'])).toEqual([]);
  });

  it('is over when nobody has met it for a quarter of an hour', async () => {
    await db.owner.query(`update system_fault set met_at = met_at - interval '16 minutes'`);
    expect(await db.ledger.faults.known()).toEqual([]);
    expect(await seen()).toEqual([]);
  });

  it('is a workflow still missing a minute after it was made anew', async () => {
    const missing = { subjectId: caseId, activity: 'workflow' };
    await db.ledger.faults.failed(missing, 'WorkflowMissing');
    expect(await seen()).toEqual([]);
    await db.ledger.faults.failed(missing, 'WorkflowMissing');
    expect(await kinds()).toEqual(['workflow-missing']);
    await db.ledger.faults.succeeded(missing);
  });

  it('is a request that no workflow has served for a minute, and an alarm that lies in the past', async () => {
    await db.owner.query(`update agenda set raised_at = raised_at - interval '2 minutes' where id = $1`, [caseId]);
    expect(await kinds()).toEqual(['workflow-silent']);
    await db.owner.query('delete from agenda');
    await db.owner.query(`update regulation_case set next_alarm_at = '2026-11-24T03:00:00Z' where case_id = $1`, [caseId]);
    expect(await kinds()).toEqual(['alarm-missed']);
    await db.owner.query(`update regulation_case set next_alarm_at = '2027-01-04T00:30:00Z' where case_id = $1`, [caseId]);
    expect(await kinds()).toEqual([]);
  });

  it('is a notice that bounced: told by its code and office, never by its address, until it is tried again', async () => {
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'mohon diperbaiki', visibility: 'counterpart' });
    await db.owner.query('delete from agenda');
    const now = new Date((await db.ledger.clock.now()).at);
    const claimed = (await db.ledger.notices.claimDue('mail', 50, now)).filter(({ template }) => template === 'remark-added');
    await db.ledger.notices.bounced(claimed[0]!.id, '550 5.1.1 <drafter-1705@contoh.test>', 'no such mailbox', now);
    const [fault] = await seen();
    expect(fault).toMatchObject({ kind: 'notice-bounced', code: '550', role: 'regency-drafter', workflowId: 'notices-mail', noticeId: claimed[0]!.id });
    expect(JSON.stringify(fault)).not.toContain('@');
    const { items } = await db.ledger.registers.stalled.page(['*'], { cause: 'system' }, {});
    expect(items).toMatchObject([{ caseId, cause: 'system', silentDays: 0, faults: [{ kind: 'notice-bounced' }] }]);
    expect(await db.ledger.notices.tryAgain(claimed[0]!.id)).toBe(true);
    expect(await seen()).toEqual([]);
  });

  it('leaves the sample of dwell times out of everything but the demo, and marks it there', async () => {
    const stages = Object.keys(rpikV1.stages);
    const histories = () => new StageStays(db.ledger.database).histories('rpik', stages);
    expect((await histories()).size).toBe(0);
    await seedDwellSamples(db.ledger.database, 'rpik');
    await seedDwellSamples(db.ledger.database, 'rpik');
    const seeded = await histories();
    expect([...seeded.keys()].sort()).toEqual([...stages].sort());
    expect(seeded.get('review')).toEqual({ days: [4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 13, 16], seeded: true });
  });
});
