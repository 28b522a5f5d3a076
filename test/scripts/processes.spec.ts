import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { takeLock } from '../../scripts/lib/lock.mjs';
import { endLeftovers, endProcess, launch, leftovers, recordOf, type LaunchedProcess } from '../../scripts/lib/processes.mjs';
import { openHome } from '../../scripts/lib/home.mjs';

describe('what a home has started', () => {
  let home: string;
  let running: LaunchedProcess[] = [];
  const start = (name: string, script = 'setInterval(() => {}, 1000)') => {
    const process_ = launch(home, name, process.execPath, ['-e', script]);
    running.push(process_);
    return process_;
  };

  beforeEach(() => {
    home = openHome(mkdtempSync(path.join(tmpdir(), 'selaras-processes-')));
  });
  afterEach(async () => {
    await Promise.all(running.map((each) => each.stop({ signal: 'SIGKILL' })));
    running = [];
    rmSync(home, { recursive: true, force: true });
  });

  it('is recognised by a later start and ended', async () => {
    const worker = start('worker');
    expect(leftovers(home).map(({ name, pid }) => [name, pid])).toEqual([['worker', worker.pid]]);
    await endLeftovers(home);
    expect(leftovers(home)).toEqual([]);
    expect(await worker.ended).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('is taken away when it does not go', async () => {
    const deaf = start('deaf', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('listening')`);
    while (!readFileSync(path.join(home, 'log', 'deaf.log'), 'utf8').includes('listening')) await new Promise((resolve) => setTimeout(resolve, 20));
    await deaf.stop({ waitMs: 100 });
    expect(await deaf.ended).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('never takes a stranger with the same number for it', async () => {
    const stranger = start('stranger');
    const record = { ...recordOf(home, 'stranger')!, identity: 'another boot/1' };
    writeFileSync(path.join(home, 'run', 'stranger.json'), JSON.stringify(record));
    expect(leftovers(home)).toEqual([]);
    await endProcess(record, { waitMs: 50 });
    expect(stranger.hasEnded()).toBe(false);
  });

  it('is forgotten when it ends by itself', async () => {
    await start('short', '').ended;
    await new Promise((resolve) => setImmediate(resolve));
    expect(leftovers(home)).toEqual([]);
  });

  it('is held by one start at a time', () => {
    const file = path.join(home, 'run', 'start.lock');
    const first = takeLock(file);
    expect(first.holder).toBeUndefined();
    expect(takeLock(file).holder?.pid).toBe(process.pid);
    first.release();
    expect(takeLock(file).holder).toBeUndefined();
  });

  it('passes to the next start when the holder was killed', () => {
    const file = path.join(home, 'run', 'start.lock');
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: 'another boot/1', since: 'yesterday' }));
    expect(takeLock(file).holder).toBeUndefined();
  });
});
