import { canonicalJson } from './canonical-json';
import type { CaseDocument, CaseState, Manifest } from './state';

/** The current documents of a case in a fixed order with the hash of the plan matrix: what a desk hands to the next. */
export function manifestOf(state: Pick<CaseState, 'id' | 'documents' | 'matrix' | 'overrides'>, digest: (text: string) => string): Manifest {
  const documents = [...state.documents]
    .sort((a, b) => (a.type === b.type ? a.version - b.version : a.type < b.type ? -1 : 1))
    .map(({ type, version, sha256, size }) => ({ type, version, sha256, size }));
  const matrix = state.matrix && { version: state.matrix.version, sha256: state.matrix.sha256 };
  const overrides = state.overrides?.map(({ key, reason }) => ({ key, reason: reason.sha256 }));
  const content = { documents, ...(matrix && { matrix }), ...(overrides && { overrides }) };
  return { hash: digest(canonicalJson({ caseId: state.id, ...content })), ...content };
}

/** The hashes of the current documents of some types, by type; several files of one type count together in their order. */
export function textsOf(documents: readonly CaseDocument[], types: readonly string[]): { [type: string]: string } {
  const texts: { [type: string]: string } = {};
  for (const type of types) {
    const hashes = documents.filter((document) => document.type === type).map((document) => document.sha256);
    if (hashes.length > 0) texts[type] = hashes.join('+');
  }
  return texts;
}
