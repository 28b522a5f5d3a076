import type { Definition } from '#process';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { eventsOf } from '../api/questions';
import type { CaseView } from '../api/shapes';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { ChainChip } from './chain-chip';
import { EventLine, kindOf, type Kind } from './event-line';

const kinds = ['all', 'decisions', 'papers', 'talk', 'time'] as const;

/** Everything that happened, youngest first, with the chain checked here and now. */
export function History({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t } = useWords();
  const { data: events, isPending, error, refetch } = useQuery(eventsOf(view.id, view.seq));
  const [kind, setKind] = useState<Kind | 'all'>('all');
  if (isPending) return <Loading rows={8} />;
  if (!events) return <Trouble failure={error} again={() => void refetch()} />;
  const shown = [...events].reverse().filter(({ type }) => kind === 'all' || kindOf(type) === kind);
  return (
    <section className="card">
      <div className="hd wrap">
        <h2>{t('case.history')}</h2>
        <span className="end">
          <ChainChip caseId={view.id} events={events} />
        </span>
      </div>
      <div className="bd stack">
        <div className="flex wrap" role="group" aria-label={t('case.history')}>
          {kinds.map((each) => (
            <button key={each} type="button" className={each === kind ? 'filter on' : 'filter'} aria-pressed={each === kind} onClick={() => setKind(each)}>
              {t(`history.${each}`)}
            </button>
          ))}
        </div>
        <ol className="tl">
          {shown.map((event) => (
            <EventLine key={event.seq} event={event} view={view} definition={definition} />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** Beside the summary: what happened last. Reminders are many, and say nothing about the case. */
export function LastEvents({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t } = useWords();
  const { data: events } = useQuery(eventsOf(view.id, view.seq));
  if (!events) return null;
  return (
    <section className="card" aria-labelledby="riwayat-terakhir">
      <div className="hd wrap">
        <h2 id="riwayat-terakhir">{t('history.last')}</h2>
        <span className="end">
          <ChainChip caseId={view.id} events={events} />
        </span>
      </div>
      <ol className="tl bd">
        {[...events].reverse().filter(({ type }) => kindOf(type) !== 'time' && kindOf(type) !== undefined).slice(0, 5).map((event) => (
          <EventLine key={event.seq} event={event} view={view} definition={definition} isBrief />
        ))}
      </ol>
    </section>
  );
}
