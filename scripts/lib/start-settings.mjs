import path from 'node:path';
import { openHome } from './home.mjs';
import { isFree, portOf } from './ports.mjs';
import { Trouble } from './trouble.mjs';

const off = new Set(['0', 'false', 'off', 'no']);
const usualPort = 3000;

/**
 * What the person who typed `npm start` asked for.
 * @returns {{home: string, demo: boolean, story: boolean, askedPort?: number, postgres?: {owner: string, application?: string}, temporal?: string}}
 */
export function readSettings(env = process.env) {
  const askedPort = env.PORT ? Number(env.PORT) : undefined;
  if (askedPort !== undefined && !(Number.isInteger(askedPort) && askedPort > 0 && askedPort < 65_536)) {
    throw new Trouble(`PORT is "${env.PORT}".`, 'Set PORT to a number from 1 to 65535, as in `PORT=3100 npm start`.');
  }
  const demo = !off.has((env.SELARAS_DEMO ?? '1').toLowerCase());
  if (!demo && !(env.OIDC_ISSUER && env.OIDC_AUDIENCE && env.OIDC_JWKS_URL)) {
    throw new Trouble(
      'SELARAS_DEMO is off, so nobody would be able to sign in.',
      'Set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL to your identity provider, or leave SELARAS_DEMO on.',
    );
  }
  const story = demo && !off.has((env.SELARAS_STORY ?? '1').toLowerCase());
  return { home: openHome(), demo, story, askedPort, postgres: givenPostgres(env), temporal: env.TEMPORAL_ADDRESS || undefined };
}

/** DATABASE_URL alone is taken for the owner's, and the application gets a role of its own beside it. */
function givenPostgres(env) {
  if (!env.DATABASE_URL) return undefined;
  return env.DATABASE_OWNER_URL ? { owner: env.DATABASE_OWNER_URL, application: env.DATABASE_URL } : { owner: env.DATABASE_URL };
}

/** An asked-for port must be free; without one, 3000, or the one this home had the last time, or another. */
export async function httpPort({ home, askedPort }, env = process.env) {
  const host = env.HOST || '127.0.0.1';
  if (askedPort === undefined) return portOf(home, 'http', usualPort);
  if (await isFree(askedPort, host)) return askedPort;
  throw new Trouble(
    `Port ${askedPort} is taken by another program.`,
    `Choose another one, as in \`PORT=${askedPort + 100} npm start\`, or end the other program.`,
  );
}

/** The same database, as another person. */
export function asRole(url, user, password, database) {
  const other = new URL(url);
  other.username = user;
  other.password = encodeURIComponent(password);
  if (database) other.pathname = `/${database}`;
  return other.href;
}

/** What every process of Selaras is told; see libs/config for what each key means. */
export function childEnvironment({ home, demo }, { port, idpPort, owner, application, temporal }, env = process.env) {
  const issuer = env.OIDC_ISSUER && !demo ? env.OIDC_ISSUER : `http://127.0.0.1:${idpPort}`;
  return {
    ...env,
    PORT: String(port),
    HOST: env.HOST || '127.0.0.1',
    PUBLIC_URL: env.PUBLIC_URL || `http://localhost:${port}`,
    DATABASE_URL: application,
    DATABASE_OWNER_URL: owner,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: env.TEMPORAL_NAMESPACE || 'default',
    SELARAS_HOME: home,
    SELARAS_DOCUMENTS: env.SELARAS_DOCUMENTS || path.join(home, 'documents'),
    SELARAS_OUTBOX: env.SELARAS_OUTBOX || path.join(home, 'outbox'),
    SELARAS_DEMO: demo ? '1' : '0',
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: demo ? 'urn:selaras' : env.OIDC_AUDIENCE,
    OIDC_JWKS_URL: demo ? `${issuer}/jwks` : env.OIDC_JWKS_URL,
    IDP_PORT: String(idpPort),
    WORKFLOW_BUNDLE: path.join('dist', 'workflow-bundle.js'),
    TZ: 'UTC',
  };
}
