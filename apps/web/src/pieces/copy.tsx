import { useState } from 'react';
import { Icon } from './icon';
import { useWords } from '../words/words';

/** Copies a number or an address, and says that it did. */
export function Copy({ text, label, shown }: { text: string; label: string; shown?: string }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_500);
    } catch {
      // Without leave to write to the clipboard the text still stands there to be marked.
    }
  };
  return (
    <>
      <button type="button" className={shown ? 'btn q s mono' : 'btn q s'} aria-label={shown ? label : undefined} onClick={() => void copy()}>
        {shown ?? label} <Icon name={isCopied ? 'check' : 'copy'} small />
      </button>
      <span className={isCopied ? 'small muted' : 'sr'} role="status">
        {isCopied && t('common.copied')}
      </span>
    </>
  );
}
