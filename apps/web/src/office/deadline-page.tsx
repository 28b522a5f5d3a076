import './office.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { regions } from '../api/questions';
import type { Text } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { inRow, readDate } from '../pieces/dates';
import { FormField } from '../pieces/form-field';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { SendTrouble } from './send-trouble';

interface Deadline {
  dueOn: string;
  provisional: boolean;
  provisionalYears: number[];
  arithmetic: Text;
  skipped: { date: string; name: Text; kind: string }[];
  effectiveAmount: number;
  pausedDays: number;
  calendarVersion: number;
}

/** The very function that dates the clocks of the cases, for anybody who wants to check one. */
export default function DeadlinePage() {
  const { t, say, language } = useWords();
  const { data: places } = useQuery(regions);
  const [entries, setEntries] = useState({ start: '', amount: '30', unit: 'working-day', kind: 'statutory', region: '17', startDayCounts: false, pauseFirst: '', pauseLast: '', extension: '' });
  const [isChecked, setChecked] = useState(false);
  const title = t('deadline.title');
  useTitle(title);
  const set = (part: Partial<typeof entries>) => setEntries((now) => ({ ...now, ...part }));
  const start = readDate(entries.start);
  const amount = /^[1-9]\d{0,3}$/.test(entries.amount) ? Number(entries.amount) : undefined;
  const [first, last] = [readDate(entries.pauseFirst), readDate(entries.pauseLast)];
  const count = useMutation({
    mutationFn: () =>
      ask<Deadline>('/v1/deadlines', {
        method: 'POST',
        body: { start, amount, unit: entries.unit, class: entries.kind, regionCode: entries.region, ...(entries.startDayCounts && { startDayCounts: true }), ...(first && { pauses: [{ first, ...(last && { last }) }] }), ...(/^\d+$/.test(entries.extension) && { extensions: [Number(entries.extension)] }) },
      }),
  });
  const result = count.data;
  return (
    <div className="office stack">
      <h1 tabIndex={-1}>{title}</h1>
      <p className="muted">{t('deadline.lead')}</p>
      <div className="cols">
        <form
          className="card bd stack"
          onSubmit={(event) => {
            event.preventDefault();
            setChecked(true);
            if (start && amount) count.mutate();
          }}
        >
          <div className="bd stack">
            <div className="form-grid">
              <FormField label={t('deadline.start')} hint={start ? inRow(start, language) : t('radar.dateHint')} fault={isChecked && !start ? t('radar.dateWrong') : undefined}>
                {(control) => <input {...control} inputMode="numeric" autoComplete="off" value={entries.start} onChange={({ target }) => set({ start: target.value })} />}
              </FormField>
              <FormField label={t('deadline.amount')} hint={t('deadline.amountHint')} fault={isChecked && !amount ? t('radar.daysWrong') : undefined}>
                {(control) => <input {...control} inputMode="numeric" value={entries.amount} onChange={({ target }) => set({ amount: target.value })} />}
              </FormField>
              <FormField label={t('deadline.unit')}>
                {(control) => (
                  <select {...control} value={entries.unit} onChange={({ target }) => set({ unit: target.value })}>
                    <option value="working-day">{t('deadline.working')}</option>
                    <option value="calendar-day">{t('deadline.calendar')}</option>
                  </select>
                )}
              </FormField>
              <FormField label={t('deadline.kind')}>
                {(control) => (
                  <select {...control} value={entries.kind} onChange={({ target }) => set({ kind: target.value })}>
                    <option value="statutory">{t('due.statutory')}</option>
                    <option value="policy">{t('due.policy')}</option>
                  </select>
                )}
              </FormField>
              <FormField label={t('deadline.region')} hint={t('deadline.regionHint')}>
                {(control) => (
                  <select {...control} value={entries.region} onChange={({ target }) => set({ region: target.value })}>
                    {(places ?? []).map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </FormField>
            </div>
            <label className="check-line">
              <input type="checkbox" className="tick" checked={entries.startDayCounts} onChange={() => set({ startDayCounts: !entries.startDayCounts })} /> {t('deadline.startCounts')}
            </label>
            {entries.kind === 'policy' && (
              <div className="form-grid">
                <FormField label={t('radar.holdFirst')} hint={first ? inRow(first, language) : t('deadline.optional')}>{(control) => <input {...control} inputMode="numeric" value={entries.pauseFirst} onChange={({ target }) => set({ pauseFirst: target.value })} />}</FormField>
                <FormField label={t('radar.holdLast')} hint={last ? inRow(last, language) : t('deadline.optional')}>{(control) => <input {...control} inputMode="numeric" value={entries.pauseLast} onChange={({ target }) => set({ pauseLast: target.value })} />}</FormField>
                <FormField label={t('radar.daysMore')} hint={t('deadline.optional')}>{(control) => <input {...control} inputMode="numeric" value={entries.extension} onChange={({ target }) => set({ extension: target.value })} />}</FormField>
              </div>
            )}
            <button type="submit" className="btn p" disabled={count.isPending}>
              {t('deadline.go')}
            </button>
            <SendTrouble failure={count.error} />
          </div>
        </form>
        <section className="card" aria-live="polite" aria-label={t('deadline.answer')}>
          <div className="hd">
            <h2>{t('deadline.answer')}</h2>
          </div>
          <div className="bd stack">
            {!result && <p className="muted">{t('deadline.none')}</p>}
            {result && (
              <>
                <p className="answer-day">{inRow(result.dueOn, language)}</p>
                {result.provisional && <Chip tone="none">{t('deadline.provisional', { years: result.provisionalYears.join(', ') })}</Chip>}
                <p>{say(result.arithmetic)}</p>
                {result.skipped.length > 0 && (
                  <>
                    <h3>{t('deadline.skipped', { n: result.skipped.length })}</h3>
                    <ul>
                      {result.skipped.map(({ date, name }) => (
                        <li key={date}>
                          {inRow(date, language)}: {say(name)}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
                <p className="small muted">{t('deadline.version', { n: result.calendarVersion })}</p>
              </>
            )}
          </div>
        </section>
      </div>
    </div>
  );
}
