import { mkdtempSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerSecrets } from './signing-key';

describe("the provider's signing key", () => {
  const home = mkdtempSync(join(tmpdir(), 'selaras-idp-'));
  const file = join(home, 'idp', 'secrets.json');
  afterAll(() => rmSync(home, { recursive: true }));

  it('is made once, even by two that start at the same moment', async () => {
    const [one, other] = await Promise.all([providerSecrets(home), providerSecrets(home)]);
    expect(other).toEqual(one);
    expect(await providerSecrets(home)).toEqual(one);
    expect(one.signing).toMatchObject({ kty: 'RSA', alg: 'RS256', kid: expect.any(String) });
  });

  it('is readable by its owner alone, also when somebody opened it up', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'idp')).mode & 0o777).toBe(0o700);
    chmodSync(file, 0o644);
    await providerSecrets(home);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{}', '{"cookie":"a","signing":{"kid":"1"}}'])('is not replaced silently when damaged (%j)', async (content) => {
    writeFileSync(file, content);
    await expect(providerSecrets(home)).rejects.toThrow(/secrets\.json is damaged: delete it/);
  });
});
