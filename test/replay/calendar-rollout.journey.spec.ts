import { pokeRollout } from '#temporal';
import { caseIdOf, runLoop, until, type RunningLoop } from './support/running-loop';

jest.setTimeout(120_000);

describe('the workflow of a calendar’s roll-out', () => {
  const calls: string[] = [];
  let left: number;
  let loop: RunningLoop;
  beforeAll(async () => {
    left = 3;
    loop = await runLoop({
      listMovedCases: async ({ version }: { version: number }) => void calls.push(`list ${version}`),
      moveCases: async ({ version }: { version: number }) => {
        calls.push(`move ${version}`);
        if (calls.length === 2) throw new Error('half of them');
        left -= 2;
        return { moved: 2, left: Math.max(0, left) };
      },
      finishRollout: async ({ version }: { version: number }) => void calls.push(`finish ${version}`),
    });
  });
  afterAll(async () => { await loop?.close(); });

  it('lists, moves until nothing is left, also after a failure, and finishes once, however often it is poked', async () => {
    const id = caseIdOf('calendar-rollout');
    await pokeRollout(loop.client, loop.taskQueue, { id, seen: 7 });
    await until(() => calls.length > 0);
    await pokeRollout(loop.client, loop.taskQueue, { id, seen: 7 });
    await loop.client.workflow.getHandle(id).result();
    expect(calls).toEqual(['list 7', 'move 7', 'move 7', 'move 7', 'finish 7']);
    await loop.history(id);
  });
});
