import fs from 'node:fs';
import { runCommand } from './commands.mjs';
import { logFile } from './processes.mjs';
import { onPath } from './temporal-tool.mjs';
import { Trouble } from './trouble.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const installed = (env) => usual.find((file) => fs.existsSync(file)) ?? onPath('chromium', env) ?? onPath('google-chrome', env);

/**
 * Finds a Chromium for the browser specs: CHROMIUM, the usual places, else Debian's package when this is root on Debian.
 * @returns {Promise<string>} the path of the program
 */
export async function chromium({ home, note = () => {}, env = process.env }) {
  if (env.CHROMIUM) {
    if (fs.existsSync(env.CHROMIUM)) return env.CHROMIUM;
    throw new Trouble(`CHROMIUM is ${env.CHROMIUM}, and there is nothing.`, 'Correct CHROMIUM, or unset it to let Selaras look for a browser.');
  }
  const found = installed(env);
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get', env)) {
    note("installing Debian's chromium");
    const options = { log: logFile(home, 'chromium-install'), env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
    await runCommand('apt-get', ['update', '-q'], options);
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
    const now = installed(env);
    if (now) return now;
  }
  throw new Trouble(
    'The browser specs need Chromium, and there is none.',
    'Install it (on Debian: `sudo apt-get install chromium`), or set CHROMIUM to its path.',
  );
}
