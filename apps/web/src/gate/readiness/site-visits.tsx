import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Problem } from '../../api/ask';
import { upload } from '../../case/upload';
import { inRow, readDate } from '../../pieces/dates';
import { useWords } from '../../words/words';
import { StoredFileLink } from '../papers/stored-file';
import type { Readiness } from '../api/shapes';
import { Act } from '../../acts/act';
import { TextField } from '../../acts/fields';
import { useProcessWords } from '../pieces/names';

/** Who has been to the site, when, and what they wrote down. */
export function SiteVisits({ readiness }: { readiness: Readiness }) {
  const { t, language } = useWords();
  const { office } = useProcessWords();
  const { region, siteVisits } = readiness;
  return (
    <section className="card" aria-labelledby="kunjungan">
      <div className="hd">
        <h2 id="kunjungan">{t('ready.visits', { n: siteVisits.length })}</h2>
      </div>
      <div className="bd stack-s">
        {siteVisits.length === 0 && <p>{t('ready.noVisits')}</p>}
        <ul className="stack-s">
          {siteVisits.map(({ n, visitedOn, visitors: who, minutes, role }) => (
            <li key={n} className="flex wrap">
              <b>{inRow(visitedOn, language)}</b>
              <span>{who ?? office(role)}</span>
              {minutes && <StoredFileLink file={{ sha256: minutes, name: t('ready.visitMinutes', { n }) }} none="" />}
            </li>
          ))}
        </ul>
        {readiness.acts.includes('record-visit') && <RecordVisit region={region.code} />}
      </div>
    </section>
  );
}

function RecordVisit({ region }: { region: string }) {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState('');
  const [who, setWho] = useState('');
  const [file, setFile] = useState<{ sha256: string; name: string }>();
  const [said, setSaid] = useState('');
  const date = readDate(day);
  const send = async (chosen: File) => {
    setSaid('');
    try {
      const stored = (await upload(`/v1/readiness/${region}/site-visits/documents/field-check-minutes`, chosen, crypto.randomUUID(), () => undefined)) as unknown as { sha256: string };
      setFile({ sha256: stored.sha256, name: chosen.name });
      setSaid(t('gate.fileStored', { name: chosen.name }));
      await queries.invalidateQueries({ queryKey: ['gate'] });
    } catch (failure) {
      setSaid(t('doc.failed', { reason: failure instanceof Problem ? failure.body.detail : t('err.away') }));
    }
  };
  return (
    <Act
      quiet
      label={t('ready.recordVisit')}
      fields={
        <>
          <TextField label={t('ready.visitedOn')} hint={t('acts.dateHint')} value={day} onChange={setDay} />
          <TextField label={t('ready.visitors')} value={who} onChange={setWho} />
          <div className="fld">
            <input ref={chooser} className="sr" type="file" accept=".pdf,.jpg,.jpeg,.png" tabIndex={-1} aria-hidden="true" onChange={({ target }) => target.files?.[0] && void send(target.files[0])} />
            <button type="button" className="btn s" onClick={() => chooser.current?.click()}>
              {t('ready.putVisitMinutes')}
            </button>
            <p role="status" className={said ? 'small' : 'sr'}>
              {said}
            </p>
          </div>
        </>
      }
      faults={[...(date ? [] : [t('acts.dateMissing')]), ...(who.trim() ? [] : [t('ready.visitorsMissing')]), ...(file ? [] : [t('ready.visitMinutesMissing')])]}
      answers={[[t('ready.visitedOn'), date ? inRow(date, language) : ''], [t('ready.visitors'), who], [t('gate.minutes'), file?.name ?? '']]}
      after={t('ready.afterVisit')}
      command={() => ({ path: `/v1/readiness/${region}/site-visits`, body: { visitedOn: date, visitors: who, minutes: file?.sha256 } })}
      done={t('ready.visitDone')}
    />
  );
}
