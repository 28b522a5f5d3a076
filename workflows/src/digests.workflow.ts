import { condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { DigestActivities } from './activities';
import { historyIsLong } from './history-is-long';
import { poke } from './messages';
import { patiently } from './patiently';

const soonest = 1_000;
const byItself = 300_000;
const { writeDigests } = proxyActivities<DigestActivities>({ startToCloseTimeout: '10 minutes', heartbeatTimeout: '1 minute', retry: { maximumAttempts: 2 } });

/** Asks the ledger, for ever, whose digest is due. Which days and hours these are, the ledger knows: nothing is held here that a new run could lose. */
export async function digests(): Promise<void> {
  let poked = false;
  setHandler(poke, () => { poked = true; });
  for (;;) {
    if (historyIsLong()) await continueAsNew<typeof digests>();
    poked = false;
    const { nextInMs } = await patiently(() => writeDigests());
    await condition(() => poked || historyIsLong(), Math.min(Math.max(nextInMs, soonest), byItself));
  }
}
