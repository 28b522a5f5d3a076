import { once } from 'node:events';
import { carry } from '#workflows/messages';
import { openStage, until, withTransfer, type WorkerStage } from '#test/worker-stage';

jest.setTimeout(120_000);

describe('a worker whose power is cut', () => {
  let stage: WorkerStage;
  beforeAll(async () => { stage = await openStage(); });
  afterAll(async () => { await stage?.close(); });

  it.each([
    ['after-complete-transfer-commit', 'moved', '1705'],
    ['during-checkpoint', 'carrying', '1701'],
  ])('%s leaves the case at one place, and the next worker finishes', async (point, found, region) => {
    const { child } = stage.spawn({ SELARAS_TEST_KILL_AT: point });
    const dead = once(child, 'exit');
    const { caseId, seq } = await withTransfer(stage, region, 2027);
    expect(await dead).toEqual([null, 'SIGKILL']);
    const { cases, verifier } = stage.database.ledger;
    expect((await cases.transferOutcome(caseId, seq))?.outcome).toBe(found);

    const { child: next } = stage.spawn();
    expect(await stage.client.workflow.getHandle(caseId).executeUpdate(carry, { args: [{ seq, bytes: 1_000 }] })).toBe('moved');
    const events: { type: string }[] = await stage.database.owner.query(`select type from case_event where case_id = $1 and type = 'case-moved'`, [caseId]);
    expect(events).toHaveLength(1);
    expect(await verifier.verify(caseId)).toEqual([]);
    const exit = once(next, 'exit');
    next.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('waits for an engine that is away, and ends with 0 when told to', async () => {
    const { child, output } = stage.spawn({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    await until(() => output().includes('trying again'));
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('does not start in production with a wish to die', async () => {
    const { child, output } = stage.spawn({ NODE_ENV: 'production', SELARAS_DEMO: '0', SELARAS_OUTBOX: '', PUBLIC_URL: 'https://selaras.example.go.id', SMTP_URL: 'smtp://mail:25', MAIL_FROM: 'a@b.go.id', SELARAS_TEST_KILL_AT: 'during-checkpoint' });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toContain('SELARAS_TEST_KILL_AT is refused');
  });
});
