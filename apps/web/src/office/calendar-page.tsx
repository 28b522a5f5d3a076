import type { CalendarDayKind } from '#process/time/calendar';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask';
import { useCommandKey } from '../api/command-key';
import type { Page, Text } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { saveFile } from '../pieces/csv';
import { inFull, inRow } from '../pieces/dates';
import { Provisional } from '../pieces/due';
import { FormField } from '../pieces/form-field';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { Frame } from './frame';
import { SendTrouble } from './send-trouble';

interface Version {
  version: number;
  publishedAt: string;
  publishedBy: { name: string } | null;
  years: number[];
  days: number;
  current: boolean;
}
interface Day {
  date: string;
  kind: CalendarDayKind;
  name: Text;
  decree: string;
  issuedOn: string;
  scope?: string;
}
interface Calendar {
  version: number;
  weekend: number[];
  collectiveLeaveIsWorking: boolean;
  years: number[];
  days: Day[];
}
interface Preview {
  version: number;
  difference: { added: Day[]; removed: Day[]; changed: { from: Day; to: Day }[] };
  counts: { openCases: number; cases: number; clocks: number; alreadyPast: number; cohorts: number };
  clocks: { caseId: string; regionName: string; label: Text; from: string; to: string; alreadyPast: boolean; clock: string; provisional?: { from: boolean; to: boolean } }[];
  truncated: boolean;
}
interface Rollout {
  version: number;
  state: 'listing' | 'moving' | 'finished' | 'superseded';
  total: number;
  done: number;
}

