import { Link } from 'react-router';
import { inRow } from '../../pieces/dates';
import { useDaysInWords } from '../../pieces/due';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { Board, Cohort } from '../api/shapes';
import { Place, useWhen } from '../papers/meeting-words';

export function DatesCard({ cohort, board: { members, nextMeeting } }: { cohort: Cohort; board: Board }) {
  const when = useWhen(cohort.province);
  const { t, language } = useWords();
  const days = useDaysInWords();
  // Whoever waits at the gate is due on the cut-off date: the working days are the server's.
  const left = members.find(({ dueOn, arrivedAt }) => arrivedAt !== null && dueOn === cohort.cutOffOn)?.workingDaysLeft;
  const plans = cohort.referencePlans.filter(({ supersededOn }) => !supersededOn);
  return (
    <section className="card">
      <div className="hd">
        <Icon name="calendar" />
        <h2>{t('gate.dates')}</h2>
      </div>
      <dl className="kv bd">
        <dt>{t('gate.cutOffHead')}</dt>
        <dd>
          {inRow(cohort.cutOffOn, language)}
          {left !== undefined && left !== null && <span className="small muted"> · {days(left)}</span>}
        </dd>
        <dt>{t('gate.cutOffDoes')}</dt>
        <dd>{t(cohort.policy.onCutOff === 'ask' ? 'gate.cutOffAsks' : 'gate.cutOffOpens')}</dd>
        {nextMeeting && (
          <>
            <dt>{t('gate.nextMeeting')}</dt>
            <dd>
              <Link to="rapat">{when(nextMeeting)}</Link>
              <br />
              <Place place={nextMeeting.place} />
            </dd>
          </>
        )}
        <dt>{t('gate.plans')}</dt>
        <dd>{plans.length === 0 ? t('gate.noPlans') : plans.map(({ kind, version }) => `${kind} ${version}`).join(', ')}</dd>
      </dl>
    </section>
  );
}
