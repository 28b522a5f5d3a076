import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ApiConfig, readConfig } from '#config';
import { ownNamespace } from '#temporal/testing/own-namespace';
import { createApi } from '../../apps/api/src/http';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { openTestDatabase, type TestDatabase } from './database';

const audience = 'urn:selaras';

export interface Answer {
  status: number;
  headers: Headers;
  // A body is whatever came back.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface Asking {
  as?: string | undefined;
  body?: unknown;
  /** Raw bytes in place of JSON. */
  bytes?: Uint8Array | string;
  headers?: Record<string, string>;
  key?: string | false;
  authAge?: number;
}

/** The whole house in one process: API on a free port, worker, a database and a namespace of its own, and keys that sign for anybody. */
export interface Stack {
  readonly url: string;
  readonly api: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly config: ApiConfig;
  readonly documents: string;
  /** `sub`, seconds since the sign-in, and claims to put in place of the usual ones. */
  token(subject: string, authAge?: number, claims?: Record<string, unknown>): Promise<string>;
  ask(method: string, path: string, asking?: Asking): Promise<Answer>;
  employ(): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

export interface StackTerms {
  /** Without one, transfers are recorded and wait. */
  worker?: boolean;
  demo?: boolean;
  env?: Record<string, string>;
}

let keys = 0;

export async function openStack({ worker = true, demo = false, env: more = {} }: StackTerms = {}): Promise<Stack> {
  const home = await mkdtemp(path.join(tmpdir(), 'selaras-stack-'));
  const documents = path.join(home, 'documents');
  const database = await openTestDatabase();
  const issuer = await openIssuer();
  const address = process.env['SELARAS_TEST_TEMPORAL']!;
  const env = {
    NODE_ENV: 'test', SELARAS_DEMO: demo ? '1' : '0', LOG_LEVEL: 'error', DATABASE_URL: database.appUrl, DATABASE_POOL: '6', SELARAS_DOCUMENTS: documents, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: await ownNamespace(address),
    OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: `${issuer.url}/jwks`, PUBLIC_URL: 'http://127.0.0.1:3000', RATE_LIMIT_PER_MINUTE: '100000', ...more,
  };
  const config = readConfig(env, 'api');
  const api = await createApi(config);
  await api.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}`;
  const employed: INestApplicationContext[] = [];
  const stack: Stack = {
    url, api, database, config, documents,
    token: issuer.token,
    async ask(method, where, { as, body, bytes, headers = {}, key, authAge } = {}) {
      const response = await fetch(`${url}${where}`, {
        method,
        headers: {
          ...(as && { authorization: `Bearer ${await issuer.token(as, authAge)}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(method !== 'GET' && key !== false && { 'idempotency-key': key ?? `stack-${process.pid}-${++keys}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(bytes !== undefined && { body: typeof bytes === 'string' ? bytes : Buffer.from(bytes) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text !== '' && /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text };
    },
    async employ() {
      const config = readConfig({ ...env, SELARAS_DEMO: '1', SELARAS_OUTBOX: path.join(home, 'outbox') }, 'worker');
      const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: ['error'], abortOnError: false });
      employed.push(app);
      return app;
    },
    async close() {
      await api.close();
      await Promise.all(employed.map((app) => app.close()));
      await issuer.close();
      await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
  if (worker) await stack.employ();
  return stack;
}

/** An issuer of tokens as a JWKS and a signing function. */
async function openIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'spec', alg: 'RS256', use: 'sig' };
  const server: Server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = (subject: string, authAge = 60, claims: Record<string, unknown> = {}) => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ auth_time: now - authAge, iss: url, aud: audience, sub: subject, iat: now, exp: now + 3600, ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'spec' }).sign(privateKey);
  };
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, token, close };
}
