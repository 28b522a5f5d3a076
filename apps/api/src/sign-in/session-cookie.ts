import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bound to this host, to TLS (or localhost) and to the whole of it (RFC 6265bis section 4.1.3.2). */
const name = '__Host-selaras';
const bounds = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function sessionKeyOf({ headers: { cookie = '' } }: Pick<FastifyRequest, 'headers'>): string | undefined {
  const found = cookie.split(/; */).find((pair) => pair.startsWith(`${name}=`));
  const key = found?.slice(name.length + 1);
  return key !== undefined && /^[A-Za-z0-9_-]{43}$/.test(key) ? key : undefined;
}

export const giveSession = (reply: FastifyReply, key: string): unknown => reply.header('set-cookie', `${name}=${key}; ${bounds}`);
export const takeSession = (reply: FastifyReply): unknown => reply.header('set-cookie', `${name}=; ${bounds}; Max-Age=0`);

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that a cookie vouches for comes from our own pages: the browser says so (Sec-Fetch-Site, else Origin), and a
 * header that no form can send is there. Reading is free, since another site cannot see the answer.
 */
export function isFromOwnPages({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>, publicUrl: string): boolean {
  if (safe.has(method)) return true;
  const site = headers['sec-fetch-site'];
  const own = site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
  return own && headers['x-selaras'] !== undefined;
}
