import { documentsQueue, gatesQueue } from '#workflows/task-queues';

export interface TaskQueues {
  /** Workflows, local activities and short regular ones. */
  readonly workflows: string;
  /** Checkpoints of large documents. */
  readonly documents: string;
  /** Activities that fan out over many cases. */
  readonly gates: string;
}

/** The queues of one installation, all named after the first; a test file names its own. */
export const taskQueues = (workflows: string): TaskQueues => ({ workflows, documents: documentsQueue(workflows), gates: gatesQueue(workflows) });
