import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ask, Problem } from '../api/ask';
import { me, worklist, type WorklistView } from '../api/questions';
import type { Task } from '../api/shapes';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { grouped, urgencyOf, type Urgency } from './groups';
import { TaskRow } from './task-row';

const toneOf: Record<Urgency, string> = { 'very-late': 't-late', late: 't-late', soon: 't-soon', later: 'muted' };

export function WorkPage() {
  const { t, say } = useWords();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const view: WorklistView = search.get('tampilan') === 'menunggu' ? 'waiting' : 'mine';
  const stage = search.get('tahap');
  const lists = { mine: useQuery(worklist('mine')), waiting: useQuery(worklist('waiting')) };
  const { data: self } = useQuery(me);
  const [said, setSaid] = useState('');
  const { data: tasks = [], isPending, error, refetch } = lists[view];
  const title = t('work.title', { n: lists.mine.data?.length ?? 0 });
  useTitle(title);

  const claim = useMutation({
    mutationFn: ({ taskId, key }: { taskId: string; key: string }) => ask(`/v1/tasks/${encodeURIComponent(taskId)}/claim`, { method: 'POST', body: {}, key }),
    onError: (failure) => setSaid(failure instanceof Problem && failure.body.code === 'task-taken' ? t('work.taken') : failure instanceof Problem ? failure.body.detail : t('err.indoubt')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['worklist'] }),
  });

  const stages = [...new Map(tasks.flatMap(({ stage: at }) => (at ? [[at.id, at.label] as const] : [])))];
  const shown = stage === null ? tasks : tasks.filter((task) => task.stage?.id === stage);
  const choose = (name: string, value: string | null) =>
    setSearch((now) => {
      if (value === null) now.delete(name);
      else now.set(name, value);
      return now;
    });
  const stageName = say(stages.find(([id]) => id === stage)?.[1]);
  const late = (lists.mine.data ?? []).filter((task) => ['late', 'very-late'].includes(urgencyOf(task))).length;
  const soon = (lists.mine.data ?? []).filter((task) => urgencyOf(task) === 'soon').length;

  return (
    <>
      <div className="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="muted">{t('work.counts', { late, soon })}</p>
      </div>
      <nav className="tabs" aria-label={t('work.tabs')}>
        {(['mine', 'waiting'] as const).map((each) => (
          <Link key={each} to={each === 'mine' ? '/kerja' : '/kerja?tampilan=menunggu'} aria-current={each === view ? 'page' : undefined}>
            {t(`work.${each}`, { n: lists[each].data?.length ?? 0 })}
          </Link>
        ))}
      </nav>
      <div className="filters flex wrap">
        <label className="filter">
          {t('work.stage')}
          <select value={stage ?? ''} onChange={({ target }) => choose('tahap', target.value || null)}>
            <option value="">{t('work.allStages')}</option>
            {stages.map(([id, label]) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
        {stage !== null && (
          <button type="button" className="filter on" aria-label={t('work.remove', { name: stageName || stage })} onClick={() => choose('tahap', null)}>
            {stageName || stage} <Icon name="x" small />
          </button>
        )}
      </div>
      <p role="status" className={said ? 'note warn' : 'sr'}>
        {said}
      </p>
      {isPending && <Loading />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {!isPending && shown.length === 0 && (
        <p className="empty">
          {stage !== null ? t('work.noneFiltered', { stage: stageName || stage }) : t(view === 'mine' ? 'work.none' : 'work.noneWaiting')} <Link to="/kasus">{t('work.seeCases')}</Link>
        </p>
      )}
      {grouped(shown).map(([urgency, members]) => (
        <section key={urgency}>
          <div className="grp">
            <span className={toneOf[urgency]}>
              <Icon name={urgency === 'later' ? 'calendar' : urgency === 'soon' ? 'clock' : 'late'} />
            </span>
            <h2>
              {t(`work.${urgency}`)} ({members.length})
            </h2>
          </div>
          <ul className="rows">
            {members.map((task: Task) => (
              <TaskRow key={task.taskId} task={task} person={self?.person} view={view} onClaim={() => claim.mutate({ taskId: task.taskId, key: crypto.randomUUID() })} isBusy={claim.isPending && claim.variables.taskId === task.taskId} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
