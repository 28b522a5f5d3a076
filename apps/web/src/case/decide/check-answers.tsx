import type { Definition } from '#process';
import type { CaseView } from '../../api/shapes';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import { answerRows, type Reading } from './answer-rows';
import type { Answers, Asked } from './answers';
import { useConsequence } from './consequence';

/** Every answer once more, what it is decided on, and where it leads. */
export function CheckAnswers({ view, definition, asked, answers, reading, onChange, onBack }: { view: CaseView; definition: Definition; asked: Asked; answers: Answers; reading: Reading; onChange: (answers: Answers) => void; onBack: () => void }) {
  const words = useWords();
  const { t, say } = words;
  const consequence = useConsequence(view, definition, asked);
  const rows = answerRows(asked, answers, definition, words, reading);
  const decidedOn = view.documents.filter(({ type }) => asked.transition.documents?.includes(type) ?? false);
  return (
    <section className="card bd stack">
      <dl className="ans">
        {rows.map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd className="said">{answer || <span className="muted">{t('decide.empty')}</span>}</dd>
            <dd className="ac">
              <button type="button" className="btn q s" aria-label={t('decide.changeOf', { what: question })} onClick={onBack}>
                {t('acts.change')}
              </button>
            </dd>
          </div>
        ))}
        {decidedOn.map(({ type, label, version, sha256 }) => (
          <div key={`${type}${version}`}>
            <dt>{say(label)}</dt>
            <dd className="mono hash">{sha256}</dd>
          </div>
        ))}
      </dl>
      <p className="note info">
        <Icon name="right" />
        {t('acts.after', { sentence: consequence })}
      </p>
      {asked.signs && (
        <label className="flex top-a">
          <input type="checkbox" className="tick" checked={answers.foureyes} onChange={({ target }) => onChange({ ...answers, foureyes: target.checked })} />
          {t('decide.foureyes')}
        </label>
      )}
    </section>
  );
}
