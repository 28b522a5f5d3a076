import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { openHome } from './home.mjs';
import { isListening, portOf } from './ports.mjs';
import { lastWords, launch } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// The development server ends slowly when it is asked to.
const patience = { waitMs: 5_000 };

/**
 * Starts Temporal's development server for this home, on the port it had the last time.
 * @param {{home: string, cli: string, name?: string, port?: number, database?: string, dynamicConfig?: Record<string, unknown>}} options
 *   `database` is a file that keeps the workflows; without it they live in memory
 */
export async function startTemporal({ home: folder, cli, name = 'temporal', port, database, dynamicConfig = {} }) {
  const home = openHome(folder);
  const at = await portOf(home, name, port);
  const address = `127.0.0.1:${at}`;
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(at), '--headless', '--log-level', 'warn'];
  if (database) args.push('--db-filename', database);
  for (const [key, value] of Object.entries(dynamicConfig)) args.push('--dynamic-config-value', `${key}=${JSON.stringify(value)}`);
  const server = launch(home, name, cli, args, { cwd: home });
  for (const until = Date.now() + 60_000; !(await isListening(at)) || !answers(cli, address); await pause(50)) {
    if (server.hasEnded()) throw new Trouble(`Temporal ended while starting:\n${lastWords(home, name)}`, 'Read the lines above, then start again.');
    if (Date.now() < until) continue;
    await server.stop(patience);
    throw new Trouble(`Temporal was not ready within a minute:\n${lastWords(home, name)}`, 'Read the lines above, then start again.');
  }
  // Histories hold ids, numbers and hashes only, and are still nobody else's.
  if (database) fs.chmodSync(database, 0o600);
  return { ...server, address, port: at, stop: () => server.stop(patience) };
}

const answers = (cli, address) =>
  spawnSync(cli, ['operator', 'namespace', 'describe', '--namespace', 'default', '--address', address], { timeout: 10_000 }).status === 0;
