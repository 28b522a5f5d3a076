import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type Part } from '#config';
import { settings } from '#config/settings';
import { composeFile, dockerFile, type Service } from './compose-file';

const file = composeFile();
const services = Object.entries(file.services);
const jobs = services.filter(([, { restart }]) => restart?.startsWith('on-failure'));
const servers = services.filter(([name]) => !jobs.some(([job]) => job === name));

describe('the compose file of production', () => {
  it('has three jobs that end and four servers that stay', () => {
    expect(jobs.map(([name]) => name)).toEqual(['temporal-schemas', 'temporal-namespace', 'migrate']);
    expect(servers.map(([name]) => name)).toEqual(['postgres', 'temporal', 'api', 'worker']);
  });

  it.each(services)('pins the image of %s by its version', (_, { image }) => {
    expect(image).toMatch(/^[\w./-]+:(\d+\.\d+[\w.-]*|\$\{SELARAS_VERSION:-\d+\.\d+\.\d+\})$/);
  });

  it.each(services)('runs %s as nobody of importance, on a file system it cannot change, with no capability and a limit', (_, service) => {
    expect(service.user).toMatch(/^(node|[1-9]\d*:[1-9]\d*)$/);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service.deploy?.resources.limits).toEqual({ cpus: expect.stringMatching(/^\d$/), memory: expect.stringMatching(/^\d+[mg]$/) });
  });

  it.each(servers)('looks after the health of %s, starts it again and gives it time to end', (_, service) => {
    expect(service.healthcheck?.test?.[0]).toMatch(/^CMD/);
    expect(service.restart).toBe('unless-stopped');
    expect(service.stop_grace_period).toMatch(/^\d+s$/);
  });

  it('contains no password, and takes every secret from a file that the repository does not keep', () => {
    const texts = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
    expect(texts.filter(([key, value]) => /PASSWORD|PWD|SECRET|TOKEN/.test(key) && !value.startsWith('/run/secrets/'))).toEqual([]);
    expect(dockerFile('compose.yaml')).not.toMatch(/:\/\/[^\s/]+:[^\s/]+@/);
    expect(dockerFile('.gitignore').split('\n')).toContain('secrets/');
    for (const [name, secret] of Object.entries(file.secrets)) expect(secret.file).toBe(`./secrets/${name}`);
  });

  it.each(services)('gives %s the secrets it is told of and no other', (_, { environment = {}, secrets = [] }) => {
    const told = Object.values(environment).flatMap((value) => /^\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? []);
    expect(secrets).toEqual(expect.arrayContaining(told));
    for (const secret of secrets) expect(file.secrets).toHaveProperty(secret);
  });

  it('makes every secret it asks for by the script beside it', () => {
    const script = dockerFile('make-secrets.sh');
    for (const name of Object.keys(file.secrets)) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('lets the owner of the schema in for the migration only', () => {
    const holders = services.filter(([, { secrets = [] }]) => secrets.includes('database_owner_url')).map(([name]) => name);
    expect(holders).toEqual(['migrate']);
  });

  it('opens one door to the outside, that of the API, and only to this machine unless it is told otherwise', () => {
    expect(services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]))).toEqual([
      ['api', '${BIND:-127.0.0.1}:${PORT:-3000}:3000'],
    ]);
  });

  it('keeps PostgreSQL and Temporal in networks without a way in or out', () => {
    for (const name of ['postgres', 'temporal', 'temporal-schemas', 'temporal-namespace', 'migrate']) {
      expect(file.services[name]!.networks!.filter((network) => !file.networks[network]!.internal)).toEqual([]);
    }
  });

  it('mounts only what is there and names only what it declares', () => {
    for (const [, { volumes = [], networks = [], depends_on: needs = {} }] of services) {
      for (const source of volumes.map((volume) => volume.split(':')[0]!)) {
        if (source.startsWith('./')) expect(existsSync(path.join(__dirname, '..', '..', 'docker', source))).toBe(true);
        else expect(file.volumes).toHaveProperty(source);
      }
      for (const network of networks) expect(file.networks).toHaveProperty(network);
      for (const [name, { condition }] of Object.entries(needs)) {
        expect(condition).toBe(jobs.some(([job]) => job === name) ? 'service_completed_successfully' : 'service_healthy');
      }
    }
  });

  it('starts Temporal with 512 shards, which can never change, and tells Temporal of no address outside', () => {
    expect(file.services['temporal']!.environment).toMatchObject({
      NUM_HISTORY_SHARDS: '512',
      DBNAME: 'temporal',
      VISIBILITY_DBNAME: 'temporal_visibility',
    });
    expect(dockerFile('temporal', 'create-namespace.sh')).toContain('--namespace default --retention 720h');
  });

  it('uses one version of Temporal throughout, the one the cluster test builds', () => {
    const images = services.map(([, { image }]) => image!).filter((image) => image.startsWith('temporalio/'));
    expect(new Set(images.map((image) => image.split(':')[1]))).toEqual(new Set(['1.32.0']));
  });
});

