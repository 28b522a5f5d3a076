import { existsSync } from 'node:fs';
import path from 'node:path';
import type { WorkerConfig } from '#config';
import type { TaskQueues } from '#temporal';
import { type Calls, forActivities, forWorkflows, workflowCode, type WorkersSettings } from '#temporal/worker';
import type { CalendarActivities, CaseActivities, CohortActivities, DigestActivities, NoticeActivities, ReconcileActivities } from '#workflows/activities';

export interface Activities { readonly cases: CaseActivities; readonly cohorts: CohortActivities; readonly notices: NoticeActivities; readonly reconcile: ReconcileActivities; readonly calendars: CalendarActivities; readonly digests: DigestActivities }

/** Large files hashed, and rounds of gates opened, at once. */
const documentSlots = 2;
const gateSlots = 4;

/** One worker for each queue, so that neither a large file nor a large cohort keeps an alarm waiting. */
export async function workersOf({ temporal, database }: WorkerConfig, queues: TaskQueues, activities: Activities, calls: Calls, cachedWorkflows: number): Promise<WorkersSettings> {
  const { checkpointDocuments, compareTexts } = activities.cases;
  const { openGates } = activities.cohorts;
  return {
    address: temporal.address,
    namespace: temporal.namespace,
    workers: [
      {
        taskQueue: queues.workflows, workflowBundle: await bundle(temporal.workflowBundle),
        activities: { ...activities.cases, ...activities.cohorts, ...activities.notices, ...activities.digests, ...activities.reconcile },
        ...forWorkflows({ connections: database.pool, cachedWorkflows }, calls),
      },
      { taskQueue: queues.documents, activities: { checkpointDocuments, compareTexts }, ...forActivities(documentSlots, calls) },
      { taskQueue: queues.gates, activities: { openGates, ...activities.calendars }, ...forActivities(gateSlots, calls) },
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
