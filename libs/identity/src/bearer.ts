import type { TokenRefusal } from './token-refusal';

/** The token of an `Authorization: Bearer …` header (RFC 6750 section 2.1; the scheme's case does not matter, RFC 9110 section 11.1). */
export function bearerToken(header: string | undefined): string | TokenRefusal {
  if (header === undefined || header.trim() === '') return { refused: 'token-missing' };
  const [scheme = '', token = '', ...rest] = header.trim().split(/ +/);
  if (scheme.toLowerCase() !== 'bearer') return { refused: 'token-missing' };
  return rest.length === 0 && /^[A-Za-z0-9._~+/-]+=*$/.test(token) ? token : { refused: 'token-malformed' };
}
