import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { rowMoment } from '#process/time/format';
import { ask } from '../api/ask';
import { demoClock, me, personas, worklist, type DemoClock } from '../api/questions';
import { groupBy } from '../pieces/group-by';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { signInAddress } from './sign-in-address';

/** Sample data, a clock that can be moved, and other people to become. Absent outside the demo. */
export function DemoBar() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const { data: clock } = useQuery(demoClock);
  const { data: people } = useQuery(personas);
  const { data: self } = useQuery({ ...me, enabled: false });
  const { data: mine = [] } = useQuery({ ...worklist('mine'), enabled: false });
  const { data: others = [] } = useQuery({ ...worklist('waiting'), enabled: false });
  const move = useMutation({
    mutationFn: (body: { advanceWorkingDays: number } | { to: string }) => ask<DemoClock>('/v1/demo/clock', { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!clock) return null;
  const today = clock.now.slice(0, 10);
  const nextDue = [...mine, ...others].flatMap(({ dueOn }) => (dueOn !== null && dueOn > today ? dueOn : [])).sort()[0];
  const current = self?.person.replace(/^p_/, '') ?? '';
  const groups = groupBy(people?.items ?? [], ({ office, scope }) => (scope.length === 4 ? office[language].slice(office[language].indexOf(', ') + 2) : t(scope === '' ? 'demo.nation' : 'demo.province')));
  return (
    <section className="demo" aria-label={t('demo.label')}>
      <span className="tag">{t('demo.tag')}</span>
      <span className="d-only">{t('demo.data')}</span>
      <span className="clk">
        <Icon name="clock" small />
        <span className="d-only">{t('demo.clock')}</span> <b aria-live="polite">{move.isPending ? t('demo.moving') : rowMoment(clock.now, 'WIB', language)}</b>
      </span>
      <button type="button" className="b1x" disabled={move.isPending} onClick={() => move.mutate({ advanceWorkingDays: 1 })}>
        {t('demo.day')}
      </button>
      <button type="button" className="b1x" aria-label={t('demo.daysLong')} disabled={move.isPending} onClick={() => move.mutate({ advanceWorkingDays: 5 })}>
        {t('demo.days')}
      </button>
      {nextDue && (
        <button type="button" className="b1x d-only" disabled={move.isPending} onClick={() => move.mutate({ to: nextDue })}>
          {t('demo.next')}
        </button>
      )}
      <label className="who flex">
        <span className="d-only">{t('demo.as')}</span>
        <select className="b1x" aria-label={t('demo.as')} value={current} onChange={({ target }) => location.assign(signInAddress({ persona: target.value }))}>
          <option value="" disabled hidden />
          {groups.map(([group, members]) => (
            <optgroup key={group} label={group}>
              {members.map(({ persona, name, office }) => (
                <option key={persona} value={persona}>
                  {name.replace(' (contoh)', '')} · {office[language]}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    </section>
  );
}
