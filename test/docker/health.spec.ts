import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const script = path.join(__dirname, '..', '..', 'docker', 'health.mjs');

async function health(part: string, env: Record<string, string> = {}): Promise<number> {
  const [code] = (await once(spawn(process.execPath, [script, part], { env: { PATH: process.env['PATH'], ...env }, stdio: 'ignore' }), 'exit')) as [
    number,
  ];
  return code;
}

describe('the health check of a container', () => {
  let server: Server;
  let status = 200;
  const port = () => String((server.address() as AddressInfo).port);

  beforeAll(async () => {
    server = createServer(({ url }, answer) => answer.writeHead(url === '/health/live' ? status : 404).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());

  it('is content with an API that answers', async () => {
    status = 200;
    expect(await health('api', { PORT: port() })).toBe(0);
  });
  it('is not content with an API that answers with a failure', async () => {
    status = 503;
    expect(await health('api', { PORT: port() })).toBe(1);
  });
  it('is not content with a part it does not know', async () => {
    expect(await health('kitchen')).toBe(1);
  });
  it('does not blame the worker for an engine that is away', async () => {
    expect(await health('worker', { TEMPORAL_ADDRESS: '127.0.0.1:1' })).toBe(0);
  });
});
