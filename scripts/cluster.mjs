import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { callAll, connect, countsOf, createNamespace, promises, startCounters, startCounting, taskQueue } from './lib/cluster-proof.mjs';
import { tellStory } from './lib/cluster-story.mjs';
import { endCommands, runCommand } from './lib/commands.mjs';
import { statementsForRoles } from './lib/databases.mjs';
import { openHome, root } from './lib/home.mjs';
import { installPackages, needNode } from './lib/install.mjs';
import { takeLock } from './lib/lock.mjs';
import { discard } from './lib/postgres-account.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { endLeftovers } from './lib/processes.mjs';
import { secretOf } from './lib/secrets.mjs';
import { asRole } from './lib/start-settings.mjs';
import { explain, say, step } from './lib/steps.mjs';
import { clusterPorts, clusterPrograms, layOutSchemas, startCluster } from './lib/temporal-cluster.mjs';
import { Trouble } from './lib/trouble.mjs';

/*
 * `npm run test:cluster`: the real Temporal server on PostgreSQL, set up as production sets it up. The whole house is opened on it, the
 * story of ten regions is told, Temporal is killed in its middle, and the record is verified.
 * With arguments (`npm run test:cluster -- node some.js`) that command runs in place of the story. It is told TEMPORAL_ADDRESS, DATABASE_URL (the owner's; `npm start` makes the application's role from it) and SELARAS_HOME.
 * The first run builds the server for some minutes. The last line is always `N passed, N failed`.
 */
const callers = 8;
const killAfterMs = Number(process.env.CLUSTER_KILL_AFTER_MS || 5_000);
const order = ['house', 'temporal-cluster', 'postgres'];
const total = { passed: 0, failed: 0 };
const figures = [];
const closing = [];
let house;
let lock;
let ended = false;

const check = (sentence, holds) => {
  total[holds ? 'passed' : 'failed']++;
  say(`${holds ? '  ✓' : '  ✗'} ${sentence}`);
};
const figure = (what, value) => figures.push([what, value]);
const timed = async (what, title, work) => {
  const since = Date.now();
  const result = await step(title, work);
  figure(what, `${((Date.now() - since) / 1000).toFixed(1)} s`);
  return result;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    say(`\nEnding (${signal}).`);
    endCommands();
    total.failed++;
    finish();
  });
}

try {
  needNode();
  const selarasHome = openHome();
  house = openHome(path.join(selarasHome, 'cluster'));
  lock = takeLock(path.join(house, 'run', 'cluster.lock'));
  if (lock.holder)
    throw new Trouble(`A run of the cluster is under way already (process ${lock.holder.pid}).`, 'Wait for its end, or use another SELARAS_HOME.');
  await endLeftovers(house, { order });
  await installPackages(selarasHome);
  await prove(selarasHome);
} catch (error) {
  if (!ended) {
    explain(error);
    total.failed++;
  }
}
await finish();

async function prove(selarasHome) {
  const programs = await timed('building the server (0 once it is there)', 'Building the Temporal server', (note) =>
    clusterPrograms({ home: house, note }),
  );
  discard(path.join(house, 'postgres'));
  const database = await timed('starting PostgreSQL', 'Starting PostgreSQL', () => startPostgres({ home: house }));
  closing.unshift(() => database.stop());
  const secrets = path.join(house, 'secrets');
  const passwords = { owner_password: secretOf(house, 'owner'), temporal_password: secretOf(house, 'temporal') };
  writeSecrets(secrets, passwords);
  const postgres = { port: database.port, password: passwords.temporal_password, secrets };
  await step('Making roles and databases', () => makeDatabases(database.url, passwords));
  await timed("laying out Temporal's schemas", "Laying out Temporal's schemas", () => layOutSchemas({ home: house, programs, postgres }));
  await step('Laying them out once more, as every start does', () => layOutSchemas({ home: house, programs, postgres }));

  const cluster = keepCluster({ home: house, programs, postgres, ports: await clusterPorts() });
  await timed('starting Temporal', 'Starting Temporal on PostgreSQL', () => cluster.begin());
  const link = await step('Creating the namespace', () => connect(cluster.address()));
  closing.unshift(() => link.close());
  const made = await createNamespace(link);
  figure('Temporal server', made.server);
  for (const [sentence, holds] of promises(made)) check(sentence, holds);

  await proveCounting(link, cluster);
  const env = {
    ...process.env,
    TZ: 'UTC',
    TEMPORAL_ADDRESS: cluster.address(),
    DATABASE_URL: asRole(database.url, 'selaras_owner', secretOf(house, 'owner'), 'selaras'),
    SELARAS_HOME: openHome(path.join(house, 'house')),
  };
  const given = process.argv.slice(2);
  if (given.length > 0) return proveCommand(given, env, cluster);
  await build(selarasHome);
  await proveStory(env, cluster);
}

function writeSecrets(folder, passwords) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, password] of Object.entries(passwords)) fs.writeFileSync(path.join(folder, name), password, { mode: 0o600 });
}

