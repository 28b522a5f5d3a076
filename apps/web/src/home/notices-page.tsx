import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../api/ask';
import { cases, notices, regions } from '../api/questions';
import type { Notice } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { dayOfInstant, inFull } from '../pieces/dates';
import { groupBy } from '../pieces/group-by';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { regionIn } from './region-in';

/** The bell's page: grouped by case, youngest first. */
export default function NoticesPage() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { data, error, refetch, isPending } = useQuery({ ...notices, queryKey: ['notices', language] });
  const { data: rows = [] } = useQuery(cases(''));
  const title = t('notices.title', { n: data?.unread ?? 0 });
  useTitle(title);
  const read = useMutation({
    mutationFn: (ids: string[] | undefined) => ask('/v1/notices/read', { method: 'POST', body: ids ? { ids } : {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const groups = groupBy(data?.items ?? [], ({ subject }) => subject.id);
  const { data: places } = useQuery(regions);
  const titles = new Map(rows.map((row) => [row.id, row.title]));
  const nameOf = (id: string, { subject: { kind } }: Notice): string => {
    const region = places?.find(({ code }) => code === regionIn(id))?.name ?? '';
    if (kind === 'cohort') return t('notices.ofCohort', { region, year: id.split('-').at(-1) ?? '' });
    if (kind === 'readiness') return t('notices.ofReadiness', { region });
    if (kind === 'office') return t('notices.ofOffice', { region });
    return titles.get(id) ?? id;
  };
  return (
    <div className="stack">
      <div className="flex between wrap">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="flex wrap">
          {(data?.unread ?? 0) > 0 && (
            <button type="button" className="btn" disabled={read.isPending} onClick={() => read.mutate(undefined)}>
              {t('notices.readAll')}
            </button>
          )}
          <Link className="btn q" to="/preferensi">
            {t('notices.settings')}
          </Link>
        </p>
      </div>
      {isPending && <Loading />}
      {error && <Trouble failure={error} again={() => void refetch()} />}
      {data?.items.length === 0 && <p>{t('notices.none')}</p>}
      {groups.map(([subject, items]) => (
        <Group key={subject} name={nameOf(subject, items[0]!)} items={items} isBusy={read.isPending} onRead={(ids) => read.mutate(ids)} />
      ))}
    </div>
  );
}

function Group({ name, items, isBusy, onRead }: { name: string; items: readonly Notice[]; isBusy: boolean; onRead: (ids: string[]) => void }) {
  const { t, language } = useWords();
  const unread = items.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <section className="card" aria-label={name} data-row>
      <div className="hd wrap">
        <h2>{name}</h2>
        {unread.length > 0 && (
          <span className="end flex">
            <Chip tone="now">{t('notices.groupUnread', { n: unread.length })}</Chip>
            <button type="button" className="btn q s" disabled={isBusy} aria-label={t('notices.readGroupOf', { what: name })} onClick={() => onRead(unread)}>
              {t('notices.readGroup')}
            </button>
          </span>
        )}
      </div>
      <ul className="notice-list">
        {items.map(({ id, readAt, path, title, happened, toDo, at, subject }) => (
          <li key={id} className={readAt ? '' : 'unread'}>
            <p className="b">{path ? <Link to={path} onClick={() => readAt ?? onRead([id])}>{title}</Link> : title}</p>
            <p>{happened}</p>
            <p className="muted">{toDo}</p>
            <time className="small muted" dateTime={at} title={inFull(at, regionIn(subject.id), language)}>
              {dayOfInstant(at, regionIn(subject.id), language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
