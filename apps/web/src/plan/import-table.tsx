import type { MatrixTable } from '#process/matrix/plan-matrix';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '../api/ask';
import { useCommandKey } from '../api/command-key';
import { Icon } from '../pieces/icon';
import { Trouble } from '../pieces/trouble';
import { useWords } from '../words/words';
import type { ImportPreview } from './answers';

/** A table from a file: first what it would change and what is wrong with it by line, and only then the act. */
export function ImportTable({ caseId, table, onDone }: { caseId: string; table: MatrixTable; onDone: () => Promise<void> }) {
  const { t, say } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const key = useCommandKey();
  const [file, setFile] = useState<File>();
  const send = (chosen: File, dry: boolean) =>
    ask<ImportPreview>(`/v1/cases/${caseId}/plan-matrix/${table}${dry ? '?dryRun=true' : ''}`, { method: 'PUT', body: chosen, headers: { 'content-type': 'text/csv' }, ...(!dry && { key: key.of([chosen.name, chosen.size, chosen.lastModified]) }) });
  const look = useMutation({ mutationFn: (chosen: File) => send(chosen, true) });
  const take = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: async () => {
      setFile(undefined);
      look.reset();
      key.recorded();
      await onDone();
    },
    onError: (failure) => key.failed(failure),
  });
  const name = t(`plan.${table}`);
  const found = look.data;
  return (
    <>
      <input
        ref={chooser}
        className="sr"
        type="file"
        accept=".csv,text/csv"
        tabIndex={-1}
        aria-hidden="true"
        data-import={table}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          target.value = '';
          if (!chosen) return;
          take.reset();
          setFile(chosen);
          look.mutate(chosen);
        }}
      />
      <button type="button" className="btn s" aria-label={t('plan.importOf', { table: name })} onClick={() => chooser.current?.click()}>
        <Icon name="up" small /> {t('plan.import')}
      </button>
      {take.isSuccess && (
        <span className="small t-done" role="status">
          {t('plan.imported')}
        </span>
      )}
      {file && (
        <section className="import note info" aria-label={t('plan.importOf', { table: name })}>
          <div className="stack-s">
            <p className="b file-name">{file.name}</p>
            {look.isPending && <p>{t('plan.looking')}</p>}
            {look.error && <Trouble failure={look.error} />}
            {take.error && <Trouble failure={take.error} />}
            {found && (
              <>
                <p role="status">{found.acceptable ? t('plan.wouldChange', { added: found.added.length, changed: found.changed.length, removed: found.removed.length, unchanged: found.unchanged }) : t('plan.cannotImport', { n: found.total })}</p>
                {found.problems.length > 0 && (
                  <ul>
                    {found.problems.map(({ kind, line, column, message }, n) => (
                      <li key={n}>
                        <b>
                          {t(kind === 'error' ? 'plan.error' : 'plan.warning')}
                          {line !== null && `, ${t('plan.line', { n: line })}`}
                          {column && `, ${t(`plan.c.${column}` as 'plan.c.name')}`}
                        </b>
                        : {say(message)}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )}
            <p className="flex wrap">
              {found?.acceptable && (
                <button type="button" className="btn" disabled={take.isPending} onClick={() => take.mutate(file)}>
                  {t('plan.replace', { table: name })}
                </button>
              )}
              <button
                type="button"
                className="btn q"
                onClick={() => {
                  setFile(undefined);
                  look.reset();
                }}
              >
                {t('common.cancel')}
              </button>
            </p>
          </div>
        </section>
      )}
    </>
  );
}
