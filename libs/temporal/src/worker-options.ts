import type { WorkerOptions } from '@temporalio/worker';
import { dataConverter } from './data-converter';
import { type Calls, discreetly } from './discreet-failures';

export interface Capacity {
  /** Connections of the database pool. A local activity holds one, so there are never more slots than connections. */
  readonly connections: number;
  /** Cases kept in memory, about 1 MB each; 0 replays every case at every task, which is what tests want. */
  readonly cachedWorkflows: number;
}

interface Info {
  readonly activityType: string;
  readonly workflowExecution?: { readonly workflowId: string };
}

/** How long running activities may go on after the worker was told to stop, and when they are let go. */
const grace = '10s';
const force = '20s';

const everywhere = (calls: Calls) => ({
  dataConverter,
  shutdownGraceTime: grace,
  shutdownForceTime: force,
  interceptors: { activity: [({ info }: { info: Info }) => ({ inbound: discreetly({ activity: info.activityType, workflowId: info.workflowExecution?.workflowId ?? '' }, calls) })] },
}) satisfies Partial<WorkerOptions>;

/** A killed worker keeps its cases waiting for as long as the server believes in it: hence 2 s and not the default of 10. */
export const forWorkflows = ({ connections, cachedWorkflows }: Capacity, calls: Calls) => ({
  ...everywhere(calls),
  stickyQueueScheduleToStartTimeout: '2s',
  maxCachedWorkflows: cachedWorkflows,
  maxConcurrentLocalActivityExecutions: Math.max(1, connections - 2),
  maxConcurrentActivityTaskExecutions: 10,
}) satisfies Partial<WorkerOptions>;

export const forActivities = (slots: number, calls: Calls) => ({ ...everywhere(calls), maxConcurrentActivityTaskExecutions: slots }) satisfies Partial<WorkerOptions>;
