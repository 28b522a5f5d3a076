import type { Definition } from '#process';
import type { CaseEvent, Text } from '../api/shapes';

export interface HandOver {
  seq: number;
  at: string;
  transition: string;
  from: string;
  role: string;
  capacity: string;
  hash: string;
  documents: { type: string; version: number; sha256: string }[];
}

interface Started {
  transition: string;
  from: string;
  by: { role: string; capacity?: string };
  manifest: { hash: string; documents: HandOver['documents'] };
}

/** Hand-overs that arrived, the last first: what each desk has taken responsibility for. */
export function handOversIn(events: readonly CaseEvent[]): HandOver[] {
  const arrived = new Map(events.filter(({ type, body }) => type === 'case-moved' && typeof body['transfer'] === 'number').map(({ at, body }) => [body['transfer'] as number, at]));
  return events
    .filter(({ type, seq }) => type === 'transfer-started' && arrived.has(seq))
    .map(({ seq, body }) => {
      const { transition, from, by, manifest } = body['transfer'] as Started;
      return { seq, at: arrived.get(seq)!, transition, from, role: by.role, capacity: by.capacity ?? 'definitive', hash: manifest.hash, documents: manifest.documents };
    })
    .reverse();
}

/** "Plt. ", "Pj. ", or nothing for the office's own holder. */
export const acting = (capacity: string | undefined): string => (capacity === undefined || capacity === 'definitive' ? '' : `${capacity}. `);

export const actLabel = ({ from, transition }: Pick<HandOver, 'from' | 'transition'>, definition: Definition): Text | undefined => definition.stages[from]?.transitions[transition]?.label;
