import { genesis } from './chain';

interface StoredLink {
  seq: number;
  prevHash: string;
  hash: string;
}

/** What is wrong with a chain, from its first event to the end its subject knows of; undefined when nothing is. */
export function brokenLink<T extends StoredLink>(
  subject: { seq: number; headHash: string },
  events: readonly T[],
  hashOf: (prevHash: string, event: T) => string,
): string | undefined {
  let prevHash = genesis;
  for (const [index, event] of events.entries()) {
    const { seq } = event;
    if (seq !== index + 1) return `event ${index + 1} is missing`;
    if (event.prevHash !== prevHash) return `event ${seq} does not follow event ${seq - 1}`;
    if (hashOf(prevHash, event) !== event.hash) return `event ${seq} is not what was recorded`;
    prevHash = event.hash;
  }
  if (events.length !== subject.seq) return `the record is at ${subject.seq} and its chain ends at ${events.length}`;
  return subject.headHash === prevHash ? undefined : 'the record does not know the end of its chain';
}
