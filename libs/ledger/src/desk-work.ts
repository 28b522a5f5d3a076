/** People who hold an office on a day, and those who act for a holder. Administrators hold theirs for the nation or a province, whatever region needs one. */
const holds = (office: string): string =>
  `h.role = ${office}.role and (h.scope = ${office}.scope or (h.role = 'administrator' and h.scope in ('', left(${office}.scope, 2))))`;
const readersOf = (office: string, day = '$6'): string => `
    select h.person from holder h
     where ${holds(office)} and h.from_on <= ${day}::date and (h.to_on is null or h.to_on >= ${day}::date)
    union
    select m.person from mandate m join holder h on h.id = m.holder
     where ${holds(office)} and m.from_on <= ${day}::date and m.to_on >= ${day}::date`;

/** Of a cohort, what goes to a region stands behind that region's wall. */
const wallOf = (kind: Kind, office: string): string => (kind === 'cohort' ? `${office}.scope` : '$2');
type Kind = 'case' | 'readiness' | 'cohort';

/**
 * Tasks and notices that follow from what was recorded, as the end of a statement: `$1` is the subject, `$2` its region or province, `$3` the
 * content (`gone`, `tasks`, `notices`, `row.at`, `row.seq`, `roles`, `subjectFacts`), `$6` the day by which terms of office are read. An office
 * that nobody holds is the administrator's task, once a case or a region's readiness needs it.
 */
export const deskWork = (kind: Kind): string => `, gone as (
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
), task_written as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, stage, verb, transition, due_on, since, claimed_by, carried)
  select t."taskId", '${kind}', $1, ${wallOf(kind, 't')}, t.key, t.role, t.scope, t.stage, t.verb, t.transition, t."dueOn", t.since, t."claimedBy", t.carried from asked t
  on conflict (task_id) do update set role = excluded.role, scope = excluded.scope, stage = excluded.stage, verb = excluded.verb, transition = excluded.transition,
    due_on = excluded.due_on, since = excluded.since, claimed_by = excluded.claimed_by, carried = excluded.carried
), notice_written as (
  insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state, settled_at)
  select '${kind}', $1, a.seq, ${wallOf(kind, 'a')}, channel, a.template, a.person, a.role, a.scope, a.facts, a.at, a.at,
         case when a.muted ? channel then 'muted' when channel = 'in-app' then 'sent' else 'pending' end, case when a.muted ? channel or channel = 'in-app' then a.at end
    from addressed a cross join unnest(array['in-app', 'mail']) channel
  union all
  select '${kind}', $1, u.seq, ${wallOf(kind, 'u')}, 'in-app', u.template, null, u.role, u.scope, u.facts, u.at, u.at, 'vacant', u.at from unheard u
)${kind === 'cohort' ? '' : vacancies(kind)}`;

/** Offices that were asked or told and that nobody holds: a task for the administrator, and one notice of it. */
const vacancies = (kind: Kind): string => `, vacant as (
  select distinct office.role, office.scope from (select role, scope from unheard union select role, scope from asked) office
   where not exists (${readersOf('office')})
), vacancy as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since)
  select v.role || '@' || coalesce(nullif(v.scope, ''), 'nation') || '/appoint', 'office', v.role || '@' || coalesce(nullif(v.scope, ''), 'nation'), $2, 'appoint', 'administrator', '',
         jsonb_build_object('id', 'Daftarkan pemegang peran ' || coalesce($3::jsonb #>> array['roles', v.role, 'id'], v.role),
                            'en', 'Register a holder of the role ' || coalesce($3::jsonb #>> array['roles', v.role, 'en'], v.role)),
         ($3::jsonb #>> '{row,at}')::timestamptz
    from vacant v
  on conflict (task_id) do nothing
  returning subject_id
), notice_of_vacancy as (
  insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state, settled_at)
  select distinct '${kind}', $1, ($3::jsonb #>> '{row,seq}')::int, $2, channel, 'no-holder', h.person, 'administrator', h.scope,
         ($3::jsonb -> 'subjectFacts') || jsonb_build_object('vacantRole', coalesce($3::jsonb #> array['roles', split_part(v.subject_id, '@', 1)], to_jsonb(split_part(v.subject_id, '@', 1)))),
         ($3::jsonb #>> '{row,at}')::timestamptz, ($3::jsonb #>> '{row,at}')::timestamptz,
         case channel when 'in-app' then 'sent' else 'pending' end, case channel when 'in-app' then ($3::jsonb #>> '{row,at}')::timestamptz end
    from (select min(subject_id) as subject_id from vacancy having count(*) > 0) v
    join holder h on h.role = 'administrator' and h.scope in ('', left($2, 2)) and h.from_on <= $6::date and (h.to_on is null or h.to_on >= $6::date)
    cross join unnest(array['in-app', 'mail']) channel
)`;
