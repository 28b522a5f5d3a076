import { setTimeout as pause } from 'node:timers/promises';

/** Does the work again and again, with a pause between, until the signal comes. A failure is told, and does not end it. */
export async function again(everyMs: number, signal: AbortSignal, work: () => Promise<unknown>, trouble: (failure: unknown) => void): Promise<void> {
  while (!signal.aborted) {
    await work().catch(trouble);
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Until it has succeeded once. */
export async function untilDone(everyMs: number, signal: AbortSignal, work: () => Promise<unknown>, trouble: (failure: unknown) => void): Promise<void> {
  const done = new AbortController();
  await again(everyMs, AbortSignal.any([signal, done.signal]), async () => { await work(); done.abort(); }, trouble);
}
