import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { cohorts } from './api/questions';

/** The address by which tasks and notices know the zone of a region: it is shown within the newest cohort of its province. */
export default function ToReadiness() {
  const { region = '' } = useParams();
  const { t } = useWords();
  const { data, isPending, error, refetch } = useQuery(cohorts);
  if (isPending) return <Loading />;
  if (!data) return <Trouble failure={error} again={() => void refetch()} />;
  const newest = data.find(({ province }) => province === region.slice(0, 2));
  return newest ? <Navigate to={`/provinsi/${newest.id}/kesiapan/${region}`} replace /> : <h1 tabIndex={-1}>{t('gate.noCohorts')}</h1>;
}
