import { Environment, type Env } from './environment';
import { safeTransport } from './transport';
import type { ApiConfig, CliConfig, ConfigOf, IdpConfig, Part, WorkerConfig } from './shapes';

const parts: { [P in Part]: (env: Environment) => ConfigOf<P> } = { api, worker, cli, idp };

/** The environment of one part as a frozen object, or one ConfigError naming every missing or malformed key. Nothing else reads the environment. */
export function readConfig<P extends Part>(env: Env, part: P): ConfigOf<P> {
  const environment = new Environment(env);
  const config = parts[part](environment);
  environment.settle(part);
  return frozen(config);
}

function api(env: Environment): ApiConfig {
  const everywhere = readEverywhere(env);
  const port = env.or('PORT', 3000);
  return {
    part: 'api', ...everywhere, timeSkipping: readTimeSkipping(env, everywhere),
    http: {
      port,
      host: env.or('HOST', '127.0.0.1'),
      publicUrl: readPublicUrl(env, everywhere.demo),
      trustProxy: env.or('TRUST_PROXY', false),
      rateLimitPerMinute: env.or('RATE_LIMIT_PER_MINUTE', 600),
    },
    database: readDatabase(env), temporal: readTemporal(env), documents: readDocuments(env),
    stall: { percentile: env.or('STALL_PERCENTILE', 80), minSample: env.or('STALL_MIN_SAMPLE', 8), vacantDays: env.or('STALL_VACANT_DAYS', 5) },
    oidc: {
      issuer: safeTransport(env, 'OIDC_ISSUER', everywhere.demo),
      audience: env.required('OIDC_AUDIENCE'),
      jwksUrl: safeTransport(env, 'OIDC_JWKS_URL', everywhere.demo),
      clientId: env.or('OIDC_CLIENT_ID', 'selaras-web'),
      clientSecret: env.optional('OIDC_CLIENT_SECRET'),
    },
  };
}

function worker(env: Environment): WorkerConfig {
  const everywhere = readEverywhere(env);
  return {
    part: 'worker', ...everywhere, timeSkipping: readTimeSkipping(env, everywhere),
    publicUrl: readPublicUrl(env, everywhere.demo),
    database: readDatabase(env),
    temporal: { ...readTemporal(env), workflowBundle: env.optional('WORKFLOW_BUNDLE') },
    documents: readDocuments(env),
    mail: readMail(env, everywhere.demo),
    drift: { periodHours: env.or('DRIFT_PERIOD_HOURS', 24) },
  };
}

function cli(env: Environment): CliConfig {
  return {
    part: 'cli', ...readEverywhere(env),
    database: { ...readDatabase(env), ownerUrl: env.optional('DATABASE_OWNER_URL') },
    temporal: env.optional('TEMPORAL_ADDRESS') === undefined ? undefined : readTemporal(env),
    documents: env.optional('SELARAS_DOCUMENTS') === undefined ? undefined : readDocuments(env),
  };
}

function idp(env: Environment): IdpConfig {
  const everywhere = readEverywhere(env);
  if (!everywhere.demo) env.complain('SELARAS_DEMO', 'refused: this provider signs in anybody as anybody, so it runs only in the demo; set SELARAS_DEMO=1');
  if (everywhere.environment === 'production') env.complain('NODE_ENV', 'refused: this provider never runs in production');
  return {
    part: 'idp', ...everywhere,
    port: env.or('IDP_PORT', 3001),
    publicUrl: readPublicUrl(env, true),
    home: env.optional('SELARAS_HOME') ?? '.selaras',
  };
}

function readEverywhere(env: Environment) {
  const environment = env.or('NODE_ENV', 'development');
  const demo = env.or('SELARAS_DEMO', false);
  if (demo && environment === 'production') env.complain('SELARAS_DEMO', 'refused: the demo never runs with NODE_ENV=production');
  return { environment, demo, logLevel: env.or('LOG_LEVEL', 'info') };
}

/** Only tests let time skip: a demo or a production whose clocks ran ahead would record acts that nobody took. */
function readTimeSkipping(env: Environment, { environment, demo }: { environment: string; demo: boolean }): boolean {
  const skipping = env.or('TIME_SKIPPING', false);
  if (skipping && (environment !== 'test' || demo)) env.complain('TIME_SKIPPING', 'refused: time is skipped only with NODE_ENV=test and outside the demo');
  return skipping;
}

function readPublicUrl(env: Environment, demo: boolean): string {
  return demo ? env.or('PUBLIC_URL', `http://127.0.0.1:${env.or('PORT', 3000)}`) : env.required('PUBLIC_URL');
}

function readDatabase(env: Environment) {
  return { url: env.required('DATABASE_URL'), pool: env.or('DATABASE_POOL', 10) };
}

function readTemporal(env: Environment) {
  return {
    address: env.required('TEMPORAL_ADDRESS'),
    namespace: env.or('TEMPORAL_NAMESPACE', 'default'),
    taskQueue: env.or('TEMPORAL_TASK_QUEUE', 'selaras'),
  };
}

function readDocuments(env: Environment) {
  return {
    folder: env.required('SELARAS_DOCUMENTS'),
    maxBytes: env.or('DOCUMENT_MAX_BYTES', 104_857_600),
    clamd: env.optional('CLAMD_ADDRESS'),
  };
}

function readMail(env: Environment, demo: boolean): WorkerConfig['mail'] {
  const outbox = env.optional('SELARAS_OUTBOX');
  if (!demo) {
    if (outbox !== undefined) env.complain('SELARAS_OUTBOX', 'refused outside the demo: notices written into a folder reach nobody');
    return { from: env.required('MAIL_FROM'), smtpUrl: env.required('SMTP_URL') };
  }
  const smtpUrl = env.optional('SMTP_URL');
  if (smtpUrl === undefined && outbox === undefined) env.complain('SELARAS_OUTBOX', 'missing, and no SMTP_URL in its place');
  return { from: env.or('MAIL_FROM', 'Selaras <selaras@contoh.selaras.test>'), smtpUrl, outbox };
}

function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}