async function makeDatabases(url, passwords) {
  const { Client } = createRequire(import.meta.url)('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statementsForRoles(passwords)) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The server under one roof with its successor: killed as a power cut would, and started again. */
function keepCluster(options) {
  let server;
  closing.unshift(() => server?.stop({ waitMs: 20_000 }));
  return {
    address: () => server.address,
    async begin() {
      server = await startCluster(options);
    },
    async killAndStart() {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
      server = await startCluster(options);
    },
  };
}

/** Updates of empty workflows: at rest, and with the server killed among them. */
async function proveCounting(link, cluster) {
  const worker = await step('Starting a worker', () => startCounting(cluster.address()));
  closing.unshift(() => worker.stop());
  const handles = await startCounters(link, callers);
  const health = (queue) => runCommand(process.execPath, [path.join(root, 'docker', 'health.mjs'), 'worker'], { env: healthEnv(cluster, queue) });
  check("the container's health check finds this worker polling", (await health(taskQueue)) === 0);
  check("the container's health check misses a worker on a queue nobody polls", (await health('nobody')) === 1);
  await step('Warming up', () => callAll(link, handles, { each: 10, round: 'warm', limitMs: 120_000 }));
  const calm = await step(`Updates by ${callers} callers`, () => callAll(link, handles, { each: 100, round: 'calm' }));
  figure(
    `bare Updates, ${callers} callers, fresh cluster`,
    `${calm.perSecond.toFixed(0)}/s, p50 ${calm.p50.toFixed(0)} ms, p95 ${calm.p95.toFixed(0)} ms`,
  );

  let answeredBefore = 0;
  const rough = await step('The same, with Temporal killed among them', async (note) => {
    const waits = [];
    const calls = callAll(link, handles, { each: 200, round: 'rough', waits });
    calls.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    answeredBefore = waits.length;
    const since = Date.now();
    await cluster.killAndStart();
    figure('Temporal listening again after SIGKILL', `${((Date.now() - since) / 1000).toFixed(1)} s`);
    note('killed and started again');
    return calls;
  });
  figure(
    'the same with a kill among them',
    `${rough.asked} in ${rough.seconds.toFixed(1)} s, the kill after ${answeredBefore}, longest wait ${(rough.longest / 1000).toFixed(1)} s`,
  );
  check('the kill fell among the updates', answeredBefore > 0 && answeredBefore < rough.asked);
  const counts = await countsOf(handles);
  check(
    `each of ${callers} workflows counted exactly 310 updates: none lost, none doubled`,
    counts.every((count) => count === 310),
  );
  if (counts.some((count) => count !== 310)) say(`    ${counts.join(', ')}`);
}

function healthEnv(cluster, queue) {
  return { PATH: process.env.PATH, TEMPORAL_ADDRESS: cluster.address(), TEMPORAL_TASK_QUEUE: queue };
}

/** One whole journey of the house, with one kill in its middle. */
async function proveStory(env, cluster) {
  const blow = aBlow(cluster);
  const { code, last, seconds, verified } = await tellStory({ home: house, env, begun: () => blow.aim() }).finally(() => blow.landed());
  figure('the story of ten regions', `${seconds.toFixed(1)} s, ${last}`);
  if (blow.wait !== undefined) figure(`Temporal away in it, ${(killAfterMs / 1000).toFixed(0)} s after its first act`, `${blow.wait.toFixed(1)} s`);
  check('the kill fell into the middle of the story', blow.wait !== undefined && killAfterMs < seconds * 1000);
  check('all ten regions came from the programme to the endorsement', code === 0);
  check('every chain is intact, everything follows from it, and every open case has its workflow', verified);
}

/** Runs the command with one kill in its middle; it must come to a good end all the same. */
async function proveCommand(command, env, cluster) {
  const title = command.map((part) => path.basename(part)).join(' ');
  say(`… ${title}, with Temporal killed after ${(killAfterMs / 1000).toFixed(0)} s`);
  const since = Date.now();
  const blow = aBlow(cluster);
  blow.aim();
  const code = await runCommand(command[0], command.slice(1), { cwd: root, env, show: true, record: { home: house, name: 'cluster-command' } });
  figure(title, `${((Date.now() - since) / 1000).toFixed(1)} s`);
  await blow.landed();
  check(`the kill fell into the middle of ${title}`, blow.wait !== undefined);
  check(`${title} came to a good end`, code === 0);
}

/** One kill and restart of Temporal, some time after it was aimed; `wait` is for how many seconds nobody listened, undefined before that. */
function aBlow(cluster) {
  let timer;
  let landing;
  const blow = {
    wait: undefined,
    aim() {
      timer = setTimeout(() => (landing = strike()), killAfterMs);
    },
    async landed() {
      clearTimeout(timer);
      await landing;
    },
  };
  async function strike() {
    const since = Date.now();
    say('    Temporal is killed');
    await cluster.killAndStart();
    blow.wait = (Date.now() - since) / 1000;
    say(`    Temporal listens again (${blow.wait.toFixed(1)} s)`);
  }
  return blow;
}

async function finish() {
  if (ended) return;
  ended = true;
  if (figures.length > 0) say();
  for (const [what, value] of figures) say(`  ${what.padEnd(44)} ${value}`);
  for (const close of closing) await Promise.resolve(close()).catch(explain);
  if (house && lock && !lock.holder) await endLeftovers(house, { order });
  lock?.release();
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`, () => process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1));
}
