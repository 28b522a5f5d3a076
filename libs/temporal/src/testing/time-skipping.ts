import { temporal } from '@temporalio/proto';
import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';

const { FastForwardPollingResult } = temporal.api.enums.v1;

/**
 * Lets so many seconds pass for one workflow in about a second, timers ringing in their order; afterwards its time runs on as usual, ahead of ours.
 * Needs a server of 1.32 or later with `frontend.WorkflowTimeSkippingEnabled`. Activities keep real time, so the workflow's own goes with every call.
 */
export async function skipTime({ connection, options: { namespace } }: Client, workflowId: string, seconds: number): Promise<void> {
  const execution = { namespace, workflowExecution: { workflowId } };
  const fastForwardId = randomUUID();
  await connection.workflowService.updateWorkflowExecutionOptions({
    ...execution,
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: { seconds: seconds as never } } } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const { fastForwardPollingResult } = await connection.workflowService.pollWorkflowExecutionTimeSkipping({ ...execution, fastForwardId });
    if (fastForwardPollingResult === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return;
    if (fastForwardPollingResult === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) throw new Error(`time could not be skipped for ${workflowId}`);
  }
}
