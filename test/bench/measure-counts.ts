import type { Client } from '@temporalio/client';
import { type Cost, type Counter, transactionsOf } from './counts';
import type { Office } from './office';

/** The first write to a page after a checkpoint carries the whole page: bytes are a mean of so many acts. */
export const sample = 20;

export interface ActCosts {
  /** Of one remark: the whole request, and the ledger's transaction alone. */
  remark: Cost & { ledger: string[]; events: number };
  transfer: Cost & { ledger: string[][]; events: number };
}

/** What an act within a stage and a transfer with one small document cost, counted one by one on cases of their own. */
export async function measureCounts(office: Office, counter: Counter, temporal: Client): Promise<ActCosts> {
  const one = await office.fileCase();
  await office.bring(one, 2_000);
  // A workflow's first turn and the caches of the rules belong to nobody's act.
  await office.remark(one);
  await historyAtRest(temporal, one.id);
  const touch = () => office.read(one.drafter, '/v1/me');

  const before = await historyOf(temporal, one.id);
  const remark = await counter.costOf(() => office.remark(one), touch);
  const many = await counter.costOf(async () => {
    for (let n = 0; n < sample; n++) await office.remark(one);
  }, touch);
  const between = await historyAtRest(temporal, one.id);
  const transfer = await counter.costOf(() => office.handOver(one), touch);
  const after = await historyAtRest(temporal, one.id);
  const writing = (transaction: readonly string[]): boolean => transaction.some((statement) => /insert into accepted_command/i.test(statement));
  const [ledger, ...others] = transactionsOf(remark.statements).filter(writing);
  if (!ledger || others.length > 0) throw new Error('A remark is written in one transaction.');
  return {
    remark: { ...remark, walBytes: Math.round(many.walBytes / sample), ledger, events: (between - before) / (1 + sample) },
    transfer: { ...transfer, ledger: transactionsOf(transfer.statements).filter(writing), events: after - between },
  };
}

const historyOf = async (temporal: Client, caseId: string): Promise<number> => (await temporal.workflow.getHandle(caseId).describe()).historyLength;

/** The length of a history that nobody has added to for a second. */
async function historyAtRest(temporal: Client, caseId: string): Promise<number> {
  for (let last = await historyOf(temporal, caseId); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const now = await historyOf(temporal, caseId);
    if (now === last) return now;
    last = now;
  }
}
