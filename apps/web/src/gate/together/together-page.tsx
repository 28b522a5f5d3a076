import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { ask, NoAnswer } from '../../api/ask';
import { Chip, type Tone } from '../../pieces/chip';
import { groupBy } from '../../pieces/group-by';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';
import type { Cohort, Decided, Preview } from '../api/shapes';
import { CohortHead } from '../pieces/cohort-head';
import { LongField, TickField } from '../../acts/fields';
import { useNames } from '../pieces/names';
import { useAct } from '../../acts/use-act';

const actions: Record<string, Preview['action']> = { lepas: 'release', rekomendasi: 'recommend' };
const tones: Record<Decided['results'][number]['outcome'], Tone> = { done: 'done', 'under-way': 'wait', dropped: 'late' };

/** One decision on several members: what it would do to each, then exactly that list, then what became of each. */
export default function TogetherPage({ cohort }: { cohort: Cohort }) {
  const { action: asked = '' } = useParams();
  const action = actions[asked];
  const { t, say } = useWords();
  const queries = useQueryClient();
  const nameOf = useNames(cohort.id);
  const [attachMinutes, setAttach] = useState(true);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [isSure, setSure] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const mayDecide = cohort.acts.includes(action === 'release' ? 'release' : 'list-decision');
  const preview = useQuery({
    queryKey: ['gate', 'preview', cohort.id, action, attachMinutes],
    queryFn: () => ask<Preview>(`/v1/cohorts/${cohort.id}/decisions/preview`, { method: 'POST', body: { action, attachMinutes: action === 'recommend' && attachMinutes } }),
    enabled: mayDecide && action !== undefined,
    staleTime: 0,
  });
  const decide = useAct<Decided>();
  useEffect(() => heading.current?.focus(), [isSure, decide.isSuccess]);
  const repeat = useMutation({ mutationFn: () => queries.invalidateQueries({ queryKey: ['gate'] }) });
  if (!action) return <Navigate to={`/provinsi/${cohort.id}`} replace />;
  const root = `/provinsi/${cohort.id}`;
  const title = t(action === 'release' ? 'gate.release' : 'gate.recommendAll');
  const crumb: [string, string] = [root, t('gate.tab.board')];

  if (decide.data)
    return (
      <div className="decide stack">
        <div className="panel-ok">
          <h1 ref={heading} tabIndex={-1}>
            {t('decide.done')}
          </h1>
          <p>{t('gate.decidedCounts', { done: decide.data.results.filter(({ outcome }) => outcome !== 'dropped').length, all: decide.data.results.length })}</p>
        </div>
        <section className="card">
          <ul>
            {decide.data.results.map(({ caseId, regionCode, outcome, reason, seq }) => (
              <li key={caseId} className="finding result">
                <Chip tone={tones[outcome]}>{t(`gate.outcome.${outcome}`)}</Chip>
                <div>
                  <Link className="b" to={`/kasus/${caseId}`}>
                    {nameOf(regionCode)}
                  </Link>
                  <p className="small muted">
                    {reason ? say(reason) : ''} <span className="mono">{caseId}/{seq}</span>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        <p className="small muted">
          {t('gate.listHash')} <span className="mono hash-s">{decide.data.listHash}</span>
        </p>
        <p className="flex wrap">
          <Link className="btn p" to={root}>
            {t('gate.toBoard')}
          </Link>
          {action === 'release' && (
            <Link className="btn" to={`${root}/putuskan/rekomendasi`} reloadDocument>
              {t('gate.recommendAll')}
            </Link>
          )}
        </p>
      </div>
    );
  if (!mayDecide)
    return (
      <>
        <CohortHead cohort={cohort} title={title} crumb={crumb} />
        <p className="note">{t('gate.onlyCoordinator')}</p>
      </>
    );
  const items = preview.data?.items ?? [];
  // A release is one list: whoever stands at the gate. Of recommendations some may be kept for later.
  const chosen = items.filter(({ regionCode }) => action === 'release' || !leftOut.includes(regionCode));
  return (
    <>
      <CohortHead cohort={cohort} title={isSure ? t('decide.check') : title} crumb={crumb} />
      {preview.isPending && <Loading />}
      {preview.error && <Trouble failure={preview.error} again={() => repeat.mutate()} />}
      {preview.data && (
        <div className="stack">
          <section className="card" aria-labelledby="ikut">
            <div className="hd">
              <h2 id="ikut" ref={heading} tabIndex={-1}>
                {t('gate.willBe', { n: chosen.length })}
              </h2>
            </div>
            {chosen.length === 0 && <p className="bd">{t('gate.nobodyToDecide')}</p>}
            <ul>
              {(isSure ? chosen : items).map(({ caseId, regionCode, willHappen, seq }) => (
                <li key={caseId} className="finding result">
                  {action === 'recommend' && !isSure ? (
                    <TickField label={nameOf(regionCode)} value={!leftOut.includes(regionCode)} onChange={(is) => setLeftOut(is ? leftOut.filter((one) => one !== regionCode) : [...leftOut, regionCode])} />
                  ) : (
                    <b>{nameOf(regionCode)}</b>
                  )}
                  <p>
                    {say(willHappen)} <span className="mono small muted">{caseId}/{seq}</span>
                  </p>
                </li>
              ))}
            </ul>
          </section>
          {preview.data.leftOut.length > 0 && !isSure && (
            <section className="card" aria-labelledby="tidak-ikut">
              <div className="hd">
                <h2 id="tidak-ikut">{t('gate.leftOut', { n: preview.data.leftOut.length })}</h2>
              </div>
              <ul>
                {groupBy(preview.data.leftOut, ({ reason }) => say(reason)).map(([reason, those]) => (
                  <li key={reason} className="finding left-out">
                    <b>{those.map(({ regionCode }) => nameOf(regionCode)).join(', ')}</b>
                    <p className="muted">{reason}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {chosen.length === 0 && items.length === 0 ? (
            <p>
              <Link className="btn p" to={root}>
                {t('gate.toBoard')}
              </Link>
            </p>
          ) : !isSure ? (
            <form
              className="card bd stack together"
              onSubmit={(event) => {
                event.preventDefault();
                if (chosen.length > 0) setSure(true);
              }}
            >
              {action === 'recommend' && <TickField label={t('gate.attachMinutes')} value={attachMinutes} onChange={setAttach} />}
              <LongField label={t('gate.note')} value={note} onChange={setNote} />
              <p>
                <button className="btn p" aria-disabled={chosen.length === 0 || undefined}>
                  {t('decide.next')}
                </button>
              </p>
            </form>
          ) : (
            <div className="card bd stack together">
              {note && <p className="said">{note}</p>}
              <p className="note info">
                <Icon name="right" />
                {t('acts.after', { sentence: t(action === 'release' ? 'gate.afterRelease' : 'gate.afterRecommend') })}
              </p>
              {decide.error && (decide.error instanceof NoAnswer ? <p className="note warn" role="alert">{t('err.indoubt')}</p> : <Trouble failure={decide.error} />)}
              <p className="flex wrap">
                <button
                  type="button"
                  className="btn p"
                  disabled={decide.isPending}
                  onClick={() =>
                    decide.mutate({
                      path: `/v1/cohorts/${cohort.id}/decisions`,
                      body: { action, attachMinutes: action === 'recommend' && attachMinutes, expectedList: chosen.map(({ caseId, seq }) => ({ caseId, seq })), ...(note.trim() && { note }) },
                    })
                  }
                >
                  {decide.isPending ? t('acts.recording') : t('acts.recordOf', { what: title })}
                </button>
                <button type="button" className="btn" onClick={() => setSure(false)}>
                  {t('acts.change')}
                </button>
              </p>
            </div>
          )}
        </div>
      )}
    </>
  );
}
