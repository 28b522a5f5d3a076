import { Client, Connection, WorkflowUpdateRPCTimeoutOrCancelledError, type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataConverter, pokeCase, taskQueues } from '#temporal';
import { forActivities, forWorkflows, installRuntime, quiet } from '#temporal/worker';
import type { TransferUnderWay } from '#workflows/activities';
import type { regulationCase } from '#workflows/index';
import { carry } from '#workflows/messages';

export interface RunningLoop {
  readonly client: Client;
  readonly taskQueue: string;
  readonly code: string;
  /** A case of its own, poked into being as the relay does it. */
  beginCase(caseId: string): Promise<WorkflowHandle<typeof regulationCase>>;
  history(workflowId: string): Promise<string>;
  close(): Promise<void>;
}

/** The workflows on the run's engine, with the activities given, exactly as the product's workers run them. */
export async function runLoop(activities: object, { cachedWorkflows = 50, withWorkers = true, namespace = 'default' } = {}): Promise<RunningLoop> {
  installRuntime();
  const address = process.env['SELARAS_TEST_TEMPORAL']!;
  const taskQueue = `loop-${randomUUID()}`;
  const queues = taskQueues(taskQueue);
  const { code } = await bundleWorkflowCode({ workflowsPath: require.resolve('../../../workflows/src/index.ts'), logger: quiet });
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const native = await NativeConnection.connect({ address });
  const silent = { failed: () => undefined, succeeded: () => undefined };
  const workers = !withWorkers ? [] : await Promise.all([
    Worker.create({ connection: native, namespace, taskQueue: queues.workflows, workflowBundle: { code }, activities, ...forWorkflows({ connections: 10, cachedWorkflows }, silent) }),
    ...[queues.documents, queues.gates].map((queue) => Worker.create({ connection: native, namespace, taskQueue: queue, activities, ...forActivities(4, silent) })),
  ]);
  const runs = workers.map((worker) => worker.run());
  return {
    client, taskQueue, code,
    beginCase: async (caseId) => {
      await pokeCase(client, taskQueue, { id: caseId, seen: 1 });
      return client.workflow.getHandle<typeof regulationCase>(caseId);
    },
    history: async (workflowId) => {
      const json = historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory());
      store(workflowId, json);
      return json;
    },
    close: async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
      await native.close();
      await connection.close();
    },
  };
}

/** `export-histories.mjs` asks for what the specs make to be kept, for every later version to replay. */
function store(workflowId: string, json: string): void {
  const folder = process.env['SELARAS_TEST_KEEP_HISTORIES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  // Who ran it where is nobody's business in years to come.
  const anonymous = json.replace(/"\d+@[^"]*"/g, '"worker"');
  writeFileSync(path.join(folder, `${workflowId.replace(/-[0-9a-f-]{36}$/, '')}.json`), `${anonymous}\n`);
}

/** Asks as the API does: under a deadline, and again, since a passed deadline does not mean that nothing was done. */
export async function carryPatiently(client: Client, caseId: string, transfer: TransferUnderWay): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await client.withDeadline(Date.now() + 15_000, () => client.workflow.getHandle(caseId).executeUpdate(carry, { args: [transfer], updateId: `carry-${transfer.seq}` }));
    } catch (failure) {
      if (tries === 5 || !(failure instanceof WorkflowUpdateRPCTimeoutOrCancelledError)) throw failure;
    }
  }
}

export const caseIdOf = (story: string): string => `${story}-${randomUUID()}`;

export async function until(what: () => unknown, patience = 20_000): Promise<void> {
  for (const end = Date.now() + patience; !(await what()); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() > end) throw new Error(`not within ${patience} ms: ${what.toString()}`);
  }
}

export const pauseOf = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
