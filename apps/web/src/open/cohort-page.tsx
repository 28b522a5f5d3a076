import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Chip, type Tone } from '../pieces/chip';
import { dayOfInstant, inRow } from '../pieces/dates';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { publicCohort } from './answers';
import { OpenFrame } from './open-frame';

const tones: Record<string, Tone> = { active: 'now', fixed: 'done', waived: 'none', withdrawn: 'none', late: 'late' };

/** Where the regions of a province stand with one programme year: stages and dates, no person. */
export default function CohortPage() {
  const { cohortId = '' } = useParams();
  const { t, say, language } = useWords();
  const { data: cohort, isPending, error, refetch } = useQuery(publicCohort(cohortId));
  const title = cohort ? t('open.cohort', { year: cohort.programmeYear }) : t('open.cohortPlain');
  useTitle(title);
  return (
    <OpenFrame>
      <div>
        <p className="crumb">{t('open.statusCrumb')}</p>
        <h1 tabIndex={-1}>{title}</h1>
        <p className="muted mono">{cohortId}</p>
      </div>
      {isPending && <Loading rows={8} />}
      {error && !cohort && <Trouble failure={error} again={() => void refetch()} />}
      {cohort && (
        <>
          <p className="note info">{cohort.releasedAt.length > 0 && cohort.members.every(({ state, arrivedAt }) => state !== 'active' || arrivedAt === null) ? t('open.allReleased', { date: dayOfInstant(cohort.releasedAt.at(-1)!, cohort.province, language) }) : say(cohort.sentence)}</p>
          <section className="card">
            <div className="hd">
              <h2>{t('open.members', { n: cohort.members.length })}</h2>
            </div>
            <table className="stackt">
              <thead>
                <tr>
                  <th scope="col">{t('cases.region')}</th>
                  <th scope="col">{t('cases.stage')}</th>
                  <th scope="col">{t('open.since')}</th>
                  <th scope="col">{t('cases.due')}</th>
                  <th scope="col">{t('open.arrived')}</th>
                </tr>
              </thead>
              <tbody>
                {cohort.members.map(({ region, state, phase, stage, enteredAt, dueOn, provisional, arrivedAt, consultation }) => (
                  <tr key={region.code}>
                    <th scope="row">{region.name}</th>
                    <td data-l={t('cases.stage')}>
                      {stage ? `${phase ? `${phase} · ` : ''}${say(stage)}` : state === 'active' && t('open.noCase')}{' '}
                      {state !== 'active' && <Chip tone={tones[state] ?? 'none'}>{t(`open.member.${state}` as 'open.member.fixed')}</Chip>}
                      {consultation && <Link to={`/publik/kasus/${consultation}`}>{t('open.readDraft')}</Link>}
                    </td>
                    <td data-l={t('open.since')} className="nowrap">{enteredAt ? dayOfInstant(enteredAt, region.code, language) : '–'}</td>
                    <td data-l={t('cases.due')} className="nowrap">
                      {dueOn ? inRow(dueOn, language) : '–'} {provisional && <span className="muted small">{t('due.provisional')}</span>}
                    </td>
                    <td data-l={t('open.arrived')} className="nowrap">{arrivedAt ? dayOfInstant(arrivedAt, region.code, language) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section className="card">
            <div className="hd">
              <h2>{t('open.frame')}</h2>
            </div>
            <dl className="kv bd">
              <dt>{t('open.cutOff')}</dt>
              <dd>{inRow(cohort.cutOffOn, language)}</dd>
              <dt>{t('open.released')}</dt>
              <dd>{cohort.releasedAt.length === 0 ? t('open.notYet') : cohort.releasedAt.map((at) => dayOfInstant(at, cohort.province, language)).join(', ')}</dd>
              {cohort.referencePlans.map(({ kind, version, issuedOn }) => (
                <div key={`${kind}${version}`} className="pair">
                  <dt>{kind}</dt>
                  <dd>
                    {version}, {inRow(issuedOn, language)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </>
      )}
    </OpenFrame>
  );
}
