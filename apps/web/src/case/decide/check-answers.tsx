import type { Definition } from '#process';
import type { CaseView } from '../../api/shapes';
import { inRow, readDate } from '../../pieces/dates';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { Answers, Asked } from './answers';
import { useConsequence } from './consequence';

/** Every answer once more, what it is decided on, and where it leads. */
export function CheckAnswers({ view, definition, asked, answers, onChange, onBack }: { view: CaseView; definition: Definition; asked: Asked; answers: Answers; onChange: (answers: Answers) => void; onBack: () => void }) {
  const { t, say, language } = useWords();
  const consequence = useConsequence(view, definition, asked);
  const facts = asked.facts.map(({ name, label, kind }): [string, string] => {
    const value = answers.facts[name]?.trim() ?? '';
    const date = kind === 'date' ? readDate(value) : undefined;
    return [say(label), date ? inRow(date, language) : value];
  });
  const rows: [string, string][] = [
    ...(asked.reasons.length > 0 ? [[t('decide.reason'), say(definition.reasons[answers.reasonCode]?.label)] as [string, string]] : []),
    ...asked.checks.map((check): [string, string] => [`${check} ${say(definition.checks[check])}`, t(answers.checks[check] === 'conform' ? 'decide.conform' : 'decide.notConform')]),
    ...facts,
    ...answers.remarks.filter(({ text }) => text.trim()).map(({ text, unit }, n): [string, string] => [`${t('remark.text')} ${n + 1}${unit ? ` · ${unit}` : ''}`, text]),
    ...answers.conditions.filter(({ text }) => text.trim()).map(({ text, dueOn, owner }, n): [string, string] => [`${t('decide.conditions')} ${n + 1}`, `${text} — ${say(definition.roles[owner]?.label)}, ${inRow(readDate(dueOn) ?? '2000-01-01', language)}`]),
    [t('decide.note'), answers.note],
  ];
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
                {t('decide.change')}
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
        {t('decide.after', { sentence: consequence })}
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
