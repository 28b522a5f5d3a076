import type { CaseView } from '../api/shapes';
import { Link } from 'react-router';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import type { Matter } from './matters-page';

/** Why an act waits for a paper, or nothing where the paper is there. */
export function usePaperFirst({ view, definition }: Pick<Matter, 'view' | 'definition'>, paper: string): string[] {
  const { t, say } = useWords();
  return view.documents.some(({ type }) => type === paper) ? [] : [t('matter.paperFirst', { name: say(definition.documents[paper]?.label) })];
}

/** The same for the eye, with the way to where the paper is brought. */
export function PaperFirst({ id, view, paper, reasons }: { id: string; view: CaseView; paper: string; reasons: readonly string[] }) {
  const { t } = useWords();
  if (reasons.length === 0) return null;
  return (
    <p className="flex wrap small muted">
      <Icon name="lock" small />
      <span id={id}>{reasons.join(' ')}</span>
      <Link to={`/kasus/${view.id}/dokumen#doc-${paper}`}>{t('matter.toPaper')}</Link>
    </p>
  );
}
