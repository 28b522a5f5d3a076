import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Problem } from '../api/ask';
import { Chip } from '../pieces/chip';
import { dayOfInstant, inRow } from '../pieces/dates';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { consultation } from './answers';
import { OpenFrame } from './open-frame';

/** The draft and the register of input, while the consultation lasts. */
export default function ConsultationPage() {
  const { caseId = '' } = useParams();
  const { t, say, language } = useWords();
  const { data: found, isPending, error, refetch } = useQuery(consultation(caseId));
  const title = found ? t('open.consultation', { region: found.region.name }) : t('open.consultationPlain');
  useTitle(title);
  const isOver = error instanceof Problem && error.status === 404;
  return (
    <OpenFrame>
      <div>
        <p className="crumb">{t('open.consultationCrumb')}</p>
        <h1 tabIndex={-1}>{title}</h1>
        <p className="muted mono file-name">{caseId}</p>
      </div>
      {isPending && <Loading rows={6} />}
      {isOver && <p className="note info">{t('open.consultationOver')}</p>}
      {error && !found && !isOver && <Trouble failure={error} again={() => void refetch()} />}
      {found && (
        <>
          <p className="note info">
            <Icon name="calendar" />
            <span>
              <b>{t('open.openSince', { date: dayOfInstant(found.openedAt, found.region.code, language) })}</b> {found.closesOn && t('open.openUntil', { date: inRow(found.closesOn, language) })} {t('open.isDraft')}
            </span>
          </p>
          <section className="card">
            <div className="hd">
              <h2>{t('open.papers')}</h2>
            </div>
            <ul className="papers">
              {found.documents.map(({ type, label, version, media, size, sha256 }) => (
                <li key={type} className="stack-s">
                  <p>
                    <a href={`/v1/public/consultations/${found.caseId}/documents/${type}`} download>
                      {say(label)}
                    </a>{' '}
                    <span className="muted">
                      {t('doc.version', { n: version })} · {media.toUpperCase()} · {Math.ceil(size / 1_000)} kB
                    </span>
                  </p>
                  <p className="hash">{sha256}</p>
                </li>
              ))}
            </ul>
          </section>
          <section className="card">
            <div className="hd">
              <h2>{t('open.register', { n: found.register.length })}</h2>
            </div>
            {found.register.length === 0 ? (
              <p className="bd">{t('open.registerEmpty')}</p>
            ) : (
              <ul className="papers">
                {found.register.map(({ n, unit, text, answer, at }) => (
                  <li key={n} className="stack-s">
                    <p className="flex wrap">
                      <b>
                        {n}. {unit}
                      </b>
                      <span className="small muted">{dayOfInstant(at, found.region.code, language)}</span>
                      <Chip tone={answer ? 'done' : 'soon'}>{t(answer ? 'remark.answered' : 'remark.open')}</Chip>
                    </p>
                    <p className="said">{text}</p>
                    {answer && <p className="said note ok">{answer}</p>}
                  </li>
                ))}
              </ul>
            )}
            <p className="bd small muted">{t('open.howToGive')}</p>
          </section>
        </>
      )}
    </OpenFrame>
  );
}
