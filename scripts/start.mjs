import path from 'node:path';
import { build } from './lib/build.mjs';
import { endCommands } from './lib/commands.mjs';
import { answering, keepApp, selaras } from './lib/house.mjs';
import { installPackages, needNode } from './lib/install.mjs';
import { takeLock } from './lib/lock.mjs';
import { personaLines, personasOf } from './lib/personas.mjs';
import { portOf } from './lib/ports.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { endLeftovers, endProcess, lastWords, leftovers, logFile } from './lib/processes.mjs';
import { secretOf } from './lib/secrets.mjs';
import { asRole, childEnvironment, httpPort, readSettings } from './lib/start-settings.mjs';
import { explain, say, step } from './lib/steps.mjs';
import { isTold, tellStory } from './lib/story.mjs';
import { keepAlive } from './lib/supervision.mjs';
import { startTemporal } from './lib/temporal.mjs';
import { temporalTool } from './lib/temporal-tool.mjs';
import { Trouble } from './lib/trouble.mjs';

/*
 * `npm start`: the whole house on one machine, from nothing. What is started is ended in the opposite order; Temporal and PostgreSQL
 * go last, so that whoever writes can finish.
 */
const openedFirst = ['postgres', 'temporal', 'idp-dev', 'worker', 'api'];
const running = new Map();
let settings;
let lock;
let ending;
let gaveUp;
let isOpen = false;

const on = {
  say: (line) => !ending && say(`! ${line}`),
  steady: () => isOpen,
  giveUp(name, why) {
    if (ending) return;
    gaveUp = name;
    explain(new Trouble(`${why}. It wrote last:\n${lastWords(settings.home, name)}`, `Read ${logFile(settings.home, name)}, then start again.`));
    end(1);
  },
};
const keep = (name, kept) => {
  running.set(name, kept);
  return kept;
};
const goOn = () => {
  if (ending) throw new Interrupted();
};
class Interrupted extends Error {}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => (ending ? endAtOnce() : end(0)));
}

try {
  needNode();
  settings = readSettings();
  lock = takeLock(path.join(settings.home, 'run', 'start.lock'));
  if (lock.holder) {
    throw new Trouble(
      `Selaras already runs from ${settings.home} (process ${lock.holder.pid}, since ${lock.holder.since}).`,
      'Use that one, or end it, or start a second one beside it: `PORT=3100 SELARAS_HOME=.selaras-second npm start`.',
    );
  }
  await house(settings);
} catch (error) {
  if (!(error instanceof Interrupted) && !ending && !gaveUp) {
    explain(error);
    end(1);
  }
}

async function house({ home, demo, story, postgres: given, temporal: address }) {
  if (leftovers(home).some(({ name }) => !['postgres', 'npm-ci'].includes(name))) {
    await step('Ending what an earlier start left behind', () =>
      endLeftovers(home, { order: [...openedFirst].reverse(), spared: ['postgres', 'npm-ci'] }),
    );
  }
  const port = await httpPort(settings);
  goOn();
  await installPackages(home);
  goOn();
  await build(home);
  goOn();
  const owner = given?.owner ?? (await step('Starting PostgreSQL', () => keepPostgres(home)));
  const application = given?.application ?? asRole(owner, 'selaras_app', secretOf(home, 'application'));
  goOn();
  const temporal = address ?? (await step('Starting Temporal', (note) => keepTemporal(home, note)));
  goOn();
  const idpPort = await portOf(home, 'idp-dev');
  const env = childEnvironment(settings, { port, idpPort, owner, application, temporal });
  await step('Migrating the database', () => selaras(home, ['db', 'migrate'], env));
  goOn();
  const waiting = { gaveUp: () => gaveUp !== undefined || ending !== undefined };
  if (demo) await step('Preparing the demo', () => selaras(home, ['demo', 'seed'], env));
  goOn();
  await step('Starting Selaras', async () => {
    if (demo) {
      keep('idp-dev', await keepApp(home, 'idp-dev', env, on));
      await answering(home, 'idp-dev', env.OIDC_JWKS_URL, waiting);
    }
    keep('worker', await keepApp(home, 'worker', env, on));
  });
  goOn();
  if (demo && story && !isTold(home)) await tell(env, waiting);
  goOn();
  await step('Opening the door', async () => {
    keep('api', await keepApp(home, 'api', env, on));
    await answering(home, 'api', `http://127.0.0.1:${port}/health/ready`, waiting);
  });
  goOn();
  isOpen = true;
  await welcome(env);
}

/** While the clock still runs through the years before, the house is open to the story alone, at a door of its own. */
async function tell(env, waiting) {
  const { SELARAS_HOME: home } = env;
  const port = await portOf(home, 'story');
  await step('Telling the story of the demo', async () => {
    const api = keep('api', await keepApp(home, 'api', { ...env, PORT: String(port), HOST: '127.0.0.1', RATE_LIMIT_PER_MINUTE: '1000000' }, on));
    const url = `http://127.0.0.1:${port}`;
    await answering(home, 'api', `${url}/health/ready`, waiting);
    goOn();
    await tellStory(home, url, env);
    running.delete('api');
    await api.stop();
  });
}

async function keepPostgres(home) {
  let server;
  const kept = await keepAlive('postgres', async () => (server = await startPostgres({ home })), on);
  keep('postgres', kept);
  return server.url;
}

async function keepTemporal(home, note) {
  const { cli } = await temporalTool({ home, note });
  goOn();
  let server;
  const kept = await keepAlive('temporal', async () => (server = await startTemporal({ home, cli, database: path.join(home, 'temporal.db') })), on);
  keep('temporal', kept);
  return server.address;
}

async function welcome(env) {
  say();
  say(`Selaras is open:   ${env.PUBLIC_URL}`);
  say(`Its contract:      ${env.PUBLIC_URL}/docs`);
  say(`Its data and logs: ${env.SELARAS_HOME}`);
  const personas = env.SELARAS_DEMO === '1' ? personaLines(await personasOf(`http://127.0.0.1:${env.PORT}`)) : [];
  if (personas.length > 0) say('Sign in as one of');
  for (const line of personas) say(`  ${line}`);
  say('Ctrl-C ends everything; the data stays.');
}

/** Ends in order; called once. */
function end(code) {
  ending ??= (async () => {
    if (running.size > 0) say();
    endCommands();
    for (const name of [...openedFirst].reverse()) {
      const kept = running.get(name);
      if (kept) await step(`Ending ${name}`, () => kept.stop());
    }
    // Whatever was just being started when the end was asked for.
    if (settings && lock && !lock.holder) await endLeftovers(settings.home, { order: [...openedFirst].reverse() });
    lock?.release();
    if (running.size > 0) say('Everything has ended.');
    process.exit(code);
  })().catch((error) => {
    explain(error);
    process.exit(1);
  });
}

/** Asked twice: only what this start, or an earlier one of this home, has started. */
async function endAtOnce() {
  if (settings)
    await Promise.all(
      leftovers(settings.home).map((record) => endProcess(record, { signal: record.name === 'postgres' ? 'SIGINT' : 'SIGKILL', waitMs: 2_000 })),
    );
  lock?.release();
  process.exit(130);
}

// The children do not keep this process alive by themselves.
setInterval(() => {}, 60_000);
