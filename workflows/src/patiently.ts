import { isCancellation, sleep, TemporalFailure } from '@temporalio/workflow';

const firstPause = 1_000;
const longestPause = 60_000;

/** Tries again by itself, ever more slowly, whatever is away; nothing but a programming error or a cancellation leaves. */
export async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      return await act();
    } catch (failure) {
      if (!(failure instanceof TemporalFailure) || isCancellation(failure)) throw failure;
      await sleep(pause);
    }
  }
}
