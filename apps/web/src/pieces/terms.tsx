import { useState } from 'react';
import { useWords } from '../words/words';
import { meanings, type TermName } from '../words/terms';

const names = Object.keys(meanings) as TermName[];
const any = new RegExp(`\\b(${names.join('|')})\\b`);

/** Terms of art get their meaning in plain words; Esc puts it away again. */
export function Terms({ children }: { children: string }) {
  const parts = children.split(any);
  // Each but once: a text full of dotted lines is read by nobody.
  const isFirst = (part: string, n: number) => parts.indexOf(part) === n;
  return <>{parts.map((part, n) => (part in meanings && isFirst(part, n) ? <Term key={n} name={part as TermName} /> : part))}</>;
}

function Term({ name }: { name: TermName }) {
  const { t, language } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <span>
      <button
        type="button"
        className="term"
        aria-expanded={isOpen}
        aria-label={isOpen ? `${name}: ${meanings[name][language]}` : `${name}. ${t('term.what', { term: name })}`}
        onClick={() => setOpen(!isOpen)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {name}
      </button>
      {isOpen && (
        <span className="term-box" role="tooltip">
          <b>{name}</b> {meanings[name][language]}
        </span>
      )}
    </span>
  );
}