/** The days on which nobody works, their decrees, and what the next table would move before it is published. */
export default function CalendarPage() {
  const { t, language } = useWords();
  const versions = useQuery({ queryKey: ['calendars'], queryFn: () => ask<Page<Version>>('/v1/calendars') });
  const current = useQuery({ queryKey: ['calendars', 'current'], queryFn: () => ask<Calendar>('/v1/calendars/current') });
  const [chosen, setChosen] = useState<number>();
  const years = current.data?.years ?? [];
  const year = chosen ?? years.at(-1);
  // As JSON: its scopes are the ones the import reads, so that what is taken out comes back the same.
  const toJson = () => {
    const { weekend, collectiveLeaveIsWorking, years: spanned, days } = current.data!;
    saveFile(`kalender-kerja-v${current.data!.version}.json`, JSON.stringify({ weekend, collectiveLeaveIsWorking, years: spanned, days }, null, 2), 'application/json');
  };
  return (
    <Frame
      title={t('office.calendar')}
      lead={t('calendar.lead')}
      tools={
        <button type="button" className="btn" disabled={!current.data} onClick={toJson}>
          <Icon name="down" small /> {t('calendar.download')}
        </button>
      }
    >
      {versions.isPending && <Loading />}
      {versions.error && <Trouble failure={versions.error} again={() => void versions.refetch()} />}
      <NextVersion />
      {versions.data && (
        <section className="card" aria-labelledby="versi">
          <div className="hd">
            <h2 id="versi">{t('calendar.versions', { n: versions.data.items.length })}</h2>
          </div>
          <ul className="bd stack-s">
            {versions.data.items.map((version) => (
              <li key={version.version} className="stack-s">
                <p className="flex wrap">
                  <b>{t('calendar.version', { n: version.version })}</b>
                  {version.current && <Chip tone="done">{t('calendar.current')}</Chip>}
                  <span className="muted">{t('calendar.says', { days: version.days, from: version.years[0] ?? '', to: version.years.at(-1) ?? '' })}</span>
                </p>
                <p className="small muted">
                  {inFull(version.publishedAt, '17', language)} {version.publishedBy?.name ?? ''}
                </p>
                {version.version > 1 && version.current && <Progress version={version.version} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {current.data && (
        <section className="card" aria-labelledby="hari">
          <div className="hd wrap">
            <h2 id="hari">{t('calendar.daysOf', { year: year ?? '' })}</h2>
            <label className="filter end">
              {t('cases.year')}
              <select value={year} onChange={({ target }) => setChosen(Number(target.value))}>
                {years.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </label>
          </div>
          <DayTable days={current.data.days.filter(({ date }) => date.startsWith(String(year)))} />
          <p className="bd small muted">{t('calendar.weekend')}</p>
        </section>
      )}
    </Frame>
  );
}

/** Where one decree names all the days, it is said once. */
function DayTable({ days }: { days: Day[] }) {
  const { t, say, language } = useWords();
  const decreeOf = ({ decree, issuedOn }: Day) => `${decree} (${inRow(issuedOn, language)})`;
  const decrees = [...new Set(days.map(decreeOf))];
  return (
    <>
      {decrees.length === 1 && <p className="bd">{t('calendar.byDecree', { decree: decrees[0]! })}</p>}
      <table className="stackt">
        <thead>
          <tr>
            <th scope="col">{t('calendar.date')}</th>
            <th scope="col">{t('calendar.name')}</th>
            <th scope="col">{t('calendar.kind')}</th>
            {decrees.length > 1 && <th scope="col">{t('calendar.decree')}</th>}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={`${day.date} ${day.kind} ${day.scope ?? ''}`}>
              <th scope="row" className="nowrap">
                {inRow(day.date, language)}
              </th>
              <td data-l={t('calendar.name')}>
                {say(day.name)} {day.scope}
              </td>
              <td data-l={t('calendar.kind')}>{t(`calendar.kind.${day.kind}`)}</td>
              {decrees.length > 1 && (
                <td data-l={t('calendar.decree')} className="small">
                  {decreeOf(day)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** How far the newest version has come to the cases it moves. */
function Progress({ version }: { version: number }) {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['rollout', version],
    queryFn: () => ask<Rollout>(`/v1/calendars/${version}/rollout`).catch(() => null),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'finished' ? 2_000 : false),
  });
  if (!data) return null;
  return (
    <div role="status">
      <label className="small">
        {t(`rollout.${data.state}`, { done: data.done, total: data.total })}
        <progress max={Math.max(1, data.total)} value={data.state === 'finished' ? Math.max(1, data.total) : data.done} />
      </label>
    </div>
  );
}

/** The next table: seen first, published then. */
function NextVersion() {
  const { t, say, language } = useWords();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const key = useCommandKey();
  const type = text.trimStart().startsWith('{') ? 'application/json' : 'text/csv';
  const send = (query: string, withKey?: string) => ({ method: 'POST' as const, body: new Blob([text], { type }), headers: { 'content-type': type }, ...(withKey && { key: withKey }), query });
  const preview = useMutation({
    mutationFn: () => {
      const { query, ...asking } = send('?dryRun=true&limit=200');
      return ask<Preview>(`/v1/calendars${query}`, asking);
    },
  });
  const publish = useMutation({
    mutationFn: () => {
      const { query, ...asking } = send('', key.of(text));
      return ask<Version>(`/v1/calendars${query}`, asking);
    },
    onSuccess: async () => {
      key.recorded();
      preview.reset();
      setText('');
      await queries.invalidateQueries({ queryKey: ['calendars'] });
    },
    onError: (failure) => key.failed(failure),
  });
  const change = (next: string) => {
    setText(next);
    preview.reset();
    publish.reset();
  };
  const seen = preview.data;
  return (
    <section className="card" aria-labelledby="berikut">
      <div className="hd">
        <h2 id="berikut">{t('calendar.next')}</h2>
      </div>
      <div className="bd stack">
        <p>{t('calendar.nextSays')}</p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            preview.mutate();
          }}
        >
          <FormField label={t('calendar.file')} hint={t('calendar.fileHint')}>
            {(control) => <input {...control} className="inp" type="file" accept=".csv,.json,text/csv,application/json" onChange={({ target }) => {
                  change('');
                  void target.files?.[0]?.text().then(change);
                }} />}
          </FormField>
          <details>
            <summary className="b">{t('calendar.asText')}</summary>
            <FormField label={t('calendar.text')}>{(control) => <textarea {...control} className="inp mono" rows={8} spellCheck={false} value={text} onChange={({ target }) => change(target.value)} />}</FormField>
          </details>
          <button type="submit" className="btn p" disabled={text.trim() === '' || preview.isPending}>
            {preview.isPending ? t('radar.sending') : t('calendar.dryRun')}
          </button>
        </form>
        <SendTrouble failure={preview.error ?? publish.error} />
        {publish.data && (
          <p className="note ok" role="status">
            <Icon name="check" />
            {t('calendar.published', { n: publish.data.version })}
          </p>
        )}
        {seen && (
          <div className="stack" role="status">
            <h3>{t('calendar.wouldBe', { n: seen.version })}</h3>
            <p>{t('calendar.differs', { added: seen.difference.added.length, removed: seen.difference.removed.length, changed: seen.difference.changed.length })}</p>
            <ul>
              {seen.difference.added.map((day) => (
                <li key={`+${day.date}${day.kind}`}>+ {inRow(day.date, language)} {say(day.name)}</li>
              ))}
              {seen.difference.removed.map((day) => (
                <li key={`-${day.date}${day.kind}`}>− {inRow(day.date, language)} {say(day.name)}</li>
              ))}
            </ul>
            <p className="b">{t('calendar.moves', { clocks: seen.counts.clocks, cases: seen.counts.cases, open: seen.counts.openCases, past: seen.counts.alreadyPast, cohorts: seen.counts.cohorts })}</p>
            {seen.clocks.length > 0 && (
              <table className="stackt">
                <thead>
                  <tr>
                    <th scope="col">{t('cases.region')}</th>
                    <th scope="col">{t('calendar.clock')}</th>
                    <th scope="col">{t('calendar.fromDay')}</th>
                    <th scope="col">{t('calendar.toDay')}</th>
                  </tr>
                </thead>
                <tbody>
                  {seen.clocks.map((clock) => (
                    <tr key={`${clock.caseId} ${clock.clock}`}>
                      <th scope="row">
                        {clock.regionName} <span className="mono small case-id">{clock.caseId}</span>
                      </th>
                      <td data-l={t('calendar.clock')}>{say(clock.label)}</td>
                      <td data-l={t('calendar.fromDay')}>{inRow(clock.from, language)} {clock.provisional?.from && <Provisional />}</td>
                      <td data-l={t('calendar.toDay')}>{clock.alreadyPast ? <Chip tone="late">{inRow(clock.to, language)} · {t('calendar.past')}</Chip> : <b>{inRow(clock.to, language)}</b>} {clock.provisional?.to && <Provisional />}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {seen.truncated && <p className="small muted">{t('calendar.truncated')}</p>}
            <button type="button" className="btn p" disabled={publish.isPending} onClick={() => publish.mutate()}>
              {t('calendar.publish', { n: seen.version })}
            </button>
          </div>
        )}
      </div>
    </section>
  );
}
