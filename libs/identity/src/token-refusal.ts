import { errors } from 'jose';

export const tokenRefusals = [
  'token-missing', 'token-malformed', 'token-expired', 'token-not-yet-valid',
  /** Issued by somebody else, or for somebody else. */
  'token-foreign',
  'token-signature-invalid', 'token-algorithm-refused',
] as const;

export type TokenRefusalCode = (typeof tokenRefusals)[number];
export interface TokenRefusal { readonly refused: TokenRefusalCode }

/** What a failed verification says about the token; undefined when it says nothing about it (a fault of ours). */
export function refusalOf(error: unknown): TokenRefusal | undefined {
  const refused = codeOf(error);
  return refused && { refused };
}

function codeOf(error: unknown): TokenRefusalCode | undefined {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error);
  if (error instanceof errors.JOSEAlgNotAllowed) return 'token-algorithm-refused';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token-signature-invalid';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return 'token-signature-invalid';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid || error instanceof errors.JOSENotSupported) return 'token-malformed';
  return undefined;
}

function claimRefusal({ claim, reason }: errors.JWTClaimValidationFailed): TokenRefusalCode {
  if (claim === 'iss' || claim === 'aud') return 'token-foreign';
  return claim === 'nbf' && reason === 'check_failed' ? 'token-not-yet-valid' : 'token-malformed';
}
