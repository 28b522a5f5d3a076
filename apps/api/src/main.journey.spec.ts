import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTestDatabase, type TestDatabase } from '#test/database';
import { freePort } from '#test/free-port';

jest.setTimeout(60_000);

const top = path.join(__dirname, '../../..');

/** The entry file from source, in a process of its own. */
const loader = `const swc = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file).code, file);
  require('./apps/api/src/main.ts');`;


describe('the API as a program', () => {
  let database: TestDatabase;
  let home: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'selaras-api-'));
  });
  afterAll(async () => {
    await database.close();
    await rm(home, { recursive: true, force: true });
  });

  function start(env: Record<string, string>) {
    const child = spawn(process.execPath, ['-e', loader], { cwd: top, env: { PATH: process.env['PATH'], TZ: 'UTC', ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => { output += String(part); });
    const exited = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }));
    return { child, exited, output: () => output };
  }

  const complete = async (more: Record<string, string> = {}) => ({
    NODE_ENV: 'production', PORT: String(await freePort()), HOST: '127.0.0.1', PUBLIC_URL: 'https://selaras.example.test', DATABASE_URL: database.appUrl, TEMPORAL_ADDRESS: process.env['SELARAS_TEST_TEMPORAL']!,
    SELARAS_DOCUMENTS: path.join(home, 'documents'), OIDC_ISSUER: 'https://login.example.test', OIDC_AUDIENCE: 'urn:selaras', OIDC_JWKS_URL: 'https://login.example.test/jwks', ...more,
  });

  it('names everything that is missing or malformed at once, and does not start', async () => {
    const { code, output } = await start({ PORT: 'abc' }).exited;
    expect(code).toBe(1);
    for (const key of ['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'SELARAS_DOCUMENTS', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL']) expect(output).toContain(key);
  });

  it('does not start as a role that the walls do not bind', async () => {
    const { code, output } = await start(await complete({ DATABASE_URL: database.ownerUrl })).exited;
    expect(code).toBe(1);
    expect(output).toContain('refuses to run as');
  });

  it('answers, and ends with 0 when it is asked to', async () => {
    const env = await complete();
    const { child, exited, output } = start(env);
    const live = () => fetch(`http://127.0.0.1:${env.PORT}/health/live`).then(({ status }) => status, () => 0);
    for (const end = Date.now() + 90_000; (await live()) !== 200; await new Promise((resolve) => setTimeout(resolve, 100))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(output());
    }
    expect((await fetch(`http://127.0.0.1:${env.PORT}/v1/demo/personas`)).status).toBe(404);
    const { headers } = await fetch(`http://127.0.0.1:${env.PORT}/health/live`);
    expect(headers.get('strict-transport-security')).toContain('max-age');
    child.kill('SIGTERM');
    expect((await exited).code).toBe(0);
  });
});
