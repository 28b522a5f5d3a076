import { temporal } from '@temporalio/proto';
import type { Client } from '@temporalio/client';

const { TaskQueueType } = temporal.api.enums.v1;

/** The server forgets a poller five minutes after its last call, and a living one calls at least once a minute. */
const freshness = 90_000;

export type EngineHealth = 'polling' | 'no-worker' | 'engine-away';

/** Whether the engine answers within so many milliseconds, and whether some worker takes this queue's workflow tasks. */
export async function engineHealth(client: Client, taskQueue: string, patience = 1_000, now = Date.now()): Promise<EngineHealth> {
  const asked = client.withDeadline(now + patience, () => client.connection.workflowService.describeTaskQueue({
    namespace: client.options.namespace, taskQueue: { name: taskQueue }, taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  }));
  try {
    const { pollers } = await asked;
    return (pollers ?? []).some(({ lastAccessTime }) => now - Number(lastAccessTime?.seconds ?? 0) * 1000 < freshness) ? 'polling' : 'no-worker';
  } catch {
    return 'engine-away';
  }
}

/** Whether the engine answers at all within so many milliseconds. */
export async function engineAnswers(client: Client, patience = 1_000): Promise<boolean> {
  const { namespace } = client.options;
  return client.withDeadline(Date.now() + patience, () => client.connection.workflowService.describeNamespace({ namespace })).then(() => true, () => false);
}
