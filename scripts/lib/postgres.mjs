import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openHome } from './home.mjs';
import { isListening, portOf } from './ports.mjs';
import { placeFor } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { endProcess, lastWords, launch, recordOf } from './processes.mjs';
import { secretOf } from './secrets.mjs';
import { Trouble } from './trouble.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const owner = 'selaras';
const environment = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

// SIGINT asks PostgreSQL for a fast shutdown: sessions are ended, everything is written.
const fastShutdown = { signal: 'SIGINT', waitMs: 15_000 };

/**
 * Starts PostgreSQL on the data folder `$home/postgres`, made on the first call, or attaches to the one that already serves it.
 * `stop` ends it if it was started for this home, and does nothing if somebody else started it.
 * @param {{home: string, name?: string, port?: number, settings?: Record<string, string | number>, force?: string}} options
 *   `port` is wanted (another one is taken and remembered when it is busy); `force` picks one way of running as root
 */
export async function startPostgres({ home: folder, name = 'postgres', port, settings = {}, force }) {
  const home = openHome(folder);
  const binaries = postgresBinaries();
  const place = placeFor(binaries, path.join(home, name), force);
  const password = secretOf(home, name);
  const urlOn = (at) => `postgres://${owner}:${password}@127.0.0.1:${at}/postgres`;

  if (!fs.existsSync(path.join(place.data, 'PG_VERSION'))) createCluster(place, binaries.major, password);
  refuseOtherMajor(place.data, binaries.major);

  const living = await servedAlready(place.data);
  if (living) {
    const record = recordOf(home, name);
    const ours = record?.pid === living.pid ? record : undefined;
    return {
      url: urlOn(living.port),
      port: living.port,
      pid: living.pid,
      mode: place.mode,
      attached: true,
      ours: ours !== undefined,
      ended: endOf(living.pid),
      hasEnded: () => !isPostgres(living.pid),
      stop: async () => ours && endProcess(ours, fastShutdown),
    };
  }

  const at = await portOf(home, name, port);
  const options = {
    listen_addresses: '127.0.0.1',
    port: at,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 200,
    ...settings,
  };
  const [command, ...args] = [
    ...place.prefix,
    path.join(place.bin, 'postgres'),
    '-D',
    place.data,
    ...Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const server = await launchWhenFree(
    () => launch(home, name, command, args, { ...place.as, cwd: '/', env: environment() }),
    place.data,
    at,
    () => lastWords(home, name),
  );
  return { ...server, url: urlOn(at), port: at, mode: place.mode, attached: false, ours: true, stop: () => server.stop(fastShutdown) };
}

function createCluster({ bin, data, prefix, as }, major, password) {
  // The password cannot come by /dev/stdin (Node's pipes are sockets): a private file of that account, for a moment.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'selaras-initdb-'));
  const file = path.join(folder, 'password');
  try {
    fs.writeFileSync(file, `${password}\n`, { mode: 0o600 });
    if (as.uid) for (const each of [folder, file]) fs.chownSync(each, as.uid, as.gid);
    const locale = major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C'];
    const [command, ...args] = [
      ...prefix,
      path.join(bin, 'initdb'),
      '-D',
      data,
      '-U',
      owner,
      `--pwfile=${file}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      ...locale,
      '--no-instructions',
    ];
    const made = spawnSync(command, args, { ...as, cwd: '/', env: environment(), encoding: 'utf8' });
    if (made.status === 0) return;
    throw new Trouble(
      `The database could not be created in ${data}: ${(made.stderr || made.error?.message || '').trim()}`,
      'Look for a full disk or missing rights on that folder, then start again.',
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function refuseOtherMajor(data, major) {
  const made = Number.parseInt(fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8'), 10);
  if (made === major) return;
  throw new Trouble(
    `The data in ${data} was written by PostgreSQL ${made}, and PostgreSQL ${major} is here.`,
    'Use the version that wrote it (PG_BIN_DIR), move the data with pg_dump, or choose another SELARAS_HOME.',
  );
}

/** The server of this data folder, if it lives; what a killed one left is cleared away. */
async function servedAlready(data) {
  const file = path.join(data, 'postmaster.pid');
  for (const until = Date.now() + 30_000; ; await pause(50)) {
    const lines = readLines(file);
    if (!lines) return undefined;
    const [pid, port, status] = [Number(lines[0]), Number(lines[3]), lines[7]?.trim()];
    if (!isPostgres(pid)) {
      fs.rmSync(file, { force: true });
      return undefined;
    }
    if (status === 'ready' && (await isListening(port))) return { pid, port };
    if (Date.now() > until)
      throw new Trouble(`PostgreSQL (process ${pid}) holds ${data} and does not answer.`, `End process ${pid}, then start again.`);
  }
}

function readLines(file) {
  try {
    return fs.readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/** Another program may have the number of a postmaster that was killed. */
function isPostgres(pid) {
  const asked = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  if (asked.error) {
    try {
      const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
      return name === 'postgres' && state !== 'Z';
    } catch {
      return false;
    }
  }
  const [state, name] = asked.stdout.trim().split(/\s+/);
  return state !== undefined && !state.startsWith('Z') && path.basename(name ?? '') === 'postgres';
}

async function endOf(pid) {
  while (isPostgres(pid)) await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
  return { code: null, signal: null };
}

/** Sessions of a server that was killed hold its memory for a moment longer: then it is tried again. */
async function launchWhenFree(begin, data, port, printed) {
  for (const until = Date.now() + 20_000; ; await pause(200)) {
    const server = begin();
    try {
      await readiness(server, data, port, printed);
      return server;
    } catch (error) {
      if (Date.now() > until || !/pre-existing shared memory block|is another postmaster/i.test(printed())) throw error;
    }
  }
}

/** The last line of postmaster.pid turns to "ready"; recovery after a crash may take its time. */
async function readiness(server, data, port, printed) {
  for (const until = Date.now() + 120_000; ; await pause(20)) {
    if (server.hasEnded())
      throw new Trouble(
        `PostgreSQL ended while starting:\n${printed()}`,
        'Read the lines above; a full disk or another server on the same folder are the usual reasons.',
      );
    const lines = readLines(path.join(data, 'postmaster.pid'));
    if (lines?.[7]?.trim() === 'ready' && (await isListening(port))) return;
    if (Date.now() > until) {
      await server.stop(fastShutdown);
      throw new Trouble(`PostgreSQL was not ready within two minutes:\n${printed()}`, 'Read the lines above, then start again.');
    }
  }
}
