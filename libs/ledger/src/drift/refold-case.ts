import type { CaseState } from '#process';
import type { EntityManager } from 'typeorm';
import { askWorkflow } from '../agenda-rows';
import type { caseColumns, TaskColumns } from '../projection';
import { writeStays } from '../stage-stays';
import type { FoldedCase } from './fold-case';

/** Writes what follows from a case's events anew: its row, tasks, stays and arrivals. Its chain is not touched, and the end its row knows of stays. */
export async function refoldCase(tx: EntityManager, { state, stays, arrivals }: FoldedCase, columns: ReturnType<typeof caseColumns>, tasks: readonly TaskColumns[]): Promise<void> {
  await tx.query(writeRow, [state.id, JSON.stringify(columns), JSON.stringify(state)]);
  await writeTasks(tx, state, tasks);
  await writeStays(tx, state.id, stays);
  await writeArrivals(tx, state, arrivals);
  await tx.query(`delete from agenda where kind = 'case' and id = $1 and seq > $2`, [state.id, state.seq]);
  // Its alarm may be another one now.
  if (state.status === 'open') await askWorkflow(tx, state);
}

const writeRow = `
update regulation_case c
   set process_id = r."processId", process_version = r."processVersion", process_hash = r."processHash", calendar_version = r."calendarVersion", programme_year = r."programmeYear",
       title = r.title, phase = r.phase, stage = r.stage, status = r.status, round = r.round, substantive_seq = r."substantiveSeq", entered_at = r."enteredAt", at = r.at,
       due_on = r."dueOn", next_alarm_at = r."nextAlarmAt", transfer_seq = r."transferSeq", transfer_at = r."transferAt", state = $3::jsonb
  from jsonb_to_record($2::jsonb) as r("processId" text, "processVersion" int, "processHash" text, "calendarVersion" int, "programmeYear" int, title text, phase text, stage text,
       status text, round int, "substantiveSeq" int, "enteredAt" timestamptz, at timestamptz, "dueOn" date, "nextAlarmAt" timestamptz, "transferSeq" int, "transferAt" timestamptz)
 where c.case_id = $1`;

async function writeTasks(tx: EntityManager, { id, region }: CaseState, tasks: readonly TaskColumns[]): Promise<void> {
  await tx.query('delete from task where subject_id = $1', [id]);
  await tx.query(
    `insert into task (task_id, subject_kind, subject_id, region, key, role, scope, stage, verb, transition, due_on, since, claimed_by, carried)
     select t."taskId", 'case', $1, $2, t.key, t.role, t.scope, t.stage, t.verb, t.transition, t."dueOn", t.since, t."claimedBy", t.carried
       from jsonb_to_recordset($3::jsonb) as t("taskId" text, key text, role text, scope text, stage text, verb jsonb, transition text, "dueOn" date, since timestamptz,
                                               "claimedBy" text, carried boolean)`,
    [id, region, JSON.stringify(tasks)],
  );
}

async function writeArrivals(tx: EntityManager, { id, region }: CaseState, arrivals: FoldedCase['arrivals']): Promise<void> {
  await tx.query('delete from cohort_arrival where case_id = $1', [id]);
  await tx.query(
    `insert into cohort_arrival (case_id, seq, region, province, programme_year, manifest_hash, arrived_at, left_seq)
     select $1, a.seq, $2, left($2, 2), a."programmeYear", a."manifestHash", a.at, a."leftSeq"
       from jsonb_to_recordset($3::jsonb) as a(seq int, "programmeYear" int, "manifestHash" text, at timestamptz, "leftSeq" int)`,
    [id, region, JSON.stringify(arrivals)],
  );
}
