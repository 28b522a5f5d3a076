import './sign.css';
import type { Definition } from '#process';
import { eventWords } from '#process/event-words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { eventsOf } from '../api/questions';
import type { CaseDocument, CaseView } from '../api/shapes';
import { DraftText } from '../compare/draft-text';
import { Chip } from '../pieces/chip';
import { dayOfInstant, inBrief } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { useWords } from '../words/words';
import { acting, actLabel, type HandOver, handOversIn } from './hand-overs';

/** Papers one reads before signing, in this order. */
const tabs = ['draft-regulation', 'recommendation-letter', 'synchronization-minutes', 'ministry-assessment', 'endorsement-letter'];

interface EvidenceProps {
  view: CaseView;
  definition: Definition;
}

/** What the signature rests on: the texts themselves, then every hash of the file. */
export default function SignEvidence({ view, definition }: EvidenceProps) {
  const { t, say, language } = useWords();
  const { data: events } = useQuery(eventsOf(view.id, view.seq));
  const handOvers = events ? handOversIn(events) : [];
  const latest = [...new Map(view.documents.map((document) => [document.type, document])).values()];
  const shown = tabs.flatMap((type) => latest.filter((document) => document.type === type));
  const [type, setType] = useState(shown[0]?.type);
  const document = shown.find((one) => one.type === type);
  const before = handOvers[0]?.documents;
  const sameAs = (one: CaseDocument): HandOver | undefined => handOvers.find(({ documents }) => documents.some(({ sha256 }) => sha256 === one.sha256));
  const carriedBy = view.documents.flatMap((one) => sameAs(one) ?? []);
  const countOf = (handOver: HandOver) => carriedBy.filter((one) => one === handOver).length;
  // What most of the files have in common is said once, above them.
  const usual = [...new Set(carriedBy)].sort((one, other) => countOf(other) - countOf(one))[0];
  const happened = (one: HandOver) => ({ act: say(actLabel(one, definition)), date: dayOfInstant(one.at, view.region.code, language) });
  return (
    <>
      <section className="card sign-texts" aria-label={t('sign.papers')}>
        <div className="tabs sign-tabs" role="tablist" aria-label={t('sign.papers')}>
          {shown.map((one) => (
            <button
              key={one.type}
              type="button"
              role="tab"
              id={`tab-${one.type}`}
              aria-controls="naskah"
              aria-selected={one.type === type}
              tabIndex={one.type === type ? 0 : -1}
              onClick={() => setType(one.type)}
              onKeyDown={(event) => turn(event, shown, one.type, setType)}
            >
              {say(one.label)} v{one.version}
            </button>
          ))}
        </div>
        {document && (
          <div className="bd stack" role="tabpanel" id="naskah" aria-labelledby={`tab-${document.type}`} tabIndex={0}>
            <div className="flex between wrap small">
              <span className="muted file-name">{document.name}</span>
              <span className="flex wrap">
                {document.media === 'docx' && document.version > 1 && <Link to={`/kasus/${view.id}/banding?jenis=${document.type}`}>{t('sign.compare')}</Link>}
                <a href={`/v1/documents/${document.sha256}`} download>
                  {t('compare.download')}
                </a>
              </span>
            </div>
            {document.media === 'docx' ? (
              <DraftText sha256={document.sha256} scrolls />
            ) : (
              <p>
                <a className="btn" href={`/v1/documents/${document.sha256}?inline=1`} target="_blank" rel="noreferrer">
                  <Icon name="doc" small /> {t('sign.open', { name: say(document.label) })}
                </a>
              </p>
            )}
          </div>
        )}
      </section>
      <div className="stack sign-rest">
        <section className="card">
          <div className="hd wrap">
            <h2>{t('sign.manifest')}</h2>
            <span className="end small muted">{t('sign.files', { n: view.documents.length })}</span>
          </div>
          <ul className="sign-papers">
            {usual && (
              <li className="t-done small">
                <span>
                  <Icon name="check" small /> {t('sign.allSame', { n: countOf(usual), all: view.documents.length, ...happened(usual) })}
                </span>
              </li>
            )}
            {view.documents.map((one) => {
              const carried = sameAs(one);
              const isNew = before && !before.some(({ sha256 }) => sha256 === one.sha256);
              return (
                <li key={`${one.type}${one.version}`}>
                  <p className="small">
                    {carried && carried === usual && (
                      <span className="t-done">
                        <Icon name="check" small /> <span className="sr">{t('sign.same')}</span>
                      </span>
                    )}
                    <b>{say(one.label)}</b> <span className="muted">{t('doc.version', { n: one.version })}</span>
                    {carried && carried !== usual && <span className="t-done"> · {t('sign.sameAs', happened(carried))}</span>} {!carried && isNew && <Chip tone="soon">{t('sign.new')}</Chip>}
                  </p>
                  <p className="hash">{one.sha256}</p>
                </li>
              );
            })}
          </ul>
        </section>
        <section className="card">
          <div className="hd wrap">
            <h2>{t('sign.history')}</h2>
            <span className="end small">
              <Link to={`/kasus/${view.id}/riwayat`}>{t('sign.wholeHistory')}</Link>
            </span>
          </div>
          {!events ? (
            <Loading />
          ) : (
            <table className="stackt">
              <thead>
                <tr>
                  <th scope="col">#</th>
                  <th scope="col">{t('sign.event')}</th>
                  <th scope="col">{t('sign.office')}</th>
                  <th scope="col">{t('sign.time')}</th>
                  <th scope="col">{t('sign.print')}</th>
                </tr>
              </thead>
              <tbody>
                {[...events]
                  .reverse()
                  .filter(({ type: kind }) => /moved|transfer-started|gate-opened|vote|condition|recalled|remark-added/.test(kind))
                  .slice(0, 8)
                  .map((event) => (
                    <tr key={event.seq}>
                      <td className="mono">{event.seq}</td>
                      <td>{eventWords(event, definition, language)}</td>
                      <td data-l={t('sign.office')}>{event.actor?.role ? `${acting(event.actor.capacity)}${say(definition.roles[event.actor.role]?.label)}` : t('history.system')}</td>
                      <td data-l={t('sign.time')}>{inBrief(event.at, view.region.code, language)}</td>
                      <td data-l={t('sign.print')} className="mono">
                        {event.hash.slice(0, 8)}…{event.hash.slice(-2)}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
    </>
  );
}

function turn(event: React.KeyboardEvent<HTMLButtonElement>, shown: CaseDocument[], at: string, go: (type: string) => void): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const next = shown[(shown.findIndex(({ type }) => type === at) + step + shown.length) % shown.length]!;
  go(next.type);
  document.getElementById(`tab-${next.type}`)?.focus();
}
