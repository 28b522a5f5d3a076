import {
  allHandlersFinished, ApplicationFailure, condition, continueAsNew, proxyActivities, proxyLocalActivities, setCurrentDetails, setHandler, workflowInfo,
} from '@temporalio/workflow';
import type { CaseActivities, CaseAgenda, TransferUnderWay } from './activities';
import { historyIsLong } from './history-is-long';
import { agendaKnown, carry, poke } from './messages';
import { patiently } from './patiently';
import { documentsQueue } from './task-queues';

const large = 8_000_000;
const local = proxyLocalActivities<CaseActivities>({ startToCloseTimeout: '3s', retry: { maximumAttempts: 2, initialInterval: '100ms' } });

/** Carries the transfers of one case and keeps its alarm. It holds nothing of its own: the ledger says what is left to do, however often it is asked. */
export async function regulationCase({ caseId, seen }: { caseId: string; seen: number }): Promise<void> {
  const elsewhere = proxyActivities<CaseActivities>({
    taskQueue: documentsQueue(workflowInfo().taskQueue), startToCloseTimeout: '10 minutes', heartbeatTimeout: '10s', retry: { maximumAttempts: 3 },
  });
  let agenda: CaseAgenda = { open: true, seq: seen };
  let poked = true;
  let rung: string | undefined;
  const underWay = new Map<number, Promise<string>>();

  const compare = async (seq: number) => {
    try { learn(await patiently(() => elsewhere.compareTexts({ caseId, seq }))); return 'compared'; } finally { underWay.delete(seq); }
  };
  const learn = (now: CaseAgenda) => {
    agenda = now;
    setCurrentDetails(now.summary ?? '');
    if (now.toCompare !== undefined && !underWay.has(now.toCompare)) underWay.set(now.toCompare, compare(now.toCompare));
  };
  const move = async ({ seq, bytes }: TransferUnderWay) => {
    try {
      const sealed = await patiently(() => (bytes > large ? elsewhere : local).checkpointDocuments({ caseId, seq }));
      const { outcome, now } = await patiently(() => local.completeTransfer({ caseId, seq, sealed, at: Date.now() }));
      if (now.seq >= agenda.seq) learn(now); else poked = true;
      return outcome;
    } finally { underWay.delete(seq); }
  };
  const carryOnce = (transfer: TransferUnderWay) => {
    const running = underWay.get(transfer.seq) ?? move(transfer);
    underWay.set(transfer.seq, running);
    return running;
  };
  const attend = async () => {
    const { seq: known } = agenda;
    const now = await patiently(() => local.attend({ caseId, seen: known, at: Date.now() }));
    // A late answer is dropped; an answer from before what was asked means that an older record was restored, and the record is right.
    if (now.seq >= agenda.seq || now.seq < known) learn(now);
    // Never awaited here: an alarm must ring while a large file is hashed.
    if (agenda.transfer) void carryOnce(agenda.transfer);
  };

  setHandler(agendaKnown, () => agenda);
  setHandler(poke, () => { poked = true; });
  setHandler(carry, carryOnce, {
    validator: (_transfer: TransferUnderWay) => { if (!agenda.open) throw ApplicationFailure.nonRetryable('the case is closed', 'case-closed'); },
  });

  const leave = () => historyIsLong() && allHandlersFinished() && underWay.size === 0;
  while (agenda.open) {
    if (leave()) await continueAsNew<typeof regulationCase>({ caseId, seen: agenda.seq });
    const { alarm } = agenda;
    const called = () => poked || !agenda.open || agenda.alarm?.key !== alarm?.key || leave();
    const rang = alarm ? !(await condition(called, Math.max(alarm.key === rung ? 60_000 : 1_000, alarm.at - Date.now()))) : (await condition(called), false);
    if (!poked && !rang) continue;
    poked = false;
    rung = rang ? alarm?.key : undefined;
    await attend();
  }
  await condition(() => allHandlersFinished() && underWay.size === 0);
}
