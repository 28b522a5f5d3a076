import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig, type Part } from './index';

const production = {
  NODE_ENV: 'production', PUBLIC_URL: 'https://selaras.example.go.id/', DATABASE_URL: 'postgres://app:geheim@db:5432/selaras',
  TEMPORAL_ADDRESS: 'temporal:7233', SELARAS_DOCUMENTS: '/srv/documents',
  OIDC_ISSUER: 'https://login.example.go.id/', OIDC_AUDIENCE: 'urn:selaras', OIDC_JWKS_URL: 'https://login.example.go.id/jwks',
  SMTP_URL: 'smtps://mail:465', MAIL_FROM: 'Selaras <selaras@example.go.id>',
};
const demo = { ...production, NODE_ENV: undefined, SELARAS_DEMO: '1', SMTP_URL: undefined, MAIL_FROM: undefined, PUBLIC_URL: undefined };

function complaint(env: Record<string, string | undefined>, part: Part): ConfigError {
  try {
    readConfig(env, part);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}
const keysOf = (error: ConfigError) => error.problems.map(({ key }) => key).sort();

describe('the environment of the api', () => {
  it('becomes one typed object with the defaults filled in', () => {
    expect(readConfig(production, 'api')).toEqual({
      part: 'api', environment: 'production', logLevel: 'info', demo: false, timeSkipping: false,
      http: { port: 3000, host: '127.0.0.1', publicUrl: 'https://selaras.example.go.id', trustProxy: false, rateLimitPerMinute: 600 },
      database: { url: 'postgres://app:geheim@db:5432/selaras', pool: 10 },
      temporal: { address: 'temporal:7233', namespace: 'default', taskQueue: 'selaras' },
      documents: { folder: '/srv/documents', maxBytes: 104_857_600, clamd: undefined },
      stall: { percentile: 80, minSample: 8, vacantDays: 5 },
      oidc: { issuer: 'https://login.example.go.id/', audience: 'urn:selaras', jwksUrl: 'https://login.example.go.id/jwks', clientId: 'selaras-web', clientSecret: undefined },
    });
  });

  it('is frozen to its innermost object', () => {
    const config = readConfig(production, 'api');
    expect(() => { (config.http as { port: number }).port = 1; }).toThrow(TypeError);
    expect(() => { (config as { demo: boolean }).demo = true; }).toThrow(TypeError);
  });

  it('names every missing key in one error, each with what is expected and an example', () => {
    const error = complaint({}, 'api');
    expect(keysOf(error)).toEqual(['DATABASE_URL', 'OIDC_AUDIENCE', 'OIDC_ISSUER', 'OIDC_JWKS_URL', 'PUBLIC_URL', 'SELARAS_DOCUMENTS', 'TEMPORAL_ADDRESS']);
    expect(error.message).toContain('The api cannot start: 7 setting(s) to repair.');
    expect(error.message).toContain('TEMPORAL_ADDRESS: missing; expected host:port of the Temporal frontend, for example TEMPORAL_ADDRESS=temporal:7233');
  });

  it('names missing and malformed keys together', () => {
    const error = complaint({ ...production, PORT: 'seventy', DATABASE_POOL: '1', TEMPORAL_ADDRESS: undefined }, 'api');
    expect(keysOf(error)).toEqual(['DATABASE_POOL', 'PORT', 'TEMPORAL_ADDRESS']);
    expect(error.message).toContain('PORT: malformed (given: "seventy")');
  });

  it('takes an empty variable for a missing one', () => {
    expect(keysOf(complaint({ ...production, OIDC_AUDIENCE: ' ' }, 'api'))).toEqual(['OIDC_AUDIENCE']);
    expect(readConfig({ ...production, PORT: '' }, 'api').http.port).toBe(3000);
  });

  it.each([
    ['PORT', '0'], ['PORT', '65536'], ['PORT', '-1'], ['PORT', '80.5'], ['HOST', 'not a host'], ['PUBLIC_URL', 'ftp://x'], ['PUBLIC_URL', 'selaras'],
    ['DATABASE_URL', 'mysql://a@b/c'], ['DATABASE_URL', 'postgres://db:5432/selaras'], ['DATABASE_URL', 'postgres://app@db'],
    ['TEMPORAL_ADDRESS', 'temporal'], ['TEMPORAL_ADDRESS', 'http://temporal:7233'], ['TEMPORAL_ADDRESS', '::1:7233'], ['TEMPORAL_ADDRESS', 'temporal:0'],
    ['SELARAS_DOCUMENTS', 'documents'], ['DOCUMENT_MAX_BYTES', '0'], ['DOCUMENT_MAX_BYTES', '104857601'], ['DOCUMENT_MAX_BYTES', '100MB'],
    ['SELARAS_DEMO', 'yes'], ['LOG_LEVEL', 'loud'], ['TRUST_PROXY', 'everybody'], ['TRUST_PROXY', '10.0.0.0/33'], ['RATE_LIMIT_PER_MINUTE', '0'],
    ['CLAMD_ADDRESS', 'clamd'], ['OIDC_ISSUER', 'login.example.go.id'], ['OIDC_ISSUER', 'https://login.example.go.id/?realm=a'], ['NODE_ENV', 'prod'],
  ])('refuses %s=%s', (key, value) => {
    expect(keysOf(complaint({ ...production, [key]: value }, 'api'))).toEqual([key]);
  });

  it.each([
    ['true', true], ['false', false], ['2', 2], ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']], ['loopback', ['loopback']],
  ])('reads TRUST_PROXY=%s', (given, value) => {
    expect(readConfig({ ...production, TRUST_PROXY: given }, 'api').http.trustProxy).toEqual(value);
  });

  it('accepts a Temporal at an IPv6 address', () => {
    expect(readConfig({ ...production, TEMPORAL_ADDRESS: '[::1]:7233' }, 'api').temporal.address).toBe('[::1]:7233');
  });
});

describe('the issuer whose tokens are believed', () => {
  it.each(['http://login.example.go.id', 'http://127.example.go.id'])('is not reached over plain http outside the demo (%s)', (address) => {
    expect(keysOf(complaint({ ...production, OIDC_ISSUER: address, OIDC_JWKS_URL: `${address}/jwks` }, 'api'))).toEqual(['OIDC_ISSUER', 'OIDC_JWKS_URL']);
  });
  it.each(['http://127.0.0.1:3001', 'http://localhost:3001', 'http://[::1]:3001'])('may be plain http on this machine (%s)', (address) => {
    expect(readConfig({ ...production, OIDC_ISSUER: address, OIDC_JWKS_URL: `${address}/jwks` }, 'api').oidc.issuer).toBe(address);
  });
  it('may be plain http in the demo', () => {
    expect(readConfig({ ...demo, OIDC_ISSUER: 'http://idp:3001' }, 'api').oidc.issuer).toBe('http://idp:3001');
  });
});

describe('a secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'selaras-config-'));
  const file = join(folder, 'database-url');
  beforeAll(() => writeFileSync(file, `${production.DATABASE_URL}\n`));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may come from a file', () => {
    expect(readConfig({ ...production, DATABASE_URL: undefined, DATABASE_URL_FILE: file }, 'api').database.url).toBe(production.DATABASE_URL);
  });
  it('is not given twice', () => {
    expect(complaint({ ...production, DATABASE_URL_FILE: file }, 'api').message).toContain('given twice, as DATABASE_URL and as DATABASE_URL_FILE');
  });
  it('is asked for when its file cannot be read', () => {
    const error = complaint({ ...production, DATABASE_URL: undefined, DATABASE_URL_FILE: join(folder, 'nowhere') }, 'api');
    expect(keysOf(error)).toEqual(['DATABASE_URL']);
    expect(error.message).toContain('ENOENT');
  });
  it('is never quoted, neither from a variable nor from a file', () => {
    writeFileSync(join(folder, 'bad'), 'http://u:from-a-file@db');
    expect(complaint({ ...production, DATABASE_URL: 'http://u:in-a-variable@db' }, 'api').message).not.toContain('in-a-variable');
    expect(complaint({ ...production, DATABASE_URL: undefined, DATABASE_URL_FILE: join(folder, 'bad') }, 'api').message).not.toContain('from-a-file');
  });
});

