import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Chip } from '../../pieces/chip';
import { inRow, readDate } from '../../pieces/dates';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';
import { StoredFileLink } from '../papers/stored-file';
import { criteria as criteriaQuery, readinessOf } from '../api/questions';
import type { Cohort, Criteria, CriterionView, Readiness } from '../api/shapes';
import { Act } from '../../acts/act';
import { CohortHead } from '../pieces/cohort-head';
import { LongField, TextField } from '../../acts/fields';
import { FilePick } from '../pieces/file-pick';
import { useProcessWords } from '../pieces/names';
import { Funding } from './funding';
import { toneOfState } from './readiness-page';
import { SiteVisits } from './site-visits';

/** One region's zone: every condition with its evidence, who handed it in and who verified it. */
export default function RegionPage({ cohort }: { cohort: Cohort }) {
  const { region = '' } = useParams();
  const { t, say } = useWords();
  const { data, isPending, error, refetch } = useQuery(readinessOf(region));
  const { data: known } = useQuery(criteriaQuery);
  const crumb: [string, string] = [`/provinsi/${cohort.id}/kesiapan`, t('gate.tab.readiness')];
  if (isPending || !known) return <Loading rows={9} />;
  if (!data) return <Trouble failure={error} again={() => void refetch()} />;
  return (
    <>
      <CohortHead
        cohort={cohort}
        title={t(data.ready ? 'ready.regionIs' : 'ready.regionIsNot', { region: data.region.name })}
        sub={data.lacks.length > 0 && t('ready.unmet', { what: data.lacks.map((name) => say(known.criteria[name]?.label) || name).join('; ') })}
        crumb={crumb}
      />
      <div className="side-by-side">
        {data.criteria.map((criterion) => (
          <CriterionCard key={criterion.criterion} readiness={data} criterion={criterion} known={known.criteria[criterion.criterion]!} />
        ))}
        <Funding readiness={data} />
        <SiteVisits readiness={data} />
      </div>
    </>
  );
}

interface Part {
  readiness: Readiness;
  criterion: CriterionView;
  known: Criteria['criteria'][string];
}

