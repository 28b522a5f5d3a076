import { canonicalJson, type CaseState } from '#process';
import type { EntityManager } from 'typeorm';
import { runPrepared } from './prepared';
import type { Projection } from './projection';
import type { Entry } from './record';

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
    events: entries.map(({ event, actor, onBehalfOf, prevHash, hash }) => ({
      seq: event.seq,
      type: event.type,
      at: event.at,
      actor: canonicalJson(actor),
      onBehalfOf: onBehalfOf && canonicalJson(onBehalfOf),
      body: canonicalJson(event.body),
      prevHash,
      hash,
    })),
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

/** People who hold an office on a day, and those who act for a holder. Administrators hold theirs for the nation or a province, whatever region needs one. */
const holds = (office: string): string =>
  `h.role = ${office}.role and (h.scope = ${office}.scope or (h.role = 'administrator' and h.scope in ('', left(${office}.scope, 2))))`;
export const readersOf = (office: string, day = '$6'): string => `
    select h.person from holder h
     where ${holds(office)} and h.from_on <= ${day}::date and (h.to_on is null or h.to_on >= ${day}::date)
    union
    select m.person from mandate m join holder h on h.id = m.holder
     where ${holds(office)} and m.from_on <= ${day}::date and m.to_on >= ${day}::date`;

/** The case's row and what its record says: all that most acts within a stage leave behind. */
const recorded = (ofCase: string): string => `
with written as (${ofCase}
), event as (
  insert into case_event (case_id, seq, region, type, at, actor, on_behalf_of, body, prev_hash, hash, definition_hash)
  select $1, e.seq, $2, e.type, e.at, e.actor::json, e."onBehalfOf"::json, e.body::json, e."prevHash", e.hash, $3::jsonb #>> '{row,processHash}'
    from jsonb_to_recordset($3::jsonb -> 'events') as e(seq int, type text, at timestamptz, actor text, "onBehalfOf" text, body text, "prevHash" text, hash text)
), words as (
  insert into confidential_text (case_id, sha256, region, salt, text, visibility, author_scope)
  select $1, t.sha256, $2, t.salt, t.text, t.visibility, t."authorScope"
    from jsonb_to_recordset($3::jsonb -> 'texts') as t(sha256 text, salt text, text text, visibility text, "authorScope" text)
), object as (
  insert into document_object (sha256, case_id, region, type, version, size, media, seq)
  select d.sha256, $1, $2, d.type, d.version, d.size, d.media, d.seq
    from jsonb_to_recordset($3::jsonb -> 'documents') as d(sha256 text, type text, version int, size bigint, media text, seq int)
), command as (
  insert into accepted_command (person, key, body_hash, subject_kind, subject_id, region, type, seq, transfer_seq, at)
  select k.person, k.key, k."bodyHash", 'case', $1, $2, k.type, k.seq, k."transferSeq", k.at
    from jsonb_to_recordset($3::jsonb -> 'commands') as k(person text, key text, "bodyHash" text, type text, seq int, "transferSeq" int, at timestamptz)
)`;

/** What follows from it for desks, readers, the gate and the engine. */
const consequences = `, gone as (
  delete from task where subject_id = $1 and task_id in (select jsonb_array_elements_text($3::jsonb -> 'gone'))
), asked as (
  select * from jsonb_to_recordset($3::jsonb -> 'tasks') as t("taskId" text, key text, role text, scope text, stage text, verb jsonb, transition text, "dueOn" date,
                                                               since timestamptz, "claimedBy" text, carried boolean)
), told as (
  select * from jsonb_to_recordset($3::jsonb -> 'notices') as n(seq int, at timestamptz, template text, kind text, mandatory boolean, role text, scope text, "except" jsonb, facts jsonb)
), addressed as (
  select distinct on (n.seq, n.template, reader.person) n.seq, n.at, n.template, n.role, n.scope, reader.person, n.facts,
         case when n.mandatory then null else p.muted -> n.kind end as muted
    from told n cross join lateral (${readersOf('n')}) reader left join notice_preference p on p.person = reader.person
   where not n."except" ? reader.person
), unheard as (
  select distinct on (n.seq, n.template, n.role, n.scope) n.* from told n
   where not exists (${readersOf('n')})
), vacant as (
  select distinct office.role, office.scope from (select role, scope from unheard union select role, scope from asked) office
   where not exists (${readersOf('office')})
), task_written as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, stage, verb, transition, due_on, since, claimed_by, carried)
  select t."taskId", 'case', $1, $2, t.key, t.role, t.scope, t.stage, t.verb, t.transition, t."dueOn", t.since, t."claimedBy", t.carried from asked t
  on conflict (task_id) do update set role = excluded.role, scope = excluded.scope, stage = excluded.stage, verb = excluded.verb, transition = excluded.transition,
    due_on = excluded.due_on, since = excluded.since, claimed_by = excluded.claimed_by, carried = excluded.carried
), vacancy as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since)
  select v.role || '@' || coalesce(nullif(v.scope, ''), 'nation') || '/appoint', 'office', v.role || '@' || coalesce(nullif(v.scope, ''), 'nation'), $2, 'appoint', 'administrator', '',
         jsonb_build_object('id', 'Daftarkan pemegang peran ' || coalesce($3::jsonb #>> array['roles', v.role, 'id'], v.role),
                            'en', 'Register a holder of the role ' || coalesce($3::jsonb #>> array['roles', v.role, 'en'], v.role)),
         ($3::jsonb #>> '{row,at}')::timestamptz
    from vacant v
  on conflict (task_id) do nothing
  returning subject_id
), notice_written as (
  insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state, settled_at)
  select 'case', $1, a.seq, $2, channel, a.template, a.person, a.role, a.scope, a.facts, a.at, a.at,
         case when a.muted ? channel then 'muted' when channel = 'in-app' then 'sent' else 'pending' end, case when a.muted ? channel or channel = 'in-app' then a.at end
    from addressed a cross join unnest(array['in-app', 'mail']) channel
  union all
  select 'case', $1, u.seq, $2, 'in-app', u.template, null, u.role, u.scope, u.facts, u.at, u.at, 'vacant', u.at from unheard u
  union all
  select distinct 'case', $1, ($3::jsonb #>> '{row,seq}')::int, $2, channel, 'no-holder', h.person, 'administrator', h.scope,
         ($3::jsonb -> 'subjectFacts') || jsonb_build_object('vacantRole', coalesce($3::jsonb #> array['roles', split_part(v.subject_id, '@', 1)], to_jsonb(split_part(v.subject_id, '@', 1)))),
         ($3::jsonb #>> '{row,at}')::timestamptz, ($3::jsonb #>> '{row,at}')::timestamptz,
         case channel when 'in-app' then 'sent' else 'pending' end, case channel when 'in-app' then ($3::jsonb #>> '{row,at}')::timestamptz end
    from (select min(subject_id) as subject_id from vacancy having count(*) > 0) v
    join holder h on h.role = 'administrator' and h.scope in ('', left($2, 2)) and h.from_on <= $6::date and (h.to_on is null or h.to_on >= $6::date)
    cross join unnest(array['in-app', 'mail']) channel
), stayed as (
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
