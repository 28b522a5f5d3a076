import type { Action, CaseDocument, CaseView } from '../../api/shapes';
import type { Answers } from './answers';

/** The texts the server asks to be read before this act. */
export const readFirst = ({ documents }: Pick<CaseView, 'documents'>, { reads }: Pick<Action, 'reads'>): CaseDocument[] =>
  reads.flatMap(({ type, version }) => documents.filter((document) => document.type === type && document.version === version));

export const unread = (documents: readonly CaseDocument[], opened: ReadonlySet<string>, { waived = {} }: Answers): CaseDocument[] => documents.filter(({ sha256 }) => !opened.has(sha256) && !waived[sha256]?.trim());

/** What goes on record with the decision: opened, or the reason why not. */
export function readingOf(documents: readonly CaseDocument[], opened: ReadonlySet<string>, { waived = {} }: Answers): { sha256: string; reason?: string }[] {
  return documents.flatMap(({ sha256 }) => {
    const reason = waived[sha256]?.trim();
    return opened.has(sha256) ? [{ sha256 }] : reason ? [{ sha256, reason }] : [];
  });
}
