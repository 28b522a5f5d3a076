import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** What the provider keeps to itself: the private key its tokens are signed with, and the secret of its cookies. */
export interface ProviderSecrets { readonly signing: JWK & { kid: string }; readonly cookie: string }

/** The provider's secrets below `home`, made at the first start, so that tokens outlive a restart. */
export async function providerSecrets(home: string): Promise<ProviderSecrets> {
  const folder = join(home, 'idp');
  const file = join(folder, 'secrets.json');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return read(file) ?? keep(file, await generate());
}

async function generate(): Promise<ProviderSecrets> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { signing: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' }, cookie: randomBytes(32).toString('base64url') };
}

/** Linked into place whole: of two providers that start at once, both use what the first has kept. */
function keep(file: string, secrets: ProviderSecrets): ProviderSecrets {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
    return secrets;
  } catch (error) {
    const kept = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(file) : undefined;
    if (kept) return kept;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function read(file: string): ProviderSecrets | undefined {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  chmodSync(file, 0o600);
  return parsed(content) ?? fail(`${file} is damaged: delete it and start again; everybody signs in once more`);
}

function parsed(content: string): ProviderSecrets | undefined {
  try {
    const secrets = JSON.parse(content) as Partial<ProviderSecrets>;
    return typeof secrets.cookie === 'string' && secrets.signing?.d && secrets.signing.kid ? (secrets as ProviderSecrets) : undefined;
  } catch {
    return undefined;
  }
}

function fail(message: string): never {
  throw new Error(message);
}
