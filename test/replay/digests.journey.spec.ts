import { digestsId, pokeDigests } from '#temporal';
import { skipTime } from '#temporal/testing/time-skipping';
import { poke } from '#workflows/messages';
import { runLoop, until, type RunningLoop } from './support/running-loop';

jest.setTimeout(120_000);

describe('the workflow of the digests', () => {
  let rounds: number;
  let loop: RunningLoop;
  beforeAll(async () => {
    rounds = 0;
    loop = await runLoop({ writeDigests: async () => ({ written: (rounds += 1) === 1 ? 12 : 0, nextInMs: 3_600_000 }) });
  });
  afterAll(async () => { await loop?.close(); });

  it('asks the ledger at once, every five minutes by itself, and when it is poked', async () => {
    await pokeDigests(loop.client, loop.taskQueue);
    await until(() => rounds > 0);
    const handle = loop.client.workflow.getHandle(digestsId);
    try {
      const atRest = rounds;
      await skipTime(loop.client, digestsId, 290);
      expect(rounds).toBe(atRest);
      await skipTime(loop.client, digestsId, 20);
      await until(() => rounds === atRest + 1);
      await handle.signal(poke);
      await until(() => rounds === atRest + 2);
      await loop.history(digestsId);
    } finally {
      await handle.terminate('the spec has ended');
    }
  });
});
