import { type CaseEvent, type CaseState, type Definition, evolve, type RecordedEvent } from '#process';
import { genesis, hashOf, splitActor, type SubjectName } from './chain';

/** An event with its place in the chain, as it is written. */
export interface Entry<E = RecordedEvent, S = CaseState> {
  event: E;
  before: S | undefined;
  after: S;
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

interface Subject<S> {
  name: SubjectName;
  id: string;
  state?: S;
  headHash?: string;
}

/** Decided events in the order they happened: numbered, dated, chained, and folded into the state after each. */
export function chainOf<E extends { seq: number; type: string; actor: object; body: object }, S extends { seq: number }>(
  fold: (before: S | undefined, event: E) => S,
  { name, id, state, headHash = genesis }: Subject<S>,
  events: readonly { type: string; actor: object; body: object }[],
  at: string,
): Entry<E, S>[] {
  const entries: Entry<E, S>[] = [];
  let before = state;
  let prevHash = headHash;
  for (const decided of events) {
    // What is folded now is exactly what will be read back: JSON, without members that are undefined.
    const event = JSON.parse(JSON.stringify({ ...decided, [name]: id, seq: (before?.seq ?? 0) + 1, at })) as E;
    const after = fold(before, event);
    const { actor, onBehalfOf } = splitActor(event.actor);
    const hash = hashOf(prevHash, { caseId: id, seq: event.seq, type: event.type, at, actor, onBehalfOf, body: event.body }, name);
    entries.push({ event, before, after, actor, onBehalfOf, prevHash, hash });
    before = after;
    prevHash = hash;
  }
  return entries;
}

export const chainEvents = (definition: Definition, { caseId: id, ...position }: Position, events: readonly CaseEvent[], at: string): Entry[] =>
  chainOf((before: CaseState | undefined, event: RecordedEvent) => evolve(definition, before, event), { name: 'caseId', id, ...position }, events, at);
