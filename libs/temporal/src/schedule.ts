import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import type { reconcile } from '#workflows/index';

export const reconciler = 'reconciler';

/** The minute's comparison of what should run with what runs. Safe to repeat; an older schedule is brought to this form. */
export async function scheduleReconciler(client: Client, taskQueue: string, { scheduleId = reconciler, onlyIfMissing = false } = {}): Promise<void> {
  const spec = { intervals: [{ every: '1 minute' }] };
  const action = { type: 'startWorkflow', workflowType: 'reconcile', taskQueue, workflowId: scheduleId, workflowTaskTimeout: '5s' } as const;
  const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' } as const;
  try {
    await client.schedule.create<typeof reconcile>({ scheduleId, spec, action: { ...action, args: [] }, policies });
  } catch (failure) {
    if (!(failure instanceof ScheduleAlreadyRunning)) throw failure;
    if (onlyIfMissing) return;
    await client.schedule.getHandle(scheduleId).update<typeof reconcile>((there) => ({ ...there, spec, action: { ...action, args: [] }, policies }));
  }
}
