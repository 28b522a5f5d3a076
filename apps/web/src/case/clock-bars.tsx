import { type Calendar, isWorkingDay, workingCalendar } from '#process/time/calendar';
import { civil, dayAt, dayOf } from '#process/time/civil-day';
import { zoneOfRegion } from '#process/time/zones';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../api/ask';
import type { CaseView, ClockView } from '../api/shapes';
import { inRow } from '../pieces/dates';
import { Provisional, useDaysInWords } from '../pieces/due';
import { useWords } from '../words/words';

const longest = 400;

/** Each term from its first day to its last, with the days that do not count shaded; the table says the same. */
export function ClockBars({ view }: { view: CaseView }) {
  const { t, say, language } = useWords();
  const inWords = useDaysInWords();
  const { data: table } = useQuery({ queryKey: ['calendar', view.calendarVersion], queryFn: () => ask<Calendar>(`/v1/calendars/${view.calendarVersion}`), staleTime: Infinity });
  if (view.clocks.length === 0) return null;
  const calendar = table && workingCalendar(table, view.region.code);
  const today = dayAt(Date.parse(view.now), zoneOfRegion(view.region.code));
  const isFree = (day: number) => calendar !== undefined && !isWorkingDay(calendar, day);
  const standing = (clock: ClockView) => (clock.status === 'met' && clock.metOn ? t('due.met', { date: inRow(clock.metOn, language) }) : clock.status === 'paused' ? t('due.paused') : clock.status === 'running' ? inWords(clock.workingDaysLeft) : t('bars.stopped'));
  const isRunning = ({ status }: ClockView) => status === 'running' || status === 'paused';
  const running = view.clocks.filter(isRunning);
  // What is over is read seldom, and the last of it first.
  const over = view.clocks.filter((clock) => !isRunning(clock)).reverse();
  const figure = (clock: ClockView) => (
    <figure key={clock.key} className="clock-bar">
      <figcaption className="small">
        <b>{say(clock.label)}</b> <span className="muted">{inRow(clock.startedOn, language)} – {inRow(clock.dueOn, language)}</span> <span className={clock.late ? 't-late b' : 'muted'}>· {standing(clock)}</span> {clock.provisional && <Provisional />}
      </figcaption>
      <Bar clock={clock} today={today} isFree={isFree} />
    </figure>
  );
  return (
    <section className="card" aria-labelledby="waktu">
      <div className="hd wrap">
        <h2 id="waktu">{t('bars.title')}</h2>
        <span className="end small">
          <Link to="/hitung">{t('bars.calculator')}</Link> · <Link to={`/proses/rpik?kasus=${view.id}`}>{t('bars.process')}</Link>
        </span>
      </div>
      <div className="bd stack">
        {view.envelope && (
          <p className={view.envelope.lateByLaw ? 'note warn' : 'note info'}>
            {say(view.envelope.sentence)} {t('bars.envelope', { due: inRow(view.envelope.dueOn, language), end: inRow(view.envelope.fullTermsEndOn, language) })} {view.envelope.provisional && <Provisional />}
          </p>
        )}
        {running.map(figure)}
        {running.length === 0 && <p className="muted">{t('case.noClocks')}</p>}
        {over.length > 0 && (
          <details open={running.length === 0}>
            <summary className="b small">{t('bars.over', { n: over.length })}</summary>
            <div className="stack inner">{over.map(figure)}</div>
          </details>
        )}
        <p className="small muted bar-keys">
          <span><i className="bar-key free" /> {t('bars.free')}</span>
          <span><i className="bar-key gone" /> {t('bars.gone')}</span>
          <span><i className="bar-key met" /> {t('bars.inTime')}</span>
          <span><i className="bar-key late" /> {t('bars.late')}</span>
          <span><i className="bar-key pause" /> {t('bars.pause')}</span>
          <span><i className="bar-key due" /> {t('bars.due')}</span>
          <span><i className="bar-key now" /> {t('bars.today')}</span>
        </p>
        <details>
          <summary className="b small">{t('bars.table')}</summary>
          <table className="stackt">
            <thead>
              <tr>
                <th scope="col">{t('bars.clock')}</th>
                <th scope="col">{t('due.started')}</th>
                <th scope="col">{t('bars.due')}</th>
                <th scope="col">{t('bars.state')}</th>
                <th scope="col">{t('bars.free')}</th>
              </tr>
            </thead>
            <tbody>
              {view.clocks.map((clock) => (
                <tr key={clock.key}>
                  <th scope="row">{say(clock.label)}</th>
                  <td data-l={t('due.started')}>{inRow(clock.startedOn, language)}</td>
                  <td data-l={t('bars.due')}>{inRow(clock.dueOn, language)} {clock.provisional && <Provisional />}</td>
                  <td data-l={t('bars.state')}>{standing(clock)}</td>
                  <td data-l={t('bars.free')}>{calendar ? daysBetween(clock).filter(isFree).length : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}

const daysBetween = ({ startedOn, dueOn }: ClockView) => Array.from({ length: Math.min(longest, Math.max(0, dayOf(dueOn) - dayOf(startedOn))) }, (_, n) => dayOf(startedOn) + 1 + n);

function Bar({ clock, today, isFree }: { clock: ClockView; today: number; isFree: (day: number) => boolean }) {
  const from = dayOf(clock.startedOn);
  const due = dayOf(clock.dueOn);
  const stopped = clock.metOn ? dayOf(clock.metOn) : clock.status === 'running' || clock.status === 'paused' ? today : due;
  const to = Math.min(from + longest, Math.max(due, stopped) + 1);
  const width = Math.max(1, to - from);
  const days = Array.from({ length: width }, (_, n) => from + 1 + n);
  const isLate = stopped > due;
  const clip = (day: number) => Math.min(width, Math.max(0, day - from));
  return (
    <svg className="bar" viewBox={`0 0 ${width} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect x="0" y="4" width={width} height="12" fill="var(--surface-3)" />
      <rect x="0" y="7" width={clip(stopped)} height="6" fill={isLate ? 'var(--secang)' : clock.metOn ? 'var(--daun)' : 'var(--nila)'} />
      {days.filter(isFree).map((day) => (
        <rect key={civil(day)} x={clip(day) - 1} y="4" width="1" height="12" fill="var(--ink-3)" opacity="0.45" />
      ))}
      {clock.pauses.map(({ first, last }) => (
        <rect key={first} x={clip(dayOf(first)) - 1} y="2" width={Math.max(0.5, clip(last ? dayOf(last) : today) - clip(dayOf(first)) + 1)} height="4" fill="var(--kunyit-line)" />
      ))}
      <line x1={clip(due)} x2={clip(due)} y1="0" y2="20" stroke="var(--ink)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
      {today <= to && <line x1={clip(today)} x2={clip(today)} y1="0" y2="20" stroke="var(--nila)" strokeWidth="2" strokeDasharray="3 2" vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}
