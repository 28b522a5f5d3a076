import { absolutePath, count, flag, host, hostAndPort, issuer, mailbox, oneOf, path, port, postgresUrl, text, trustedProxies, url, type Reader } from './readers';

/** What one environment variable means. A secret is never quoted in an error and may come from a file (`<KEY>_FILE`). */
export interface Setting<T> {
  readonly expects: string;
  readonly example: string;
  readonly read: Reader<T>;
  readonly secret?: true;
}

const setting = <T>(expects: string, example: string, read: Reader<T>): Setting<T> => ({ expects, example, read });
const secret = <T>(expects: string, example: string, read: Reader<T>): Setting<T> => ({ expects, example, read, secret: true });

/** Every variable the product knows; what is not here is not read. */
export const settings = {
  NODE_ENV: setting('production, development or test', 'production', oneOf('production', 'development', 'test')),
  LOG_LEVEL: setting('fatal, error, warn, info, debug, trace or silent', 'info', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')),
  SELARAS_DEMO: setting('0 or 1', '0', flag),
  TIME_SKIPPING: setting('0 or 1', '0', flag),

  PORT: setting('a TCP port from 1 to 65535', '3000', port),
  HOST: setting('an address or host name to listen on', '127.0.0.1', host),
  PUBLIC_URL: setting('the http(s) address people open', 'https://selaras.example.go.id', url('http', 'https')),
  TRUST_PROXY: setting('false, true, a number of hops (1 to 10), or proxy addresses separated by commas', '10.0.0.0/8', trustedProxies),
  RATE_LIMIT_PER_MINUTE: setting('requests per minute from 1 to 1000000', '600', count(1, 1_000_000)),

  DATABASE_URL: secret("a PostgreSQL URL of the application's role", 'postgres://selaras_app:…@db:5432/selaras', postgresUrl),
  DATABASE_OWNER_URL: secret('a PostgreSQL URL of the role that owns the schema', 'postgres://selaras_owner:…@db:5432/selaras', postgresUrl),
  DATABASE_POOL: setting('connections from 2 to 200', '10', count(2, 200)),

  TEMPORAL_ADDRESS: setting('host:port of the Temporal frontend', 'temporal:7233', hostAndPort),
  TEMPORAL_NAMESPACE: setting('a Temporal namespace', 'default', text),
  TEMPORAL_TASK_QUEUE: setting('the name of a task queue', 'selaras', text),
  WORKFLOW_BUNDLE: setting('the path of a built workflow bundle', '/app/dist/workflows/bundle.js', path),

  SELARAS_HOME: setting('the data folder', '/var/lib/selaras', path),
  SELARAS_DOCUMENTS: setting('an absolute folder for stored documents', '/var/lib/selaras/documents', absolutePath),
  DOCUMENT_MAX_BYTES: setting('bytes from 1 to 104857600', '104857600', count(1, 104_857_600)),
  CLAMD_ADDRESS: setting('host:port of clamd', 'clamd:3310', hostAndPort),

  DRIFT_PERIOD_HOURS: setting('whole hours from 1 to 720', '24', count(1, 720)),
  STALL_PERCENTILE: setting('per cent from 1 to 100', '80', count(1, 100)),
  STALL_MIN_SAMPLE: setting('completed stays from 1 to 500', '8', count(1, 500)),
  STALL_VACANT_DAYS: setting('working days from 0 to 250', '5', count(0, 250)),

  SELARAS_OUTBOX: setting('an absolute folder for .eml files, in the demo only', '/var/lib/selaras/outbox', absolutePath),
  SMTP_URL: secret('an smtp:// or smtps:// URL', 'smtps://selaras:…@mail:465', url('smtp', 'smtps')),
  MAIL_FROM: setting('the mailbox notices come from', 'selaras@example.go.id', mailbox),

  OIDC_ISSUER: setting('the https address of the OpenID issuer, exactly as its tokens say', 'https://login.example.go.id', issuer),
  OIDC_AUDIENCE: setting('the audience tokens are issued for', 'urn:selaras', text),
  OIDC_JWKS_URL: setting("the https address of the issuer's keys", 'https://login.example.go.id/jwks', url('http', 'https')),
  OIDC_CLIENT_ID: setting('the client id browsers sign in with', 'selaras-web', text),
  OIDC_CLIENT_SECRET: secret('the secret of a confidential client; a public client with PKCE has none', '…', text),
  IDP_PORT: setting('a TCP port from 1 to 65535', '3001', port),
} as const satisfies Record<string, Setting<unknown>>;

export type Key = keyof typeof settings;
export type Value<K extends Key> = (typeof settings)[K] extends Setting<infer T> ? T : never;
