import './plan.css';
import { matrixTables } from '#process/matrix/plan-matrix';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { askFully, NoAnswer, Problem } from '../api/ask';
import { useCommandKey } from '../api/command-key';
import { caseOf } from '../api/questions';
import type { CaseView } from '../api/shapes';
import { sideAct } from '../case/side-acts';
import { Chip } from '../pieces/chip';
import { Icon } from '../pieces/icon';
import { Loading } from '../pieces/loading';
import { Trouble } from '../pieces/trouble';
import { useKept } from '../pieces/use-kept';
import { useTitle } from '../pieces/use-title';
import { useWords } from '../words/words';
import { type Saved, type StoredPlan, storedPlan } from './answers';
import { fieldAt, formOf, matrixOf, type PlanForm } from './form';
import { ImportTable } from './import-table';
import { placeOf } from './place-of';
import { PlanTable } from './plan-table';

/** What the plan claims, as a form: saved as a whole, kept on this device until then. */
export default function PlanPage() {
  const { caseId = '' } = useParams();
  const view = useQuery(caseOf(caseId));
  const plan = useQuery(storedPlan(caseId));
  if (view.isPending || plan.isPending) return <Loading rows={8} />;
  if (!view.data || !plan.data) return <Trouble failure={view.error ?? plan.error} again={() => void Promise.all([view.refetch(), plan.refetch()])} />;
  return <Plan view={view.data} plan={plan.data} />;
}

