import { readinessTasks, readinessV1, type ReadinessState } from '#process';
import type { EntityManager } from 'typeorm';
import { readinessColumns, readinessTaskColumns } from '../write-readiness';

/** Writes what follows from the events of a region's readiness anew: its row and its tasks. Its chain is not touched. */
export async function refoldReadiness(tx: EntityManager, state: ReadinessState): Promise<void> {
  const { at, nextAlarmAt, ready, funding } = readinessColumns(readinessV1, state);
  await tx.query('update readiness set at = $2, next_alarm_at = $3, ready = $4, funding = $5, state = $6::jsonb where readiness_id = $1', [
    state.id, at, nextAlarmAt, ready, funding, JSON.stringify(state),
  ]);
  await tx.query('delete from task where subject_id = $1', [state.id]);
  await tx.query(
    `insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since)
     select t."taskId", 'readiness', $1, $2, t.key, t.role, t.scope, t.verb, t.since
       from jsonb_to_recordset($3::jsonb) as t("taskId" text, key text, role text, scope text, verb jsonb, since timestamptz)`,
    [state.id, state.regionCode, JSON.stringify(readinessTasks(readinessV1, state).map((task) => readinessTaskColumns(state.id, task)))],
  );
}
