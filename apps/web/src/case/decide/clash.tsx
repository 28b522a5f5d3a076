import type { Definition } from '#process';
import { eventWords } from '#process/event-words';
import { useQuery } from '@tanstack/react-query';
import { eventsOf } from '../../api/questions';
import type { CaseView } from '../../api/shapes';
import { inFull } from '../../pieces/dates';
import { Dialog } from '../../pieces/dialog';
import { useWords } from '../../words/words';

/** Somebody else's act came first: mine beside what happened since, and nothing is lost whatever one chooses. */
export function Clash({ before, now, definition, rows, isOffered, onGoOn, onDrop, onClose }: { before: CaseView; now: CaseView; definition: Definition; rows: [question: string, answer: string][]; isOffered: boolean; onGoOn: () => void; onDrop: () => void; onClose: () => void }) {
  const { t, say, language } = useWords();
  const { data: events } = useQuery(eventsOf(now.id, now.seq));
  const since = (events ?? []).filter(({ seq }) => seq > before.seq);
  const stage = say(now.stage.label);
  return (
    <Dialog
      wide
      title={t('clash.title')}
      close={onClose}
      foot={
        <>
          {isOffered && (
            <button type="button" className="btn p" onClick={onGoOn}>
              {t('clash.goOn')}
            </button>
          )}
          <button type="button" className="btn" onClick={onDrop}>
            {t('clash.drop')}
          </button>
        </>
      }
    >
      <p>{t('clash.lead')}</p>
      <div className="beside">
        <section className="stack-s">
          <h3>{t('clash.mine')}</h3>
          <dl className="stack-s">
            {rows.filter(([, answer]) => answer !== '').map(([question, answer]) => (
              <div key={question}>
                <dt className="small muted">{question}</dt>
                <dd className="said">{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="stack-s" aria-busy={since.length === 0}>
          <h3>{t('clash.since')}</h3>
          {since.length === 0 && <p className="muted">{t('clash.reading')}</p>}
          <ol className="stack-s">
            {since.map((event) => (
              <li key={event.seq}>
                <p>
                  {eventWords(event, definition, language)} <span className="muted">— {event.actor?.role ? say(definition.roles[event.actor.role]?.label) : t('history.system')}</span>
                </p>
                <time className="small muted" dateTime={event.at}>
                  {inFull(event.at, now.region.code, language)}
                </time>
              </li>
            ))}
          </ol>
          <p className={isOffered ? '' : 'note warn'}>{t(isOffered ? 'clash.now' : 'clash.gone', { stage })}</p>
        </section>
      </div>
    </Dialog>
  );
}
