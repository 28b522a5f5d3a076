import { decodeJwt, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { bearerToken } from './bearer';
import { signingKeys, type SigningKeysOptions } from './signing-keys';
import { refusalOf, type TokenRefusal } from './token-refusal';

/** Asymmetric only: `none` proves nothing, and with HS* whoever can check a token could also write one (RFC 8725 section 3.1). */
export const tokenAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** Seconds by which the issuer's clock and ours may differ. */
const clockTolerance = 5;

/** Who somebody is, and nothing about what they may do: that is the register's to say. */
export interface TokenIdentity {
  readonly subject: string;
  /** Epoch seconds of the sign-in itself, which is older than the token after a refresh (OpenID Connect Core section 2). */
  readonly authTime?: number;
  readonly clientId?: string;
  readonly acr?: string;
}

export interface TokenVerifierOptions extends SigningKeysOptions {
  readonly issuer: string;
  readonly audience: string;
}

/** Judges bearer tokens against one issuer's published keys. Throws KeysAway when those cannot be had. */
export class TokenVerifier {
  private readonly keys: JWTVerifyGetKey;

  constructor(private readonly options: TokenVerifierOptions) {
    this.keys = signingKeys(options);
  }

  /** Judges an `Authorization` header. */
  async authenticate(header: string | undefined): Promise<TokenIdentity | TokenRefusal> {
    const token = bearerToken(header);
    return typeof token === 'string' ? this.verify(token) : token;
  }

  /** Judges a token. */
  async verify(token: string): Promise<TokenIdentity | TokenRefusal> {
    const { issuer, audience } = this.options;
    try {
      // Another issuer's key id is unknown here; asking our issuer for it would tell nothing and cost a fetch.
      if (decodeJwt(token).iss !== issuer) return { refused: 'token-foreign' };
      const { payload } = await jwtVerify(token, this.keys, {
        issuer, audience, algorithms: [...tokenAlgorithms], clockTolerance, requiredClaims: ['sub', 'exp'],
      });
      return identityOf(payload) ?? { refused: 'token-malformed' };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return refusal;
      throw error;
    }
  }
}

function identityOf(payload: JWTPayload): TokenIdentity | undefined {
  const { sub, auth_time: authTime, client_id: clientId, azp, acr } = payload;
  if (typeof sub !== 'string' || sub.trim() === '' || sub.length > 255) return undefined;
  return {
    subject: sub,
    ...(typeof authTime === 'number' && Number.isFinite(authTime) && { authTime }),
    ...firstText('clientId', clientId, azp),
    ...firstText('acr', acr),
  };
}

function firstText<K extends string>(name: K, ...claims: unknown[]): { [P in K]?: string } {
  const found = claims.find((claim) => typeof claim === 'string');
  return (found === undefined ? {} : { [name]: found }) as { [P in K]?: string };
}
