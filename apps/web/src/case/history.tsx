import type { Definition } from '#process';
import { eventWords } from '#process/event-words';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { eventsOf } from '../api/questions';
import type { CaseEvent, CaseView } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { inFull } from '../pieces/dates';
import { Icon, type IconName } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { acting } from '../sign/hand-overs';
import { useWords } from '../words/words';
import { brokenAt } from './chain';

const kinds = ['all', 'decisions', 'papers', 'talk', 'time'] as const;
type Kind = (typeof kinds)[number];

function kindOf(type: string): Exclude<Kind, 'all'> | undefined {
  if (/remark/.test(type)) return 'talk';
  if (/document|matrix/.test(type)) return 'papers';
  if (/clock|hold|calendar|expired|deemed|remind|escalated/.test(type)) return 'time';
  if (/transfer|transition|moved|vote|filed|half|recalled|correction|gate|condition|fact|check|compared/.test(type)) return 'decisions';
  return undefined;
}
const iconOf: Record<Exclude<Kind, 'all'>, IconName> = { decisions: 'check', papers: 'doc', talk: 'chat', time: 'clock' };

/** Everything that happened, youngest first, with the chain checked here and now. */
export function History({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t, say, language } = useWords();
  const { data: events, isPending, error, refetch } = useQuery(eventsOf(view.id, view.seq));
  const [kind, setKind] = useState<Kind>('all');
  const [broken, setBroken] = useState<number | null>();
  useEffect(() => {
    if (events) void brokenAt(view.id, events).then((seq) => setBroken(seq ?? null));
  }, [events, view.id]);
  if (isPending) return <Loading rows={8} />;
  if (!events) return <Trouble failure={error} again={() => void refetch()} />;
  const shown = [...events].reverse().filter(({ type }) => kind === 'all' || kindOf(type) === kind);
  const name = (event: CaseEvent) => (event.actor?.role ? `${acting(event.actor.capacity)}${say(definition?.roles[event.actor.role]?.label)}` : (event.actor?.article ?? t('history.system')));
  return (
    <section className="card">
      <div className="hd wrap">
        <h2>{t('case.history')}</h2>
        <span className="end">
          {broken === undefined ? <span className="small muted">{t('history.checking')}</span> : broken === null ? <Chip tone="done">{t('history.intact')}</Chip> : <Chip tone="late">{t('history.broken', { n: broken })}</Chip>}
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
          {shown.map((event) => {
            const of = kindOf(event.type);
            const isReturn = event.type === 'case-moved' && event.body['returned'] === true;
            return (
              <li key={event.seq}>
                <span className={`ic ${isReturn ? 'r' : event.actor?.person ? 'k' : ''}`}>
                  <Icon name={isReturn ? 'back' : of ? iconOf[of] : 'dot'} />
                </span>
                <p>
                  <span className="muted small">#{event.seq}</span> {eventWords(event, definition, language)} <span className="muted">— {name(event)}</span>
                </p>
                <time dateTime={event.at}>{inFull(event.at, view.region.code, language)}</time>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
