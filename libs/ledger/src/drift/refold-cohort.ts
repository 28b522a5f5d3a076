import { type CohortState, cohortTasksOf } from '#process';
import type { EntityManager } from 'typeorm';
import { cohortAlarmOf } from '../cohort-alarm';
import { cohortTaskColumns } from '../write-cohort';
import type { Passage } from './compare-cohort';

/** Writes what follows from a cohort's events anew: its row, its members, its tasks, and who was released. Its chain is not touched. */
export async function refoldCohort(tx: EntityManager, state: CohortState, passages: readonly Passage[]): Promise<void> {
  const { id, province, members, releases } = state;
  await tx.query('update cohort set at = $2, next_alarm_at = $3, state = $4::jsonb where cohort_id = $1', [id, state.at, cohortAlarmOf(state) ?? null, JSON.stringify(state)]);
  await tx.query('delete from cohort_member where cohort_id = $1', [id]);
  await tx.query(
    `insert into cohort_member (cohort_id, province, region, state)
     select $1, $2, m."regionCode", m.state from jsonb_to_recordset($3::jsonb) as m("regionCode" text, state text)`,
    [id, province, JSON.stringify(members)],
  );
  await tx.query('delete from cohort_release where cohort_id = $1', [id]);
  const rows = releases.flatMap(({ round, seq, members: of }) =>
    of.map((member) => ({ ...member, round, seq, outcome: passages.find(({ caseId, round: its }) => caseId === member.caseId && its === round)?.outcome ?? null })),
  );
  await tx.query(
    `insert into cohort_release (cohort_id, release_seq, round, province, region, case_id, arrival_seq, manifest_hash, outcome)
     select $1, r.seq, r.round, $2, r."regionCode", r."caseId", r."arrivalSeq", r."manifestHash", r.outcome
       from jsonb_to_recordset($3::jsonb) as r(seq int, round int, "regionCode" text, "caseId" text, "arrivalSeq" int, "manifestHash" text, outcome text)`,
    [id, province, JSON.stringify(rows)],
  );
  await tx.query('delete from task where subject_id = $1', [id]);
  await tx.query(
    `insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, due_on, since)
     select t."taskId", 'cohort', $1, t.scope, t.key, t.role, t.scope, t.verb, t."dueOn", t.since
       from jsonb_to_recordset($2::jsonb) as t("taskId" text, key text, role text, scope text, verb jsonb, "dueOn" date, since timestamptz)`,
    [id, JSON.stringify(cohortTasksOf(state).map((task) => cohortTaskColumns(id, task)))],
  );
}
