import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHome, readJson, writeWhole } from './home.mjs';
import { startPostgres } from './postgres.mjs';
import { discard } from './postgres-account.mjs';
import { identityOf, isAlive } from './process-identity.mjs';
import { endLeftovers } from './processes.mjs';
import { startTemporal } from './temporal.mjs';
import { temporalTool } from './temporal-tool.mjs';

const prefix = 'selaras-test-';
const timeSkipping = { 'frontend.WorkflowTimeSkippingEnabled': true };

/**
 * Starts the servers of a test run in a temporary home and names them in the environment: SELARAS_TEST_POSTGRES (the owner's URL),
 * SELARAS_TEST_TEMPORAL (host:port), SELARAS_TEST_HOME, TEMPORAL_CLI (for specs that start a server of their own).
 * A server that cannot be started fails the run.
 */
export async function openServers() {
  await clearUpAfterKilledRuns();
  const home = temporaryHome();
  const opened = [];
  const close = async () => {
    await Promise.all(opened.map((server) => server.stop()));
    await endEverythingOf(home);
    throwAway(home);
  };
  try {
    const { cli } = await temporalTool({ server: '1.32', note: (text) => process.stderr.write(`  Temporal: ${text}\n`) });
    const started = await Promise.allSettled([startPostgres({ home }), startTemporal({ home, cli, dynamicConfig: timeSkipping })]);
    opened.push(...started.filter(({ status }) => status === 'fulfilled').map(({ value }) => value));
    const failed = started.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    const [postgres, temporal] = opened;
    Object.assign(process.env, {
      SELARAS_TEST_HOME: home,
      SELARAS_TEST_POSTGRES: postgres.url,
      SELARAS_TEST_TEMPORAL: temporal.address,
      TEMPORAL_CLI: cli,
    });
    return { close };
  } catch (error) {
    await close();
    if (error.advice) error.message += `\nWhat to do: ${error.advice}`;
    throw error;
  }
}

function temporaryHome() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  fs.chmodSync(home, 0o711);
  writeWhole(path.join(home, 'owner.json'), JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
  return openHome(home);
}

/** Specs that start servers of their own do so in this home or in one just below it. */
async function endEverythingOf(home) {
  const below = fs.readdirSync(home).map((name) => path.join(home, name));
  for (const each of [home, ...below.filter((folder) => fs.existsSync(path.join(folder, 'run')))]) {
    await endLeftovers(each, { patience: { waitMs: 2_000 } });
  }
}

function throwAway(home) {
  for (const name of fs.readdirSync(home)) discard(path.join(home, name));
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** A test run that was killed leaves its servers behind; the folder it made says which. */
export async function clearUpAfterKilledRuns() {
  const homes = fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(prefix));
  for (const home of homes.map((name) => path.join(os.tmpdir(), name))) {
    const owner = readJson(path.join(home, 'owner.json'));
    if (!owner || isAlive(owner) || !isMine(home)) continue;
    await endEverythingOf(home);
    throwAway(home);
  }
}

const isMine = (folder) => process.getuid === undefined || fs.statSync(folder).uid === process.getuid();
