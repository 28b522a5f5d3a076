import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const top = join(__dirname, '../../..');
const home = mkdtempSync(join(tmpdir(), 'selaras-idp-'));
afterAll(() => rmSync(home, { recursive: true }));

/** The entry file from source, in a process of its own. */
const loader = `const swc = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file).code, file);
  require('./apps/idp-dev/src/main.ts');`;

function start(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['-e', loader], { cwd: top, env: { PATH: process.env.PATH, SELARAS_HOME: home, ...env } });
  let text = '';
  child.stdout?.on('data', (chunk) => { text += chunk; });
  child.stderr?.on('data', (chunk) => { text += chunk; });
  return { child, output: () => text };
}

async function until(true_: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !true_(); i += 1) await new Promise((later) => setTimeout(later, 50));
}

describe('the process of the identity provider', () => {
  it('answers, and ends with 0 when told to', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    const busy = start({ SELARAS_DEMO: '1', IDP_PORT: String(port) });
    expect(await once(busy.child, 'exit')).toEqual([1, null]);
    expect(busy.output()).toContain('set IDP_PORT to a free port');
    await new Promise((closed) => probe.close(closed));

    const { child, output } = start({ SELARAS_DEMO: '1', IDP_PORT: String(port) });
    try {
      await until(() => output().includes('answers at'));
      expect(await (await fetch(`http://127.0.0.1:${port}/health/live`)).json()).toEqual({ status: 'ok' });
      const { items } = await (await fetch(`http://127.0.0.1:${port}/personas`)).json() as { items: unknown[] };
      expect(items).toHaveLength(48);
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      expect(await exit).toEqual([0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it.each([
    ['outside the demo', {}, 'SELARAS_DEMO'], ['in production', { NODE_ENV: 'production', SELARAS_DEMO: '1' }, 'NODE_ENV'],
  ])('refuses to start %s', async (_where, env, key) => {
    const { child, output } = start(env as Record<string, string>);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toContain('The idp cannot start');
    expect(output()).toContain(`${key}: refused`);
  });
});
