import type { CaseCommand } from '../command';
import { findingOf } from '../compared-texts';
import type { Decision } from '../rules';
import type { CaseState } from '../state';

/** What was read of the texts goes on record once; what is not asked for any more changes nothing. */
export function recordComparison({ comparing }: CaseState, { actor, moved, findings }: Extract<CaseCommand, { type: 'record-comparison' }>): Decision {
  if (comparing?.moved !== moved) return { events: [] };
  const texts = comparing.texts.map((pair) => ({ ...pair, ...findingOf(pair, findings[pair.type]) }));
  return { events: [{ type: 'texts-compared', actor, body: { ...comparing, texts } }] };
}
