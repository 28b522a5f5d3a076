import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Client } from '@temporalio/client';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig, type WorkerConfig } from '#config';
import { FolderStore, samplePdf } from '#documents';
import { act, fileCase, openTestDatabase, programme, type TestDatabase } from './database';
import { lazyClient } from '#temporal';
import { ownNamespace } from '#temporal/testing/own-namespace';
import { WorkerModule, type WorkerTerms } from '../../apps/worker/src/worker.module';

const top = path.join(__dirname, '../..');

/** The entry file from source, in a process of its own. */
const loader = `const swc = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file).code, file);
  require('./apps/worker/src/main.ts');`;

/** A database, a namespace, a store and an outbox of their own, and workers on demand. */
export interface WorkerStage {
  readonly database: TestDatabase;
  readonly store: FolderStore;
  readonly storeFolder: string;
  readonly client: Client;
  readonly config: WorkerConfig;
  /** A worker in this process. */
  employ(terms?: WorkerTerms): Promise<INestApplicationContext>;
  /** A worker that can be killed. */
  spawn(env?: Record<string, string>): { child: ChildProcess; output(): string };
  mails(): Promise<string[]>;
  close(): Promise<void>;
}

/** `timeSkipping`: the workflow's time counts, as outside the demo it does nowhere but in tests; mails then go nowhere. */
export async function openStage({ timeSkipping = false } = {}): Promise<WorkerStage> {
  const home = await mkdtemp(path.join(tmpdir(), 'selaras-worker-'));
  const storeFolder = path.join(home, 'documents');
  const outbox = path.join(home, 'outbox');
  const database = await openTestDatabase();
  const store = await new FolderStore(storeFolder).prepare();
  const env = {
    NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL: database.appUrl, DATABASE_POOL: '6', SELARAS_DOCUMENTS: storeFolder,
    ...(timeSkipping ? { SELARAS_DEMO: '0', TIME_SKIPPING: '1', PUBLIC_URL: 'http://127.0.0.1:3000', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'selaras@contoh.test' } : { SELARAS_DEMO: '1', SELARAS_OUTBOX: outbox }),
    TEMPORAL_ADDRESS: process.env['SELARAS_TEST_TEMPORAL']!, TEMPORAL_NAMESPACE: await ownNamespace(process.env['SELARAS_TEST_TEMPORAL']!),
  };
  const config = readConfig(env, 'worker');
  const client = lazyClient(config.temporal);
  const employed: INestApplicationContext[] = [];
  const spawned: ChildProcess[] = [];
  return {
    database, store, storeFolder, client, config,
    async employ(terms) {
      const app = await NestFactory.createApplicationContext(WorkerModule.with(config, terms), { logger: ['error'], abortOnError: false });
      employed.push(app);
      return app;
    },
    spawn(more = {}) {
      const child = spawn(process.execPath, ['-e', loader], { cwd: top, env: { PATH: process.env['PATH'], TZ: 'UTC', ...env, LOG_LEVEL: 'info', ...more } });
      spawned.push(child);
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => { text += chunk; });
      return { child, output: () => text };
    },
    async mails() {
      const files = await readdir(outbox).catch(() => []);
      return Promise.all(files.filter((file) => file.endsWith('.eml')).map((file) => readFile(path.join(outbox, file), 'utf8')));
    },
    async close() {
      await Promise.all(employed.map((app) => app.close()));
      for (const child of spawned.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await client.connection.close();
      await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A case of a region whose first transfer is recorded and waits to be carried; its one document is in the store. */
export async function withTransfer({ database: { ledger }, store }: WorkerStage, region: string, year: number): Promise<{ caseId: string; seq: number; sha256: string }> {
  const caseId = await fileCase(ledger, { region, year });
  const kept = await store.receive(bytes(await samplePdf(`Propemperda ${region} ${year}`, ['Keputusan DPRD'])), { maxBytes: 1_000_000 });
  if ('refused' in kept) throw new Error(kept.refused);
  await act(ledger, caseId, `drafter-${region}`, { type: 'attach-document', documentType: 'council-programme-decision', media: 'pdf', name: 'Keputusan DPRD Seluma.pdf', ...kept });
  const { transfer } = await act(ledger, caseId, `drafter-${region}`, programme(year));
  return { caseId, seq: transfer!.seq, sha256: kept.sha256 };
}

async function* bytes(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

export async function until(what: () => unknown, patience = 30_000): Promise<void> {
  for (const end = Date.now() + patience; !(await what()); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (Date.now() > end) throw new Error(`not within ${patience} ms: ${what.toString()}`);
  }
}
