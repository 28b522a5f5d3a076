import type { Definition } from '#process';
import { Link } from 'react-router';
import type { CaseView, Reason } from '../../api/shapes';
import { useWords } from '../../words/words';

/** Where one goes to take away what stands in the way of an act: each missing paper, the open remarks, the plan matrix. */
export function WayOn({ view, definition, reason: { code, details } }: { view: CaseView; definition: Definition; reason: Reason }) {
  const { t, say } = useWords();
  const root = `/kasus/${view.id}`;
  const ways: [string, string][] =
    code === 'missing-documents'
      ? details.map((type) => [`${root}/dokumen#doc-${type}`, say(definition.documents[type]?.label) || type])
      : code === 'remarks-unanswered' ? [[`${root}/diskusi`, t('compare.toDiscussion')]] : code === 'matrix-invalid' ? [[`${root}/rencana`, t('plan.nav')]] : [];
  if (ways.length === 0) return null;
  return (
    <ul>
      {ways.map(([to, label]) => (
        <li key={to}>
          <Link to={to}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}
