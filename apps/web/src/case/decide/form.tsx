import type { Definition } from '#process';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { CaseDocument, CaseView } from '../../api/shapes';
import { Icon } from '../../pieces/icon';
import { useWords } from '../../words/words';
import type { Answers, Asked, Fault } from './answers';
import { Field } from './field';
import { useConsequence } from './consequence';
import { unread } from './read-first';
import { ReadFirstList } from './read-first-list';

interface FormProps {
  view: CaseView;
  definition: Definition;
  asked: Asked;
  answers: Answers;
  onChange: (answers: Answers) => void;
  faults: Fault[];
  onNext: () => void;
  isLocked: boolean;
  /** What has to be read first, and what was. */
  reading: { documents: CaseDocument[]; opened: ReadonlySet<string> };
}

/** The questions of one act, in the order in which its refusals would name them. */
export function Form({ view, definition, asked, answers, onChange, faults, onNext, isLocked, reading }: FormProps) {
  const { t, say } = useWords();
  const consequence = useConsequence(view, definition, asked);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  const wrong = (field: string) => faults.find((fault) => fault.field === field);
  const set = (part: Partial<Answers>) => onChange({ ...answers, ...part });
  const label = (field: string): string => {
    const fact = asked.facts.find(({ name }) => field === `fact-${name}`);
    if (fact) return say(fact.label);
    if (field.startsWith('check-')) return field.slice(6);
    if (field.startsWith('remark')) return t('decide.remarks');
    if (field.startsWith('condition')) return t(field.endsWith('due') ? 'decide.conditionDue' : 'decide.conditions');
    return t(field === 'reason' ? 'decide.reason' : 'decide.note');
  };
  const remarks = answers.remarks.length === 0 && asked.remarks ? [{ text: '', unit: '' }] : answers.remarks;
  const conditions = answers.conditions.length === 0 && asked.conditions ? [{ text: '', owner: 'regency-drafter', dueOn: '' }] : answers.conditions;
  const documents = view.documents.filter(({ type }) => asked.transition.documents?.includes(type) ?? false);
  const toRead = unread(reading.documents, reading.opened, answers);
  const isShut = isLocked || toRead.length > 0;
  return (
    <form
      className="card stack bd"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {faults.length > 0 && (
        <div className="errsum" ref={summary} tabIndex={-1} role="alert">
          <h3>{t('err.title', { n: faults.length })}</h3>
          <ul>
            {faults.map(({ field, word }) => (
              <li key={field}>
                <a href={`#${field}`} onClick={(event) => { event.preventDefault(); document.getElementById(field)?.focus(); }}>
                  {label(field)}: {t(word)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="note info">
        <Icon name="right" />
        {t('acts.after', { sentence: consequence })}
      </p>
      {asked.reasons.length > 0 && (
        <Field id="reason" label={t('decide.reason')} fault={wrong('reason')}>
          {(props) => (
            <select {...props} value={answers.reasonCode} onChange={({ target }) => set({ reasonCode: target.value })}>
              <option value="">{t('decide.reasonChoose')}</option>
              {asked.reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {say(definition.reasons[reason]?.label)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {asked.checks.length > 0 && (
        <fieldset className="stack-s">
          <legend className="b">{t('decide.checks')}</legend>
          <div className="pairs">
            {asked.checks.map((check) => (
              <Field key={check} id={`check-${check}`} label={`${check} ${say(definition.checks[check])}`} fault={wrong(`check-${check}`)}>
                {(props) => (
                  <select {...props} value={answers.checks[check] ?? ''} onChange={({ target }) => set({ checks: { ...answers.checks, [check]: target.value } })}>
                    <option value="">{t('plan.choose')}</option>
                    <option value="conform">{t('decide.conform')}</option>
                    <option value="not-conform">{t('decide.notConform')}</option>
                  </select>
                )}
              </Field>
            ))}
          </div>
        </fieldset>
      )}
      {asked.facts.map(({ name, label: text, kind, values }) => (
        <Field key={name} id={`fact-${name}`} label={say(text)} hint={kind === 'date' ? t('decide.date') : undefined} fault={wrong(`fact-${name}`)}>
          {(props) =>
            values.length > 0 ? (
              <select {...props} value={answers.facts[name] ?? ''} onChange={({ target }) => set({ facts: { ...answers.facts, [name]: target.value } })}>
                <option value="">{t('plan.choose')}</option>
                {values.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            ) : (
              <input {...props} inputMode={kind === 'year' ? 'numeric' : 'text'} autoComplete="off" maxLength={100} value={answers.facts[name] ?? ''} onChange={({ target }) => set({ facts: { ...answers.facts, [name]: target.value } })} />
            )
          }
        </Field>
      ))}
      {(asked.remarks || asked.reasons.length > 0) && (
        <fieldset className="stack-s">
          <legend className="b">{t('decide.remarks')}</legend>
          {remarks.map(({ text, unit }, n) => {
            const change = (part: object) => set({ remarks: remarks.map((each, index) => (index === n ? { ...each, ...part } : each)) });
            return (
              <div key={n} className="stack-s pinned">
                <Field id={`remark-${n}-unit`} label={t('remark.unit')}>
                  {(props) => <input {...props} maxLength={200} value={unit} onChange={({ target }) => change({ unit: target.value })} />}
                </Field>
                <Field id={`remark-${n}`} label={`${t('remark.text')} ${n + 1}`} fault={wrong(`remark-${n}`)}>
                  {(props) => <textarea {...props} rows={2} maxLength={10_000} value={text} onChange={({ target }) => change({ text: target.value })} />}
                </Field>
                {remarks.length > 1 && (
                  <button type="button" className="btn q s" onClick={() => set({ remarks: remarks.filter((_, index) => index !== n) })}>
                    {t('decide.remarkRemove', { n: n + 1 })}
                  </button>
                )}
              </div>
            );
          })}
          <button type="button" className="btn s" onClick={() => set({ remarks: [...remarks, { text: '', unit: '' }] })}>
            <Icon name="plus" small /> {t('decide.remarkAdd')}
          </button>
        </fieldset>
      )}
      {asked.conditions && (
        <fieldset className="stack-s">
          <legend className="b">{t('decide.conditions')}</legend>
          {conditions.map((condition, n) => {
            const change = (part: object) => set({ conditions: conditions.map((each, index) => (index === n ? { ...each, ...part } : each)) });
            return (
              <div key={n} className="stack-s pinned">
                <Field id={`condition-${n}`} label={`${t('decide.conditionText')} ${n + 1}`} fault={wrong(`condition-${n}`)}>
                  {(props) => <textarea {...props} rows={2} maxLength={10_000} value={condition.text} onChange={({ target }) => change({ text: target.value })} />}
                </Field>
                <Field id={`condition-${n}-owner`} label={t('decide.conditionOwner')}>
                  {(props) => (
                    <select {...props} value={condition.owner} onChange={({ target }) => change({ owner: target.value })}>
                      {Object.entries(definition.roles).map(([role, { label: text }]) => (
                        <option key={role} value={role}>
                          {say(text)}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <Field id={`condition-${n}-due`} label={t('decide.conditionDue')} hint={t('decide.date')} fault={wrong(`condition-${n}-due`)}>
                  {(props) => <input {...props} autoComplete="off" value={condition.dueOn} onChange={({ target }) => change({ dueOn: target.value })} />}
                </Field>
              </div>
            );
          })}
          <button type="button" className="btn s" onClick={() => set({ conditions: [...conditions, { text: '', owner: 'regency-drafter', dueOn: '' }] })}>
            <Icon name="plus" small /> {t('decide.conditionAdd')}
          </button>
        </fieldset>
      )}
      <Field id="note" label={t(asked.note === 'required' ? 'decide.note' : 'decide.noteOptional')} fault={wrong('note')}>
        {(props) => <textarea {...props} rows={3} maxLength={10_000} value={answers.note} onChange={({ target }) => set({ note: target.value })} />}
      </Field>
      {documents.length > 0 && (
        <section className="stack-s">
          <h2>{t('decide.documents')}</h2>
          <ul>
            {documents.map(({ type, label: text, version, sha256, name }) => (
              <li key={`${type}${version}`}>
                <a href={`/v1/documents/${sha256}`}>{say(text)}</a> <span className="small muted file-name">{name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reading.documents.length > 0 && <ReadFirstList {...reading} answers={answers} onChange={(waived) => set({ waived })} />}
      {toRead.length > 0 && (
        <p id="to-read" className="muted">
          {t('decide.readLocked', { n: toRead.length })}
        </p>
      )}
      <p className="flex wrap">
        <button type="button" className="btn p" aria-disabled={isShut || undefined} aria-describedby={toRead.length > 0 ? 'to-read' : undefined} onClick={() => toRead.length === 0 && onNext()}>
          {t('decide.next')}
        </button>
        <Link className="btn" to={`/kasus/${view.id}`}>
          {t('decide.later')}
        </Link>
      </p>
    </form>
  );
}
