import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/ask';
import { definition as definitionOf } from '../../api/questions';
import type { CaseView, Page } from '../../api/shapes';
import { groupBy } from '../../pieces/group-by';
import { inFull } from '../../pieces/dates';
import { useTitle } from '../../pieces/use-title';
import { useWords } from '../../words/words';
import { page } from '../../pieces/page';

const SignReceipt = page(() => import('../../sign/receipt'), 'sign');

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
      <ToldOf before={before} />
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

type State = 'pending' | 'sent' | 'bounced' | 'vacant' | 'muted';
interface Told {
  role: string;
  channel: 'in-app' | 'mail';
  state: State;
  count: number;
}

/** Which offices were told, and whether it has reached them. */
function ToldOf({ before }: { before: CaseView }) {
  const { t, say } = useWords();
  const { data: definition } = useQuery(definitionOf(before.process));
  const since = before.seq + 1;
  const { data } = useQuery({ queryKey: ['told', before.id, since], queryFn: () => ask<Page<Told>>(`/v1/cases/${before.id}/told?since=${since}`), refetchInterval: 3_000 });
  const offices = groupBy(data?.items ?? [], ({ role }) => role);
  if (offices.length === 0) return null;
  return (
    <section className="card" aria-labelledby="told">
      <div className="hd">
        <h2 id="told">{t('decide.told', { n: offices.length })}</h2>
      </div>
      <ul className="bd stack-s">
        {offices.map(([role, items]) => (
          <li key={role} className="flex wrap between">
            <span>{say(definition?.roles[role]?.label)}</span>
            <span className="small muted">{items.map(({ channel, state, count }) => `${t(channel === 'mail' ? 'prefs.mail' : 'prefs.bell')} ${count > 1 ? `${count}× ` : ''}${t(`told.${state}`)}`).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
