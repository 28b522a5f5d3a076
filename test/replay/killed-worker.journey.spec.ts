import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { carry } from '#workflows/messages';
import { MemoryLedger, type Call } from './support/memory-ledger';
import { caseIdOf, runLoop, until, type RunningLoop } from './support/running-loop';

jest.setTimeout(120_000);

describe('a worker that is killed', () => {
  const ledger = new MemoryLedger();
  let loop: RunningLoop;
  let server: Server;
  let folder: string;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    loop = await runLoop({}, { withWorkers: false });
    folder = await mkdtemp(path.join(tmpdir(), 'selaras-killed-'));
    await writeFile(path.join(folder, 'bundle.js'), loop.code);
    server = createServer((request, response) => void (async () => {
      const call = request.url!.slice(1) as Call;
      const answer = await ledger[call]((await json(request)) as never).catch(() => undefined);
      if (answer === undefined) response.statusCode = 503;
      response.end(JSON.stringify(answer ?? {}));
    })());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    server?.closeAllConnections();
    server?.close();
    await loop?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const employ = () => {
    const { port } = server.address() as AddressInfo;
    worker = spawn(process.execPath, [path.join(__dirname, 'support/worker-process.cjs'), process.env['SELARAS_TEST_TEMPORAL']!, loop.taskQueue, path.join(folder, 'bundle.js'), `http://127.0.0.1:${port}`], { stdio: 'inherit' });
  };
  const kill = async () => {
    const gone = new Promise((resolve) => worker!.once('exit', resolve));
    worker!.kill('SIGKILL');
    await gone;
  };

  it.each(['completeTransfer', 'checkpointDocuments'] as const)('just after %s has done its work has moved the case once, and the update is answered by the next one', async (call) => {
    const caseId = caseIdOf('killed');
    ledger.open(caseId);
    employ();
    const handle = await loop.beginCase(caseId);
    await until(() => ledger.count('attend', caseId) > 0);
    let killed = false;
    ledger.after[call] = async () => {
      if (killed) return;
      killed = true;
      await kill();
      employ();
    };
    expect(await handle.executeUpdate(carry, { args: [ledger.begin(caseId)] })).toBe('moved');
    expect(ledger.at(caseId)).toMatchObject({ seq: 3, became: { 2: 'moved' } });
    expect(ledger.count(call, caseId)).toBeGreaterThan(1);
    await kill();
  });
});
