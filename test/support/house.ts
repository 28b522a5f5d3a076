import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/home.mjs';
import { startPostgres, type RunningPostgres } from '../../scripts/lib/postgres.mjs';
import { launch, logFile, type LaunchedProcess } from '../../scripts/lib/processes.mjs';
import { startTemporal, type RunningTemporal } from '../../scripts/lib/temporal.mjs';
import { SelarasClient } from '../story/selaras-client';
import { freePort } from './free-port';

export type App = 'api' | 'worker' | 'idp-dev';

/** The whole house as the programs people run: PostgreSQL, Temporal, identity provider, worker and API, each a process that can be killed. */
export class House {
  private readonly apps = new Map<App, LaunchedProcess>();
  private postgres!: RunningPostgres;
  private temporal!: RunningTemporal;
  private environment: NodeJS.ProcessEnv = {};
  private readonly clients = new Map<string, SelarasClient>();

  private constructor(
    readonly home: string,
    private readonly extra: NodeJS.ProcessEnv,
  ) {}

  static async open(name: string, extra: NodeJS.ProcessEnv = {}): Promise<House> {
    const folder = process.env['SELARAS_TEST_HOME'];
    if (!folder) throw new Error('SELARAS_TEST_HOME is not set: specs of the whole house run under "npm test".');
    const house = new House(path.join(folder, `${name}-${randomBytes(3).toString('hex')}`), extra);
    fs.mkdirSync(house.home, { recursive: true });
    await house.begin();
    return house;
  }

  private async begin(): Promise<void> {
    await Promise.all([this.startPostgres(), this.startTemporal()]);
    const [port, idpPort] = [await freePort(), await freePort()];
    const owner = this.postgres.url;
    const application = new URL(owner);
    application.username = 'selaras_app';
    application.password = 'of-this-house-only';
    this.environment = {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: application.href,
      DATABASE_OWNER_URL: owner,
      TEMPORAL_ADDRESS: this.temporal.address,
      TEMPORAL_NAMESPACE: 'default',
      SELARAS_HOME: this.home,
      SELARAS_DOCUMENTS: path.join(this.home, 'documents'),
      SELARAS_OUTBOX: path.join(this.home, 'outbox'),
      SELARAS_DEMO: '1',
      OIDC_ISSUER: `http://127.0.0.1:${idpPort}`,
      OIDC_AUDIENCE: 'urn:selaras',
      OIDC_JWKS_URL: `http://127.0.0.1:${idpPort}/jwks`,
      IDP_PORT: String(idpPort),
      WORKFLOW_BUNDLE: path.join(root, 'dist', 'workflow-bundle.js'),
      RATE_LIMIT_PER_MINUTE: '1000000',
      TZ: 'UTC',
      ...this.extra,
    };
    const migrated = this.cli('db', 'migrate');
    if (migrated.code !== 0) throw new Error(`db migrate: ${migrated.out}`);
    this.start('idp-dev');
    this.start('worker');
    this.start('api');
    await this.ready();
  }

  get url(): string {
    return `http://127.0.0.1:${this.environment['PORT']}`;
  }

  get temporalAddress(): string {
    return this.temporal.address;
  }

  get documents(): string {
    return this.environment['SELARAS_DOCUMENTS']!;
  }

  get outbox(): string {
    return this.environment['SELARAS_OUTBOX']!;
  }

  get applicationUrl(): string {
    return this.environment['DATABASE_URL']!;
  }

  get ownerUrl(): string {
    return this.environment['DATABASE_OWNER_URL']!;
  }

  /** One client per persona, so that each signs in once. */
  as(persona: string): SelarasClient {
    const known = this.clients.get(persona) ?? new SelarasClient(this.url, persona);
    this.clients.set(persona, known);
    return known;
  }

  start(app: App, extra: NodeJS.ProcessEnv = {}): LaunchedProcess {
    const main = path.join(root, 'dist', 'apps', app, 'src', 'main.js');
    const started = launch(this.home, app, process.execPath, ['--enable-source-maps', main], { cwd: root, env: { ...this.environment, ...extra } });
    this.apps.set(app, started);
    return started;
  }

