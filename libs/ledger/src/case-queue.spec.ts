import { CaseQueue } from './case-queue';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the queue in front of a case', () => {
  it('lets one command at a time through, in the order they came', async () => {
    const queue = new CaseQueue();
    const log: string[] = [];
    await Promise.all(
      [3, 2, 1].map((wait, n) =>
        queue.run('a', async () => {
          log.push(`begin ${n}`);
          await pause(wait);
          log.push(`end ${n}`);
        }),
      ),
    );
    expect(log).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('turns away whoever would be the eleventh to wait, and nobody of another case', async () => {
    const queue = new CaseQueue();
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const crowd = Array.from({ length: 12 }, () => queue.run('a', () => gate.then(() => 'served')));
    expect(await crowd[11]).toBeUndefined();
    expect(await queue.run('b', async () => 'served')).toBe('served');
    expect(await Promise.race([queue.run('a', async () => 'engine', true), pause(5).then(() => 'waits')])).toBe('waits');
    open();
    expect(await Promise.all(crowd.slice(0, 11))).toEqual(Array(11).fill('served'));
  });

  it('goes on after a command that failed', async () => {
    const queue = new CaseQueue();
    await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run('a', async () => 'served')).toBe('served');
  });
});
