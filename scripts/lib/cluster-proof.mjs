import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { clusterSettings } from './temporal-cluster.mjs';

const load = createRequire(import.meta.url);
const workflow = fileURLToPath(new URL('./cluster-workflow.cjs', import.meta.url));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const { namespace, retentionHours, shards } = clusterSettings;
export const taskQueue = 'selaras-cluster-proof';
const hour = 3_600;

/** A client of the cluster; the packages are loaded here and not at the top, since they may have to be installed first. */
export async function connect(address) {
  const { Client, Connection } = load('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: '30s' });
  return { client: new Client({ connection, namespace }), connection, close: () => connection.close() };
}

/** Creates the namespace and waits until every service of the cluster knows it. */
export async function createNamespace({ connection }) {
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: retentionHours * hour } });
  for (const until = Date.now() + 60_000; ; await pause(200)) {
    try {
      return await describe(connection);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function describe(connection) {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  const cluster = await connection.workflowService.getClusterInfo({});
  return {
    retentionHours: Number(config.workflowExecutionRetentionTtl.seconds) / hour,
    shards: cluster.historyShardCount,
    server: cluster.serverVersion,
  };
}

/** What the set-up promises, as [sentence, whether it holds]. */
export const promises = ({ retentionHours: kept, shards: made }) => [
  [`the namespace keeps closed workflows for ${retentionHours} hours`, kept === retentionHours],
  [`the cluster has ${shards} shards`, made === shards],
];

/** A worker of this process for the counting workflow. */
export async function startCounting(address) {
  const { NativeConnection, Runtime, Worker, makeTelemetryFilterString, DefaultLogger } = load('@temporalio/worker');
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({ connection, namespace, taskQueue, workflowsPath: workflow, stickyQueueScheduleToStartTimeout: '2s' });
  const run = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await run;
      await connection.close();
    },
  };
}

/** Starts one counting workflow for each caller. */
export const startCounters = ({ client }, callers) =>
  Promise.all(Array.from({ length: callers }, (_, n) => client.workflow.start('counter', { taskQueue, workflowId: `counter-${n}`, args: [0] })));

/**
 * Every caller sends `each` updates, one after the other; an answer that does not come is asked for again with the same id.
 * @param {number[]} waits filled while it goes on
 * @returns {Promise<{seconds: number, perSecond: number, p50: number, p95: number, longest: number, asked: number}>} waits in milliseconds
 */
export async function callAll({ client }, handles, { each, round, waits = [], patienceMs = 5_000, limitMs = 180_000 }) {
  const began = Date.now();
  await Promise.all(
    handles.map(async (handle) => {
      for (let n = 0; n < each; n++) {
        const since = performance.now();
        while (!(await answered(client, handle, `${round}-${n}`, patienceMs))) {
          if (Date.now() - began > limitMs) throw new Error(`an update of ${handle.workflowId} was not answered within ${limitMs / 1000} s`);
          await pause(100);
        }
        waits.push(performance.now() - since);
      }
    }),
  );
  const seconds = (Date.now() - began) / 1000;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { seconds, perSecond: waits.length / seconds, p50: at(0.5), p95: at(0.95), longest: at(1), asked: waits.length };
}

async function answered(client, handle, updateId, patienceMs) {
  try {
    await client.withDeadline(Date.now() + patienceMs, () => handle.executeUpdate('step', { updateId }));
    return true;
  } catch {
    return false;
  }
}

/** What the workflows have counted, each by itself. */
export const countsOf = (handles) => Promise.all(handles.map((handle) => handle.query('counted')));