describe('what the compose file tells each part of Selaras', () => {
  const filled = (text: string): string =>
    text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, key: string, kind, rest: string) => (kind === '-' ? rest : examples[key]!));
  const examples: Record<string, string> = {
    PUBLIC_URL: 'https://selaras.example.go.id',
    TRUST_PROXY: '1',
    OIDC_ISSUER: 'https://login.example.go.id',
    OIDC_AUDIENCE: 'urn:selaras',
    OIDC_JWKS_URL: 'https://login.example.go.id/jwks',
    MAIL_FROM: 'selaras@example.go.id',
  };
  const secretOf: Record<string, string> = {
    DATABASE_URL: settings.DATABASE_URL.example,
    DATABASE_OWNER_URL: settings.DATABASE_OWNER_URL.example,
    SMTP_URL: settings.SMTP_URL.example,
  };

  /** The service's environment, its secret files read, as the process will find it. */
  const environmentOf = ({ environment = {} }: Service) =>
    Object.fromEntries(
      Object.entries(environment).map(([key, value]) =>
        key.endsWith('_FILE') ? [key.slice(0, -5), secretOf[key.slice(0, -5)]] : [key, filled(value)],
      ),
    );

  it.each([
    ['api', 'api'],
    ['worker', 'worker'],
    ['migrate', 'cli'],
  ] as [string, Part][])('is a complete configuration for %s', (name, part) => {
    const config = readConfig(environmentOf(file.services[name]!), part);
    expect(config).toMatchObject({ part, demo: false, environment: 'production' });
  });

  it('knows no key that Selaras does not read', () => {
    const keys = ['api', 'worker', 'migrate'].flatMap((name) => Object.keys(environmentOf(file.services[name]!)));
    expect(keys.filter((key) => key !== 'TZ' && !(key in settings))).toEqual([]);
  });

  it('asks the operator for what only the operator knows, and does not guess', () => {
    const asked = [...dockerFile('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, key]) => key!);
    expect(new Set(asked)).toEqual(new Set(Object.keys(examples)));
  });
});

describe('the image', () => {
  const lines = dockerFile('Dockerfile').split('\n');
  const runtime = lines.slice(lines.findIndex((line) => / AS runtime$/.test(line)));

  it('stands on a base pinned by its version and runs as a user without rights', () => {
    const bases = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []).filter((base) => !['deps', 'build'].includes(base));
    expect(new Set(bases)).toEqual(new Set(['node:20.20-bookworm-slim']));
    expect(runtime.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
  });

  it('carries production dependencies only, no demo, and a health check', () => {
    expect(runtime.join('\n')).toMatch(/COPY --from=production-deps \S+node_modules/);
    expect(runtime.join('\n')).toMatch(/rm -rf dist\/apps\/idp-dev/);
    expect(runtime.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
    expect(runtime.join('\n')).toMatch(/SELARAS_DEMO=0/);
  });

  it('is built from what is let in by name, so that no secret and no data can slip in', () => {
    const [first, ...rest] = dockerFile('..', '.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    const copied = lines.filter((line) => line.startsWith('COPY') && !line.includes('--from')).flatMap((line) => line.split(/\s+/).slice(1, -1));
    for (const source of copied) expect(rest.some((line) => line.startsWith('!') && `${source}/`.startsWith(`${line.slice(1)}/`))).toBe(true);
  });
});
