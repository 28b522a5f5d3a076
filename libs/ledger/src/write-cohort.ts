import { canonicalJson, type CohortNames, type CohortState, cohortNoticesOf, isMandatory, kindOf, type CohortTask, cohortTasksOf, type RecordedCohortEvent } from '#process';
import type { EntityManager } from 'typeorm';
import { taskId } from './projection';
import { readersOf } from './desk-work';
import type { OpenedText } from './seal';
import { eventColumns } from './write-parts';

export interface CohortEntry {
  event: RecordedCohortEvent;
  after: CohortState;
  actor: object;
  onBehalfOf: object | null;
  prevHash: string;
  hash: string;
}

export interface CohortWrite {
  state: CohortState;
  before: CohortState | undefined;
  entries: readonly CohortEntry[];
  texts: readonly OpenedText[];
  authorScope: string;
  nextAlarmAt: string | undefined;
  names: CohortNames;
  /** The civil day in the province, by which terms of office are read. */
  day: string;
  command?: { person: string; key: string; bodyHash: string; type: string; seq: number; at: string };
}

/** Writes what was decided on a cohort in one statement; its workflow is asked to look when a gate is to be opened or an alarm is new. */
export async function writeCohort(
  tx: EntityManager,
  { state, before, entries, texts, authorScope, nextAlarmAt, names, day, command }: CohortWrite,
): Promise<void> {
  const content = {
    events: eventColumns(entries),
    members: state.members,
    released: entries.flatMap(({ event }) =>
      event.type === 'gate-released'
        ? event.body.release.members.map((member) => ({ ...member, round: event.body.release.round, seq: event.seq }))
        : [],
    ),
    passed: entries.flatMap(({ event }) =>
      event.type === 'member-passed' || event.type === 'member-left-after-release'
        ? [{ ...event.body, outcome: event.type === 'member-passed' ? 'opened' : 'left' }]
        : [],
    ),
    notices: entries.flatMap(({ event, after }) =>
      cohortNoticesOf(event, after, names).map(({ template, to: { role, scope }, except, data }) => ({ seq: event.seq, at: event.at, template, kind: kindOf(template), mandatory: isMandatory(template), role, scope, except, facts: data })),
    ),
    ...taskChanges(before, state),
    files: entries.flatMap(({ event }) =>
      event.type === 'plan-file-attached' || event.type === 'minutes-attached'
        ? [{ ...event.body.file, name: undefined, seq: event.seq, type: event.type === 'minutes-attached' ? 'meeting-minutes' : `reference-plan-${event.body.kind}` }]
        : [],
    ),
    texts,
    commands: command ? [command] : [],
    agenda: before === undefined || entries.some(({ event }) => concernsCases(before, event)),
  };
  await tx.query(before === undefined ? statement(create) : entries.length > 0 ? statement(update) : statement('select 1'), [
    state.id,
    state.province,
    JSON.stringify(content),
    JSON.stringify(state),
    entries.at(-1)?.hash ?? '',
    authorScope,
    state.programmeYear,
    state.seq,
    state.at,
    nextAlarmAt ?? null,
    day,
  ]);
}

/** What members have to be told: a gate to open, a plan that others rest on, a finding they await the judgement of. */
const concernsCases = (before: CohortState, { type, body }: RecordedCohortEvent): boolean =>
  type === 'gate-released' || type === 'plan-superseded' || ('key' in body && before.conflicts[body.key]?.stale !== undefined);

/** A task of a region is that region's to see, one of the province the province's. */
export const cohortTaskColumns = (cohortId: string, { key, role, scope, verb, since, dueOn }: CohortTask) => ({ taskId: taskId(cohortId, key), key, role, scope, verb, since, dueOn: dueOn ?? null });

function taskChanges(before: CohortState | undefined, after: CohortState) {
  const columns = (state: CohortState) => cohortTasksOf(state).map((task) => cohortTaskColumns(state.id, task));
  const earlier = new Map((before ? columns(before) : []).map((task) => [task.taskId, canonicalJson(task)]));
  const now = columns(after);
  const kept = new Set(now.map((task) => task.taskId));
  return { tasks: now.filter((task) => earlier.get(task.taskId) !== canonicalJson(task)), gone: [...earlier.keys()].filter((id) => !kept.has(id)) };
}

const create = `
  insert into cohort (cohort_id, province, programme_year, seq, at, head_hash, next_alarm_at, state) values ($1, $2, $7::int, $8::int, $9::timestamptz, $5, $10::timestamptz, $4::jsonb) returning 1`;
const update = `
  update cohort set seq = $8::int, at = $9::timestamptz, head_hash = $5, next_alarm_at = $10::timestamptz, state = $4::jsonb where cohort_id = $1 returning 1`;

