import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { me } from '../api/questions';
import { inRow } from '../pieces/dates';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { cohorts } from './api/questions';
import { useProvinceName } from './pieces/names';
import { NewCohort } from './papers/new-cohort';
import './gate.css';

/** Cohorts by programme year. Whoever sees one province goes straight to the one being gathered. */
export default function CohortsPage() {
  const { t, say, language } = useWords();
  const { data, isPending, error, refetch } = useQuery(cohorts);
  const { data: self } = useQuery(me);
  const provinceName = useProvinceName();
  useTitle(t('nav.province'));
  if (isPending) return <Loading />;
  if (!data) return <Trouble failure={error} again={() => void refetch()} />;
  const provinces = new Set(data.map(({ province }) => province));
  const gathered = data.find(({ round, programmeYear }) => round === 1 && programmeYear === Math.min(...data.filter((one) => one.round === 1).map((one) => one.programmeYear))) ?? data[0];
  if (provinces.size === 1 && gathered) return <Navigate to={`/provinsi/${gathered.id}`} replace />;
  return (
    <div className="stack">
      <h1 tabIndex={-1}>{t('gate.cohorts', { n: data.length })}</h1>
      {data.length === 0 && <p className="empty">{t('gate.noCohorts')}</p>}
      {data.length > 0 && (
        <ul className="rows">
          {data.map(({ id, province, programmeYear, cutOffOn, gate, round }) => (
            <li key={id} className="cohort-line">
              <p className="b">
                <Link to={`/provinsi/${id}`}>{t('gate.cohortOf', { province: provinceName(province), year: programmeYear })}</Link>
              </p>
              <p className="small muted">
                {say(gate.sentence)} {t('gate.roundOf', { n: round })} · {t('gate.cutOff', { date: inRow(cutOffOn, language) })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {self && <NewCohort self={self} />}
    </div>
  );
}
