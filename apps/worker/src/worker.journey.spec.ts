import { NestFactory } from '@nestjs/core';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { engineHealth } from '#temporal';
import { act, aKey, callerFor } from '#test/database';
import { carry } from '#workflows/messages';
import { openStage, until, withTransfer, type WorkerStage } from '#test/worker-stage';
import { WorkerModule } from './worker.module';

jest.setTimeout(120_000);

describe('a worker', () => {
  let stage: WorkerStage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.employ();
    await until(async () => (await engineHealth(stage.client, stage.config.temporal.taskQueue)) === 'polling');
  });
  afterAll(async () => { await stage?.close(); });

  const away = () => `${stage.storeFolder}.away`;
  /** A document whose bytes were never written. */
  const unread = { receive: async () => ({ sha256: 'a'.repeat(64), size: 10 }) } as unknown as WorkerStage['store'];
  const outcomeOf = async (caseId: string, seq: number) => (await stage.database.ledger.cases.transferOutcome(caseId, seq))?.outcome;
  const isThere = (caseId: string) => stage.client.workflow.getHandle(caseId).describe().then(() => true, () => false);
  const carried = (caseId: string, seq: number) => stage.client.workflow.getHandle(caseId).executeUpdate(carry, { args: [{ seq, bytes: 10 }] });
  const isClean = async (caseId: string) => expect(await stage.database.ledger.verifier.verify(caseId)).toEqual([]);
  const agendaRows = async (caseId: string) => stage.database.owner.query(`select 1 from agenda where id = $1`, [caseId]);

  it('carries a transfer that was recorded and of which nobody told it', async () => {
    const { caseId, seq } = await withTransfer(stage, '1705', 2027);
    await until(async () => (await outcomeOf(caseId, seq)) === 'moved');
    await until(async () => (await agendaRows(caseId)).length === 0);
    const description = await stage.client.workflow.getHandle(caseId).describe();
    expect(description.status.name).toBe('RUNNING');
    await isClean(caseId);
  });

  it('writes neither names nor titles nor file names into the history', async () => {
    const { caseId, seq } = await withTransfer(stage, '1705', 2028);
    await until(async () => (await outcomeOf(caseId, seq)) === 'moved');
    const history = historyToJSON(await stage.client.workflow.getHandle(caseId).fetchHistory());
    const readable = history.replace(/"data": ?"([A-Za-z0-9+/=]+)"/g, (_, data: string) => Buffer.from(data, 'base64').toString());
    expect(readable).toContain(`"caseId":"${caseId}"`);
    expect(readable).not.toMatch(/Pejabat|p_drafter|RPIK 1705|Keputusan|\.pdf|DPRD|contoh\.test/);
  });

  it('answers the update with what became of the transfer, once', async () => {
    const { caseId, seq } = await withTransfer(stage, '1701', 2027);
    await until(() => isThere(caseId));
    expect(await carried(caseId, seq)).toBe('moved');
    await isClean(caseId);
  });

  it('finds a byte that was changed on disk, and the case has not left its desk', async () => {
    const { caseId, seq, sha256 } = await withTransfer(stage, '1701', 2028);
    const object = path.join(stage.storeFolder, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const content = await readFile(object);
    content[10]! ^= 1;
    await chmod(object, 0o600);
    await writeFile(object, content);
    await until(async () => (await outcomeOf(caseId, seq)) === 'damaged');
    await isClean(caseId);
  });

  it('waits for a store that is away, and judges the documents when it is back', async () => {
    await rename(stage.storeFolder, away());
    const { caseId, seq } = await withTransfer({ ...stage, store: unread }, '1705', 2029);
    try {
      await until(() => isThere(caseId));
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await outcomeOf(caseId, seq)).toBe('carrying');
    } finally {
      await rename(away(), stage.storeFolder);
    }
    // Nothing is stored under that hash: known now, and not before, since a store that is away says nothing of any document.
    expect(await carried(caseId, seq)).toBe('damaged');
    await isClean(caseId);
  });

  it('lets go of a transfer that is cancelled while the store is away', async () => {
    await rename(stage.storeFolder, away());
    try {
      const { caseId, seq } = await withTransfer({ ...stage, store: unread }, '1705', 2030);
      await until(() => isThere(caseId));
      const asked = carried(caseId, seq);
      await stage.database.ledger.clock.moveTo(Date.now() + 120_000);
      await act(stage.database.ledger, caseId, 'drafter-1705', { type: 'cancel-transfer' });
      expect(await asked).toBe('cancelled');
      await isClean(caseId);
    } finally {
      await rename(away(), stage.storeFolder);
    }
  });

  it('tells the next desk by mail, each person once', async () => {
    await until(async () => (await stage.database.owner.query(`select 1 from notice where channel = 'mail' and state = 'pending'`)).length === 0);
    const sent: { id: string }[] = await stage.database.owner.query(`select id from notice where channel = 'mail' and state = 'sent'`);
    const mails = await stage.mails();
    expect(sent.length).toBeGreaterThan(0);
    expect(mails).toHaveLength(sent.length);
    for (const { id } of sent) expect(mails.filter((mail) => mail.includes(`<${id}@selaras>`))).toHaveLength(1);
  });

  it('gives a cohort its workflow, which serves what was asked of it', async () => {
    const { ledger, owner } = stage.database;
    const created = await ledger.cohorts.create(await callerFor(ledger, 'coordinator-1700'), {
      key: aKey(),
      input: {
        province: '17', programmeYear: 2031, referencePlans: [], members: [{ regionCode: '1701', state: 'active' }],
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2027-12-17',
      },
    });
    expect(created).toHaveProperty('applied');
    await owner.query(`insert into agenda (kind, id, region, seq) values ('cohort', 'cohort-17-2031', '17', 1) on conflict do nothing`);
    await until(() => isThere('cohort-17-2031'));
    await until(async () => (await owner.query(`select 1 from agenda where id = 'cohort-17-2031'`)).length === 0);
    expect((await stage.client.workflow.getHandle('cohort-17-2031').describe()).status.name).toBe('RUNNING');
  });

  it('makes the workflow of an open case anew when the engine has lost it, and ends one that has no case', async () => {
    const { caseId, seq } = await withTransfer(stage, '1701', 2029);
    await until(async () => (await outcomeOf(caseId, seq)) === 'moved');
    await stage.client.workflow.getHandle(caseId).terminate('lost');
    const { taskQueue } = stage.config.temporal;
    await until(async () => {
      await stage.client.workflow.execute('reconcile', { taskQueue, workflowId: `reconcile-${Date.now()}` });
      return (await stage.client.workflow.getHandle(caseId).describe()).status.name === 'RUNNING';
    });
    const stranger = await stage.client.workflow.start('regulationCase', { taskQueue, workflowId: `rpik-9999-${Date.now()}`, args: [{ caseId: 'rpik-9999-2027', seen: 3 }] });
    await stranger.result();
  });

  it('lets an administrator see that it polls', async () => {
    expect(await engineHealth(stage.client, stage.config.temporal.taskQueue)).toBe('polling');
    expect(await engineHealth(stage.client, 'nobody-polls-here')).toBe('no-worker');
  });

  it('refuses to run as the owner of the record', async () => {
    const asOwner = { ...stage.config, database: { ...stage.config.database, url: stage.database.ownerUrl } };
    await expect(NestFactory.createApplicationContext(WorkerModule.with(asOwner), { logger: false, abortOnError: false })).rejects.toThrow('refuses to run');
  });
});
