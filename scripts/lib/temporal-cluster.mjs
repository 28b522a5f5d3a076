import fs from 'node:fs';
import path from 'node:path';
import { mustRun } from './commands.mjs';
import { root } from './home.mjs';
import { freePort, isListening } from './ports.mjs';
import { lastWords, launch, logFile } from './processes.mjs';
import { onPath } from './temporal-tool.mjs';
import { Trouble } from './trouble.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const version = 'v1.32.0';
const modules = { server: `go.temporal.io/server/cmd/server@${version}`, sql: `go.temporal.io/server/cmd/tools/sql@${version}` };
const services = ['FRONTEND', 'HISTORY', 'MATCHING', 'WORKER'];

/** What a real cluster is set up with here and in docker/compose.yaml. The number of shards can never change later. */
export const clusterSettings = { shards: 512, namespace: 'default', retentionHours: 720 };

/**
 * The server and its schema tool, built once from their Go module into `$home/bin`.
 * @returns {Promise<{server: string, sql: string, built: boolean}>}
 */
export async function clusterPrograms({ home, note = () => {}, env = process.env }) {
  const bin = path.join(home, 'bin');
  const stamp = path.join(bin, 'version');
  const programs = Object.fromEntries(Object.keys(modules).map((name) => [name, path.join(bin, name)]));
  const isThere = Object.values(programs).every((file) => fs.existsSync(file)) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version;
  if (isThere) return { ...programs, built: false };
  const go = onPath('go', env);
  if (!go) {
    throw new Trouble(
      `The Temporal server ${version} has to be built from its Go module, and there is no Go here.`,
      `Install Go 1.26 or newer and put \`go\` on PATH, or put the programs \`server\` and \`sql\` of Temporal ${version} and a file \`version\` with the text ${version} into ${bin}.`,
    );
  }
  fs.mkdirSync(bin, { recursive: true, mode: 0o700 });
  const log = logFile(home, 'go-install');
  for (const [name, module] of Object.entries(modules)) {
    note(`go install ${module}`);
    await mustRun(go, ['install', module], {
      log,
      env: { ...env, GOBIN: bin, CGO_ENABLED: '0' },
      record: { home, name: `go-install-${name}` },
      title: `go install ${module}`,
      advice: `Check that the Go module proxy can be reached and that 4 GB of disk are free. Details: ${log}`,
    });
  }
  fs.writeFileSync(stamp, version);
  return { ...programs, built: true };
}

/**
 * Lays out both of Temporal's databases, which must exist, by the script of docker/temporal.
 * @param {{home: string, programs: {sql: string}, postgres: {port: number, secrets: string}}} options
 *   `secrets` is the folder with the file `temporal_password`
 */
export async function layOutSchemas({ home, programs, postgres }) {
  // The images call the schema tool by another name than its module.
  const alias = path.join(path.dirname(programs.sql), 'temporal-sql-tool');
  fs.rmSync(alias, { force: true });
  fs.symlinkSync(programs.sql, alias);
  const env = {
    PATH: [path.dirname(programs.sql), process.env.PATH].join(path.delimiter),
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(postgres.port),
    SECRETS: postgres.secrets,
  };
  const script = path.join(root, 'docker', 'temporal', 'set-up-schemas.sh');
  await mustRun('sh', [script], { log: logFile(home, 'schemas'), env, title: "Laying out Temporal's schemas" });
}

/** Ports that stay the same over a restart. Membership ports must be ≤ 32767, which `freePort` keeps. */
export async function clusterPorts() {
  const taken = new Set();
  while (taken.size < services.length * 2 + 1) taken.add(await freePort());
  const [http, ...rest] = taken;
  const ports = Object.fromEntries(
    services.flatMap((service, index) => [
      [`${service}_GRPC_PORT`, rest[2 * index]],
      [`${service}_MEMBERSHIP_PORT`, rest[2 * index + 1]],
    ]),
  );
  return { ...ports, FRONTEND_HTTP_PORT: http };
}

/** Starts the real server on PostgreSQL: all four services in one process, as one machine of a cluster would. */
export async function startCluster({ home, programs, postgres, ports, name = 'temporal-cluster' }) {
  const dynamic = path.join(home, 'dynamic-config.yaml');
  fs.writeFileSync(dynamic, '{}\n', { mode: 0o600 });
  const env = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    LOG_LEVEL: 'warn',
    DB: 'postgres12',
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(postgres.port),
    POSTGRES_USER: 'temporal',
    POSTGRES_PWD: postgres.password,
    DBNAME: 'temporal',
    VISIBILITY_DBNAME: 'temporal_visibility',
    NUM_HISTORY_SHARDS: String(clusterSettings.shards),
    BIND_ON_IP: '127.0.0.1',
    DYNAMIC_CONFIG_FILE_PATH: dynamic,
    ...Object.fromEntries(Object.entries(ports).map(([key, port]) => [key, String(port)])),
  };
  const server = launch(home, name, programs.server, ['--allow-no-auth', 'start'], { env, cwd: home });
  for (const until = Date.now() + 60_000; !(await isListening(ports.FRONTEND_GRPC_PORT)); await pause(50)) {
    if (server.hasEnded()) throw new Trouble(`Temporal ended while starting:\n${lastWords(home, name)}`, 'Read the lines above, then run it again.');
    if (Date.now() < until) continue;
    await server.stop({ waitMs: 5_000 });
    throw new Trouble(`Temporal was not listening within a minute:\n${lastWords(home, name)}`, 'Read the lines above, then run it again.');
  }
  return { ...server, address: `127.0.0.1:${ports.FRONTEND_GRPC_PORT}` };
}
