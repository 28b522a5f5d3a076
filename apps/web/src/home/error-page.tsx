import type { ProblemBody } from '../api/ask';
import { Copy } from '../pieces/copy';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

/** What happened, why, what to do, and the number that leads to the log. */
export function ErrorPage({ body }: { body: ProblemBody }) {
  const { t } = useWords();
  useTitle(`${t('err.prefix')}${body.title}`);
  return (
    <div className="stack error-page">
      <h1 tabIndex={-1}>{body.title}</h1>
      <p>{body.detail}</p>
      <p className="flex wrap">
        <a className="btn p" href="/kerja">
          {t('err.home')}
        </a>
        <a className="btn" href={location.href}>
          {t('err.again')}
        </a>
      </p>
      {body.traceId && (
        <p className="small muted">
          <span className="mono">{t('err.trace', { id: body.traceId })}</span> <Copy text={body.traceId} label={t('err.copy')} />
        </p>
      )}
    </div>
  );
}
