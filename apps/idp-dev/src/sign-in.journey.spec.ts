import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oidc from 'openid-client';
import { TokenVerifier } from '#identity';
import { CookieBrowser } from '#test/cookie-browser';
import { startProvider, type RunningProvider } from './start-provider';
import { freePort } from '#test/free-port';

const publicUrl = 'http://127.0.0.1:3999';
const regions = [{ bps: '1705', name: 'Kabupaten Seluma' }];
const home = mkdtempSync(join(tmpdir(), 'selaras-idp-'));
const now = () => Math.floor(Date.now() / 1000);

let provider: RunningProvider;
let port: number;
let client: oidc.Configuration;

beforeAll(async () => {
  port = await freePort();
  provider = await startProvider({ port, publicUrl, home, regions });
  client = await oidc.discovery(new URL(provider.issuer), 'selaras-web', undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
});
afterAll(async () => {
  await provider.stop();
  rmSync(home, { recursive: true });
});

/** What the API would use. */
const verify = (token: string) => new TokenVerifier({ issuer: provider.issuer, audience: 'urn:selaras', jwksUrl: `${provider.issuer}/jwks` }).verify(token);

describe('signing in as a persona', () => {
  it('leads through the chooser to tokens that the API accepts', async () => {
    const tokens = await new Visitor().signIn('drafter-1705');
    expect(await verify(tokens.access_token)).toEqual({ subject: 'demo|drafter-1705', clientId: 'selaras-web', authTime: expect.any(Number) });
    expect(tokens.claims()).toMatchObject({ sub: 'demo|drafter-1705', email: 'drafter-1705@contoh.selaras.test', name: expect.stringMatching(/ \(contoh\)$/) });
    expect(tokens.expires_in).toBe(3600);
  });

  it('is remembered: a second sign-in asks nothing and keeps the time of the first', async () => {
    const visitor = new Visitor();
    const first = await visitor.signIn('head-1705');
    const second = await visitor.signIn();
    expect(await verify(second.access_token)).toEqual(await verify(first.access_token));
  });

  it('is asked for afresh when the client wants it fresh', async () => {
    const visitor = new Visitor();
    const first = await visitor.signIn('ministry-signer');
    await new Promise((later) => setTimeout(later, 1_100));
    const { access_token } = await visitor.signIn('ministry-signer', { prompt: 'login' });
    const [before, after] = [await verify(first.access_token), await verify(access_token)] as { authTime: number }[];
    expect(after!.authTime).toBeGreaterThan(before!.authTime);
  });

  it('asks nothing when the client names the persona', async () => {
    const tokens = await new Visitor().signIn(undefined, { prompt: 'login', login_hint: 'council-1705' });
    expect(await verify(tokens.access_token)).toMatchObject({ subject: 'demo|council-1705' });
  });

  it('can be changed to somebody else', async () => {
    const visitor = new Visitor();
    await visitor.signIn('drafter-1705');
    const { access_token } = await visitor.signIn('coordinator-1700', { prompt: 'login' });
    expect(await verify(access_token)).toMatchObject({ subject: 'demo|coordinator-1700' });
  });

  it('keeps the time of the sign-in when the token is renewed', async () => {
    const tokens = await new Visitor().signIn('planner-1700');
    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token!);
    expect(await verify(renewed.access_token)).toEqual(await verify(tokens.access_token));
  });

  it('is refused without PKCE and to another address', async () => {
    const base = { client_id: 'selaras-web', response_type: 'code', scope: 'openid', redirect_uri: `${publicUrl}/auth/callback` };
    const noPkce = await fetch(`${provider.issuer}/auth?${new URLSearchParams(base)}`, { redirect: 'manual' });
    expect(noPkce.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await fetch(`${provider.issuer}/auth?${new URLSearchParams({ ...base, redirect_uri: 'http://evil.example.com' })}`, { redirect: 'manual' });
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain('Tidak dapat masuk');
  });

  it('offers the chooser again when the form names nobody', async () => {
    const visitor = new Visitor();
    const chooser = await visitor.follow(await authorizationUrl());
    const again = await visitor.post(chooser.url, new URLSearchParams({ persona: 'drafter-9999' }));
    expect(again.status).toBe(400);
    expect(again.body).toContain('value="drafter-1705"');
  });

  it('says so when the sign-in is no longer known', async () => {
    const { status, body } = await new Visitor().get(`${provider.issuer}/persona/unknown`);
    expect(status).toBe(400);
    expect(body).toContain('masuk sekali lagi');
  });
});

describe('a persona token without a browser', () => {
  const ask = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${provider.issuer}/token/persona`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

  it('is the same kind of token', async () => {
    const { access_token, expires_in } = await (await ask('{"persona":"ministry-signer"}')).json() as { access_token: string; expires_in: number };
    expect(expires_in).toBe(3600);
    expect(await verify(access_token)).toEqual({ subject: 'demo|ministry-signer', clientId: 'selaras-web', authTime: expect.any(Number) });
  });

  it('can claim a sign-in of some time ago', async () => {
    const { access_token } = await (await ask('{"persona":"ministry-signer","authAgeSeconds":600}')).json() as { access_token: string };
    const { authTime } = await verify(access_token) as { authTime: number };
    expect(Math.abs(now() - 600 - authTime)).toBeLessThanOrEqual(2);
  });

  it.each([
    [404, '{"persona":"drafter-9999"}'], [400, '{"persona":7}'], [400, 'null'], [400, '{'], [400, ''],
    [400, '{"persona":"admin","authAgeSeconds":-1}'], [400, `{"persona":"admin","more":"${'x'.repeat(5000)}"}`],
  ])('is answered with %d for %.40s', async (status, body) => {
    expect((await ask(body)).status).toBe(status);
  });

  it('is not given to a web page', async () => {
    expect((await ask('{"persona":"admin"}', { origin: 'https://evil.example.com' })).status).toBe(403);
  });
});

describe('the provider', () => {
  it('lists its personas and says that it lives', async () => {
    const { items } = await (await fetch(`${provider.issuer}/personas`)).json() as { items: { persona: string }[] };
    expect(items.map(({ persona }) => persona)).toContain('secretary-1700');
    expect(await (await fetch(`${provider.issuer}/health/live`)).json()).toEqual({ status: 'ok' });
  });

  it('publishes the public half of its key only', async () => {
    const { keys } = await (await fetch(`${provider.issuer}/jwks`)).json() as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('keeps its key over a restart, so that tokens stay good', async () => {
    const { access_token } = await new Visitor().signIn('legal-1700');
    await provider.stop();
    provider = await startProvider({ port, publicUrl, home, regions });
    expect(await verify(access_token)).toMatchObject({ subject: 'demo|legal-1700' });
  });
});

const pkce = oidc.randomPKCECodeVerifier();
async function authorizationUrl(more: Record<string, string> = {}): Promise<string> {
  return oidc.buildAuthorizationUrl(client, {
    redirect_uri: `${publicUrl}/auth/callback`, scope: 'openid profile email api', state: 'a-state',
    code_challenge: await oidc.calculatePKCECodeChallenge(pkce), code_challenge_method: 'S256', ...more,
  }).href;
}

class Visitor extends CookieBrowser {
  async signIn(persona?: string, more: Record<string, string> = {}) {
    let page = await this.follow(await authorizationUrl(more), publicUrl);
    if (persona) {
      expect(page.body).toContain(`value="${persona}"`);
      page = await this.follow(await this.post(page.url, new URLSearchParams({ persona })), publicUrl);
    }
    // The page between two people's sessions.
    if (page.status === 200) page = await this.follow(await this.submit(page), publicUrl);
    return oidc.authorizationCodeGrant(client, new URL(page.location!), { pkceCodeVerifier: pkce, expectedState: 'a-state', idTokenExpected: true });
  }
}
