import { canonicalJson, type CohortNames, type CohortState, cohortNoticesOf, isMandatory, kindOf, type CohortTask, cohortTasksOf, type RecordedCohortEvent } from '#process';
import type { EntityManager } from 'typeorm';
import { taskId } from './projection';
import { deskWork } from './desk-work';
import type { Entry } from './record';
import type { CommandColumns, TextColumns } from './write-case';
import { eventColumns, insertCommand, insertEvents, insertWords } from './write-parts';

export interface CohortWrite {
  state: CohortState;
  before: CohortState | undefined;
  entries: readonly Entry<RecordedCohortEvent, CohortState>[];
  texts: readonly TextColumns[];
  nextAlarmAt: string | undefined;
  names: CohortNames;
  /** The civil day in the province, by which terms of office are read. */
  day: string;
  command?: CommandColumns | undefined;
}

/** Writes what was decided on a cohort in one statement; its workflow is asked to look when a gate is to be opened or an alarm is new. */
export async function writeCohort(tx: EntityManager, { state, before, entries, texts, nextAlarmAt, names, day, command }: CohortWrite): Promise<void> {
  const content = {
    row: { seq: state.seq, at: state.at, programmeYear: state.programmeYear, nextAlarmAt: nextAlarmAt ?? null },
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
    roles: {},
    subjectFacts: {},
    ...taskChanges(before, state),
    files: entries.flatMap(({ event }) =>
      event.type === 'plan-file-attached' || event.type === 'minutes-attached'
        ? [{ ...event.body.file, name: undefined, seq: event.seq, type: event.type === 'minutes-attached' ? 'meeting-minutes' : `reference-plan-${event.body.kind}` }]
        : [],
    ),
    // What was accepted and changed nothing leaves no words behind.
    texts: entries.length > 0 ? texts : [],
    commands: command ? [command] : [],
    agenda: before === undefined || entries.some(({ event }) => concernsCases(before, event)),
  };
  const act = before === undefined ? creating : entries.length > 0 ? going : accepting;
  await tx.query(act, [state.id, state.province, JSON.stringify(content), JSON.stringify(state), entries.at(-1)?.hash ?? '', day]);
}

/** What members have to be told: a gate to open, a plan that others rest on, a finding they await the judgement of. */
const concernsCases = (before: CohortState, { type, body }: RecordedCohortEvent): boolean =>
  type === 'gate-released' || type === 'plan-superseded' || ('key' in body && before.conflicts[body.key]?.stale !== undefined);

/** A task of a region is that region's to see, one of the province the province's. */
export const cohortTaskColumns = (cohortId: string, { key, role, scope, verb, since, dueOn }: CohortTask) => ({
  taskId: taskId(cohortId, key), key, role, scope, stage: null, verb, transition: null, dueOn: dueOn ?? null, since, claimedBy: null, carried: false,
});

function taskChanges(before: CohortState | undefined, after: CohortState) {
  const columns = (state: CohortState) => cohortTasksOf(state).map((task) => cohortTaskColumns(state.id, task));
  const earlier = new Map((before ? columns(before) : []).map((task) => [task.taskId, canonicalJson(task)]));
  const now = columns(after);
  const kept = new Set(now.map((task) => task.taskId));
  return { tasks: now.filter((task) => earlier.get(task.taskId) !== canonicalJson(task)), gone: [...earlier.keys()].filter((id) => !kept.has(id)) };
}

const row = `jsonb_to_record($3::jsonb -> 'row') as r(seq int, at timestamptz, "programmeYear" int, "nextAlarmAt" timestamptz)`;
const create = `
  insert into cohort (cohort_id, province, programme_year, seq, at, head_hash, next_alarm_at, state) select $1, $2, r."programmeYear", r.seq, r.at, $5, r."nextAlarmAt", $4::jsonb from ${row} returning 1`;
const update = `
  update cohort c set seq = r.seq, at = r.at, head_hash = $5, next_alarm_at = r."nextAlarmAt", state = $4::jsonb from ${row} where c.cohort_id = $1 returning 1`;
/** The statement takes both, whether or not it writes the row. */
const nothing = 'select 1 where ($4::text, $5::text) is not null';

const statement = (ofCohort: string): string => `
with written as (${ofCohort}
), event as (${insertEvents('cohort_event', 'cohort_id', 'province')}
), words as (${insertWords}
), command as (${insertCommand('cohort')}
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
  delete from task where subject_id = $1 and key = 'create-cohort'
), file as (
  insert into cohort_document (cohort_id, sha256, seq, province, type, size, media)
  select $1, f.sha256, f.seq, $2, f.type, f.size, f.media from jsonb_to_recordset($3::jsonb -> 'files') as f(sha256 text, seq int, type text, size bigint, media text)
), request as (
  insert into agenda (kind, id, region, seq) select 'cohort', $1, $2, ($3::jsonb #>> '{row,seq}')::int where ($3::jsonb ->> 'agenda')::boolean
  on conflict (kind, id) do update set seq = excluded.seq, version = nextval('agenda_version'), raised_at = clock_timestamp(),
    next_try_at = clock_timestamp() + interval '2 seconds', tries = 0
)${deskWork('cohort')}
select count(*) as written from written`;

const creating = statement(create);
const going = statement(update);
const accepting = statement(nothing);
