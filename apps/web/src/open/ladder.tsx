import { Icon } from '../pieces/icon';
import { inRow } from '../pieces/dates';
import { useWords } from '../words/words';
import type { LegalStep } from './answers';

/** How far a text has come in law, in the words of the law: never shortened to one of them. */
export function Ladder({ steps, today }: { steps: LegalStep[]; today: string }) {
  const { t, say, language } = useWords();
  const left = steps.filter(({ done }) => !done).length;
  const isRegulation = left === 0;
  return (
    <section className="card">
      <div className="hd">
        <h2>{t('open.ladder')}</h2>
      </div>
      <div className="bd stack">
        <div className={isRegulation ? 'note ok' : 'note warn'}>
          <Icon name={isRegulation ? 'check' : 'late'} />
          <p>
            <b>{t(isRegulation ? 'open.isRegulation' : left === steps.length ? 'open.isDraft' : 'open.isOnTheWay')}</b> {!isRegulation && t('open.stepsLeft', { n: left, date: today })}
          </p>
        </div>
        <ol className="ladder">
          {steps.map(({ step, label, office, done, on }) => (
            <li key={step} className={done ? 'ok' : undefined}>
              <b>{say(label)}</b>
              <br />
              <span className="muted">
                {say(office)} · {done ? (on ? inRow(on, language) : t('open.byLaw')) : t('open.notYet')}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
