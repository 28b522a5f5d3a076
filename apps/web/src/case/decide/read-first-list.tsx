import type { CaseDocument } from '../../api/shapes';
import { Chip } from '../../pieces/chip';
import { useWords } from '../../words/words';
import type { Answers } from './answers';
import { Field } from './field';

/** What has to be opened, or left out with a reason, before the way on is free. */
export function ReadFirstList({ documents, opened, answers, onChange }: { documents: readonly CaseDocument[]; opened: ReadonlySet<string>; answers: Answers; onChange: (waived: Record<string, string>) => void }) {
  const { t, say } = useWords();
  return (
    <fieldset className="stack-s">
      <legend className="b">{t('decide.readFirst')}</legend>
      <p className="hint">{t('decide.readFirstWhy')}</p>
      {documents.map(({ sha256, label }) => {
        const name = say(label);
        const isOpened = opened.has(sha256);
        return (
          <div key={sha256} className="read-first">
            <p className="flex wrap between">
              <a className="btn s" href={`/v1/documents/${sha256}`} download>
                {t('decide.openDocument', { name })}
              </a>
              <Chip tone={isOpened ? 'done' : 'soon'}>{t(isOpened ? 'decide.opened' : 'decide.notOpened')}</Chip>
            </p>
            {!isOpened && (
              <Field id={`waive-${sha256}`} label={t('decide.waive', { name })}>
                {(props) => <input {...props} maxLength={500} value={answers.waived?.[sha256] ?? ''} onChange={({ target }) => onChange({ ...answers.waived, [sha256]: target.value })} />}
              </Field>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
