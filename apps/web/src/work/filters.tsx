import { useSearchParams } from 'react-router';
import type { Task } from '../api/shapes';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { urgencyOf } from './groups';

type Name = 'tahap' | 'tenggat' | 'daerah';
const names: readonly Name[] = ['tahap', 'tenggat', 'daerah'];

interface Filter {
  name: Name;
  label: string;
  all: string;
  options: [value: string, text: string][];
}

const fits: Record<Name, (task: Task, value: string) => boolean> = {
  tahap: (task, value) => task.stage?.id === value,
  daerah: (task, value) => task.region.code === value,
  tenggat: (task, value) => (value === 'terlambat' ? ['late', 'very-late'] : ['soon']).includes(urgencyOf(task)),
};

/** What the address says of the list: it survives a reload and can be sent to a colleague. */
export function useFilters(tasks: readonly Task[]) {
  const { t, say } = useWords();
  const [search, setSearch] = useSearchParams();
  const set = (name: Name, value: string | null) =>
    setSearch((now) => {
      if (value === null) now.delete(name);
      else now.set(name, value);
      return now;
    });
  const stages = [...new Map(tasks.flatMap(({ stage }) => (stage ? [[stage.id, say(stage.label)] as const] : [])))];
  const regions = [...new Map(tasks.map(({ region }) => [region.code, region.name] as const))].sort(([one], [other]) => one.localeCompare(other));
  const all: Filter[] = [
    { name: 'tahap', label: t('work.stage'), all: t('work.allStages'), options: stages.map(([id, text]) => [id, text]) },
    { name: 'tenggat', label: t('filter.due'), all: t('filter.dueAll'), options: [['terlambat', t('filter.late')], ['segera', t('filter.soon')]] },
    ...(regions.length > 1 || search.has('daerah') ? [{ name: 'daerah' as const, label: t('filter.region'), all: t('filter.allRegions'), options: regions.map(([code, text]): [string, string] => [code, text]) }] : []),
  ];
  const active = names.flatMap((name) => {
    const value = search.get(name);
    return value === null ? [] : [{ name, value, text: all.find((filter) => filter.name === name)?.options.find(([each]) => each === value)?.[1] ?? value }];
  });
  const shown = tasks.filter((task) => active.every(({ name, value }) => fits[name](task, value)));
  return { all, chosen: active, set, shown };
}

/** In sight on a desk, folded away on a phone; what is set stands beside it and can be taken off. */
export function Filters({ all, chosen, set }: Pick<ReturnType<typeof useFilters>, 'all' | 'chosen' | 'set'>) {
  const { t } = useWords();
  const fields = all.map(({ name, label, all: every, options }) => (
    <label key={name} className="filter">
      {label}
      <select value={chosen.find((one) => one.name === name)?.value ?? ''} onChange={({ target }) => set(name, target.value || null)}>
        <option value="">{every}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  ));
  return (
    <div className="filters flex wrap">
      <div className="d-only flex wrap">{fields}</div>
      <details className="m-only drawer">
        <summary className="btn">{chosen.length > 0 ? t('filter.openN', { n: chosen.length }) : t('filter.open')}</summary>
        <div className="stack-s">{fields}</div>
      </details>
      {chosen.map(({ name, text }) => (
        <button key={name} type="button" className="filter on" aria-label={t('work.remove', { name: text })} onClick={() => set(name, null)}>
          {text} <Icon name="x" small />
        </button>
      ))}
    </div>
  );
}
