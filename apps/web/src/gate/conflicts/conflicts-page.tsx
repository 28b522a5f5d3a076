import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useWords } from '../../words/words';
import { conflictsOf } from '../api/questions';
import type { Cohort } from '../api/shapes';
import { CohortHead } from '../pieces/cohort-head';
import { useNames } from '../pieces/names';
import { subjectOf } from '../pieces/subject-of';
import { ConflictChip } from './conflict-chip';
import { groupOf, groups } from './conflict-groups';

/** What stands between the plans of the regions: first what keeps the gate shut. */
export default function ConflictsPage({ cohort }: { cohort: Cohort }) {
  const { t, say } = useWords();
  const nameOf = useNames(cohort.id);
  const [search, setSearch] = useSearchParams();
  const region = search.get('daerah') ?? '';
  const { data, isPending, error, refetch } = useQuery(conflictsOf(cohort.id));
  const shown = (data ?? []).filter(({ members }) => region === '' || members.includes(region));
  const regions = [...new Set((data ?? []).flatMap(({ members }) => members))].sort();
  return (
    <>
      <CohortHead cohort={cohort} title={t('conflict.title', { n: data?.filter((one) => groupOf(one) === 'open').length ?? 0 })} />
      {isPending && <Loading />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {data && (
        <div className="stack">
          {regions.length > 1 && (
            <label className="filter">
              {t('gate.region')}
              <select value={region} onChange={({ target }) => setSearch(target.value ? { daerah: target.value } : {}, { replace: true })}>
                <option value="">{t('conflict.allRegions')}</option>
                {regions.map((code) => (
                  <option key={code} value={code}>
                    {nameOf(code)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {shown.length === 0 && <p className="empty">{t('gate.noFindings')}</p>}
          {groups.map((group) => {
            const members = shown.filter((one) => groupOf(one) === group);
            return members.length === 0 ? null : (
              <section key={group}>
                <div className="grp">
                  <h2>
                    {t(`conflict.group.${group}`)} ({members.length})
                  </h2>
                </div>
                <ul className="rows">
                  {members.map((conflict) => (
                    <li key={conflict.key} className="finding">
                      <span className="mono">{conflict.check}</span>
                      <div>
                        <p>
                          <Link className="b" to={`/provinsi/${cohort.id}/temuan/${conflict.key}`}>
                            {subjectOf(conflict, say)}
                          </Link>
                        </p>
                        <p className="small">{say(conflict.sentence)}</p>
                        {conflict.undecided.length > 0 && group === 'open' && <p className="small muted">{t('conflict.undecided', { who: conflict.undecided.map(nameOf).join(', ') })}</p>}
                      </div>
                      <ConflictChip conflict={conflict} />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      )}
    </>
  );
}
