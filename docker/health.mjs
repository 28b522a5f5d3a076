import { createRequire } from 'node:module';
import { hostname } from 'node:os';

/*
 * Whether this container does its work. `api`: it answers. `worker`: *this* worker has asked Temporal for work lately, which tells it
 * from a living process that takes none. A Temporal that is away is not the worker's illness: it says so and stays healthy.
 */
const checks = { api, worker };

const complaint = await (checks[process.argv[2]] ?? (() => `say which part: ${Object.keys(checks).join(' or ')}`))();
if (complaint) console.error(complaint);
process.exit(complaint ? 1 : 0);

async function api() {
  try {
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/live`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? undefined : `/health/live answered ${answer.status}`;
  } catch (error) {
    return `nothing answers at /health/live: ${error.cause?.message ?? error.message}`;
  }
}

async function worker() {
  const found = await pollers();
  if (found instanceof Error) return void console.error(`Temporal cannot be asked: ${found.message}`);
  // The SDK names itself `<pid>@<host>`; a living worker polls at least once a minute.
  const polls = found.some(
    ({ identity, lastAccessTime }) => identity?.endsWith(`@${hostname()}`) && Date.now() / 1000 - Number(lastAccessTime?.seconds ?? 0) < 90,
  );
  return polls ? undefined : `no poller of ${hostname()} on the task queue within 90 s`;
}

/** Who has asked for work on the task queue lately, or why that cannot be known. */
async function pollers() {
  const { Connection } = createRequire(import.meta.url)('@temporalio/client');
  try {
    const connection = await Connection.connect({ address: process.env.TEMPORAL_ADDRESS, connectTimeout: '3s' });
    const request = {
      namespace: process.env.TEMPORAL_NAMESPACE || 'default',
      taskQueue: { name: process.env.TEMPORAL_TASK_QUEUE || 'selaras' },
      taskQueueType: 1,
    };
    const answer = await connection.withDeadline(Date.now() + 3_000, () => connection.workflowService.describeTaskQueue(request));
    return answer.pollers ?? [];
  } catch (error) {
    return error;
  }
}
