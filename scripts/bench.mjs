import path from 'node:path';
import { build } from './lib/build.mjs';
import { endCommands, runCommand } from './lib/commands.mjs';
import { answering, selaras } from './lib/house.mjs';
import { openHome, root } from './lib/home.mjs';
import { installPackages, needNode } from './lib/install.mjs';
import { takeLock } from './lib/lock.mjs';
import { portOf } from './lib/ports.mjs';
import { discard } from './lib/postgres-account.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { endLeftovers, launch, logFile } from './lib/processes.mjs';
import { secretOf } from './lib/secrets.mjs';
import { asRole, childEnvironment } from './lib/start-settings.mjs';
import { explain, say, step } from './lib/steps.mjs';
import { startTemporal } from './lib/temporal.mjs';
import { temporalTool } from './lib/temporal-tool.mjs';
import { Trouble } from './lib/trouble.mjs';

/*
 * `npm run bench`: a house of its own in `$SELARAS_HOME/bench`, empty at each start and closed at the end, with the bench in it.
 * BENCH_API_FLAGS and BENCH_WORKER_FLAGS are given to Node, as in `BENCH_API_FLAGS="--cpu-prof --cpu-prof-dir=/tmp" npm run bench`;
 * BENCH_PARTS names what is timed (within,between,clock,memory), BENCH_ACTS how many acts the memory is watched over.
 */
const bench = path.join('dist', 'test', 'bench', 'main.js');
const order = ['api', 'worker', 'idp-dev', 'temporal', 'postgres'];
let home;
let lock;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    say(`\nEnding (${signal}).`);
    endCommands();
    end(1);
  });
}

try {
  needNode();
  const selarasHome = openHome();
  home = openHome(path.join(selarasHome, 'bench'));
  lock = takeLock(path.join(home, 'run', 'bench.lock'));
  if (lock.holder) throw new Trouble(`A bench is under way already (process ${lock.holder.pid}).`, 'Wait for its end, or use another SELARAS_HOME.');
  await endLeftovers(home, { order });
  await installPackages(selarasHome);
  await build(selarasHome);
  end(await inHouse(await temporalTool({ home: selarasHome })));
} catch (error) {
  explain(error);
  end(1);
}

async function inHouse({ cli }) {
  for (const left of ['postgres', 'documents', 'outbox', 'temporal.db', 'temporal.db-shm', 'temporal.db-wal']) discard(path.join(home, left));
  const [postgres, temporal] = await step('Starting PostgreSQL and Temporal', () =>
    Promise.all([startPostgres({ home }), startTemporal({ home, cli, database: path.join(home, 'temporal.db') })]),
  );
  const port = await portOf(home, 'http');
  const addresses = {
    port,
    idpPort: await portOf(home, 'idp-dev'),
    owner: postgres.url,
    application: asRole(postgres.url, 'selaras_app', secretOf(home, 'application')),
    temporal: temporal.address,
  };
  const env = { ...childEnvironment({ home, demo: true }, addresses), RATE_LIMIT_PER_MINUTE: '1000000' };
  await step('Migrating the database', () => selaras(home, ['db', 'migrate'], env));
  const start = (app, flags = []) =>
    launch(home, app, process.execPath, ['--enable-source-maps', ...flags, path.join('dist', 'apps', app, 'src', 'main.js')], { cwd: root, env });
  const apps = await step('Starting Selaras', async () => {
    start('idp-dev');
    await answering(home, 'idp-dev', env.OIDC_JWKS_URL);
    const worker = start('worker', process.env.BENCH_WORKER_FLAGS?.split(' '));
    const api = start('api', process.env.BENCH_API_FLAGS?.split(' '));
    await answering(home, 'api', `http://127.0.0.1:${port}/health/ready`);
    return { api, worker };
  });
  const told = { BENCH_POSTGRES_LOG: logFile(home, 'postgres'), BENCH_API_PID: String(apps.api.pid), BENCH_WORKER_PID: String(apps.worker.pid) };
  return runCommand(process.execPath, ['--enable-source-maps', bench], { cwd: root, env: { ...env, ...told }, show: true });
}

async function end(code) {
  if (home && lock && !lock.holder) await endLeftovers(home, { order, patience: { waitMs: 5_000 } });
  lock?.release();
  process.exit(code);
}
