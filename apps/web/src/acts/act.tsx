import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { NoAnswer, Problem } from '../api/ask';
import { Icon } from '../pieces/icon';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import { placeOf } from '../plan/place-of';
import { type Command, useAct } from './use-act';
import './acts.css';

export interface ActProps {
  /** What the button says. */
  label: string;
  /** Why it cannot be done now; said beside the button, which stays where it is. */
  reasons?: string[];
  fields?: ReactNode;
  /** What is still to be filled in. */
  faults?: string[];
  /** Every answer once more, before it is recorded. */
  answers: [question: string, answer: string][];
  /** What it leads to. */
  after: string;
  /** Shown at the check: what the act would do. */
  preview?: ReactNode;
  command: () => Command;
  onDone?: () => void;
  /** Said once it has been recorded. */
  done: string;
  quiet?: boolean;
}

/** An act in three steps on its own place of the page: fill in, check, recorded. Enter never records. */
export function Act({ label, reasons = [], fields, faults = [], answers, after, preview, command, onDone, done, quiet = false }: ActProps) {
  const { t } = useWords();
  const id = useId();
  const [step, setStep] = useState<'closed' | 'form' | 'check'>('closed');
  const [showsFaults, setShowsFaults] = useState(false);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const act = useAct(() => {
    setSaid(done);
    close();
    onDone?.();
  });
  useEffect(() => heading.current?.focus(), [step]);
  const close = () => {
    setStep('closed');
    setShowsFaults(false);
    setTimeout(() => opener.current?.focus());
  };
  const isBlocked = reasons.length > 0;
  if (step === 'closed')
    return (
      <div className="stack-s">
        <button
          ref={opener}
          type="button"
          className={quiet ? 'btn s' : 'btn'}
          aria-disabled={isBlocked || undefined}
          aria-describedby={isBlocked ? id : undefined}
          onClick={() => {
            if (isBlocked) return;
            act.reset();
            setSaid('');
            setStep(fields ? 'form' : 'check');
          }}
        >
          {label}
        </button>
        {isBlocked && (
          <p id={id} className="small muted">
            {reasons.join(' ')}
          </p>
        )}
        <p role="status" className={said ? 'note ok' : 'sr'}>
          {said}
        </p>
      </div>
    );
  return (
    <section className="card act" aria-labelledby={`${id}-h`} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <div className="hd">
        <h3 id={`${id}-h`} ref={heading} tabIndex={-1}>
          {step === 'check' ? t('acts.checkOf', { what: label }) : label.replace(/…$/, '')}
        </h3>
      </div>
      {step === 'form' ? (
        <form
          className="bd stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (faults.length > 0) setShowsFaults(true);
            else setStep('check');
          }}
        >
          {showsFaults && faults.length > 0 && (
            <div className="note err" role="alert">
              <Icon name="late" />
              <ul>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </div>
          )}
          {fields}
          <p className="flex wrap">
            <button className="btn p">{t('acts.check')}</button>
            <button type="button" className="btn" onClick={close}>
              {t('common.cancel')}
            </button>
          </p>
        </form>
      ) : (
        <div className="bd stack">
          {answers.length > 0 && (
            <dl className="kv">
              {answers.map(([question, answer]) => (
                <div key={question} className="pair">
                  <dt>{question}</dt>
                  <dd className="said">{answer || t('acts.nothing')}</dd>
                </div>
              ))}
            </dl>
          )}
          {preview}
          <p className="note info">
            <Icon name="right" />
            {t('acts.after', { sentence: after })}
          </p>
          {act.error && (act.error instanceof NoAnswer ? <p className="note warn" role="alert">{t('err.indoubt')}</p> : <Trouble failure={act.error} />)}
          {act.error instanceof Problem && <WrongFields errors={act.error.body.errors ?? []} />}
          <p className="flex wrap">
            <button type="button" className="btn p" disabled={act.isPending} onClick={() => act.mutate(command())}>
              {act.isPending ? t('acts.recording') : t('acts.recordOf', { what: label })}
            </button>
            {fields && (
              <button type="button" className="btn" onClick={() => setStep('form')}>
                {t('acts.change')}
              </button>
            )}
            <button type="button" className="btn q" onClick={close}>
              {t('common.cancel')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

/** What is wrong with which field, where the answer says so. */
function WrongFields({ errors }: { errors: { pointer: string; message: string }[] }) {
  const { t } = useWords();
  if (errors.length === 0) return null;
  return (
    <ul className="note err">
      {errors.map(({ pointer, message }) => (
        <li key={`${pointer} ${message}`}>
          {placeOf(pointer, t)}: {message}
        </li>
      ))}
    </ul>
  );
}
