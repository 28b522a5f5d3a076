import { setImmediate as turn } from 'node:timers/promises';
import { again, untilDone } from './again';
import { atMost } from './at-most';

describe('work on many things', () => {
  it('never holds more at once than it may', async () => {
    let now = 0;
    let most = 0;
    const { done } = await atMost(3, Array.from({ length: 20 }, (_, n) => n), async () => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
    }, () => undefined);
    expect({ done, most, now }).toEqual({ done: 20, most: 3, now: 0 });
  });

  it('goes on past the one that fails, and tells of it', async () => {
    const told: unknown[] = [];
    const tally = await atMost(2, [1, 2, 3], async (n) => { if (n === 2) throw new Error('two'); }, (n) => told.push(n));
    expect({ tally, told }).toEqual({ tally: { done: 2, failed: 1 }, told: [2] });
  });
});

describe('work that is repeated', () => {
  it('outlives its failures and ends at the signal', async () => {
    const ending = new AbortController();
    const told: string[] = [];
    let rounds = 0;
    await again(1, ending.signal, async () => {
      rounds += 1;
      if (rounds === 3) ending.abort();
      throw new Error(`round ${rounds}`);
    }, (failure) => told.push((failure as Error).message));
    expect(told).toEqual(['round 1', 'round 2', 'round 3']);
  });

  it('stops once it has succeeded, where once is enough', async () => {
    let rounds = 0;
    await untilDone(1, new AbortController().signal, async () => { rounds += 1; if (rounds < 3) throw new Error('not yet'); }, () => undefined);
    expect(rounds).toBe(3);
  });
});
