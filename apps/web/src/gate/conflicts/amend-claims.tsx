import { matrixTables } from '#process/matrix/plan-matrix';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Loading } from '../../pieces/loading';
import { Trouble } from '../../pieces/trouble';
import { useKept } from '../../pieces/use-kept';
import { type StoredPlan, storedPlan } from '../../plan/answers';
import { formOf, matrixOf, type PlanForm } from '../../plan/form';
import { MatrixFields } from '../../plan/matrix-fields';
import { useWords } from '../../words/words';
import { boardOf } from '../api/questions';
import type { Cohort, Conflict } from '../api/shapes';
import { Act } from '../../acts/act';

interface Part {
  cohort: Cohort;
  conflict: Conflict;
  region: string;
}

/** The claims of a region that waits at the gate, changed as part of a resolution. Elsewhere they are changed on the page of the plan. */
export function AmendClaims({ cohort, conflict, region }: Part) {
  const { data: board } = useQuery(boardOf(cohort.id));
  const member = board?.members.find((one) => one.region.code === region);
  const waits = member?.arrivedAt != null && cohort.waiting.some(({ caseId }) => caseId === member.caseId);
  if (!member?.caseId || !waits) return null;
  return <Stored cohort={cohort} conflict={conflict} region={region} caseId={member.caseId} />;
}

function Stored(part: Part & { caseId: string }) {
  const { data: plan, error, isPending, refetch } = useQuery(storedPlan(part.caseId));
  if (isPending) return <Loading />;
  if (!plan) return <Trouble failure={error} again={() => void refetch()} />;
  return <Amend key={plan.version} {...part} plan={plan} />;
}

function Amend({ cohort, conflict, region, caseId, plan }: Part & { caseId: string; plan: StoredPlan }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const stored = formOf(plan.matrix);
  const [form, setForm, forget] = useKept<PlanForm>(`claims:${caseId}:${plan.version}`, stored);
  const changed = matrixTables.filter((table) => JSON.stringify(form[table]) !== JSON.stringify(stored[table]));
  return (
    <Act
      label={t('conflict.amend')}
      fields={
        <>
          <p className="muted">{t('conflict.amendHint')}</p>
          <MatrixFields form={form} of={{ id: caseId, region: { code: region } }} onChange={setForm} />
        </>
      }
      faults={changed.length > 0 ? [] : [t('conflict.nothingAmended')]}
      answers={[[t('conflict.amendedTables'), changed.map((table) => `${t(`plan.${table}`)} (${form[table].length})`).join(', ')]]}
      after={t('conflict.afterAmend')}
      command={() => ({ path: `/v1/cohorts/${cohort.id}/conflicts/${encodeURIComponent(conflict.key)}/claims`, body: { matrix: matrixOf(form) } })}
      onDone={() => {
        forget(form);
        void Promise.all([queries.invalidateQueries({ queryKey: ['plan', caseId] }), queries.invalidateQueries({ queryKey: ['case', caseId] })]);
      }}
      done={t('conflict.amendDone')}
    />
  );
}
