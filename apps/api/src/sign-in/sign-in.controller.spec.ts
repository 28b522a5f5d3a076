import { ownPath } from './sign-in.controller';
import { isFromOwnPages, sessionKeyOf } from './session-cookie';

const home = 'https://selaras.example.go.id';

describe('where a sign-in leads back to', () => {
  it.each([
    ['/kerja', '/kerja'], ['/kasus/rpik-1705-2026?tab=dokumen#b', '/kasus/rpik-1705-2026?tab=dokumen#b'],
    ['//evil.example.com', '/'], ['/\\evil.example.com', '/'], ['https://evil.example.com/', '/'], ['javascript:alert(1)', '/'], ['kerja', '/'], ['', '/'], ['/.//evil.example.com', '/'],
  ])('%s → %s', (asked, path) => {
    expect(ownPath(asked, home)).toBe(path);
  });
});

describe('a request that a cookie vouches for', () => {
  const from = (method: string, headers: Record<string, string>) => isFromOwnPages({ method, headers }, home);

  it('may read from anywhere, since only our own pages see the answer', () => {
    expect(from('GET', { 'sec-fetch-site': 'cross-site' })).toBe(true);
  });
  it.each([
    [true, { 'sec-fetch-site': 'same-origin', 'x-selaras': '1' }],
    [true, { origin: home, 'x-selaras': '1' }],
    [false, { 'sec-fetch-site': 'same-origin' }],
    [false, { 'sec-fetch-site': 'same-site', 'x-selaras': '1' }],
    [false, { 'sec-fetch-site': 'cross-site', origin: home, 'x-selaras': '1' }],
    [false, { origin: 'https://evil.example.com', 'x-selaras': '1' }],
    [false, { 'x-selaras': '1' }],
  ])('may write: %s with %j', (allowed, headers) => {
    expect(from('POST', headers)).toBe(allowed);
  });
  it('has a key of the right shape, or none', () => {
    const key = 'a'.repeat(43);
    expect(sessionKeyOf({ headers: { cookie: `x=1; __Host-selaras=${key}` } })).toBe(key);
    expect(sessionKeyOf({ headers: { cookie: `selaras=${key}` } })).toBeUndefined();
    expect(sessionKeyOf({ headers: { cookie: `__Host-selaras=${key}%27` } })).toBeUndefined();
  });
});
