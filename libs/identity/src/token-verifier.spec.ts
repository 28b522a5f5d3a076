import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { KeysAway, TokenVerifier } from './index';

const issuer = 'https://login.example.go.id';
const audience = 'urn:selaras';
const now = () => Math.floor(Date.now() / 1000);

type Pair = Awaited<ReturnType<typeof aKey>>;
async function aKey(kid: string, alg = 'RS256') {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, publicKey, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

let server: Server;
let jwksUrl: string;
let published: JWK[] = [];
let fetches = 0;
let status = 200;
let hangUps = 0;
let rsa: Pair;

beforeAll(async () => {
  rsa = await aKey('rsa-1');
  server = createServer((request, response) => {
    fetches += 1;
    if (hangUps > 0) {
      hangUps -= 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
beforeEach(() => {
  published = [rsa.jwk];
  fetches = 0;
  status = 200;
  hangUps = 0;
});

const verifier = (options = {}) => new TokenVerifier({ issuer, audience, jwksUrl, ...options });
const claims = (more: JWTPayload = {}): JWTPayload => ({ iss: issuer, aud: audience, sub: 'demo|drafter-1705', iat: now(), exp: now() + 60, ...more });
const signed = (payload: JWTPayload, { kid, alg, privateKey } = rsa) => new SignJWT(payload).setProtectedHeader({ alg, kid, typ: 'at+jwt' }).sign(privateKey);

describe('a bearer token', () => {
  it('says who somebody is, when they signed in and by which client', async () => {
    const token = await signed(claims({ auth_time: now() - 30, client_id: 'selaras-web', acr: 'urn:mfa' }));
    expect(await verifier().authenticate(`Bearer ${token}`)).toEqual({ subject: 'demo|drafter-1705', authTime: expect.any(Number), clientId: 'selaras-web', acr: 'urn:mfa' });
  });

  it('names its client by azp where client_id is absent, and nothing it does not know', async () => {
    expect(await verifier().verify(await signed(claims({ azp: 'selaras-web', auth_time: 'yesterday' })))).toEqual({ subject: 'demo|drafter-1705', clientId: 'selaras-web' });
  });

  it.each(['PS256', 'ES256', 'EdDSA'])('may be signed with %s', async (alg) => {
    const pair = await aKey(`other-${alg}`, alg);
    published = [pair.jwk];
    expect(await verifier().verify(await signed(claims(), pair))).toEqual({ subject: 'demo|drafter-1705' });
  });

  it('is meant for one of several audiences', async () => {
    expect(await verifier().verify(await signed(claims({ aud: ['urn:other', audience] })))).toHaveProperty('subject');
  });

  it.each([
    ['token-missing', undefined], ['token-missing', ''], ['token-missing', 'Basic YTpi'],
    ['token-malformed', 'Bearer'], ['token-malformed', 'Bearer a b'], ['token-malformed', 'Bearer nonsense'], ['token-malformed', 'Bearer a.b.c'],
  ])('is %s when the header reads %j', async (refused, header) => {
    expect(await verifier().authenticate(header)).toEqual({ refused });
  });

  it('is found whatever the case of the scheme', async () => {
    expect(await verifier().authenticate(`bearer ${await signed(claims())}`)).toHaveProperty('subject');
  });
});

describe('a token is refused', () => {
  const refusalOf = async (token: string | Promise<string>) => verifier().verify(await token);

  it('when it has expired, five seconds of clock difference granted', async () => {
    expect(await refusalOf(signed(claims({ exp: now() - 10 })))).toEqual({ refused: 'token-expired' });
    expect(await refusalOf(signed(claims({ exp: now() - 2 })))).toHaveProperty('subject');
  });
  it('when it is not yet valid', async () => {
    expect(await refusalOf(signed(claims({ nbf: now() + 30 })))).toEqual({ refused: 'token-not-yet-valid' });
    expect(await refusalOf(signed(claims({ nbf: now() + 2 })))).toHaveProperty('subject');
  });
  it('when another issuer signed it, without asking for that issuer\'s keys', async () => {
    expect(await refusalOf(signed(claims({ iss: 'https://login.example.com' })))).toEqual({ refused: 'token-foreign' });
    expect(fetches).toBe(0);
  });
  it('when it is meant for another audience', async () => {
    expect(await refusalOf(signed(claims({ aud: 'selaras-web' })))).toEqual({ refused: 'token-foreign' });
    expect(await refusalOf(signed(claims({ aud: undefined })))).toEqual({ refused: 'token-foreign' });
  });
  it.each(['exp', 'sub'])('when it has no %s', async (claim) => {
    expect(await refusalOf(signed(claims({ [claim]: undefined })))).toEqual({ refused: 'token-malformed' });
  });
  it.each([{ sub: ' ' }, { sub: 'x'.repeat(256) }, { exp: 'tomorrow' as never }, { nbf: 'today' as never }])('when a claim is unusable: %j', async (odd) => {
    expect(await refusalOf(signed(claims(odd)))).toEqual({ refused: 'token-malformed' });
  });
  it('when it is not signed at all', async () => {
    expect(await refusalOf(new UnsecuredJWT(claims()).encode())).toEqual({ refused: 'token-algorithm-refused' });
  });
  it('when its secret is the published key', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(rsa.publicKey));
    const token = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: rsa.kid }).sign(secret);
    expect(await refusalOf(token)).toEqual({ refused: 'token-algorithm-refused' });
  });
  it('when an algorithm off the list signed it, though the key is published', async () => {
    const pair = await aKey('rs512', 'RS512');
    published = [pair.jwk];
    expect(await refusalOf(signed(claims(), pair))).toEqual({ refused: 'token-algorithm-refused' });
  });
  it('when somebody else signed it under a known key id', async () => {
    expect(await refusalOf(signed(claims(), await aKey('rsa-1')))).toEqual({ refused: 'token-signature-invalid' });
  });
  it('when a letter of it was changed', async () => {
    const [header, , signature] = (await signed(claims())).split('.');
    const body = Buffer.from(JSON.stringify(claims({ sub: 'demo|admin' }))).toString('base64url');
    expect(await refusalOf(`${header}.${body}.${signature}`)).toEqual({ refused: 'token-signature-invalid' });
  });
});

describe("the issuer's keys", () => {
  it('are fetched once for many tokens', async () => {
    const one = verifier();
    for (let i = 0; i < 5; i += 1) await one.verify(await signed(claims()));
    expect(fetches).toBe(1);
  });

  it('are fetched again when a new key signs', async () => {
    const one = verifier({ cooldownMs: 0 });
    await one.verify(await signed(claims()));
    const next = await aKey('rsa-2');
    published = [rsa.jwk, next.jwk];
    expect(await one.verify(await signed(claims(), next))).toHaveProperty('subject');
    expect(await one.verify(await signed(claims()))).toHaveProperty('subject');
    expect(fetches).toBe(2);
  });

  it('no longer count once they are withdrawn and the cache is old', async () => {
    const one = verifier({ cooldownMs: 0, cacheMs: 0 });
    const token = await signed(claims());
    expect(await one.verify(token)).toHaveProperty('subject');
    published = [(await aKey('rsa-2')).jwk];
    expect(await one.verify(token)).toEqual({ refused: 'token-signature-invalid' });
  });

  it('are not fetched for every invented key id', async () => {
    const one = verifier();
    await one.verify(await signed(claims()));
    const stranger = await aKey('invented');
    for (let i = 0; i < 5; i += 1) expect(await one.verify(await signed(claims(), stranger))).toEqual({ refused: 'token-signature-invalid' });
    expect(fetches).toBe(1);
  });

  it('are read though the issuer hung up on the first attempt', async () => {
    hangUps = 1;
    expect(await verifier().verify(await signed(claims()))).toHaveProperty('subject');
    hangUps = 2;
    await expect(verifier().verify(await signed(claims()))).rejects.toThrow(KeysAway);
  });

  it('are away when they cannot be fetched, which says nothing about the token', async () => {
    const token = await signed(claims());
    await expect(verifier({ jwksUrl: 'http://127.0.0.1:1/jwks' }).verify(token)).rejects.toThrow(KeysAway);
    status = 500;
    const one = verifier();
    await expect(one.verify(token)).rejects.toThrow(KeysAway);
    status = 200;
    expect(await one.verify(token)).toHaveProperty('subject');
  });
});
