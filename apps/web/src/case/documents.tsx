import type { Definition } from '#process';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Problem } from '../api/ask';
import type { CaseDocument, CaseView } from '../api/shapes';
import { Chip } from '../pieces/chip';
import { Icon } from '../pieces/icon';
import { useWords } from '../words/words';
import { upload } from './upload';

const sizeOf = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** What is missing for the next step, what can still be exchanged, what is stored, and what is brought only where there is a reason. */
export function Documents({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  const { t } = useWords();
  const latest = [...new Map(view.documents.map((document) => [document.type, document])).values()];
  const isThere = (type: string) => latest.some((document) => document.type === type);
  const wanted = view.uploadable.filter((type) => !isThere(type));
  const acts = Object.values(definition?.stages[view.stage.id]?.transitions ?? {});
  const needed = new Set(acts.flatMap(({ documents = [], anyDocument = [] }) => [...documents, ...(anyDocument.some(isThere) ? [] : anyDocument)] as string[]));
  const isAsked = ({ type }: CaseDocument) => view.damaged.includes(type) || (view.correction?.documents.includes(type) ?? false);
  const mayChange = ({ type }: CaseDocument) => view.uploadable.includes(type);
  const line = (type: string, document?: CaseDocument) => <DocumentLine key={type} view={view} type={type} {...(document && { document })} isNeeded={needed.has(type)} definition={definition} />;
  const stored = (documents: CaseDocument[]) => documents.map((document) => line(document.type, document));
  const groups: [string, ReactNode[]][] = [
    [t('doc.needed'), [...stored(latest.filter(isAsked)), ...wanted.filter((type) => needed.has(type)).map((type) => line(type))]],
    [t('doc.changeable'), stored(latest.filter((one) => !isAsked(one) && mayChange(one)))],
    [t('doc.stored'), stored(latest.filter((one) => !isAsked(one) && !mayChange(one)))],
    [t('doc.optional'), wanted.filter((type) => !needed.has(type)).map((type) => line(type))],
  ];
  return (
    <div className="stack">
      <section className="card">
        <div className="doc">
          <Icon name="list" />
          <div>
            <Link className="b" to={`/kasus/${view.id}/rencana`}>
              {t('plan.nav')}
            </Link>
            <p className="r">{t('doc.matrix')}</p>
          </div>
        </div>
      </section>
      {latest.length === 0 && <p className="empty">{t('doc.none')}</p>}
      {groups.map(([title, lines]) =>
        lines.length === 0 ? null : (
          <section key={title} className="card">
            <div className="hd">
              <h2>{title}</h2>
              <span className="end small muted">{lines.length}</span>
            </div>
            <ul>{lines}</ul>
          </section>
        ),
      )}
    </div>
  );
}

function DocumentLine({ view, type, document, isNeeded, definition }: { view: CaseView; type: string; document?: CaseDocument; isNeeded: boolean; definition: Definition | undefined }) {
  const { t, say } = useWords();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number>();
  const [said, setSaid] = useState<{ text: string; failed?: File }>();
  const [isOver, setOver] = useState(false);
  const name = say(definition?.documents[type]?.label) || type;
  const canUpload = view.uploadable.includes(type);
  const { hash } = useLocation();
  const line = useRef<HTMLLIElement>(null);
  // A list of what is missing leads here.
  useEffect(() => {
    if (hash === `#doc-${type}`) line.current?.focus();
  }, [hash, type]);
  // One key per choice of a file: trying again after a broken line stores nothing twice.
  const keys = useRef(new WeakMap<File, string>());

  const send = async (file: File) => {
    const key = keys.current.get(file) ?? crypto.randomUUID();
    keys.current.set(file, key);
    setSaid(undefined);
    setPercent(0);
    try {
      const stored = await upload(`/v1/cases/${view.id}/documents/${type}`, file, key, setPercent);
      // Known before this upload: its bytes were kept once, and the reader learns where.
      const twin = view.documents.find(({ sha256 }) => sha256 === stored.sha256);
      setSaid({ text: twin ? t('doc.already', { name: say(twin.label), n: twin.version }) : t('doc.uploaded', { name: stored.name, n: stored.version }) });
      await queries.invalidateQueries({ queryKey: ['case', view.id] });
    } catch (failure) {
      const isRefused = failure instanceof Problem && failure.status < 500;
      setSaid({ text: t('doc.failed', { reason: failure instanceof Problem ? failure.body.detail : t('err.away') }), ...(!isRefused && { failed: file }) });
    } finally {
      setPercent(undefined);
    }
  };

  return (
    <li
      id={`doc-${type}`}
      ref={line}
      tabIndex={-1}
      className={`doc ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        if (!canUpload) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (canUpload && file) void send(file);
      }}
    >
      <Icon name="doc" />
      <div>
        <p className="b">{name}</p>
        <p className="r">
          {document?.media === 'docx' && (
            <>
              <Link to={`/kasus/${view.id}/baca/${document.sha256}`} aria-label={t('compare.readOf', { name })}>
                {t('compare.read')}
              </Link>{' '}
              ·{' '}
            </>
          )}
          {document && document.media !== 'docx' && document.media !== 'xlsx' && (
            <>
              <a href={`/v1/documents/${document.sha256}?inline=1`} target="_blank" rel="noreferrer" aria-label={t('compare.readOf', { name })}>
                {t('compare.look')}
              </a>{' '}
              ·{' '}
            </>
          )}
          {document ? (
            <a href={`/v1/documents/${document.sha256}`} download aria-label={t('doc.download', { name: document.name ?? name })}>
              <span className="file-name">{document.name ?? name}</span>
            </a>
          ) : (
            canUpload && <span className="d-only">{t('doc.drop')}</span>
          )}
          {document && ` · ${t('doc.version', { n: document.version })} · ${sizeOf(document.size)}`}
          {document && (
            <span className="d-only">
              {' '}
              · <span className="mono">{document.sha256.slice(0, 12)}</span>
            </span>
          )}
        </p>
        <p role="status" className={said ? `small ${said.failed || !document ? 't-late' : ''}` : 'sr'}>
          {percent === undefined ? said?.text : t('doc.uploading', { percent })}
          {said?.failed && (
            <button type="button" className="btn s" onClick={() => said.failed && void send(said.failed)}>
              {t('doc.retry')}
            </button>
          )}
        </p>
      </div>
      <div className="flex wrap doc-acts">
        <Standing type={type} isThere={document !== undefined} isNeeded={isNeeded} view={view} />
        {canUpload && (
          <>
            <a className="btn q s" href={`/v1/document-types/${type}/template`} download aria-label={t('doc.templateOf', { name })}>
              {t('doc.template')}
            </a>
            <input ref={chooser} className="sr" type="file" tabIndex={-1} aria-hidden="true" onChange={({ target }) => { const file = target.files?.[0]; if (file) void send(file); target.value = ''; }} />
            <button type="button" className="btn s" disabled={percent !== undefined} aria-label={t('doc.uploadOf', { name })} onClick={() => chooser.current?.click()}>
              <Icon name="up" small /> {t(document ? 'doc.replace' : 'doc.upload')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

function Standing({ type, isThere, isNeeded, view }: { type: string; isThere: boolean; isNeeded: boolean; view: CaseView }) {
  const { t } = useWords();
  if (view.damaged.includes(type)) return <Chip tone="late">{t('doc.damaged')}</Chip>;
  if (isThere && view.correction?.documents.includes(type)) return <Chip tone="back">{t('doc.toCorrect')}</Chip>;
  if (isThere) return <Chip tone="done">{t('doc.present')}</Chip>;
  return <Chip tone={isNeeded ? 'late' : 'none'}>{t(isNeeded ? 'doc.missing' : 'doc.notThere')}</Chip>;
}
