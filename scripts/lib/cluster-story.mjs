import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './home.mjs';
import { selaras } from './house.mjs';
import { freePort } from './ports.mjs';
import { lastWords, launch, logFile } from './processes.mjs';
import { secretOf } from './secrets.mjs';
import { asRole } from './start-settings.mjs';
import { say, step } from './steps.mjs';
import { Trouble } from './trouble.mjs';

const year = '2027';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The house as `npm start` opens it, on a Temporal and a PostgreSQL that run already; one whole story in it, and its record verified.
 * @param {{home: string, env: NodeJS.ProcessEnv, begun: () => void}} options `home` keeps the note that the house runs;
 *   `env` names TEMPORAL_ADDRESS, DATABASE_URL (the owner's) and SELARAS_HOME;
 *   `begun` is called when the first act of the story is done
 * @returns {Promise<{code: number, last: string, seconds: number, verified: boolean}>} how the story ended, and its last line
 */
export async function tellStory({ home, env, begun }) {
  const port = String(await freePort());
  const house = launch(home, 'house', process.execPath, [path.join(root, 'scripts', 'start.mjs')], { cwd: root, env: { ...env, PORT: port } });
  try {
    await step('Opening the house on the cluster', () => open(home, house));
    say(`… the story of ${year}`);
    const since = Date.now();
    const { code, last } = await story({ ...env, SELARAS_URL: `http://127.0.0.1:${port}` }, begun);
    const seconds = (Date.now() - since) / 1000;
    const verified = await step('Verifying the record', () => verify(env)).then(
      () => true,
      (error) => say(`  ${error.message}`),
    );
    return { code, last, seconds, verified: verified === true };
  } finally {
    await step('Closing the house', () => house.stop({ waitMs: 60_000 }));
  }
}

async function open(home, house) {
  for (const until = Date.now() + 300_000; !lastWords(home, 'house', 60).includes('Selaras is open'); await pause(200)) {
    if (!house.hasEnded() && Date.now() < until) continue;
    throw new Trouble(`The house did not open:\n${lastWords(home, 'house', 30)}`, `Read ${logFile(home, 'house')}, then run it again.`);
  }
}

/** Shows every line of the story while it is told. */
async function story(env, begun) {
  const main = path.join('dist', 'test', 'story', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, year], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    if (last === '') begun();
    say(`    ${line}`);
    if (line.trim() !== '') last = line.trim();
  }
  return { code: await ended, last };
}

/** Chains, projections, and a running workflow for every open case: tried until it settles, since a visibility record may lag. */
async function verify(env) {
  const home = env.SELARAS_HOME;
  const application = asRole(env.DATABASE_URL, 'selaras_app', secretOf(home, 'application'));
  const asked = { ...env, DATABASE_URL: application, TEMPORAL_NAMESPACE: 'default', SELARAS_DEMO: '1' };
  for (const until = Date.now() + 60_000; ; await pause(2_000)) {
    try {
      return await selaras(home, ['verify'], asked);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
