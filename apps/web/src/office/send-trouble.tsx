import { NoAnswer, Problem } from '../api/ask';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';

/** Why a command was not taken; each field that is wrong is named. */
export function SendTrouble({ failure }: { failure: unknown }) {
  const { t } = useWords();
  if (!failure) return null;
  if (failure instanceof NoAnswer) return <p className="note warn" role="alert">{t('err.indoubt')}</p>;
  const errors = failure instanceof Problem ? (failure.body.errors ?? []) : [];
  return (
    <>
      <Trouble failure={failure} />
      {errors.length > 0 && (
        <ul className="small">
          {errors.slice(0, 30).map(({ pointer, message }) => (
            <li key={`${pointer} ${message}`}>
              <span className="mono">{pointer}</span> {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
