import type { ReactNode } from 'react';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { Fault } from './answers';

export interface ControlProps {
  id: string;
  className: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

/** A question with its hint and, when it has to be corrected, what is wrong with it. */
export function Field({ id, label, hint, fault, children }: { id: string; label: string; hint?: string | undefined; fault?: Fault | undefined; children: (props: ControlProps) => ReactNode }) {
  const { t } = useWords();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'fld bad' : 'fld'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="e">
          <Icon name="late" small /> {t(fault.word)}
        </p>
      )}
      {children({ id, className: 'inp', 'aria-invalid': fault ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  );
}
