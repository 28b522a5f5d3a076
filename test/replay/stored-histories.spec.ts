import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeBundle } from '#temporal/bundle';

const histories = path.join(__dirname, 'histories');
const stored = readdirSync(histories, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json')).map((file) => path.join(histories, file));

describe('the histories of every released version', () => {
  let folder: string;
  let bundle: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'selaras-replay-'));
    bundle = await writeBundle(path.join(folder, 'bundle.js'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([['UTC', 0], ['Asia/Jayapura', -540]])('replay through today’s workflows in the zone %s', async (TZ, offset) => {
    const { stdout } = await promisify(execFile)(process.execPath, [path.join(__dirname, 'support/replay.cjs'), bundle, ...stored], { env: { ...process.env, TZ } });
    const replayed: unknown = JSON.parse(stdout.trim().split('\n').at(-1)!);
    expect(stored.length).toBeGreaterThanOrEqual(8);
    expect(replayed).toEqual(stored.map((file) => ({ file, offset })));
  }, 60_000);
});
