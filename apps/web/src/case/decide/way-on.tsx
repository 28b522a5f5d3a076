import type { Definition } from '#process';
import { Link } from 'react-router';
import type { CaseView, Reason } from '../../api/shapes';
import { useWords } from '../../words/words';

/** Where one goes to take away what stands in the way of an act: each missing paper, the open remarks, the plan matrix. */
export function WayOn({ view, definition, reasons }: { view: CaseView; definition: Definition | undefined; reasons: readonly Reason[] }) {
  const { t, say } = useWords();
  const root = `/kasus/${view.id}`;
  const waysOf = ({ code, details }: Reason): [string, string][] =>
    code === 'missing-documents'
      ? details.map((type) => [`${root}/dokumen#doc-${type}`, t('doc.bring', { name: say(definition?.documents[type]?.label) || type })])
      : code === 'remarks-unanswered' ? [[`${root}/diskusi`, t('compare.toDiscussion')]] : code === 'matrix-invalid' ? [[`${root}/rencana`, t('plan.nav')]] : [];
  const ways = [...new Map(reasons.flatMap(waysOf))];
  if (ways.length === 0) return null;
  return (
    <p className="flex wrap">
      {ways.map(([to, label]) => (
        <Link key={to} className="btn s" to={to}>
          {label}
        </Link>
      ))}
    </p>
  );
}
