import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Persona } from '#identity';
import type { ProviderSecrets } from './signing-key';

export const audience = 'urn:selaras';
export const webClient = 'selaras-web';

/** Seconds an access token lives, whichever way it was issued. */
export const tokenLifetime = 3600;

/** An access token as the code flow would issue it, without a browser. `authAge`: seconds since the sign-in it claims. */
export type IssuePersonaToken = (persona: Persona, authAge: number) => Promise<{ access_token: string; token_type: 'Bearer'; expires_in: number }>;

export async function personaTokens(issuer: string, { signing }: ProviderSecrets): Promise<IssuePersonaToken> {
  const key = await importJWK(signing, 'RS256');
  return async ({ subject }, authAge) => {
    const now = Math.floor(Date.now() / 1000);
    const access_token = await new SignJWT({ client_id: webClient, scope: 'api', auth_time: now - authAge })
      .setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'at+jwt' })
      .setIssuer(issuer).setAudience(audience).setSubject(subject).setJti(randomUUID())
      .setIssuedAt(now).setExpirationTime(now + tokenLifetime)
      .sign(key);
    return { access_token, token_type: 'Bearer', expires_in: tokenLifetime };
  };
}
