import './compare.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { caseOf } from '../api/questions';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { DraftText } from './draft-text';

/** A draft to read without downloading it. */
export default function ReadPage() {
  const { caseId = '', sha256 = '' } = useParams();
  const { t, say } = useWords();
  const { data: view, isPending, error, refetch } = useQuery(caseOf(caseId));
  const document = view?.documents.find((one) => one.sha256 === sha256);
  useTitle(document ? say(document.label) : t('compare.read'));
  if (isPending) return <Loading rows={8} />;
  if (!view) return <Trouble failure={error} again={() => void refetch()} />;
  return (
    <div className="read-text stack">
      <p className="crumb">
        <Link to={`/kasus/${caseId}`}>{view.title}</Link> › <Link to={`/kasus/${caseId}/dokumen`}>{t('compare.documents')}</Link>
      </p>
      <div className="flex between wrap">
        <h1 tabIndex={-1}>{document ? say(document.label) : t('compare.read')}</h1>
        <a className="btn" href={`/v1/documents/${sha256}`} download>
          <Icon name="down" small /> {t('compare.download')}
        </a>
      </div>
      {document && (
        <p className="muted small">
          {t('doc.version', { n: document.version })} · <span className="file-name">{document.name}</span>
        </p>
      )}
      <DraftText sha256={sha256} />
      <p className="hash">{sha256}</p>
    </div>
  );
}