describe('the environment of the worker', () => {
  it('has a mail server outside the demo', () => {
    expect(keysOf(complaint({ ...production, SMTP_URL: undefined, MAIL_FROM: undefined }, 'worker'))).toEqual(['MAIL_FROM', 'SMTP_URL']);
    expect(readConfig(production, 'worker').mail).toEqual({ from: 'Selaras <selaras@example.go.id>', smtpUrl: 'smtps://mail:465' });
  });
  it('writes mails into a folder in the demo only', () => {
    expect(readConfig({ ...demo, SELARAS_OUTBOX: '/srv/outbox' }, 'worker').mail).toMatchObject({ outbox: '/srv/outbox', from: 'Selaras <selaras@contoh.selaras.test>' });
    expect(keysOf(complaint({ ...production, SELARAS_OUTBOX: '/srv/outbox' }, 'worker'))).toEqual(['SELARAS_OUTBOX']);
    expect(keysOf(complaint(demo, 'worker'))).toEqual(['SELARAS_OUTBOX']);
  });
  it('knows no issuer, and takes a bundle', () => {
    expect(readConfig({ ...production, OIDC_ISSUER: undefined, WORKFLOW_BUNDLE: '/app/bundle.js' }, 'worker').temporal.workflowBundle).toBe('/app/bundle.js');
  });
});

