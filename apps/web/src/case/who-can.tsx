import type { CaseView } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { useWords } from '../words/words';

export function WhoCan({ view }: { view: CaseView }) {
  const { t, say } = useWords();
  return (
    <section className="card">
      <ul className="parts">
        <li>
          <p className="b">{say(view.waitingFor.sentence)}</p>
        </li>
        {view.actions.length === 0 && <li>{t('who.none')}</li>}
        {view.actions.map(({ transition, label, allowed, reasons }) => (
          <li key={transition} className="stack-s">
            <p className="flex wrap between">
              <b>{say(label)}</b>
              <Chip tone={allowed ? 'done' : 'none'}>{t(allowed ? 'who.can' : 'who.notYet')}</Chip>
            </p>
            {!allowed && <p className="muted">{reasons.map(({ message }) => say(message)).join(' ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
