import { type ReactNode, useId } from 'react';
import { Icon } from './icon';

export interface ControlProps {
  id: string;
  className: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

/** A question with its hint and, when it has to be corrected, what is wrong with it. */
export function FormField({ id: given, label, hint, fault, children }: { id?: string; label: string; hint?: string | undefined; fault?: string | undefined; children: (props: ControlProps) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
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
          <Icon name="late" small /> {fault}
        </p>
      )}
      {children({ id, className: 'inp', 'aria-invalid': fault ? true : undefined, 'aria-describedby': described || undefined })}
    </div>
  );
}