function Plan({ view, plan }: { view: CaseView; plan: StoredPlan }) {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const [form, setForm, forget, keptAt] = useKept<PlanForm>(`plan:${view.id}`, formOf(plan.matrix));
  // The version this form rests on: if somebody saves another one meanwhile, the writer chooses before anything is lost.
  const [base, setBase] = useState({ version: plan.version, etag: plan.etag });
  const key = useCommandKey();
  const summary = useRef<HTMLDivElement>(null);
  const canEdit = sideAct(view, 'save-matrix') !== undefined;
  const save = useMutation({
    mutationFn: (etag: string | null) => askFully<Saved>(`/v1/cases/${view.id}/plan-matrix`, { method: 'PUT', body: matrixOf(form), key: key.of([etag, form]), headers: etag ? { 'if-match': etag } : {} }),
    onSuccess: async ({ headers, body }) => {
      key.recorded();
      setBase({ version: body.version, etag: headers.get('etag') });
      forget(form);
      await Promise.all([queries.invalidateQueries({ queryKey: ['plan', view.id] }), queries.invalidateQueries({ queryKey: ['case', view.id] })]);
    },
    onError: (failure) => key.failed(failure),
  });
  const failure = save.error;
  const faults = failure instanceof Problem && failure.body.code === 'matrix-refused' ? (failure.body.errors ?? []) : [];
  const isStale = failure instanceof Problem && failure.body.code === 'precondition-failed';
  useTitle(`${faults.length > 0 ? t('err.prefix') : ''}${t('plan.title')} — ${view.region.name}`);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
    // A new answer takes the focus, and not every stroke after it.
  }, [failure]);
  const takeStored = () => {
    const fresh = queries.getQueryData(storedPlan(view.id).queryKey) ?? plan;
    forget(formOf(fresh.matrix));
    setBase({ version: fresh.version, etag: fresh.etag });
    save.reset();
  };
  const time = keptAt && new Date(keptAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  const wrong = new Map(faults.map(({ pointer, message }) => [fieldAt(pointer), message]));
  return (
    <div className="stack">
      <div>
        <p className="crumb">
          <Link to={`/kasus/${view.id}`}>{view.title}</Link> › {t('plan.nav')}
        </p>
        <div className="flex between wrap">
          <h1 tabIndex={-1}>{t('plan.title')}</h1>
          <Chip tone={plan.valid ? 'done' : 'soon'}>{plan.version === 0 ? t('plan.noVersion') : t(plan.valid ? 'plan.complete' : 'plan.incomplete', { n: plan.version })}</Chip>
        </div>
        <p className="muted">{t(canEdit ? 'plan.lead' : 'plan.frozen')}</p>
        {sideAct(view, 'amend-claims') && (
          <p>
            {t('plan.atGate')} <Link to={`/provinsi/cohort-${view.region.code.slice(0, 2)}-${view.programmeYear}/temuan`}>{t('plan.toFindings')}</Link>
          </p>
        )}
      </div>
      {faults.length > 0 && (
        <div className="errsum" ref={summary} tabIndex={-1} role="alert">
          <h3>{t('err.title', { n: faults.length })}</h3>
          <ul>
            {faults.map(({ pointer, message }, n) => (
              <li key={`${pointer}${n}`}>
                <a
                  href={`#${fieldAt(pointer)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    (document.getElementById(fieldAt(pointer)) ?? document.getElementById(`plan-${pointer.split('/')[1]}`))?.focus();
                  }}
                >
                  {placeOf(pointer, t)}: {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isStale && (
        <div className="note warn" role="alert">
          <Icon name="late" />
          <div className="stack-s">
            <p>{t('plan.stale')}</p>
            <p className="flex wrap">
              <button type="button" className="btn" onClick={() => void queries.fetchQuery({ ...storedPlan(view.id), staleTime: 0 }).then(({ etag }) => save.mutate(etag))}>
                {t('plan.keepMine')}
              </button>
              <button type="button" className="btn" onClick={() => void queries.fetchQuery({ ...storedPlan(view.id), staleTime: 0 }).then(takeStored)}>
                {t('plan.takeTheirs')}
              </button>
            </p>
          </div>
        </div>
      )}
      {failure && faults.length === 0 && !isStale && (failure instanceof NoAnswer ? <p className="note warn" role="alert">{t('err.indoubt')}</p> : <Trouble failure={failure} />)}
      <nav className="flex wrap" aria-label={t('plan.tables')}>
        {matrixTables.map((table) => (
          <a key={table} className="filter" href={`#plan-${table}`}>
            {t(`plan.${table}`)} ({form[table].length})
          </a>
        ))}
      </nav>
      {matrixTables.map((table) => (
        <PlanTable key={table} table={table} rows={form[table]} view={view} canEdit={canEdit} wrong={wrong} onChange={(rows) => setForm({ ...form, [table]: rows })}>
          {canEdit && (
            <ImportTable
              caseId={view.id}
              table={table}
              onDone={async () => {
                const fresh = await queries.fetchQuery({ ...storedPlan(view.id), staleTime: 0 });
                setForm({ ...form, [table]: formOf(fresh.matrix)[table] });
                setBase({ version: fresh.version, etag: fresh.etag });
                await queries.invalidateQueries({ queryKey: ['case', view.id] });
              }}
            />
          )}
        </PlanTable>
      ))}
      {save.isSuccess && <AfterSaving saved={save.data.body} />}
      {canEdit && (
        <div className="plan-save">
          <button type="button" className="btn p" data-utama disabled={save.isPending} onClick={() => save.mutate(base.etag)}>
            {t(save.isPending ? 'plan.saving' : 'plan.save')}
          </button>
          <span className="small muted" role="status">
            {save.isSuccess && !time ? t('plan.saved', { n: save.data.body.version }) : time ? t('decide.saved', { time }) : ''}
          </span>
          <Link className="btn q d-only" to={`/kasus/${view.id}`}>
            {t('decide.back')}
          </Link>
        </div>
      )}
    </div>
  );
}

function AfterSaving({ saved: { version, missing, warnings } }: { saved: Saved }) {
  const { t, say } = useWords();
  return (
    <section className={missing.length > 0 || warnings.length > 0 ? 'note warn' : 'note ok'} role="status">
      <Icon name={missing.length > 0 ? 'late' : 'check'} />
      <div className="stack-s">
        <p className="b">{t('plan.saved', { n: version })}</p>
        {missing.length > 0 && <p>{t('plan.missing', { tables: missing.map((table) => t(`plan.${table}`)).join(', ') })}</p>}
        {warnings.length > 0 && (
          <ul>
            {warnings.map(({ table, row, message }, n) => (
              <li key={n}>
                {t(`plan.${table}`)} {row}: {say(message)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
