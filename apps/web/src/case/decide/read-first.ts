import type { Definition } from '#process';
import type { CaseDocument, CaseView } from '../../api/shapes';
import type { Words } from '../../words/words';
import type { Answers, Asked } from './answers';

/** The text that everything is decided on. */
const texts = new Set(['draft-regulation', 'harmonized-draft', 'plan-annex']);

/** What whoever lets a case pass has to have read: the text as others have brought it. The signer's own page has its own step for this. */
export function readFirst(view: CaseView, { transition, signs }: Asked, definition: Definition): CaseDocument[] {
  const isPassing = (transition.kind === 'advance' || transition.kind === 'vote') && transition.vote !== 'unfavourable';
  const isOwn = (transition.by ?? []).some((role) => definition.roles[role]?.level === 'regency');
  if (!isPassing || isOwn || signs) return [];
  const latest = new Map(view.documents.filter(({ type }) => texts.has(type)).map((document) => [document.type, document]));
  return [...latest.values()].filter(({ type }) => !view.uploadable.includes(type));
}

export const unread = (documents: readonly CaseDocument[], opened: ReadonlySet<string>, { waived = {} }: Answers): CaseDocument[] => documents.filter(({ sha256 }) => !opened.has(sha256) && !waived[sha256]?.trim());

/** The reasons for what was not read go on record with the decision. */
export function withWaivers(answers: Answers, documents: readonly CaseDocument[], opened: ReadonlySet<string>, { t, say }: Pick<Words, 't' | 'say'>): Answers {
  const lines = documents.flatMap(({ sha256, label }) => (!opened.has(sha256) && answers.waived?.[sha256]?.trim() ? [t('decide.waived', { name: say(label), reason: answers.waived[sha256].trim() })] : []));
  return { ...answers, note: [answers.note.trim(), ...lines].filter(Boolean).join('\n') };
}
