import { type Transition, rolesOf } from './definition';
import { uploaders } from './decide/documents';
import type { Rules } from './rules';
import type { CaseState } from './state';
import type { SealedText } from './text';

/** One text that is read before an act, as it lies before the desk. */
export interface TextToRead {
  type: string;
  version: number;
  sha256: string;
}

/** What somebody says of it: opened, or why that was not needed. */
export interface Reading {
  sha256: string;
  reason?: SealedText;
}

/**
 * What whoever lets a case pass has to have read: the newest text of each kind, as others have brought it. Nobody is asked to read
 * what they write themselves; a return and an objection pass nothing on; the sign-off has a ceremony of its own.
 */
export function readsOf({ definition }: Pick<Rules, 'definition'>, state: CaseState, transition: Transition): TextToRead[] {
  const isPassing = (transition.kind === 'advance' || transition.kind === 'vote') && transition.vote !== 'unfavourable';
  const roles = rolesOf(transition);
  const isOwn = roles.some((role) => definition.roles[role]?.level === 'regency');
  if (!isPassing || isOwn || transition.freshSignIn !== undefined) return [];
  const types = definition.reading?.documents ?? [];
  const latest = new Map(state.documents.filter(({ type }) => types.includes(type)).map((document) => [document.type, document]));
  return [...latest.values()].filter(({ type }) => !uploaders(definition, state, type).some((role) => roles.includes(role))).map(({ type, version, sha256 }) => ({ type, version, sha256 }));
}
