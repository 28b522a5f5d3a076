import type { CaseState } from '#process';
import type { EntityManager } from 'typeorm';
import { deskWork } from './desk-work';
import { runPrepared } from './prepared';
import type { Projection } from './projection';
import type { Entry } from './record';
import { eventColumns, insertCommand, insertDocuments, insertEvents, insertWords } from './write-parts';

export interface CommandColumns {
  person: string;
  key: string;
  bodyHash: string;
  type: string;
  seq: number;
  transferSeq: number | null;
  at: string;
}

export interface TextColumns {
  sha256: string;
  salt: string;
  text: string;
  visibility: 'counterpart' | 'internal';
  authorScope: string;
}

export interface CaseWrite {
  state: CaseState;
  entries: readonly Entry[];
  projection: Projection;
  texts: readonly TextColumns[];
  /** Absent for what the clock does: it is idempotent by the case's state. */
  command?: CommandColumns;
  /** The civil day at the case's seat, by which terms of office are read. */
  day: string;
  /** Label of each role, `{id, en}`. */
  roles: Record<string, object>;
  /** Facts of the case for a notice of a vacancy. */
  subjectFacts: object;
}

interface Written {
  written: string;
}

/** Writes what was decided in one statement: either all of it stands or none. */
export async function writeCase(tx: EntityManager, write: CaseWrite): Promise<void> {
  const { state, entries, projection } = write;
  const head = entries.at(-1)!;
  const content = {
    events: eventColumns(entries),
    row: projection.row,
    tasks: projection.tasks,
    gone: projection.gone,
    notices: projection.notices,
    documents: projection.documents,
    stays: projection.stays,
    texts: write.texts,
    commands: write.command ? [write.command] : [],
    arrivals: projection.arrival ? [projection.arrival] : [],
    left: projection.left ?? null,
    cohortTasks: projection.cohortTask ? [projection.cohortTask] : [],
    agenda: projection.agenda,
    roles: write.roles,
    subjectFacts: write.subjectFacts,
  };
  const isNew = entries[0]!.before === undefined;
  const values = [state.id, state.region, JSON.stringify(content), JSON.stringify(state), head.hash];
  const [result] =
    isNew || hasConsequences(projection)
      ? await runPrepared<Written>(tx, isNew ? filing : moving, [...values, write.day])
      : await runPrepared<Written>(tx, recording, values);
  if (Number(result!.written) !== 1) throw new Error(`The row of ${state.id} was not there to be written.`);
}

/** A statement that could do all costs most of its time in finding nothing to do. */
function hasConsequences({ tasks, gone, notices, stays, arrival, left, cohortTask, agenda }: Projection): boolean {
  return agenda || stays.length > 0 || tasks.length > 0 || gone.length > 0 || notices.length > 0 || arrival !== undefined || left !== undefined || cohortTask !== undefined;
}

/** Accepted, and nothing to record but that. */
export async function writeCommand(tx: EntityManager, caseId: string, region: string, command: CommandColumns): Promise<void> {
  await tx.query(
    `insert into accepted_command (person, key, body_hash, subject_kind, subject_id, region, type, seq, transfer_seq, at) values ($1, $2, $3, 'case', $4, $5, $6, $7, $8, $9)`,
    [command.person, command.key, command.bodyHash, caseId, region, command.type, command.seq, command.transferSeq, command.at],
  );
}

const rowShape = `"processId" text, "processVersion" int, "processHash" text, "calendarVersion" int, "programmeYear" int, title text, phase text, stage text,
  status text, round int, seq int, "substantiveSeq" int, "substantiveAt" timestamptz, "enteredAt" timestamptz, at timestamptz, "dueOn" date,
  "nextAlarmAt" timestamptz, "transferSeq" int, "transferAt" timestamptz, "behindSeq" int`;

const insertCase = `
  insert into regulation_case (case_id, region, process_id, process_version, process_hash, calendar_version, programme_year, title, phase, stage, status, round, seq,
                               substantive_seq, substantive_at, entered_at, at, filed_at, due_on, next_alarm_at, transfer_seq, transfer_at, behind_seq, head_hash, state)
  select $1, $2, r."processId", r."processVersion", r."processHash", r."calendarVersion", r."programmeYear", r.title, r.phase, r.stage, r.status, r.round, r.seq,
         r."substantiveSeq", r.at, r."enteredAt", r.at, r.at, r."dueOn", r."nextAlarmAt", r."transferSeq", r."transferAt", r."behindSeq", $5, $4::jsonb
    from jsonb_to_record($3::jsonb -> 'row') as r(${rowShape})
  returning 1`;

