import { condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { NoticeActivities } from './activities';
import { historyIsLong } from './history-is-long';
import { poke } from './messages';
import { patiently } from './patiently';

const soonest = 1_000;
const byItself = 30_000;
const { deliverNotices } = proxyActivities<NoticeActivities>({ startToCloseTimeout: '10 minutes', heartbeatTimeout: '1 minute', retry: { maximumAttempts: 2 } });

/** Delivers what is due on one channel, for ever. The rows are the queue: nothing is held here that a new run could lose. */
export async function noticeDelivery({ channel }: { channel: string }): Promise<void> {
  let poked = false;
  setHandler(poke, () => { poked = true; });
  for (;;) {
    if (historyIsLong()) await continueAsNew<typeof noticeDelivery>({ channel });
    poked = false;
    const { more, nextInMs = byItself } = await patiently(() => deliverNotices({ channel }));
    if (!more) await condition(() => poked || historyIsLong(), Math.min(Math.max(nextInMs, soonest), byItself));
  }
}
