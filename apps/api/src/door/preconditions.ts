/** `"v12"` of a case at seq 12. */
export const etagOf = (seq: number): string => `"v${seq}"`;

/**
 * What `If-Match` asks for (RFC 9110 section 13.1.1): nothing, anything (`*`), or the highest seq it names. A tag that was never
 * ours names seq 0, which no case has. Weak tags never match here.
 */
export function ifMatchOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const seqs = header.split(',').map((tag) => Number(/^\s*"v(\d{1,9})"\s*$/.exec(tag)?.[1] ?? 0));
  return Math.max(0, ...seqs);
}

/** The seq a command rests on: of `If-Match` and `expectedSeq` the older one, and which of them it was. */
export function expectedOf(ifMatch: string | undefined, expectedSeq: number | undefined): { seq: number; by: 'if-match' | 'expected-seq' } | undefined {
  const matched = ifMatchOf(ifMatch);
  if (matched === undefined) return expectedSeq === undefined ? undefined : { seq: expectedSeq, by: 'expected-seq' };
  return expectedSeq !== undefined && expectedSeq < matched ? { seq: expectedSeq, by: 'expected-seq' } : { seq: matched, by: 'if-match' };
}

const usualPatience = 3;
const mostPatience = 30;

/** Seconds a caller waits for a transfer: `Prefer: wait=n` (RFC 7240 section 4.3), 3 without it, 30 at most. */
export function patienceOf(prefer: string | string[] | undefined): number {
  const wishes = (Array.isArray(prefer) ? prefer.join(',') : (prefer ?? '')).split(/[,;]/);
  const asked = wishes.map((wish) => /^\s*wait\s*=\s*"?(\d{1,6})"?\s*$/i.exec(wish)?.[1]).find((seconds) => seconds !== undefined);
  if (asked !== undefined) return Math.min(Number(asked), mostPatience);
  return wishes.some((wish) => /^\s*respond-async\s*$/i.test(wish)) ? 0 : usualPatience;
}

/** 1 to 200 visible ASCII characters. */
export const isIdempotencyKey = (key: string): boolean => /^[\x21-\x7e]{1,200}$/.test(key);
