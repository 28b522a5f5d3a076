import { useWords } from '../words/words';
import type { ClockView } from '../api/shapes';
import { Chip, type Tone } from './chip';
import { inRow } from './dates';
import { Icon } from './icon';

export const toneOfDays = (days: number | null): Tone => (days === null ? 'none' : days < 0 ? 'late' : days <= 3 ? 'soon' : 'wait');

export function useDaysInWords(): (days: number) => string {
  const { t } = useWords();
  return (days) => (days === 0 ? t('due.today') : days < 0 ? t('due.late', { count: -days }) : t('due.left', { count: days }));
}

/** Stands beside every due day that lies in a year without a published table. */
export function Provisional() {
  const { t } = useWords();
  return <span className="small muted provisional">{t('due.provisional')}</span>;
}

/** Date over working days, as a row of a list has it. The numbers are the server's; nothing is counted here. */
export function DueInRow({ dueOn, days, provisional }: { dueOn: string | null; days: number | null; provisional: boolean }) {
  const { t, language } = useWords();
  const inWords = useDaysInWords();
  if (dueOn === null) return <div className="due muted small">{t('due.none')}</div>;
  const tone = toneOfDays(days);
  return (
    <div className="due">
      <b>{inRow(dueOn, language)}</b>
      {days !== null && (
        <span className={tone === 'late' ? 't-late' : tone === 'soon' ? 't-soon' : 'muted'}>
          <Icon name={tone === 'late' ? 'late' : tone === 'soon' ? 'clock' : 'calendar'} small />
          {inWords(days)}
        </span>
      )}
      {provisional && <Provisional />}
    </div>
  );
}

/** A clock with its arithmetic, which one opens to see how the date came about. */
export function ClockCard({ clock }: { clock: ClockView }) {
  const { t, say, language } = useWords();
  const inWords = useDaysInWords();
  const isRunning = clock.status === 'running';
  const tone: Tone = clock.status === 'met' ? 'done' : clock.status === 'paused' ? 'wait' : isRunning ? (clock.late ? 'late' : toneOfDays(clock.workingDaysLeft)) : 'none';
  return (
    <details className="clock-card">
      <summary>
        <span className="b">{say(clock.label)}</span>
        <Chip tone={tone}>
          {inRow(clock.dueOn, language)}
          {isRunning && ` · ${inWords(clock.workingDaysLeft)}`}
          {clock.status === 'paused' && ` · ${t('due.paused')}`}
        </Chip>
        {clock.provisional && <Provisional />}
      </summary>
      <p className="small">{say(clock.arithmetic)}</p>
      <dl className="kv small">
        <dt>{t('due.started')}</dt>
        <dd>{inRow(clock.startedOn, language)}</dd>
        <dt>{clock.class === 'policy' ? t('due.policy') : t('due.statutory')}</dt>
        <dd>
          {clock.basis.source} ({t(`certainty.${clock.basis.certainty}` as 'certainty.verified')})
        </dd>
      </dl>
    </details>
  );
}
