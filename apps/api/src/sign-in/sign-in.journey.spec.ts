import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProvider, type RunningProvider } from '../../../idp-dev/src/start-provider';
import { CookieBrowser, type Page } from '#test/cookie-browser';
import { freePort } from '#test/free-port';
import { openStack, type Stack } from '#test/stack';

const publicUrl = 'http://127.0.0.1:3000';
const home = mkdtempSync(join(tmpdir(), 'selaras-sign-in-'));
let provider: RunningProvider;
let stack: Stack;

beforeAll(async () => {
  const port = await freePort();
  provider = await startProvider({ port, publicUrl, home, regions: [{ bps: '1705', name: 'Kabupaten Seluma' }] });
  stack = await openStack({ worker: false, demo: true, env: { OIDC_ISSUER: provider.issuer, OIDC_JWKS_URL: `${provider.issuer}/jwks` } });
  // The people of the specs, as the provider knows them.
  await stack.database.owner.query(`update person set subject = 'demo|' || subject`);
});
afterAll(async () => {
  await stack?.close();
  await provider?.stop();
  rmSync(home, { recursive: true });
});

/** A browser for which the house answers at its public address. */
class Visitor extends CookieBrowser {
  override async visit(url: string, init: RequestInit): Promise<Page> {
    const page = await super.visit(url.replace(publicUrl, stack.url), init);
    return { ...page, ...(page.location && { location: page.location.replace(stack.url, publicUrl) }) };
  }

  async signIn(persona: string, returnTo = '/kerja', more = ''): Promise<Page> {
    const end = `${publicUrl}${returnTo}`;
    const page = await this.follow(`${publicUrl}/auth/sign-in?persona=${persona}&returnTo=${encodeURIComponent(returnTo)}${more}`, end);
    return page.location ? page : this.follow(await this.submit(page), end);
  }

