import { servedProblem } from '../api/served-problem';
import { Copy } from '../pieces/copy';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { Link, useLocation } from 'react-router';

export function NotFound() {
  const { t } = useWords();
  const { pathname } = useLocation();
  useTitle(`${t('err.prefix')}${t('err.notFound')}`);
  const traceId = servedProblem?.at === pathname ? servedProblem.body.traceId : undefined;
  return (
    <div className="stack error-page" data-not-found>
      <h1 tabIndex={-1}>{t('err.notFound')}</h1>
      <p>{t('err.notFoundWhy')}</p>
      <p>
        <Link className="btn p" to="/kerja">
          {t('err.home')}
        </Link>
      </p>
      {traceId && (
        <p className="small muted">
          <span className="mono">{t('err.trace', { id: traceId })}</span> <Copy text={traceId} label={t('err.copy')} />
        </p>
      )}
    </div>
  );
}
