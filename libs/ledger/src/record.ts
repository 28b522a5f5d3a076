import { type CaseEvent, type CaseState, type Definition, evolve, type RecordedEvent } from '#process';
import { genesis, hashOf, splitActor } from './chain';

/** An event with its place in the chain, as it is written. */
export interface Entry {
  event: RecordedEvent;
  before: CaseState | undefined;
  after: CaseState;
  actor: object;
  onBehalfOf: object | null;
  prevHash: string;
  hash: string;
}

export interface Position {
  caseId: string;
  state?: CaseState;
  headHash?: string;
}

/** Decided events in the order they happened: numbered, dated, chained, and folded into the state after each. */
export function chainEvents(
  definition: Definition,
  { caseId, state, headHash = genesis }: Position,
  events: readonly CaseEvent[],
  at: string,
): Entry[] {
  const entries: Entry[] = [];
  let before = state;
  let prevHash = headHash;
  for (const decided of events) {
    // What is folded now is exactly what will be read back: JSON, without members that are undefined.
    const event = JSON.parse(JSON.stringify({ ...decided, caseId, seq: (before?.seq ?? 0) + 1, at })) as RecordedEvent;
    const after = evolve(definition, before, event);
    const { actor, onBehalfOf } = splitActor(event.actor);
    const hash = hashOf(prevHash, { caseId, seq: event.seq, type: event.type, at, actor, onBehalfOf, body: event.body });
    entries.push({ event, before, after, actor, onBehalfOf, prevHash, hash });
    before = after;
    prevHash = hash;
  }
  return entries;
}
