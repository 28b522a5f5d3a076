import type { CaseView } from '../api/shapes';
import { dayOfInstant } from '../pieces/dates';
import { ClockCard } from '../pieces/due';
import { Icon } from '../pieces/icon';
import { Terms } from '../pieces/terms';
import { useWords } from '../words/words';

export function WhyPanel({ view }: { view: CaseView }) {
  const { t, say, language } = useWords();
  const running = view.clocks.filter(({ status }) => status === 'running' || status === 'paused');
  return (
    <>
      <section className="card">
        <div className="hd">
          <Icon name="wait" />
          <h2>{t('why.title')}</h2>
        </div>
        <div className="bd stack-s">
          <p><Terms>{say(view.waitingFor.sentence)}</Terms></p>
          <p className="small muted">{t('why.since', { date: dayOfInstant(view.waitingFor.since, view.region.code, language) })}</p>
        </div>
      </section>
      <section className="card">
        <div className="hd">
          <Icon name="clock" />
          <h2>{t('case.clocks')}</h2>
        </div>
        <div className="bd stack-s">{running.length === 0 ? <p>{t('case.noClocks')}</p> : running.map((clock) => <ClockCard key={clock.key} clock={clock} />)}</div>
      </section>
    </>
  );
}
