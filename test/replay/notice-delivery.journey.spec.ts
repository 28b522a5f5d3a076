import { pokeNotices, noticesId } from '#temporal';
import { skipTime } from '#temporal/testing/time-skipping';
import { poke } from '#workflows/messages';
import { caseIdOf, pauseOf, runLoop, until, type RunningLoop } from './support/running-loop';

jest.setTimeout(120_000);

describe('the delivery of notices', () => {
  let rounds: { at: number; more: boolean; nextInMs?: number }[];
  let next: () => { more: boolean; nextInMs?: number };
  let loop: RunningLoop;

  beforeEach(async () => {
    rounds = [];
    next = () => ({ more: false });
    loop = await runLoop({
      deliverNotices: async () => {
        const answer = next();
        rounds.push({ at: Date.now(), ...answer });
        return { settled: 0, ...answer };
      },
    });
  });
  afterEach(async () => { await loop?.close(); });

  it('goes on until nothing is due, then rests until it is poked', async () => {
    const channel = caseIdOf('mail');
    next = () => ({ more: rounds.length < 4 });
    await pokeNotices(loop.client, loop.taskQueue, channel);
    await until(() => rounds.length === 5);
    await pauseOf(1_500);
    expect(rounds).toHaveLength(5);
    await pokeNotices(loop.client, loop.taskQueue, channel);
    await until(() => rounds.length === 6);
    await loop.history(noticesId(channel));
  });

  it('comes back by itself after half a minute, and earlier when a notice is due earlier', async () => {
    const channel = caseIdOf('mail');
    await pokeNotices(loop.client, loop.taskQueue, channel);
    await until(() => rounds.length > 0);
    const atRest = rounds.length;
    await skipTime(loop.client, noticesId(channel), 31);
    await until(() => rounds.length > atRest);
    next = () => ({ more: false, nextInMs: 1_500 });
    await pokeNotices(loop.client, loop.taskQueue, channel);
    const before = rounds.length;
    await until(() => rounds.length >= before + 2, 10_000);
  });

  it('survives a round that fails', async () => {
    const channel = caseIdOf('mail');
    let failures = 3;
    next = () => { if ((failures -= 1) >= 0) throw new Error('the mail server is away'); return { more: false }; };
    await pokeNotices(loop.client, loop.taskQueue, channel);
    await until(() => rounds.length === 1, 30_000);
  });

  it('goes on in a new run before its history grows long', async () => {
    const channel = caseIdOf('mail');
    await pokeNotices(loop.client, loop.taskQueue, channel);
    const handle = loop.client.workflow.getHandle(noticesId(channel));
    const { runId } = await handle.describe();
    // No more than needed: a run cannot end while further signals come in without a pause.
    for (let n = 0; n < 10; n += 1) await Promise.all(Array.from({ length: 100 }, () => handle.signal(poke)));
    await until(async () => (await handle.describe()).runId !== runId);
    const before = rounds.length;
    await pokeNotices(loop.client, loop.taskQueue, channel);
    await until(() => rounds.length > before);
  });
});
