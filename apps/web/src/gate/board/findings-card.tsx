import { Link } from 'react-router';
import { useWords } from '../../words/words';
import type { Cohort, Conflict } from '../api/shapes';
import { subjectOf } from '../pieces/subject-of';
import { ConflictChip } from '../conflicts/conflict-chip';
import { groupOf, groups } from '../conflicts/conflict-groups';

const most = 8;

export function FindingsCard({ cohort, conflicts, nameOf }: { cohort: Cohort; conflicts: Conflict[]; nameOf: (code: string) => string }) {
  const { t, say } = useWords();
  const open = conflicts.filter(({ settledBy, effect }) => !settledBy && effect !== 'vote').length;
  const rank = (conflict: Conflict) => groups.indexOf(groupOf(conflict));
  const sorted = [...conflicts].sort((one, other) => rank(one) - rank(other));
  return (
    <section className="card">
      <div className="hd wrap">
        <h2>{t('gate.findings')}</h2>
        <span className="end small muted">{t('gate.findingCounts', { open, done: conflicts.filter(({ settledBy }) => settledBy).length })}</span>
      </div>
      {conflicts.length === 0 && <p className="bd muted">{t('gate.noFindings')}</p>}
      <ul>
        {sorted.slice(0, most).map((conflict) => (
          <li key={conflict.key} className="finding">
            <span className="mono">{conflict.check}</span>
            <div>
              <p>
                <Link className="b" to={`/provinsi/${cohort.id}/temuan/${conflict.key}`}>
                  {subjectOf(conflict, say)}
                </Link>
              </p>
              <p className="small muted">{conflict.members.length > 4 ? t('gate.regions', { n: conflict.members.length }) : conflict.members.map(nameOf).join(', ')}</p>
            </div>
            <ConflictChip conflict={conflict} />
          </li>
        ))}
      </ul>
      {conflicts.length > most && (
        <p className="bd">
          <Link to={`/provinsi/${cohort.id}/temuan`}>{t('gate.allFindings', { n: conflicts.length })}</Link>
        </p>
      )}
    </section>
  );
}