describe('the demo', () => {
  it.each<Part>(['api', 'worker', 'cli', 'idp'])('is refused in production (%s)', (part) => {
    expect(keysOf(complaint({ ...production, SELARAS_DEMO: '1' }, part))).toContain('SELARAS_DEMO');
  });
  it('lives at the port of its api unless an address is given', () => {
    expect(readConfig({ ...demo, PORT: '3300' }, 'api').http.publicUrl).toBe('http://127.0.0.1:3300');
  });
  it('has the only identity provider that signs in anybody', () => {
    expect(readConfig({ SELARAS_DEMO: '1', SELARAS_HOME: '/srv/demo', IDP_PORT: '3901' }, 'idp')).toMatchObject({ port: 3901, home: '/srv/demo', publicUrl: 'http://127.0.0.1:3000' });
    expect(keysOf(complaint({}, 'idp'))).toEqual(['SELARAS_DEMO']);
    expect(keysOf(complaint({ NODE_ENV: 'production' }, 'idp'))).toEqual(['NODE_ENV', 'SELARAS_DEMO']);
  });
});

describe('time that is skipped', () => {
  it('is for tests alone', () => {
    expect(readConfig({ ...production, NODE_ENV: 'test', TIME_SKIPPING: '1' }, 'worker').timeSkipping).toBe(true);
    expect(keysOf(complaint({ ...production, TIME_SKIPPING: '1' }, 'worker'))).toEqual(['TIME_SKIPPING']);
    expect(keysOf(complaint({ ...demo, SELARAS_OUTBOX: '/o', NODE_ENV: 'test', TIME_SKIPPING: '1' }, 'worker'))).toEqual(['TIME_SKIPPING']);
  });
});

describe('the environment of the command line', () => {
  it('needs the database alone, and the owner only to migrate', () => {
    expect(readConfig({ DATABASE_URL: production.DATABASE_URL }, 'cli')).toMatchObject({ temporal: undefined, documents: undefined });
    expect(readConfig({ ...production, DATABASE_OWNER_URL: 'postgres://owner@db/selaras' }, 'cli').database.ownerUrl).toBe('postgres://owner@db/selaras');
    expect(readConfig({ ...production, DATABASE_OWNER_URL: 'postgres://owner@db/selaras' }, 'api').database).not.toHaveProperty('ownerUrl');
  });
});
