import { Link } from 'react-router';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

export function NotFound() {
  const { t } = useWords();
  useTitle(t('err.notFound'));
  return (
    <div className="stack" data-not-found>
      <h1 tabIndex={-1}>{t('err.notFound')}</h1>
      <Link className="btn" to="/kerja">
        {t('err.home')}
      </Link>
    </div>
  );
}
