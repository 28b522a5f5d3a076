import type { Configuration } from 'oidc-provider';
import type { Persona } from '#identity';
import { errorPage } from './pages';
import { audience, tokenLifetime, webClient } from './persona-tokens';
import type { ProviderSecrets } from './signing-key';

/** A working day: personas sign in once in the morning. */
const session = 10 * 3600;

/** One public client with PKCE, JWT access tokens that tell when the sign-in was, and no consent to ask for. */
export function configuration(publicUrl: string, people: ReadonlyMap<string, Persona>, secrets: ProviderSecrets): Configuration {
  return {
    clients: [{
      client_id: webClient,
      redirect_uris: [`${publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      response_types: ['code'], grant_types: ['authorization_code', 'refresh_token'], token_endpoint_auth_method: 'none',
    }],
    jwks: { keys: [secrets.signing] },
    cookies: { keys: [secrets.cookie] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => false,
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'api', audience, accessTokenFormat: 'jwt', accessTokenTTL: tokenLifetime, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
    ttl: { AccessToken: tokenLifetime, AuthorizationCode: 60, IdToken: tokenLifetime, Interaction: 3600, Session: session, Grant: session, RefreshToken: session },
    interactions: { url: (_ctx, { uid }) => `/persona/${uid}` },
    findAccount: (_ctx, subject) => {
      const persona = people.get(subject);
      return persona && { accountId: subject, claims: () => ({ sub: subject, name: persona.name, email: persona.email }) };
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    extraTokenClaims: (ctx) => {
      const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
      return { auth_time: code?.authTime ?? refresh?.authTime };
    },
    loadExistingGrant: async (ctx) => {
      const { provider, session: signedIn, client } = ctx.oidc;
      const grant = new provider.Grant({ accountId: signedIn?.accountId, clientId: client?.clientId });
      grant.addOIDCScope('openid profile email');
      grant.addResourceScope(audience, 'api');
      await grant.save();
      return grant;
    },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(`${error}${description ? `: ${description}` : ''}`);
    },
  };
}
