/** One act, timed by whoever calls it; it throws when the answer was not the expected one. */
export type Timed = () => Promise<unknown>;

/** Milliseconds each act took, and the seconds in which something was under way. */
export interface Samples {
  waits: number[];
  seconds: number;
}

export interface Figures {
  p50: number;
  p95: number;
  perSecond: number;
}

/** `callers` of them at a time, until the list is used up. */
export async function together(acts: readonly Timed[], callers: number, into: Samples): Promise<void> {
  const waiting = [...acts];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let act = waiting.pop(); act; act = waiting.pop()) {
        const since = performance.now();
        await act();
        into.waits.push(performance.now() - since);
      }
    }),
  );
  into.seconds += (performance.now() - began) / 1_000;
}

/** Runs two sides in turns of the same size, so that whatever else the machine does meets both. */
export async function inTurns(sides: readonly [(count: number) => Timed[], (count: number) => Timed[]], { callers, turns, each }: { callers: number; turns: number; each: number }): Promise<[Figures, Figures]> {
  const samples: [Samples, Samples] = [{ waits: [], seconds: 0 }, { waits: [], seconds: 0 }];
  for (let turn = 0; turn < turns; turn++) {
    // Whoever goes second may find the disk busy with what the first has left: they take it in turns.
    for (const side of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) await together(sides[side](each), callers, samples[side]);
  }
  return [figuresOf(samples[0]), figuresOf(samples[1])];
}

export function figuresOf({ waits, seconds }: Samples): Figures {
  const sorted = [...waits].sort((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), perSecond: waits.length / seconds };
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
