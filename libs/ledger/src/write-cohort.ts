import { canonicalJson, type CohortState, type RecordedCohortEvent } from '#process';
import type { EntityManager } from 'typeorm';
import type { OpenedText } from './seal';

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
  command?: { person: string; key: string; bodyHash: string; type: string; seq: number; at: string };
}

/** Writes what was decided on a cohort in one statement; its workflow is asked to look when a gate is to be opened or an alarm is new. */
export async function writeCohort(
  tx: EntityManager,
  { state, before, entries, texts, authorScope, nextAlarmAt, command }: CohortWrite,
): Promise<void> {
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
    texts,
    commands: command ? [command] : [],
    agenda: before === undefined || entries.some(({ event }) => event.type === 'gate-released'),
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
  ]);
}

const create = `
  insert into cohort (cohort_id, province, programme_year, seq, at, head_hash, next_alarm_at, state) values ($1, $2, $7::int, $8::int, $9::timestamptz, $5, $10::timestamptz, $4::jsonb) returning 1`;
const update = `
  update cohort set seq = $8::int, at = $9::timestamptz, head_hash = $5, next_alarm_at = $10::timestamptz, state = $4::jsonb where cohort_id = $1 returning 1`;

const statement = (ofCohort: string): string => `
with asked as (
  select $1::text as id, $2::text as province, $3::jsonb as content, $4::text as state, $5::text as hash, $6::text as author, $7::int as year, $8::int as seq, $9::timestamptz as at, $10::timestamptz as alarm
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
  delete from task where subject_id = $1 and key = 'create-cohort'
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
