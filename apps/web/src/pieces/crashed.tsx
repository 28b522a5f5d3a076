import { useWords } from '../words/words';
import { Copy } from './copy';
import { Icon } from './icon';

/** The page itself broke: nothing of the record is touched, and a reload begins anew. */
export function Crashed({ traceId }: { traceId: string | undefined }) {
  const { t } = useWords();
  return (
    <div className="note err" role="alert">
      <Icon name="late" />
      <div className="stack-s">
        <p className="b">{t('err.page')}</p>
        <p>{t('err.pageWhy')}</p>
        {traceId && (
          <p className="small muted">
            {t('err.trace', { id: traceId })} <Copy text={traceId} label={t('err.copy')} />
          </p>
        )}
        <button type="button" className="btn s" onClick={() => location.reload()}>
          {t('err.reload')}
        </button>
      </div>
    </div>
  );
}
