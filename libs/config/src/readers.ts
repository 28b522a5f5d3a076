import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';

/** Text of a setting to its value; undefined means malformed. */
export type Reader<T> = (text: string) => T | undefined;

export const text: Reader<string> = (given) => given;

export const oneOf = <const T extends readonly string[]>(...words: T): Reader<T[number]> => (given) =>
  words.find((word) => word === given);

export const flag: Reader<boolean> = (given) => ({ '1': true, '0': false })[given];

export const count = (least: number, most: number): Reader<number> => (given) => {
  if (!/^\d{1,15}$/.test(given)) return undefined;
  const n = Number(given);
  return n >= least && n <= most ? n : undefined;
};

export const port = count(1, 65_535);

/** A URL of one of the schemes with a host; a trailing slash of the path is dropped, so that paths can be appended. */
export const url = (...schemes: string[]): Reader<string> => (given) => {
  if (!URL.canParse(given)) return undefined;
  const { protocol, hostname } = new URL(given);
  return schemes.includes(protocol.slice(0, -1)) && hostname !== '' ? given.replace(/\/+$/, '') : undefined;
};

/** An issuer is compared letter by letter with the token's `iss` (OpenID Connect Core 3.1.3.7), so nothing is trimmed. */
export const issuer: Reader<string> = (given) => {
  if (url('http', 'https')(given) === undefined) return undefined;
  const { search, hash } = new URL(given);
  return search === '' && hash === '' ? given : undefined;
};

/** A PostgreSQL URL that names its database; sockets are out, since every part may run on another machine. */
export const postgresUrl: Reader<string> = (given) =>
  url('postgres', 'postgresql')(given) !== undefined && new URL(given).pathname.length > 1 && new URL(given).username !== '' ? given : undefined;

export const host: Reader<string> = (given) => (isIP(given) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(given) ? given : undefined);

/** `host:port`, or `[::1]:port`. */
export const hostAndPort: Reader<string> = (given) => {
  const [, name = '', number = ''] = /^(.+):(\d+)$/.exec(given) ?? [];
  const bracketed = /^\[(.+)\]$/.exec(name)?.[1];
  const known = bracketed === undefined ? !name.includes(':') && host(name) !== undefined : isIP(bracketed) === 6;
  return known && port(number) !== undefined ? given : undefined;
};

export const absolutePath: Reader<string> = (given) => (isAbsolute(given) && !given.includes('\0') ? resolve(given) : undefined);

export const path: Reader<string> = (given) => (given.includes('\0') ? undefined : resolve(given));

/** `name@host` or `Name <name@host>`. */
export const mailbox: Reader<string> = (given) =>
  /^([^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(given) ? given : undefined;

/** Whose `X-Forwarded-*` headers count: nobody, everybody, the last n hops, or the addresses named. */
export const trustedProxies: Reader<boolean | number | string[]> = (given) => {
  if (given === 'true' || given === 'false') return given === 'true';
  const hops = count(1, 10)(given);
  if (hops !== undefined) return hops;
  const addresses = given.split(',').map((address) => address.trim());
  return addresses.every(isProxyAddress) ? addresses : undefined;
};

function isProxyAddress(address: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true;
  const [ip = '', prefix, ...rest] = address.split('/');
  const family = isIP(ip);
  return family !== 0 && rest.length === 0 && (prefix === undefined || count(0, family === 4 ? 32 : 128)(prefix) !== undefined);
}
