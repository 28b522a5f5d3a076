import type { Client } from '@temporalio/client';

export interface RunningWorkflow { readonly id: string; readonly startedAt: Date }

/** Every workflow of a type that the engine holds to be running on this queue. The list follows the truth by a second or so. */
export async function* runningWorkflows(client: Client, type: string, taskQueue: string): AsyncGenerator<RunningWorkflow> {
  const query = `WorkflowType = ${quoted(type)} AND TaskQueue = ${quoted(taskQueue)} AND ExecutionStatus = 'Running'`;
  for await (const { workflowId, startTime } of client.workflow.list({ query, pageSize: 500 })) yield { id: workflowId, startedAt: startTime };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
