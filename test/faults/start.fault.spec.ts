import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { root } from '../../scripts/lib/home.mjs';
import { leftovers } from '../../scripts/lib/processes.mjs';
import { eventually } from '#test/house';
import { SelarasClient } from '../story/selaras-client';

jest.setTimeout(180_000);

/** `npm start`, as one process of this test with a home and a port of its own. */
class Started {
  said = '';
  readonly pid: number;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;

  constructor(
    readonly home: string,
    readonly port: number,
  ) {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(DATABASE_|TEMPORAL_ADDRESS|SELARAS_|NODE_ENV|OIDC_|PORT)/.test(key)));
    const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], { cwd: root, env: { ...inherited, SELARAS_HOME: home, SELARAS_STORY: '0', PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.pid = child.pid!;
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (this.said += text));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<this> {
    let end: unknown;
    void this.ended.then((how) => (end = how));
    await eventually(async () => {
      if (end) throw new Error(`It ended: ${JSON.stringify(end)}\n${this.said}`);
      expect(this.said).toContain('Selaras is open');
    }, 120_000);
    return this;
  }

  as(persona: string): SelarasClient {
    return new SelarasClient(this.url, persona);
  }

  /** Names and numbers of what this home has started and what still lives. */
  processes(): { name: string; pid: number }[] {
    return (leftovers(this.home) as { name: string; pid: number }[]).map(({ name, pid }) => ({ name, pid }));
  }

  async asked(signal: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }> {
    process.kill(this.pid, signal);
    return this.ended;
  }
}

describe('npm start', () => {
  const homes: Started[] = [];
  const folder = process.env['SELARAS_TEST_HOME']!;
  const begin = async (name: string): Promise<Started> => {
    const earlier = homes.find(({ home }) => home.includes(name));
    const started = new Started(earlier?.home ?? path.join(folder, `${name}-${randomBytes(3).toString('hex')}`), earlier?.port ?? (await freePort()));
    homes.push(started);
    return started;
  };
  const five = ['api', 'idp-dev', 'postgres', 'temporal', 'worker'];
  const namesOf = (started: Started) => started.processes().map(({ name }) => name).filter((name) => five.includes(name)).sort();

  afterAll(async () => {
    for (const { pid, ended } of homes) {
      try {
        process.kill(pid, 'SIGTERM');
        await ended;
      } catch {
        /* It has ended. */
      }
    }
  });

  it('runs twice side by side, survives the death of its parent, keeps its data, and leaves nothing behind on Ctrl-C', async () => {
    const [first, second] = await Promise.all([begin('start-one'), begin('start-two')]);
    await Promise.all([first.open(), second.open()]);
    expect([namesOf(first), namesOf(second)]).toEqual([five, five]);
    const plan = { process: 'rpik', regionCode: '1705', programmeYear: 2027, title: 'RPIK Seluma 2028–2047', planYears: { from: 2028, to: 2047 } };
    for (const house of [first, second]) await house.as('drafter-1705').must('POST', '/v1/cases', plan);
    const remark = { text: 'Ditulis sebelum mati.', visibility: 'internal' };
    await first.as('drafter-1705').must('POST', '/v1/cases/rpik-1705-2027/remarks', remark, { key: 'before-death' });
    const seqOf = async (house: Started) => (await house.as('drafter-1705').get<{ seq: number }>('/v1/cases/rpik-1705-2027')).body.seq;
    const [written, untouched] = [await seqOf(first), await seqOf(second)];
    expect(written).toBe(untouched + 1);

    // One home, one house.
    const twice = new Started(first.home, await freePort());
    expect(await twice.ended).toMatchObject({ code: 1 });
    expect(twice.said).toContain('already runs');
    expect(namesOf(first)).toEqual(five);

    // The parent is gone without a word; what it started lives on, and the next start puts the house in order.
    expect(await first.asked('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    const orphans = first.processes().map(({ pid }) => pid);
    expect(namesOf(first)).toEqual(five);
    const again = await (await begin('start-one')).open();
    expect(namesOf(again)).toEqual(five);
    const now = again.processes();
    expect(now.filter(({ name, pid }) => ['api', 'worker', 'temporal'].includes(name) && orphans.includes(pid))).toEqual([]);
    expect(await seqOf(again)).toBe(written);
    const repeated = await again.as('drafter-1705').command<{ seq: number }>('POST', '/v1/cases/rpik-1705-2027/remarks', remark, { key: 'before-death' });
    expect([repeated.status, repeated.body.seq]).toEqual([200, written]);

    // Ctrl-C in a terminal is a SIGINT; a service manager sends SIGTERM.
    expect(await again.asked('SIGINT')).toEqual({ code: 0, signal: null });
    expect(again.said).toContain('Everything has ended');
    expect(namesOf(again)).toEqual([]);
    expect(now.filter(({ pid }) => isAlive(pid))).toEqual([]);
    expect(fs.existsSync(path.join(again.home, 'run', 'start.lock'))).toBe(false);
    expect(await seqOf(second)).toBe(untouched);

    const others = second.processes();
    expect(await second.asked('SIGTERM')).toEqual({ code: 0, signal: null });
    expect([namesOf(second), others.filter(({ pid }) => isAlive(pid))]).toEqual([[], []]);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !fs.readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
