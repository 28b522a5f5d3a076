import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The issuer's keys could not be fetched, so nothing can be said about any token: try again (503). */
export class KeysAway extends Error {
  override readonly name = 'KeysAway';
}

export interface SigningKeysOptions {
  readonly jwksUrl: string;
  /** Milliseconds between two fetches for unknown keys; a sender of invented key ids must not make us hammer the issuer. */
  readonly cooldownMs?: number;
  /** Milliseconds after which known keys are fetched again. */
  readonly cacheMs?: number;
  readonly timeoutMs?: number;
}

/** The issuer's published keys, fetched when needed and kept. */
export function signingKeys({ jwksUrl, cooldownMs = 10_000, cacheMs = 600_000, timeoutMs = 3_000 }: SigningKeysOptions): JWTVerifyGetKey {
  const find = createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: cooldownMs, cacheMaxAge: cacheMs, timeoutDuration: timeoutMs });
  return async (header, token) => {
    try {
      return await onceMore(() => find(header, token));
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysAway(`The keys at ${jwksUrl} cannot be read`, { cause: error });
    }
  };
}

/** A kept connection may have been closed by the issuer without our knowing: what is no answer at all is asked once more. */
async function onceMore<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof errors.JOSEError) throw error;
    return ask();
  }
}
