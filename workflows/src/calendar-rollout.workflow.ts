import { proxyActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { CalendarActivities } from './activities';
import { poke } from './messages';
import { patiently } from './patiently';
import { gatesQueue } from './task-queues';

const soonest = 2_000;
const longest = 60_000;

/** Brings a published calendar to every open case it moves. What is left to do stands in the ledger, so that a run which is lost or doubled moves no case twice. */
export async function calendarRollout({ version }: { version: number }): Promise<void> {
  const calendars = proxyActivities<CalendarActivities>({
    taskQueue: gatesQueue(workflowInfo().taskQueue), startToCloseTimeout: '15 minutes', heartbeatTimeout: '10s', retry: { maximumAttempts: 3 },
  });
  // The relay asks again while the roll-out lasts; it has nothing to say that is not known here.
  setHandler(poke, () => undefined);
  await patiently(() => calendars.listMovedCases({ version }));
  for (let pause = soonest; ; pause = Math.min(pause * 2, longest)) {
    const { moved, left } = await patiently(() => calendars.moveCases({ version }));
    if (left === 0) break;
    if (moved > 0) pause = soonest;
    await sleep(pause);
  }
  await patiently(() => calendars.finishRollout({ version }));
}
