import { Navigate, useParams } from 'react-router';

/** The address by which notices know a gate: it names the province before the cohort. */
export default function ToCohort() {
  const { cohortId = '', '*': rest = '' } = useParams();
  return <Navigate to={`/provinsi/${cohortId}${rest && `/${rest}`}`} replace />;
}
