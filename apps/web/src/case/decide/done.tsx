import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { CaseView } from '../../api/shapes';
import { inFull } from '../../pieces/dates';
import { useTitle } from '../../pieces/use-title';
import { useWords } from '../../words/words';

const SignReceipt = lazy(() => import('../../sign/receipt'));

/** The receipt: a reference that can be quoted, when it was, and what happens next. */
export function Done({ signed, before, answer, status, what, seq }: { signed: boolean; before: CaseView; answer: CaseView; status: number; what: string; seq: string | null }) {
  const { t, say, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(t('decide.done'));
  useEffect(() => heading.current?.focus(), []);
  const isUnderWay = status === 202;
  const number = /\d+/.exec(seq ?? '')?.[0] ?? answer.seq;
  return (
    <div className="decide stack">
      <div className="panel-ok">
        <h1 ref={heading} tabIndex={-1}>
          {t('decide.done')}
        </h1>
        <p>
          {what} — {before.region.name}
        </p>
      </div>
      <section className="card">
        <dl className="kv bd">
          <dt>{t('decide.reference')}</dt>
          <dd className="mono">
            {before.id}/{number}
          </dd>
          <dt>{t('decide.whatNext')}</dt>
          <dd>
            {isUnderWay ? t('case.carrying') : say(answer.waitingFor?.sentence)}
            <br />
            <span className="small muted">{inFull(answer.at ?? before.now, before.region.code, language)}</span>
          </dd>
        </dl>
      </section>
      {signed && !isUnderWay && (
        <Suspense>
          <SignReceipt before={before} view={answer} />
        </Suspense>
      )}
      <p className="flex wrap">
        <Link className="btn p" to="/kerja">
          {t('decide.toWork')}
        </Link>
        <Link className="btn" to={`/kasus/${before.id}`}>
          {t('decide.back')}
        </Link>
      </p>
    </div>
  );
}
