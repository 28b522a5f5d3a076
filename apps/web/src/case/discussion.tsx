import type { Definition } from '#process';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useAct } from '../acts/use-act';
import type { CaseRemark, CaseView } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { timeOf } from '../pieces/dates';
import { Trouble } from '../pieces/trouble';
import { useKept } from '../pieces/use-kept';
import { useWords } from '../words/words';
import { sideAct } from './side-acts';

/** The remark ledger: what was asked, where in the text, and what was answered; what is still open comes first. */
export function Discussion({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t } = useWords();
  return (
    <div className="stack">
      {view.remarks.length === 0 && <p className="empty">{t('remark.none')}</p>}
      <ol className="stack">
        {[...view.remarks].sort((one, other) => Number(one.answer !== null) - Number(other.answer !== null) || one.n - other.n).map((remark) => (
          <Remark key={remark.n} view={view} remark={remark} definition={definition} />
        ))}
      </ol>
      {sideAct(view, 'add-remark') && <NewRemark view={view} isPublic={definition?.stages[view.stage.id]?.public ?? false} />}
    </div>
  );
}

function Remark({ view, remark, definition }: { view: CaseView; remark: CaseRemark; definition: Definition | undefined }) {
  const { t, say } = useWords();
  const { n, by, unit, text, answer, visibility } = remark;
  const [isAnswering, setAnswering] = useState(false);
  const [draft, setDraft, forget] = useKept(`answer:${view.id}:${n}`, '');
  const send = useAct(() => {
    forget();
    setAnswering(false);
  });
  return (
    <li className="card">
      <div className="hd wrap">
        <b>
          {n}. {unit ?? ''}
        </b>
        <span className="muted small">{say(definition?.roles[by.role]?.label)}</span>
        <span className="end flex">
          {visibility === 'internal' && <Chip tone="wait">{t('remark.internal')}</Chip>}
          <Chip tone={answer ? 'done' : 'soon'}>{t(answer ? 'remark.answered' : 'remark.open')}</Chip>
        </span>
      </div>
      <div className="bd stack-s">
        <p className="said">{text}</p>
        {answer && <p className="said note ok">{answer.text}</p>}
        {sideAct(view, 'answer-remark', n) && !isAnswering && (
          <button type="button" className="btn s" aria-label={t('remark.answerTo', { n })} onClick={() => setAnswering(true)}>
            {t('remark.answer')}
          </button>
        )}
        {isAnswering && (
          <form
            className="stack-s"
            onSubmit={(event) => {
              event.preventDefault();
              send.mutate({ path: `/v1/cases/${view.id}/remarks/${n}/answer`, body: { text: draft } });
            }}
          >
            <label className="fld">
              <span className="lb">{t('remark.answerTo', { n })}</span>
              <textarea className="inp" rows={3} maxLength={10_000} value={draft} onChange={({ target }) => setDraft(target.value)} required />
            </label>
            <button className="btn p" disabled={send.isPending}>
              {t('remark.sendAnswer')}
            </button>
          </form>
        )}
        {send.error && <Trouble failure={send.error} />}
      </div>
    </li>
  );
}

function NewRemark({ view, isPublic }: { view: CaseView; isPublic: boolean }) {
  const { t, language } = useWords();
  const [draft, setDraft, forget, keptAt] = useKept(`remark:${view.id}`, { text: '', unit: '', visibility: 'counterpart' });
  const send = useAct(() => forget());
  const field = useRef<HTMLTextAreaElement>(null);
  const { hash, key: visit } = useLocation();
  useEffect(() => {
    if (hash === '#catatan') field.current?.focus();
  }, [hash, visit]);
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ path: `/v1/cases/${view.id}/remarks`, body: { text: draft.text, visibility: draft.visibility, ...(draft.unit && { unit: draft.unit }) } });
      }}
    >
      <div className="hd">
        <h2>{t('remark.add')}</h2>
      </div>
      <div className="bd stack">
        <label className="fld">
          <span className="lb">{t('remark.unit')}</span>
          <input className="inp" maxLength={200} value={draft.unit} onChange={({ target }) => setDraft({ ...draft, unit: target.value })} />
        </label>
        <label className="fld">
          <span className="lb">{t('remark.text')}</span>
          <textarea id="catatan" ref={field} className="inp" rows={3} maxLength={10_000} value={draft.text} onChange={({ target }) => setDraft({ ...draft, text: target.value })} required />
        </label>
        <label className="fld">
          <span className="lb">{t('remark.visibility')}</span>
          <select className="inp" value={draft.visibility} onChange={({ target }) => setDraft({ ...draft, visibility: target.value })}>
            <option value="counterpart">{t('remark.counterpart')}</option>
            <option value="internal">{t('remark.internalLong')}</option>
          </select>
        </label>
        {isPublic && draft.visibility === 'counterpart' && (
          <p className="note info">
            <span>
              {t('open.willBePublic')} <Link to={`/publik/kasus/${view.id}`}>{t('open.publicPage')}</Link>
            </span>
          </p>
        )}
        {send.error && <Trouble failure={send.error} />}
        <p className="flex wrap">
          <button className="btn" disabled={send.isPending}>
            {t('remark.send')}
          </button>
          <span role="status" className="small muted">
            {send.isSuccess && draft.text === '' ? t('remark.sent') : keptAt && t('decide.saved', { time: timeOf(keptAt, language) })}
          </span>
        </p>
      </div>
    </form>
  );
}
