const second = 1_000;

/** The first wait and the longest one, in milliseconds. */
export const firstWait = 30 * second;
export const longestWait = 3_600 * second;

/** Nothing is given up before three days: a weekend with a dead server loses no notice. In milliseconds. */
export const givesUpAfter = 3 * 24 * 3_600 * second;

/** Failed tries before anything is given up, so that a night without a worker, or a simulated clock that leaps, is not held against a notice. */
export const leastAttempts = 8;

/** Milliseconds to wait after the nth failed try (n ≥ 1): 30 s, doubling, at most 1 h. The same for the same n. */
export function backoff(attempt: number): number {
  return Math.min(longestWait, firstWait * 2 ** Math.min(Math.max(attempt, 1) - 1, 20));
}
