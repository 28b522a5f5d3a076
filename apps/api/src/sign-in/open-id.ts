import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { ApiConfig } from '#config';
import { problem } from '../problems/catalogue';
import { apiConfig } from '../tokens';
import type { PendingSignIn } from './http-sessions';

const patience = 10;

export interface Wishes {
  /** The provider asks for the password again, whatever it remembers. */
  fresh: boolean;
  hint?: string;
  language?: string;
}

/** The authorization code flow with PKCE against any OpenID provider (OpenID Connect Core section 3.1, RFC 7636, RFC 9700). */
@Injectable()
export class OpenId {
  private found?: Promise<oidc.Configuration>;

  constructor(@Inject(apiConfig) private readonly config: ApiConfig) {}

  async begin(returnTo: string, { fresh, hint, language }: Wishes): Promise<{ location: string; pending: PendingSignIn }> {
    const provider = await this.provider();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const location = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.callback, scope: 'openid profile email', state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      ...(fresh && { prompt: 'login' }), ...(hint && { login_hint: hint }), ...(language && { ui_locales: language }),
    });
    return { location: location.href, pending: { kind: 'pending', state, nonce, verifier, returnTo } };
  }

  /** Turns the code into tokens, or answers nothing when the provider or the visitor called it off. */
  async finish(url: URL, { state, nonce, verifier }: PendingSignIn): Promise<{ accessToken: string; idToken?: string } | undefined> {
    const provider = await this.provider();
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${this.callback}${url.search}`), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier });
      return { accessToken: tokens.access_token, ...(tokens.id_token && { idToken: tokens.id_token }) };
    } catch (failure) {
      if (failure instanceof oidc.AuthorizationResponseError || failure instanceof oidc.ResponseBodyError) return undefined;
      if (failure instanceof oidc.ClientError && failure.code !== 'OAUTH_TIMEOUT') return undefined;
      throw problem('keys-away', { headers: { 'retry-after': '2' } });
    }
  }

  /** Where the provider ends its own session (OpenID Connect RP-Initiated Logout 1.0), or this house when it has none such. */
  async farewell(idToken: string | undefined): Promise<string> {
    const home = `${this.config.http.publicUrl}/`;
    const provider = await this.provider().catch(() => undefined);
    if (!provider?.serverMetadata().end_session_endpoint) return home;
    return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: home, ...(idToken && { id_token_hint: idToken }) }).href;
  }

  private get callback(): string {
    return `${this.config.http.publicUrl}/auth/callback`;
  }

  /** Asked once; a provider that was away is asked again by the next visitor. */
  private async provider(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.config.oidc;
    this.found ??= oidc.discovery(new URL(issuer), clientId, undefined, clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret), {
      timeout: patience,
      ...(issuer.startsWith('http:') && { execute: [oidc.allowInsecureRequests] }),
    });
    try {
      return await this.found;
    } catch {
      this.found = undefined;
      throw problem('keys-away', { headers: { 'retry-after': '2' } });
    }
  }
}
