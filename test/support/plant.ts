import { type CaseState, type RecordedEvent, tasksOf, withoutSubstance } from '#process';
import type { Life } from '../../libs/process/testing';
import { caseColumns, taskColumns } from '../../libs/ledger/src/projection';
import type { TestDatabase } from './database';

export interface Planted {
  life: Life;
  /** The programme year of its name: one open case per region and year. */
  year: number;
}

export const plantedId = ({ life, year }: Planted): string => `rpik-${life.state.region}-${year}`;

/** Cases as their own lives left them, written at once by the owner; the record of each begins with what happens next. */
export async function plant({ owner }: TestDatabase, planted: readonly Planted[]): Promise<string[]> {
  const [definition] = await owner.query<{ hash: string }[]>(`select hash from process_definition where id = 'rpik'`);
  const rows = planted.map((one) => {
    const { life, year } = one;
    const state: CaseState = { ...life.state, id: plantedId(one), programmeYear: year, process: { ...life.state.process, hash: definition!.hash } };
    const substantive = life.events.filter(({ type }: RecordedEvent) => !withoutSubstance.includes(type)).at(-1)!;
    return { id: state.id, region: state.region, state, ...caseColumns(life.rules, state), substantiveAt: substantive.at, tasks: tasksOf(life.rules, state).map((task) => taskColumns(state.id, task)) };
  });
  await owner.query(
    `with row as (
       select * from jsonb_to_recordset($1::jsonb) as r(id text, region text, state jsonb, tasks jsonb, "processId" text, "processVersion" int, "processHash" text, "calendarVersion" int, "programmeYear" int, title text,
         phase text, stage text, status text, round int, seq int, "substantiveSeq" int, "substantiveAt" timestamptz, "enteredAt" timestamptz, at timestamptz, "dueOn" date, "nextAlarmAt" timestamptz, "transferSeq" int, "transferAt" timestamptz)
     ), written as (
       insert into regulation_case (case_id, region, process_id, process_version, process_hash, calendar_version, programme_year, title, phase, stage, status, round, seq, substantive_seq, substantive_at, entered_at, at, filed_at,
         due_on, next_alarm_at, transfer_seq, transfer_at, head_hash, state)
       select id, region, "processId", "processVersion", "processHash", "calendarVersion", "programmeYear", title, phase, stage, status, round, seq, "substantiveSeq", "substantiveAt", "enteredAt", at, at,
         "dueOn", "nextAlarmAt", "transferSeq", "transferAt", repeat('0', 64), state from row)
     insert into task (task_id, subject_kind, subject_id, region, key, role, scope, stage, verb, transition, due_on, since, claimed_by, carried)
     select t."taskId", 'case', row.id, row.region, t.key, t.role, t.scope, t.stage, t.verb, t.transition, t."dueOn", t.since, t."claimedBy", t.carried
       from row cross join lateral jsonb_to_recordset(row.tasks) as t("taskId" text, key text, role text, scope text, stage text, verb jsonb, transition text, "dueOn" date, since timestamptz, "claimedBy" text, carried boolean)`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}
