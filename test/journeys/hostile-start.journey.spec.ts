import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import { root } from '../../scripts/lib/home.mjs';
import { type App, House } from '#test/house';
import { ask } from './hostile-asking';

jest.setTimeout(180_000);

const main = (app: App): string => path.join(root, 'dist', 'apps', app, 'src', 'main.js');

/** Starts a program as a machine in production would, with this environment and nothing else. */
function started(app: App, env: NodeJS.ProcessEnv): { code: number | null; said: string } {
  const ran = spawnSync(process.execPath, [main(app)], { cwd: root, env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8', timeout: 30_000 });
  return { code: ran.status, said: `${ran.stdout}${ran.stderr}` };
}

const settings = {
  NODE_ENV: 'production', PUBLIC_URL: 'https://selaras.example.go.id', DATABASE_URL: 'postgres://selaras_app:secret@127.0.0.1:1/selaras', TEMPORAL_ADDRESS: '127.0.0.1:1', SELARAS_DOCUMENTS: '/tmp/selaras-nowhere/documents',
  OIDC_ISSUER: 'https://login.example.go.id', OIDC_AUDIENCE: 'urn:selaras', OIDC_JWKS_URL: 'https://login.example.go.id/jwks', MAIL_FROM: 'selaras@example.go.id', SMTP_URL: 'smtps://u:p@mail.example.go.id:465',
};

describe('a start with the wrong settings', () => {
  it.each([
    ['api', ['PUBLIC_URL', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'SELARAS_DOCUMENTS', 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL']],
    ['worker', ['PUBLIC_URL', 'DATABASE_URL', 'TEMPORAL_ADDRESS', 'SELARAS_DOCUMENTS', 'MAIL_FROM', 'SMTP_URL']],
  ] as const)('the %s without settings names everything it misses at once', (app, missing) => {
    const { code, said } = started(app, { NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(said.split('\n').flatMap((line) => /^ {2}([A-Z_]+): missing/.exec(line)?.[1] ?? []).sort()).toEqual([...missing].sort());
    expect(said).not.toContain('    at ');
  });

  it.each(['api', 'worker'] as const)('the %s names every malformed setting at once, and quotes no secret', (app) => {
    const { code, said } = started(app, { ...settings, PORT: '99999', DATABASE_URL: 'mysql://hunter2@db/selaras', DATABASE_POOL: 'many', TEMPORAL_ADDRESS: 'nowhere', SELARAS_DOCUMENTS: 'relative/folder', PUBLIC_URL: 'ftp://x', LOG_LEVEL: 'loud', SELARAS_DEMO: 'perhaps' });
    expect(code).toBe(1);
    for (const key of ['DATABASE_URL', 'DATABASE_POOL', 'TEMPORAL_ADDRESS', 'SELARAS_DOCUMENTS', 'PUBLIC_URL', 'LOG_LEVEL', 'SELARAS_DEMO', ...(app === 'api' ? ['PORT'] : [])]) expect(said).toMatch(new RegExp(`^  ${key}: malformed`, 'm'));
    expect(said).not.toContain('hunter2');
  });

  it.each(['api', 'worker'] as const)('the %s in production refuses the demo', (app) => {
    const { code, said } = started(app, { ...settings, SELARAS_DEMO: '1' });
    expect([code, /SELARAS_DEMO: refused/.test(said)]).toEqual([1, true]);
  });

  it('the provider of demo tokens never starts in production', () => {
    const { code, said } = started('idp-dev', { NODE_ENV: 'production', SELARAS_DEMO: '1', SELARAS_HOME: '/tmp/selaras-nowhere' });
    expect([code, /NODE_ENV: refused/.test(said)]).toEqual([1, true]);
  });
});

describe('a start as somebody the walls do not bind', () => {
  let house: House;
  let database: Client;

  beforeAll(async () => {
    house = await House.open('hostile-start');
    database = new Client({ connectionString: house.ownerUrl });
    await database.connect();
    await database.query(`create role carpenter login password 'of-this-house-only'; do $$ begin execute format('grant %I to carpenter', current_user); end $$; create role ghost login bypassrls password 'of-this-house-only'`);
    await house.as('drafter-1705').signIn();
    await house.as('drafter-1705').must('POST', '/v1/cases', { process: 'rpik', regionCode: '1705', programmeYear: 2027, title: 'RPIK Seluma', planYears: { from: 2028, to: 2047 } });
  });
  afterAll(async () => {
    await database?.end();
    await house?.close();
  });

  const as = (user: string): string => {
    const url = new URL(house.ownerUrl);
    [url.username, url.password] = [user, 'of-this-house-only'];
    return url.href;
  };

  it.each(['api', 'worker'] as const)('ends with 0 when the %s is asked to with SIGTERM, and comes back', async (app) => {
    expect(await house.stop(app)).toMatchObject({ code: 0 });
    house.start(app);
    await house.ready();
  });

  it.each([
    ['api', 'the superuser', () => house.ownerUrl, /is a superuser/],
    ['worker', 'the superuser', () => house.ownerUrl, /is a superuser/],
    ['api', 'a member of the owner', () => as('carpenter'), /owns the table/],
    ['worker', 'a member of the owner', () => as('carpenter'), /owns the table/],
    ['api', 'a role that bypasses row security', () => as('ghost'), /bypasses row security/],
    ['worker', 'a role that bypasses row security', () => as('ghost'), /bypasses row security/],
  ] as const)('the %s refuses to run as %s', async (app, _who, url, why) => {
    await house.stop(app);
    const { code } = (await house.start(app, { DATABASE_URL: url() }).ended) as { code: number | null };
    expect(code).toBe(1);
    expect(house.log(app).split(/^--- /m).at(-1)).toMatch(why);
    house.start(app);
    await house.answers();
  });

  it('nothing of the demo answers when SELARAS_DEMO is off, and what was signed in goes on', async () => {
    await house.ready();
    await house.stop('api');
    house.start('api', { SELARAS_DEMO: '0' });
    await house.ready();
    for (const [method, where, body] of [['POST', '/v1/demo/token', { persona: 'admin' }], ['GET', '/v1/demo/clock'], ['POST', '/v1/demo/clock', { advanceDays: 1 }], ['GET', '/v1/demo/personas']] as const) {
      expect([where, await ask(house, { method, path: where, ...(body && { body }) })]).toMatchObject([where, { status: 404, body: { code: 'not-found' } }]);
    }
    const contract = (await (await fetch(`${house.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(contract.paths).filter((where) => where.includes('demo'))).toEqual([]);
    expect((await ask(house, { method: 'GET', path: '/v1/cases/rpik-1705-2027' })).status).toBe(200);
  });
});
