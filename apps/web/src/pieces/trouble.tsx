import { Problem } from '../api/ask';
import { useWords } from '../words/words';
import { Copy } from './copy';
import { Icon } from './icon';

/** What happened, why, what to do, and the number to give to the administrator. */
export function Trouble({ failure, again }: { failure: unknown; again?: () => void }) {
  const { t } = useWords();
  const body = failure instanceof Problem ? failure.body : undefined;
  return (
    <div className="note err" role="alert">
      <Icon name="late" />
      <div className="stack-s">
        <p className="b">{body ? body.title : t('err.page')}</p>
        <p>{body ? body.detail : t('err.away')}</p>
        {body?.traceId && (
          <p className="small muted">
            {t('err.trace', { id: body.traceId })}{' '}
            <Copy text={body.traceId} label={t('err.copy')} />
          </p>
        )}
        {again && (
          <button type="button" className="btn s" onClick={again}>
            {t('err.again')}
          </button>
        )}
      </div>
    </div>
  );
}
