import { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A namespace for one spec: workflows are named after their cases, and another spec may have the very same case on the same server. */
export async function ownNamespace(address: string): Promise<string> {
  const namespace = `spec-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 as never } });
    // The server's parts hear of it one after the other.
    for (const end = Date.now() + 30_000; !(await isKnown(connection, namespace)); await pause(100)) {
      if (Date.now() > end) throw new Error(`the namespace ${namespace} does not become known`);
    }
    return namespace;
  } finally {
    await connection.close();
  }
}

const isKnown = (connection: Connection, namespace: string): Promise<boolean> =>
  connection.workflowService.listOpenWorkflowExecutions({ namespace, maximumPageSize: 1, startTimeFilter: {} }).then(() => true, () => false);
