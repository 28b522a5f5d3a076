import { canonicalJson } from '#process/canonical-json';
import type { CaseEvent } from '../api/shapes';

/** Checks the chain on the reader's own device, as the contract describes it; answers the first seq that does not fit. */
export async function brokenAt(caseId: string, events: readonly (CaseEvent & { onBehalfOf?: unknown })[]): Promise<number | undefined> {
  let previous = '0'.repeat(64);
  for (const { seq, type, at, actor, onBehalfOf = null, body, prevHash, hash } of events) {
    const text = `${prevHash}\n${canonicalJson({ caseId, seq, type, at, actor, onBehalfOf, body })}`;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const found = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (prevHash !== previous || found !== hash) return seq;
    previous = hash;
  }
  return undefined;
}
