import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { ask, Problem } from '../api/ask';
import type { WorklistView } from '../api/questions';
import type { Me, Task } from '../api/shapes';
import { has } from '../pieces/duties';
import { groupBy } from '../pieces/group-by';
import { page } from '../pieces/page';
import type { Subject } from '../radar/act-dialog';
import { useWords } from '../words/words';

const ActDialog = page(() => import('../radar/act-dialog'), 'radar');

type Act = 'claim' | 'release' | 'remind';
interface Outcome {
  done: number;
  failed: string[];
}

async function onEach(tasks: readonly Task[], act: 'claim' | 'release'): Promise<Outcome> {
  const outcome: Outcome = { done: 0, failed: [] };
  for (const { taskId, region } of tasks) {
    try {
      await ask(`/v1/tasks/${encodeURIComponent(taskId)}/${act}`, { method: 'POST', body: {}, key: crypto.randomUUID() });
      outcome.done += 1;
    } catch (failure) {
      outcome.failed.push(`${region.name}: ${failure instanceof Problem ? failure.body.detail : '–'}`);
    }
  }
  return outcome;
}

async function remind(tasks: readonly Task[]): Promise<Outcome> {
  const caseIds = [...new Set(tasks.flatMap(({ caseId }) => caseId ?? []))];
  const { results } = await ask<{ results: { caseId: string; ok: boolean; problem?: { detail: string } }[] }>('/v1/stalled/actions', { method: 'POST', body: { action: 'remind', caseIds }, key: crypto.randomUUID() });
  return { done: results.filter(({ ok }) => ok).length, failed: results.filter(({ ok }) => !ok).map(({ caseId, problem }) => `${caseId}: ${problem?.detail ?? ''}`) };
}

/** Who may remind others: whoever watches over them. */
export const mayRemind = (self: Me | undefined): boolean => has(self, 'watch-cases');

/** A case of several tasks is assigned once: each person takes what is of their office. */
const subjects = (tasks: readonly Task[]): Subject[] =>
  groupBy(tasks.filter(({ caseId }) => caseId), ({ caseId }) => caseId!).map(([caseId, of]) => ({ caseId, name: of[0]!.region.name, desk: of }));

/** What can be done to several tasks at once, with a result for each; a decision is none of it. */
export function Bulk({ tasks, view, self, onDone }: { tasks: Task[]; view: WorklistView; self: Me | undefined; onDone: (said: string) => void }) {
  const { t } = useWords();
  const [isAssigning, setAssigning] = useState(false);
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (act: Act) => (act === 'remind' ? remind(tasks) : onEach(tasks, act)),
    onSuccess: ({ done, failed }) => onDone([t('bulk.done', { done, failed: failed.length }), ...failed].join(' ')),
    onError: (failure) => onDone(failure instanceof Problem ? failure.body.detail : t('err.away')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['worklist'] }),
  });
  const acts: Act[] = view === 'mine' ? ['claim', 'release'] : mayRemind(self) ? ['remind'] : [];
  const words = { claim: 'bulk.take', release: 'bulk.release', remind: 'bulk.remind' } as const;
  return (
    <div className="bulk" role="group" aria-label={t('bulk.chosen', { n: tasks.length })}>
      <b>{t('bulk.chosen', { n: tasks.length })}</b>
      {acts.map((act) => (
        <button key={act} type="button" className="btn" disabled={send.isPending} onClick={() => send.mutate(act)}>
          {t(words[act])}
        </button>
      ))}
      {view === 'waiting' && has(self, 'administer') && (
        <button type="button" className="btn" onClick={() => setAssigning(true)}>
          {t('bulk.assign')}…
        </button>
      )}
      {isAssigning && <Suspense fallback={null}><ActDialog act="assign" items={subjects(tasks)} close={() => onDone('')} /></Suspense>}
      <button type="button" className="btn q" onClick={() => onDone('')}>
        {t('bulk.none')}
      </button>
      <span className="small muted">{t('bulk.never')}</span>
    </div>
  );
}