  /** The process is gone before it can say a word. */
  async kill(app: App): Promise<void> {
    const living = this.apps.get(app);
    if (!living || living.hasEnded()) return;
    process.kill(living.pid, 'SIGKILL');
    await living.ended;
  }

  async stop(app: App): Promise<{ code: number | null }> {
    const living = this.apps.get(app)!;
    await living.stop({ signal: 'SIGTERM', waitMs: 15_000 });
    return living.ended;
  }

  pid(app: App): number {
    return this.apps.get(app)!.pid;
  }

  hasEnded(app: App): boolean {
    return this.apps.get(app)!.hasEnded();
  }

  async startPostgres(): Promise<void> {
    this.postgres = await startPostgres({ home: this.home, name: 'house-postgres' });
  }

  async killPostgres(): Promise<void> {
    process.kill(this.postgres.pid, 'SIGKILL');
    await this.postgres.ended;
  }

  /** `forget`: the database of the engine is thrown away, as if it had never run. */
  async startTemporal({ forget = false } = {}): Promise<void> {
    const database = path.join(this.home, 'temporal.db');
    if (forget) for (const file of fs.readdirSync(this.home)) if (file.startsWith('temporal.db')) fs.rmSync(path.join(this.home, file));
    const cli = process.env['TEMPORAL_CLI'];
    if (!cli) throw new Error('TEMPORAL_CLI is not set: specs of the whole house run under "npm test".');
    this.temporal = await startTemporal({ home: this.home, cli, name: 'house-temporal', database });
  }

  async killTemporal(): Promise<void> {
    process.kill(this.temporal.pid, 'SIGKILL');
    await this.temporal.ended;
  }

  async answers(route = '/health/live', patienceMs = 60_000): Promise<void> {
    let last = 'nothing answered';
    for (const until = Date.now() + patienceMs; Date.now() < until; await pause(100)) {
      const answer = await fetch(`${this.url}${route}`).catch((error: unknown) => void (last = String(error)));
      if (answer?.ok) return;
      if (answer) last = `${answer.status} ${await answer.text()}`;
    }
    throw new Error(`${route}: ${last}\n${this.log('api').slice(-3_000)}\n${this.log('worker').slice(-3_000)}`);
  }

  ready(): Promise<void> {
    return this.answers('/health/ready');
  }

  cli(...args: string[]): { code: number | null; out: string } {
    const main = path.join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
    const ran = spawnSync(process.execPath, ['--enable-source-maps', main, ...args], { cwd: root, env: this.environment, encoding: 'utf8', timeout: 120_000 });
    return { code: ran.status, out: `${ran.stdout}${ran.stderr}` };
  }

  /** Every chain intact, every projection the fold of its events, every open case with its workflow: tried until it settles. */
  async verified(patienceMs = 90_000): Promise<{ code: number | null; out: string }> {
    for (const until = Date.now() + patienceMs; ; await pause(1_000)) {
      const result = this.cli('verify');
      if (result.code === 0 || Date.now() > until) return result;
    }
  }

  log(app: App): string {
    const file = logFile(this.home, app);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  async close(): Promise<void> {
    for (const app of ['api', 'worker', 'idp-dev'] as const) {
      const living = this.apps.get(app);
      if (living && !living.hasEnded()) await living.stop({ signal: 'SIGTERM', waitMs: 5_000 });
    }
    if (!this.temporal.hasEnded()) await this.temporal.stop();
    if (!this.postgres.hasEnded()) await this.postgres.stop();
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries until the sentence holds; the last failure is the one that is told. */
export async function eventually<T>(look: () => Promise<T>, patienceMs = 60_000): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await pause(200)) {
    try {
      return await look();
    } catch (failure) {
      if (Date.now() > until) throw failure;
    }
  }
}
