import { isIPv4 } from 'node:net';
import type { Environment } from './environment';

/**
 * A required address that decides whom we believe. Outside the demo it is https unless it stays on this machine:
 * whoever can alter the issuer's keys on the way can be anybody (OpenID Connect Discovery 4: issuers use https).
 */
export function safeTransport(env: Environment, key: 'OIDC_ISSUER' | 'OIDC_JWKS_URL', demo: boolean): string {
  const address = env.required(key);
  if (address !== undefined && !demo && !isSafe(new URL(address))) env.complain(key, 'refused: plain http to another machine', address);
  return address;
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
