import { proxyActivities } from '@temporalio/workflow';
import type { ReconcileActivities } from './activities';

const activities = proxyActivities<ReconcileActivities>({ startToCloseTimeout: '5 minutes', heartbeatTimeout: '30s', retry: { maximumAttempts: 2 } });

/** Compares what should run with what runs. Whatever it could not put right is met again by the next one, a minute later. */
export async function reconcile(): Promise<{ started: number; ended: number; poked: number }> {
  return activities.reconcile();
}
