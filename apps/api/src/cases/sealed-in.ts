/** Hashes of the sealed texts a body refers to, wherever they stand in it. */
export function sealedIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { sha256, length } = body as { sha256?: unknown; length?: unknown };
  const own = typeof sha256 === 'string' && typeof length === 'number' ? [sha256] : [];
  return [...own, ...Object.values(body).flatMap(sealedIn)];
}
