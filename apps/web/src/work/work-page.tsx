import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ask, Problem } from '../api/ask';
import { definition as definitionOf, me, worklist, type WorklistView } from '../api/questions';
import type { Task } from '../api/shapes';
import { TourOffer } from '../comfort/tour-offer';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { Bulk, mayRemind } from './bulk';
import { Filters, useFilters } from './filters';
import { grouped, urgencyOf, type Urgency } from './groups';
import { TaskRow } from './task-row';

const toneOf: Record<Urgency, string> = { 'very-late': 't-late', late: 't-late', soon: 't-soon', later: 'muted' };
/** The process whose roles the desks are named after. */
const rpik = { id: 'rpik', version: 1 };

export function WorkPage() {
  const { t, say } = useWords();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const view: WorklistView = search.get('tampilan') === 'menunggu' ? 'waiting' : 'mine';
  const lists = { mine: useQuery(worklist('mine')), waiting: useQuery(worklist('waiting')) };
  const { data: self } = useQuery(me);
  const { data: definition } = useQuery({ ...definitionOf(rpik), enabled: view === 'waiting' });
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data: tasks = [], isPending, error, refetch } = lists[view];
  const filters = useFilters(tasks);
  const { shown } = filters;
  const title = t('work.title', { n: lists.mine.data?.length ?? 0 });
  useTitle(title);

  const take = useMutation({
    mutationFn: ({ taskId, act, key }: { taskId: string; act: 'claim' | 'release'; key: string }) => ask(`/v1/tasks/${encodeURIComponent(taskId)}/${act}`, { method: 'POST', body: {}, key }),
    onMutate: () => setSaid(''),
    onError: (failure) => setSaid(failure instanceof Problem ? failure.body.detail : t('err.indoubt')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['worklist'] }),
  });

  const late = (lists.mine.data ?? []).filter((task) => ['late', 'very-late'].includes(urgencyOf(task))).length;
  const soon = (lists.mine.data ?? []).filter((task) => urgencyOf(task) === 'soon').length;
  const picked = shown.filter(({ taskId }) => chosen.has(taskId));
  const canChoose = (task: Task) => task.subject.kind === 'case' && !task.carried && (view === 'mine' ? shown.length > 1 : mayRemind(self));
  const choose = (taskId: string, isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, taskId] : [...chosen].filter((one) => one !== taskId)));

  return (
    <>
      <div className="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="muted">{t('work.counts', { late, soon })}</p>
      </div>
      <TourOffer />
      <nav className="tabs" aria-label={t('work.tabs')}>
        {(['mine', 'waiting'] as const).map((each) => (
          <Link key={each} to={each === 'mine' ? '/kerja' : '/kerja?tampilan=menunggu'} aria-current={each === view ? 'page' : undefined} onClick={() => setChosen(new Set())}>
            {t(`work.${each}`, { n: lists[each].data?.length ?? 0 })}
          </Link>
        ))}
      </nav>
      <Filters {...filters} />
      <p role="status" className={said ? 'note warn' : 'sr'}>
        {said}
      </p>
      {isPending && <Loading />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {!isPending && shown.length === 0 && (
        <p className="empty">
          {filters.chosen.length > 0 ? t('work.noneFiltered', { stage: filters.chosen.map(({ text }) => text).join(', ') }) : t(view === 'mine' ? 'work.none' : 'work.noneWaiting')} <Link to="/kasus">{t('work.seeCases')}</Link>
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
            {members.map((task) => (
              <TaskRow
                key={task.taskId}
                task={task}
                person={self?.person}
                view={view}
                desk={say(definition?.roles[task.role]?.label)}
                onTake={(act) => take.mutate({ taskId: task.taskId, act, key: crypto.randomUUID() })}
                isBusy={take.isPending && take.variables.taskId === task.taskId}
                chosen={chosen.has(task.taskId)}
                onChoose={canChoose(task) ? (isChosen) => choose(task.taskId, isChosen) : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
      {picked.length > 0 && (
        <Bulk
          tasks={picked}
          view={view}
          self={self}
          onDone={(what) => {
            setChosen(new Set());
            setSaid(what);
          }}
        />
      )}
    </>
  );
}
