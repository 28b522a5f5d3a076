import { Link } from 'react-router';
import type { WorklistView } from '../api/questions';
import type { Task } from '../api/shapes';
import { dayOfInstant } from '../pieces/dates';
import { roomOf } from '../matters/room-of';
import { DueInRow } from '../pieces/due';
import { Icon, type IconName } from '../pieces/icon';
import { useWords } from '../words/words';
import { urgencyOf } from './groups';

const iconOf = (task: Task): IconName => (task.subject.kind === 'office' ? 'user' : task.carried ? 'wait' : task.transition ? 'pen' : 'doc');

export interface RowProps {
  task: Task;
  person: string | undefined;
  view: WorklistView;
  /** The office whose desk it is, in words. */
  desk: string;
  onTake: (act: 'claim' | 'release') => void;
  isBusy: boolean;
  chosen: boolean;
  /** Left out where a row cannot be chosen. */
  onChoose: ((chosen: boolean) => void) | undefined;
}

/** Verb and region first, then where it stands, by when, whose it is, and one thing to press. */
export function TaskRow({ task, person, view, desk, onTake, isBusy, chosen, onChoose }: RowProps) {
  const { t, say, language } = useWords();
  const what = `${say(task.verb)} — ${task.region.name}`;
  const to = roomOf(task);
  const isMine = task.claimedBy !== null && task.claimedBy === person;
  const owner = task.carried ? t('work.carried') : task.claimedBy === null ? t('work.unit') : isMine ? t('work.you') : task.claimedBy.replace(/^p_/, '');
  const tone = { 'very-late': 't-late', late: 't-late', soon: 't-soon', later: '' }[urgencyOf(task)];
  const since = dayOfInstant(task.since, task.region.code, language);
  const isCase = task.subject.kind === 'case' && !task.carried;
  return (
    <li className={chosen ? 'row sel' : 'row'} data-row data-a={view === 'mine' && task.caseId && task.transition ? `/kasus/${task.caseId}/keputusan/${task.transition}` : undefined} data-c={task.caseId && `/kasus/${task.caseId}/diskusi#catatan`}>
      {onChoose ? (
        <label className="st pick">
          <span className="sr">{t('bulk.choose', { what })}</span>
          <input type="checkbox" className="tick" checked={chosen} onChange={({ target }) => onChoose(target.checked)} />
        </label>
      ) : (
        <span className={`st ${tone}`}>
          <Icon name={iconOf(task)} />
        </span>
      )}
      <div>
        <p className="t"><Link to={to}>{what}</Link></p>
        <p className="m">
          {task.stage ? say(task.stage.label) : t('work.office')}
          {task.title && ` · ${task.title}`} · {view === 'waiting' && desk ? t('work.atDesk', { desk, date: since }) : t('work.since', { date: since })}
        </p>
      </div>
      <DueInRow dueOn={task.dueOn} days={task.workingDaysLeft} provisional={task.provisional} />
      <p className="own">{view === 'mine' ? owner : ''}</p>
      <div className="act flex">
        {view === 'mine' && isCase && isMine && (
          <button type="button" className="btn q s" aria-label={t('act.releaseOf', { what })} disabled={isBusy} onClick={() => onTake('release')}>
            {t('act.release')}
          </button>
        )}
        {view === 'mine' && isCase && task.claimedBy === null ? (
          <button type="button" className="btn" aria-label={t('act.claimOf', { what })} disabled={isBusy} onClick={() => onTake('claim')}>
            {t('act.claim')}
          </button>
        ) : (
          <Link className="btn" to={to} aria-label={t('act.openOf', { what })}>
            {t('act.open')}
          </Link>
        )}
      </div>
    </li>
  );
}
