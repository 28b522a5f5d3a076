import { NativeConnection, Worker } from '@temporalio/worker';
import { forWorkflows, installRuntime } from '#temporal/worker';

/** The worker of the empty workflow, in a process of its own as the house's is, with the same settings. */
async function run(address: string, taskQueue: string): Promise<void> {
  installRuntime();
  const connection = await NativeConnection.connect({ address });
  const settings = forWorkflows({ connections: 10, cachedWorkflows: 500 }, { failed: () => {}, succeeded: () => {} });
  const worker = await Worker.create({ ...settings, connection, taskQueue, workflowsPath: require.resolve('./bare.workflow') });
  const ended = worker.run();
  process.once('SIGTERM', () => worker.shutdown());
  // Nobody is left to work for.
  process.once('disconnect', () => process.exit());
  process.send?.('ready');
  await ended;
  await connection.close();
  process.exit();
}

void run(process.env['TEMPORAL_ADDRESS']!, process.env['BARE_TASK_QUEUE']!);
