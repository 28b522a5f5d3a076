import { canonicalJson } from '#process';
import { sha256 } from './digest';

/** What comes before the first event of a chain. */
export const genesis = '0'.repeat(64);

/** The part of an event that its hash covers. `actor` comes without the person acted for, who stands apart. */
export interface Link {
  caseId: string;
  seq: number;
  type: string;
  at: string;
  actor: unknown;
  onBehalfOf: unknown;
  body: unknown;
}

/** What a link calls its subject. */
export type SubjectName = 'caseId' | 'cohortId' | 'readinessId';

/** SHA-256 of the previous hash, a newline, and the RFC 8785 canonical JSON of the link, whose subject goes by the name of its kind. */
export function hashOf(prevHash: string, { caseId: id, seq, type, at, actor, onBehalfOf, body }: Link, name: SubjectName = 'caseId'): string {
  return sha256(`${prevHash}\n${canonicalJson({ [name]: id, seq, type, at, actor, onBehalfOf, body })}`);
}

/** The same for a cohort's chain. */
export const cohortHashOf = (prevHash: string, link: Link): string => hashOf(prevHash, link, 'cohortId');

/** An actor as the chain holds it: office first, the holder acted for apart, null when there is none. */
export function splitActor(actor: object): { actor: object; onBehalfOf: object | null } {
  const { onBehalfOf, ...office } = actor as { onBehalfOf?: object };
  return { actor: office, onBehalfOf: onBehalfOf ?? null };
}

export const joinActor = (actor: object, onBehalfOf: object | null): object => (onBehalfOf ? { ...actor, onBehalfOf } : actor);
