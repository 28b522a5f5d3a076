import { dayOfInstant, inRow } from '../pieces/dates';
import { Provisional } from '../pieces/due';
import { useWords } from '../words/words';
import type { StalledCase } from './shapes';

interface Props {
  items: StalledCase[];
  open: string | undefined;
  picked: ReadonlySet<string>;
  onOpen: (caseId: string) => void;
  onPick: (caseId: string) => void;
}

/** The same cases as rows; cards on a phone. */
export function StallTable({ items, open, picked, onOpen, onPick }: Props) {
  const { t, say, language } = useWords();
  return (
    <div className="card stall-table">
      <table className="stackt">
        <thead>
          <tr>
            <th scope="col">{t('cases.region')}</th>
            <th scope="col">{t('cases.stage')}</th>
            <th scope="col">{t('radar.cause')}</th>
            <th scope="col">{t('radar.days')}</th>
            <th scope="col">{t('radar.since')}</th>
            <th scope="col">{t('cases.due')}</th>
            <th scope="col">{t('radar.why')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.caseId} aria-current={item.caseId === open ? 'true' : undefined}>
              <th scope="row">
                <div className="stall-pick">
                  <label className="pick">
                    <input type="checkbox" className="tick" checked={picked.has(item.caseId)} onChange={() => onPick(item.caseId)} aria-label={t('radar.pick', { name: `${item.region.name} ${item.programmeYear}` })} />
                  </label>
                  <button type="button" className="linkish b" onClick={() => onOpen(item.caseId)}>
                    {item.region.name} {item.programmeYear}
                  </button>
                </div>
              </th>
              <td data-l={t('cases.stage')}>{say(item.stage.label)}</td>
              <td data-l={t('radar.cause')}>{t(`cause.${item.cause}`)}</td>
              <td data-l={t('radar.days')} className="num">
                {t('radar.ofLimit', { n: item.silentDays, limit: item.limit.days })}
              </td>
              <td data-l={t('radar.since')} className="nowrap">
                {dayOfInstant(item.since, item.region.code, language)}
              </td>
              <td data-l={t('cases.due')}>
                {item.dueOn ? inRow(item.dueOn, language) : t('due.none')} {item.provisional && <Provisional />}
              </td>
              <td data-l={t('radar.why')}>{say(item.sentence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
