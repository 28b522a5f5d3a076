import { Link } from 'react-router';
import type { WorklistView } from '../api/questions';
import type { Task } from '../api/shapes';
import { dayOfInstant } from '../pieces/dates';
import { DueInRow } from '../pieces/due';
import { Icon, type IconName } from '../pieces/icon';
import { useWords } from '../words/words';
import { urgencyOf } from './groups';

const iconOf = (task: Task): IconName => (task.subject.kind === 'office' ? 'user' : task.carried ? 'wait' : task.transition ? 'pen' : 'doc');

/** Verb and region first, then where it stands, by when, whose it is, and one thing to press. */
export function TaskRow({ task, person, view, onClaim, isBusy }: { task: Task; person: string | undefined; view: WorklistView; onClaim: () => void; isBusy: boolean }) {
  const { t, say, language } = useWords();
  const what = `${say(task.verb)} — ${task.region.name}`;
  const to = task.caseId ? `/kasus/${task.caseId}` : undefined;
  const owner = task.carried ? t('work.carried') : task.claimedBy === null ? t('work.unit') : task.claimedBy === person ? t('work.you') : task.claimedBy.replace(/^p_/, '');
  const tone = { 'very-late': 't-late', late: 't-late', soon: 't-soon', later: '' }[urgencyOf(task)];
  return (
    <li className="row">
      <span className={`st ${tone}`}>
        <Icon name={iconOf(task)} />
      </span>
      <div>
        <p className="t">{to ? <Link to={to}>{what}</Link> : what}</p>
        <p className="m">
          {task.stage ? say(task.stage.label) : t('work.office')}
          {task.title && ` · ${task.title}`} · {t('work.since', { date: dayOfInstant(task.since, task.region.code, language) })}
        </p>
      </div>
      <DueInRow dueOn={task.dueOn} days={task.workingDaysLeft} />
      <p className="own">{view === 'mine' ? owner : ''}</p>
      <div className="act">
        {view === 'mine' && task.claimedBy === null && task.subject.kind === 'case' && !task.carried ? (
          <button type="button" className="btn" aria-label={t('act.claimOf', { what })} disabled={isBusy} onClick={onClaim}>
            {t('act.claim')}
          </button>
        ) : (
          to && (
            <Link className="btn" to={to} aria-label={t('act.openOf', { what })}>
              {t('act.open')}
            </Link>
          )
        )}
      </div>
    </li>
  );
}
