import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Chip, type Tone } from '../../pieces/chip';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';
import { criteria as criteriaQuery, readinessAddress, readinessIn } from '../api/questions';
import type { Cohort, CriterionView } from '../api/shapes';
import { CohortHead } from '../pieces/cohort-head';
import { CsvButton } from '../pieces/csv';

export const toneOfState: Record<CriterionView['state'], Tone> = { verified: 'done', submitted: 'now', expired: 'late', rejected: 'back', missing: 'none' };

/** Which zones could be handed to central funding, and what each of the others lacks. */
export default function ReadinessPage({ cohort }: { cohort: Cohort }) {
  const { t, say } = useWords();
  const { data: rows, isPending, error, refetch } = useQuery(readinessIn(cohort.province));
  const { data: known } = useQuery(criteriaQuery);
  const names = Object.entries(known?.criteria ?? {});
  const ready = rows?.filter((row) => row.ready).length ?? 0;
  return (
    <>
      <CohortHead cohort={cohort} title={t('ready.title', { n: ready, all: rows?.length ?? 0 })} sub={t('ready.sub')}>
        <CsvButton address={readinessAddress(cohort.province)} name={`readiness-${cohort.province}.csv`} what={t('gate.tab.readiness')} />
      </CohortHead>
      {isPending && <Loading rows={10} />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {rows && names.length > 0 && (
        <section className="card wide-table" aria-label={t('gate.tab.readiness')}>
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('gate.region')}</th>
                <th scope="col">{t('ready.stands')}</th>
                {names.map(([name, { short, label }]) => (
                  <th key={name} scope="col" title={say(label)}>
                    {say(short)}
                  </th>
                ))}
                <th scope="col">{t('ready.funding')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ region, ready: is, lacks, criteria, funding }) => (
                <tr key={region.code}>
                  <th scope="row">
                    <Link to={`/provinsi/${cohort.id}/kesiapan/${region.code}`}>{region.name}</Link>
                  </th>
                  <td data-l={t('ready.stands')}>
                    <Chip tone={is ? 'done' : 'wait'}>{is ? t('ready.is') : t('ready.lacks', { n: lacks.length })}</Chip>
                  </td>
                  {criteria.map(({ criterion, state, label }) => (
                    <td key={criterion} data-l={say(label)}>
                      <span className={`t-${toneOfState[state]} mark`}>{t(`ready.mark.${state}`)}</span>
                    </td>
                  ))}
                  <td data-l={t('ready.funding')}>{funding ? t(`ready.funding.${funding.state}`) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
