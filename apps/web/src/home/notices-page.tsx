import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../api/ask';
import { notices } from '../api/questions';
import type { Notice } from '../api/shapes';
import { dayOfInstant, inFull } from '../pieces/dates';
import { groupBy } from '../pieces/group-by';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';

const regionIn = (subject: string): string => /-(\d{4})-/.exec(subject)?.[1] ?? '17';

/** The bell's page: grouped by case, youngest first. */
export default function NoticesPage() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { data, error, refetch, isPending } = useQuery({ ...notices, queryKey: ['notices', language] });
  const title = t('notices.title', { n: data?.unread ?? 0 });
  useTitle(title);
  const read = useMutation({
    mutationFn: (ids: string[] | undefined) => ask('/v1/notices/read', { method: 'POST', body: ids ? { ids } : {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const groups = groupBy(data?.items ?? [], ({ subject }) => subject.id);
  return (
    <div className="stack">
      <div className="flex between wrap">
        <h1 tabIndex={-1}>{title}</h1>
        {(data?.unread ?? 0) > 0 && (
          <button type="button" className="btn" disabled={read.isPending} onClick={() => read.mutate(undefined)}>
            {t('notices.readAll')}
          </button>
        )}
      </div>
      {isPending && <Loading />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {data?.items.length === 0 && <p>{t('notices.none')}</p>}
      {groups.map(([subject, items]) => (
        <section key={subject} className="card" aria-label={subject}>
          <div className="hd">
            <h2 className="mono">{subject}</h2>
          </div>
          <ul className="notice-list">
            {items.map((notice: Notice) => (
              <li key={notice.id} className={notice.readAt ? '' : 'unread'}>
                <p className="b">{notice.path ? <Link to={notice.path} onClick={() => notice.readAt ?? read.mutate([notice.id])}>{notice.title}</Link> : notice.title}</p>
                <p>{notice.happened}</p>
                <p className="muted">{notice.toDo}</p>
                <time className="small muted" dateTime={notice.at} title={inFull(notice.at, regionIn(subject), language)}>
                  {dayOfInstant(notice.at, regionIn(subject), language)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
