import { condition, continueAsNew, proxyActivities, proxyLocalActivities, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { CohortActivities, CohortAgenda } from './activities';
import { historyIsLong } from './history-is-long';
import { poke } from './messages';
import { patiently } from './patiently';
import { gatesQueue } from './task-queues';

const byItself = 300_000;
const soonest = 5_000;
const local = proxyLocalActivities<CohortActivities>({ startToCloseTimeout: '3s', retry: { maximumAttempts: 2, initialInterval: '100ms' } });

/** Opens the gates that a release has promised. It reads the ledger by itself too, so a lost message costs minutes and not a case. */
export async function cohortWorkflow({ cohortId, seen }: { cohortId: string; seen: number }): Promise<void> {
  const gates = proxyActivities<CohortActivities>({
    taskQueue: gatesQueue(workflowInfo().taskQueue), startToCloseTimeout: '15 minutes', heartbeatTimeout: '20s', retry: { maximumAttempts: 3 },
  });
  let agenda: CohortAgenda = { open: true, seq: seen, toOpen: 0 };
  let poked = true;
  let patience = soonest;
  setHandler(poke, () => { poked = true; });

  while (agenda.open) {
    if (historyIsLong()) await continueAsNew<typeof cohortWorkflow>({ cohortId, seen: agenda.seq });
    const called = await condition(() => poked, agenda.toOpen > 0 ? patience : byItself);
    poked = false;
    patience = called ? soonest : Math.min(patience * 2, byItself);
    agenda = await patiently(() => local.attendCohort({ cohortId, seen: agenda.seq, at: Date.now() }));
    setCurrentDetails(agenda.summary ?? '');
    if (agenda.toOpen === 0) continue;
    const { opened, left } = await patiently(() => gates.openGates({ cohortId }));
    agenda = { ...agenda, toOpen: left };
    if (opened > 0) poked = true;
  }
}
