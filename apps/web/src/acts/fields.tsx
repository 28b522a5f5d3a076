import { useId } from 'react';
import './acts.css';

interface Common {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

const named = (id: string, hint: string | undefined) => ({ id, ...(hint && { 'aria-describedby': `${id}-hint` }) });

function Frame({ id, label, hint, children }: { id: string; label: string; hint: string | undefined; children: React.ReactNode }) {
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

export function TextField({ label, hint, value, onChange, numeric = false }: Common & { numeric?: boolean }) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint}>
      <input className="inp" {...named(id, hint)} value={value} maxLength={300} inputMode={numeric ? 'decimal' : undefined} onChange={({ target }) => onChange(target.value)} />
    </Frame>
  );
}

export function LongField({ label, hint, value, onChange, rows = 3 }: Common & { rows?: number }) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint}>
      <textarea className="inp" {...named(id, hint)} rows={rows} maxLength={10_000} value={value} onChange={({ target }) => onChange(target.value)} />
    </Frame>
  );
}

export function ChoiceField({ label, hint, value, onChange, choices, empty }: Common & { choices: [value: string, label: string][]; empty?: string }) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint}>
      <select className="inp" {...named(id, hint)} value={value} onChange={({ target }) => onChange(target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(([each, says]) => (
          <option key={each} value={each}>
            {says}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function TickField({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="flex tick-line">
      <input type="checkbox" className="tick" checked={value} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Several of a list, each with its own box. */
export function ManyField({ label, value, onChange, choices }: { label: string; value: readonly string[]; onChange: (value: string[]) => void; choices: [value: string, label: string][] }) {
  return (
    <fieldset className="fld">
      <legend className="lb">{label}</legend>
      <div className="many">
        {choices.map(([each, says]) => (
          <TickField key={each} label={says} value={value.includes(each)} onChange={(is) => onChange(is ? [...value, each] : value.filter((one) => one !== each))} />
        ))}
      </div>
    </fieldset>
  );
}