const statement = (ofCohort: string): string => `
with asked as (
  select $1::text as id, $2::text as province, $3::jsonb as content, $4::text as state, $5::text as hash, $6::text as author, $7::int as year, $8::int as seq, $9::timestamptz as at, $10::timestamptz as alarm, $11::date as day
), written as (${ofCohort}
), event as (
  insert into cohort_event (cohort_id, seq, province, type, at, actor, on_behalf_of, body, prev_hash, hash)
  select $1, e.seq, $2, e.type, e.at, e.actor::json, e."onBehalfOf"::json, e.body::json, e."prevHash", e.hash
    from jsonb_to_recordset($3::jsonb -> 'events') as e(seq int, type text, at timestamptz, actor text, "onBehalfOf" text, body text, "prevHash" text, hash text)
), member as (
  insert into cohort_member (cohort_id, province, region, state)
  select $1, $2, m."regionCode", m.state from jsonb_to_recordset($3::jsonb -> 'members') as m("regionCode" text, state text)
  on conflict (cohort_id, region) do update set state = excluded.state where cohort_member.state <> excluded.state
), released as (
  insert into cohort_release (cohort_id, release_seq, round, province, region, case_id, arrival_seq, manifest_hash)
  select $1, r.seq, r.round, $2, r."regionCode", r."caseId", r."arrivalSeq", r."manifestHash"
    from jsonb_to_recordset($3::jsonb -> 'released') as r(seq int, round int, "regionCode" text, "caseId" text, "arrivalSeq" int, "manifestHash" text)
), passed as (
  update cohort_release c set outcome = p.outcome from jsonb_to_recordset($3::jsonb -> 'passed') as p("caseId" text, round int, outcome text)
   where c.cohort_id = $1 and c.round = p.round and c.case_id = p."caseId"
), created as (
  delete from task where subject_id = $1 and (key = 'create-cohort' or task_id in (select jsonb_array_elements_text($3::jsonb -> 'gone')))
), task_written as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, due_on, since)
  select t."taskId", 'cohort', $1, t.scope, t.key, t.role, t.scope, t.verb, t."dueOn", t.since
    from jsonb_to_recordset($3::jsonb -> 'tasks') as t("taskId" text, key text, role text, scope text, verb jsonb, "dueOn" date, since timestamptz)
  on conflict (task_id) do update set verb = excluded.verb, due_on = excluded.due_on, since = excluded.since
), told as (
  select * from jsonb_to_recordset($3::jsonb -> 'notices') as n(seq int, at timestamptz, template text, kind text, mandatory boolean, role text, scope text, "except" jsonb, facts jsonb)
), addressed as (
  select distinct on (n.seq, n.template, reader.person) n.seq, n.at, n.template, n.role, n.scope, reader.person, n.facts,
         case when n.mandatory then null else p.muted -> n.kind end as muted
    from told n cross join lateral (${readersOf('n', '$11')}) reader left join notice_preference p on p.person = reader.person
   where not n."except" ? reader.person
), notice_written as (
  insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state, settled_at)
  select 'cohort', $1, a.seq, a.scope, channel, a.template, a.person, a.role, a.scope, a.facts, a.at, a.at,
         case when a.muted ? channel then 'muted' when channel = 'in-app' then 'sent' else 'pending' end, case when a.muted ? channel or channel = 'in-app' then a.at end
    from addressed a cross join unnest(array['in-app', 'mail']) channel
  union all
  select 'cohort', $1, n.seq, n.scope, 'in-app', n.template, null, n.role, n.scope, n.facts, n.at, n.at, 'vacant', n.at
    from told n where not exists (${readersOf('n', '$11')})
), file as (
  insert into cohort_document (cohort_id, sha256, seq, province, type, size, media)
  select $1, f.sha256, f.seq, $2, f.type, f.size, f.media from jsonb_to_recordset($3::jsonb -> 'files') as f(sha256 text, seq int, type text, size bigint, media text)
), words as (
  insert into confidential_text (case_id, sha256, region, salt, text, visibility, author_scope)
  select $1, t.sha256, $2, t.salt, t.text, 'counterpart', $6 from jsonb_to_recordset($3::jsonb -> 'texts') as t(sha256 text, salt text, text text)
   where jsonb_array_length($3::jsonb -> 'events') > 0
), command as (
  insert into accepted_command (person, key, body_hash, subject_kind, subject_id, region, type, seq, at)
  select k.person, k.key, k."bodyHash", 'cohort', $1, $2, k.type, k.seq, k.at from jsonb_to_recordset($3::jsonb -> 'commands') as k(person text, key text, "bodyHash" text, type text, seq int, at timestamptz)
), request as (
  insert into agenda (kind, id, region, seq) select 'cohort', $1, $2, $8 where ($3::jsonb ->> 'agenda')::boolean
  on conflict (kind, id) do update set seq = excluded.seq, version = nextval('agenda_version'), raised_at = clock_timestamp(),
    next_try_at = clock_timestamp() + interval '2 seconds', tries = 0
)
select count(*) as written from asked, written`;