const updateCase = `
  update regulation_case c
     set calendar_version = r."calendarVersion", programme_year = r."programmeYear", title = r.title, phase = r.phase, stage = r.stage, status = r.status,
         round = r.round, seq = r.seq, substantive_seq = r."substantiveSeq", substantive_at = coalesce(r."substantiveAt", c.substantive_at),
         entered_at = r."enteredAt", at = r.at, due_on = r."dueOn", next_alarm_at = r."nextAlarmAt", transfer_seq = r."transferSeq",
         transfer_at = r."transferAt", behind_seq = coalesce(r."behindSeq", c.behind_seq), head_hash = $5, state = $4::jsonb
    from jsonb_to_record($3::jsonb -> 'row') as r(${rowShape})
   where c.case_id = $1
  returning 1`;

/** The case's row and what its record says: all that most acts within a stage leave behind. */
const recorded = (ofCase: string): string => `
with written as (${ofCase}
), event as (${insertEvents('case_event', 'case_id', 'region', { column: 'definition_hash', value: `$3::jsonb #>> '{row,processHash}'` })}
), words as (${insertWords}
), object as (${insertDocuments}
), command as (${insertCommand('case')}
)`;

/** What follows from it for desks, readers, the gate and the engine. */
const consequences = `${deskWork('case')}, stayed as (
  insert into stage_stay (case_id, seq, region, process_id, stage, round, entered_at, left_at, working_days)
  select $1, s.seq, $2, $3::jsonb #>> '{row,processId}', s.stage, s.round, s."enteredAt", s."leftAt", s."workingDays"
    from jsonb_to_recordset($3::jsonb -> 'stays') as s(seq int, stage text, round int, "enteredAt" timestamptz, "leftAt" timestamptz, "workingDays" int)
), left_gate as (
  update cohort_arrival set left_seq = ($3::jsonb #>> '{left,seq}')::int where case_id = $1 and seq = ($3::jsonb #>> '{left,arrivalSeq}')::int
  returning 1
), arrival as (
  insert into cohort_arrival (case_id, seq, region, province, programme_year, manifest_hash, arrived_at)
  select $1, a.seq, $2, left($2, 2), a."programmeYear", a."manifestHash", ($3::jsonb #>> '{row,at}')::timestamptz
    from jsonb_to_recordset($3::jsonb -> 'arrivals') as a(seq int, "programmeYear" int, "manifestHash" text)
   where (select count(*) from left_gate) >= 0 -- The place at the gate is free before it is taken again.
), cohort_missing as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since)
  select t."taskId", 'cohort', t."subjectId", left($2, 2), t.key, t.role, t.scope, t.verb, ($3::jsonb #>> '{row,at}')::timestamptz
    from jsonb_to_recordset($3::jsonb -> 'cohortTasks') as t("taskId" text, "subjectId" text, key text, role text, scope text, verb jsonb)
   where not exists (select 1 from cohort where cohort_id = t."subjectId")
  on conflict (task_id) do nothing
), cohort_not_missed as (
  delete from task
   where key = 'create-cohort' and subject_id = 'cohort-' || left($2, 2) || '-' || ($3::jsonb #>> '{row,programmeYear}')
     and $3::jsonb -> 'left' <> 'null' and jsonb_array_length($3::jsonb -> 'arrivals') = 0
     and not exists (select 1 from cohort_arrival a where a.province = left($2, 2) and a.programme_year = ($3::jsonb #>> '{row,programmeYear}')::int
                                                     and a.left_seq is null and a.case_id <> $1)
), agenda_of_case as (
  insert into agenda (kind, id, region, seq) select 'case', $1, $2, ($3::jsonb #>> '{row,seq}')::int where ($3::jsonb ->> 'agenda')::boolean
  on conflict (kind, id) do update set seq = excluded.seq, version = nextval('agenda_version'), raised_at = clock_timestamp(),
    next_try_at = clock_timestamp() + interval '2 seconds', tries = 0
), agenda_of_cohort as (
  insert into agenda (kind, id, region, seq)
  select 'cohort', c.cohort_id, c.province, c.seq
    from cohort c
   where c.province = left($2, 2) and c.programme_year = ($3::jsonb #>> '{row,programmeYear}')::int
     and (jsonb_array_length($3::jsonb -> 'arrivals') > 0 or $3::jsonb -> 'left' <> 'null')
  on conflict (kind, id) do update set seq = excluded.seq, version = nextval('agenda_version'), raised_at = clock_timestamp(),
    next_try_at = clock_timestamp() + interval '2 seconds', tries = 0
)`;

const closing = `
select count(*) as written from written`;

const filing = { name: 'file-case', text: recorded(insertCase) + consequences + closing };
const moving = { name: 'write-case', text: recorded(updateCase) + consequences + closing };
const recording = { name: 'record-in-case', text: recorded(updateCase) + closing };