function CriterionCard({ readiness, criterion, known }: Part) {
  const { t, say, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const { paper } = useProcessWords();
  const { criterion: name, label, state, issuedOn, validUntil, measure, unit, reason, documents, renewal } = criterion;
  const { code } = readiness.region;
  const least = known.measure?.thresholds.at(-1)?.least;
  return (
    <section className="card" aria-label={say(label)}>
      <div className="hd wrap">
        <h2>{say(label)}</h2>
        <span className="end">
          <Chip tone={toneOfState[state]}>{t(`ready.state.${state}`)}</Chip>
        </span>
      </div>
      <div className="bd stack-s">
        <p className="small muted">
          {t('ready.needs', { what: known.required.map(paper).join(', ') })}
          {known.measure && least !== undefined && ` · ${t('ready.least', { n: number.format(least), unit: say(known.measure.unit) })}`} · {known.basis.source} ({t(`certainty.${known.basis.certainty}` as 'certainty.verified')})
        </p>
        <dl className="kv">
          {issuedOn && (
            <>
              <dt>{t('gate.issuedOn')}</dt>
              <dd>{inRow(issuedOn, language)}</dd>
            </>
          )}
          {validUntil && (
            <>
              <dt>{t('ready.validUntil')}</dt>
              <dd>{inRow(validUntil, language)}</dd>
            </>
          )}
          {measure !== null && known.measure && (
            <>
              <dt>{say(known.measure.label)}</dt>
              <dd>
                {number.format(measure)} {say(unit ?? undefined)}
              </dd>
            </>
          )}
          {reason && (
            <>
              <dt>{t('ready.rejectedBecause')}</dt>
              <dd className="said">{reason}</dd>
            </>
          )}
        </dl>
        {renewal && <p className="note info">{t('ready.renewal')}</p>}
        {documents === null && <p className="small muted">{t('ready.closed')}</p>}
        {documents && documents.length > 0 && (
          <ul className="stack-s">
            {documents.map((document) => (
              <li key={`${document.type}${document.version}`} className="flex wrap">
                <StoredFileLink file={document} none="" />
                <span className="small muted">
                  {say(document.label)} · {t('doc.version', { n: document.version })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {readiness.acts.includes('submit') && (
          <>
            <div className="flex wrap">
              {[...known.required, ...(known.optional ?? [])].map((type) => (
                <FilePick key={type} accept=".pdf,.jpg,.jpeg,.png" address={`/v1/readiness/${code}/${name}/documents/${type}`} label={t('doc.uploadOf', { name: paper(type) })} />
              ))}
            </div>
            <HandIn readiness={readiness} criterion={criterion} known={known} />
          </>
        )}
        {readiness.acts.includes('verify') && <Verify readiness={readiness} criterion={criterion} />}
      </div>
    </section>
  );
}

function HandIn({ readiness, criterion, known }: Part) {
  const { t, say, language } = useWords();
  const { paper } = useProcessWords();
  const [form, setForm] = useState({ issuedOn: '', validUntil: '', measure: '' });
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const [issuedOn, validUntil] = [readDate(form.issuedOn), readDate(form.validUntil)];
  const measure = Number(form.measure.replace(',', '.'));
  const missing = known.required.filter((type) => !criterion.documents?.some((document) => document.type === type));
  const path = `/v1/readiness/${readiness.region.code}/${criterion.criterion}`;
  return (
    <div className="flex wrap top-a">
      <Act
        quiet
        label={t('ready.handIn')}
        reasons={missing.length > 0 ? [t('ready.uploadFirst', { what: missing.map(paper).join(', ') })] : []}
        fields={
          <>
            <TextField label={t('gate.issuedOn')} hint={t('acts.dateHint')} value={form.issuedOn} onChange={set('issuedOn')} />
            <TextField label={t('ready.validUntil')} hint={t('ready.validHint')} value={form.validUntil} onChange={set('validUntil')} />
            {known.measure && <TextField label={`${say(known.measure.label)} (${say(known.measure.unit)})`} value={form.measure} onChange={set('measure')} numeric />}
          </>
        }
        faults={[...(issuedOn ? [] : [t('acts.dateMissing')]), ...(form.validUntil.trim() === '' || validUntil ? [] : [t('ready.validUnread')]), ...(known.measure && !(form.measure.trim() !== '' && measure >= 0) ? [t('ready.measureMissing')] : [])]}
        answers={[[t('gate.issuedOn'), issuedOn ? inRow(issuedOn, language) : ''], [t('ready.validUntil'), validUntil ? inRow(validUntil, language) : ''], ...(known.measure ? [[say(known.measure.label), form.measure] as [string, string]] : [])]}
        after={t('ready.afterHandIn')}
        command={() => ({ path, method: 'PUT', body: { issuedOn, ...(validUntil && { validUntil }), ...(known.measure && { measure }) } })}
        done={t('ready.handInDone')}
      />
      {['submitted', 'verified'].includes(criterion.state) && (
        <Act quiet label={t('ready.takeBack')} answers={[]} after={t('ready.afterTakeBack')} command={() => ({ path, method: 'DELETE' })} done={t('ready.takeBackDone')} />
      )}
    </div>
  );
}

/** Four eyes: whoever handed it in is refused by the API, and told so here. */
function Verify({ readiness, criterion }: Omit<Part, 'known'>) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const waits = criterion.state === 'submitted' || criterion.renewal;
  const path = `/v1/readiness/${readiness.region.code}/${criterion.criterion}/verification`;
  if (!waits) return null;
  return (
    <div className="flex wrap top-a">
      <Act quiet label={t('ready.verify')} answers={[]} after={t('ready.afterVerify')} command={() => ({ path, body: { outcome: 'verified' } })} done={t('ready.verifyDone')} />
      <Act
        quiet
        label={t('ready.reject')}
        fields={<LongField label={t('gate.reason')} value={reason} onChange={setReason} />}
        faults={reason.trim() ? [] : [t('gate.reasonMissing')]}
        answers={[[t('gate.reason'), reason]]}
        after={t('ready.afterReject')}
        command={() => ({ path, body: { outcome: 'rejected', reason } })}
        onDone={() => setReason('')}
        done={t('ready.rejectDone')}
      />
    </div>
  );
}
