import path from 'node:path';
import { mustRun } from './commands.mjs';
import { root } from './home.mjs';
import { lastWords, launch, logFile } from './processes.mjs';
import { keepAlive } from './supervision.mjs';
import { Trouble } from './trouble.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const mainOf = (app) => path.join('dist', 'apps', app, 'src', 'main.js');

/** Starts one app of the house and keeps it alive. */
export const keepApp = (home, app, env, on) =>
  keepAlive(app, async () => launch(home, app, process.execPath, ['--enable-source-maps', mainOf(app)], { cwd: root, env }), on);

/** Runs the administration's command line to its end. */
export const selaras = (home, args, env) =>
  mustRun(process.execPath, ['--enable-source-maps', mainOf('cli'), ...args], {
    cwd: root,
    env,
    log: logFile(home, 'cli'),
    title: `selaras ${args.join(' ')}`,
    advice: `Read the lines above (all of them: ${logFile(home, 'cli')}), then start again.`,
  });

/** Waits until the address answers 2xx; an app that ends meanwhile, or takes too long, is trouble with the last lines it wrote. */
export async function answering(home, app, url, { waitMs = 90_000, gaveUp = () => false } = {}) {
  let last = 'nothing answered';
  for (const until = Date.now() + waitMs; Date.now() < until; await pause(100)) {
    if (gaveUp()) break;
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
  }
  const printed = lastWords(home, app);
  throw new Trouble(`${app} is not ready at ${url} (${last}).${printed ? `\n${printed}` : ''}`, `Read ${logFile(home, app)}, then start again.`);
}
