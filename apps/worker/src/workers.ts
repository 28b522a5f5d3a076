import { Logger } from '@nestjs/common';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { WorkerConfig } from '#config';
import type { TaskQueues } from '#temporal';
import { forActivities, forWorkflows, workflowCode, type WorkersSettings } from '#temporal/worker';
import type { CaseActivities, CohortActivities, NoticeActivities, ReconcileActivities } from '#workflows/activities';

export interface Activities { readonly cases: CaseActivities; readonly cohorts: CohortActivities; readonly notices: NoticeActivities; readonly reconcile: ReconcileActivities }

/** Large files hashed, and rounds of gates opened, at once. */
const documentSlots = 2;
const gateSlots = 4;

/** One worker for each queue, so that neither a large file nor a large cohort keeps an alarm waiting. */
export async function workersOf({ temporal, database }: WorkerConfig, queues: TaskQueues, activities: Activities, cachedWorkflows: number): Promise<WorkersSettings> {
  const log = new Logger('Activity');
  const failed = (activity: string, failure: unknown) => log.warn(`${activity}: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
  const { checkpointDocuments } = activities.cases;
  const { openGates } = activities.cohorts;
  return {
    address: temporal.address,
    namespace: temporal.namespace,
    workers: [
      {
        taskQueue: queues.workflows, workflowBundle: await bundle(temporal.workflowBundle),
        activities: { ...activities.cases, ...activities.cohorts, ...activities.notices, ...activities.reconcile },
        ...forWorkflows({ connections: database.pool, cachedWorkflows }, failed),
      },
      { taskQueue: queues.documents, activities: { checkpointDocuments }, ...forActivities(documentSlots, failed) },
      { taskQueue: queues.gates, activities: { openGates }, ...forActivities(gateSlots, failed) },
    ],
  };
}

/** The bundle that was built with the product, else one made now from the sources at hand. */
async function bundle(named: string | undefined): Promise<{ codePath: string } | { code: string }> {
  const built = named ?? path.join(__dirname, '../../../workflow-bundle.js');
  if (existsSync(built)) return { codePath: built };
  if (named !== undefined) throw new Error(`WORKFLOW_BUNDLE names ${named}, which is not there.`);
  return { code: await workflowCode() };
}