  ask(method: string, path: string, { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {}): Promise<Page> {
    return this.visit(`${publicUrl}${path}`, { method, headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }
}

const ownPage = { 'sec-fetch-site': 'same-origin', 'x-selaras': '1' };
const json = ({ body }: Page) => JSON.parse(body) as Record<string, unknown> & { items: { id: string; person: string }[] };

describe('signing in with a browser', () => {
  it('leads back to the page one came from, with one cookie and no token', async () => {
    const visitor = new Visitor();
    const back = await visitor.signIn('drafter-1705', '/kasus/rpik-1705-2027?tab=dokumen');
    expect(back.location).toBe(`${publicUrl}/kasus/rpik-1705-2027?tab=dokumen`);
    const [cookie, ...others] = back.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Host-selaras=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const me = await visitor.ask('GET', '/v1/me');
    expect([me.status, json(me)['person']]).toEqual([200, 'p_drafter-1705']);
  });

  it('never leads to another house', async () => {
    const visitor = new Visitor();
    const page = await visitor.follow(`${publicUrl}/auth/sign-in?persona=drafter-1705&returnTo=${encodeURIComponent('//evil.example.com')}`, `${publicUrl}/auth/callback`);
    expect((await visitor.get(page.location!)).location).toBe(`${publicUrl}/`);
  });

  it('gives a new session, so that one planted before is worth nothing', async () => {
    const visitor = new Visitor();
    await visitor.follow(`${publicUrl}/auth/sign-in?persona=drafter-1705`, provider.issuer);
    const before = visitor.cookieFor(stack.url);
    await visitor.signIn('drafter-1705');
    expect(visitor.cookieFor(stack.url)).not.toBe(before);
    const planted = await fetch(`${stack.url}/v1/me`, { headers: { cookie: before } });
    expect(planted.status).toBe(401);
  });

  it('takes an answer once, and none that nobody asked for', async () => {
    const visitor = new Visitor();
    const page = await visitor.follow(`${publicUrl}/auth/sign-in?persona=drafter-1705`, `${publicUrl}/auth/callback`);
    const foreign = await new Visitor().get(page.location!);
    expect(foreign.location).toBe(`${publicUrl}/?masuk=gagal`);
    await visitor.get(page.location!);
    const again = await visitor.get(page.location!);
    expect(again.location).toBe(`${publicUrl}/?masuk=gagal`);
  });

  it('lets somebody become another person in one step', async () => {
    const visitor = new Visitor();
    await visitor.signIn('drafter-1705');
    await visitor.signIn('coordinator-1700');
    expect(json(await visitor.ask('GET', '/v1/me'))['person']).toBe('p_coordinator-1700');
  });
});

describe('a session', () => {
  it('writes only from our own pages', async () => {
    const visitor = new Visitor();
    await visitor.signIn('drafter-1705');
    const body = { process: 'rpik', regionCode: '1705', programmeYear: 2027, title: 'RPIK', planYears: { from: 2027, to: 2047 } };
    const forgeries: Record<string, string>[] = [{}, { 'sec-fetch-site': 'same-origin' }, { ...ownPage, 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example.com', 'x-selaras': '1' }];
    for (const headers of forgeries) {
      const answer = await visitor.ask('POST', '/v1/cases', { headers: { 'idempotency-key': 'forged', ...headers }, body });
      expect([answer.status, json(answer)['code']]).toEqual([403, 'cross-site-request']);
    }
    expect((await visitor.ask('POST', '/v1/cases', { headers: { 'idempotency-key': 'own', ...ownPage }, body })).status).toBe(201);
  });

  it('ends at sign-out, which needs our own page, and names where the provider ends its own', async () => {
    const visitor = new Visitor();
    await visitor.signIn('head-1705');
    const cookie = visitor.cookieFor(stack.url);
    expect((await visitor.ask('POST', '/auth/sign-out', { body: {} })).status).toBe(403);
    const out = await visitor.ask('POST', '/auth/sign-out', { headers: ownPage, body: {} });
    expect(json(out)['location']).toContain(`${provider.issuer}/session/end?`);
    expect((await fetch(`${stack.url}/v1/me`, { headers: { cookie } })).status).toBe(401);
  });

  it('ends everywhere at once when asked to', async () => {
    const [desk, phone] = [new Visitor(), new Visitor()];
    await desk.signIn('council-1705');
    await phone.signIn('council-1705');
    await desk.ask('POST', '/auth/sign-out', { headers: ownPage, body: { everywhere: true } });
    expect((await phone.ask('GET', '/v1/me')).status).toBe(401);
  });

  it('is seen and ended by the administrator, and by nobody else', async () => {
    const [visitor, admin] = [new Visitor(), new Visitor()];
    await visitor.signIn('secretary-1705');
    await admin.signIn('admin');
    expect(json(await visitor.ask('GET', '/v1/sessions'))['code']).toBe('not-your-role');
    const found = json(await admin.ask('GET', '/v1/sessions')).items.find(({ person }) => person === 'p_secretary-1705')!;
    expect((await visitor.ask('DELETE', `/v1/sessions/${found.id}`, { headers: ownPage })).status).toBe(403);
    expect((await admin.ask('DELETE', `/v1/sessions/${found.id}`, { headers: ownPage })).status).toBe(204);
    expect((await visitor.ask('GET', '/v1/me')).status).toBe(401);
    expect(json(await admin.ask('DELETE', `/v1/sessions/${found.id}`, { headers: ownPage }))['code']).toBe('not-found');
  });

  it('ends by itself after an hour without a word, by the real clock', async () => {
    const visitor = new Visitor();
    await visitor.signIn('drafter-1705');
    await stack.database.owner.query(`update http_session set expires_at = clock_timestamp() - interval '1 second' where person = 'p_drafter-1705'`);
    const me = await visitor.ask('GET', '/v1/me');
    expect([me.status, json(me)['code']]).toEqual([401, 'token-expired']);
  });
});
