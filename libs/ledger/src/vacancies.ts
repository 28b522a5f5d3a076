import { pages } from '#process';
import { everywhere } from './caller';
import type { Database } from './database';
import { simulatedNow } from './simulated-clock';

/** The civil day at the seat of an office. */
const today = (office: string): string => `(now.at at time zone 'UTC' + ${office}.utc_offset * interval '1 hour')::date`;
const inTerm = (office: string): string => `${office}.from_on <= ${today(office)} and (${office}.to_on is null or ${office}.to_on >= ${today(office)})`;

/** Offices whose last term has ended and whose work goes on. */
export class Vacancies {
  constructor(private readonly database: Database) {}

  /**
   * Opens the administrator's task, and tells of it, for every office that has no holder since its term ended: where a task waits
   * for it, or a case is open in its region. Dated at midnight of the seat. Answers the offices that are new, as `role@scope`.
   */
  async open(): Promise<string[]> {
    const rows = await this.database.inScope(everywhere, (tx) => tx.query<{ office: string }[]>(openSql));
    return rows.map(({ office }) => office).sort();
  }
}

const openSql = `
with now as (select ${simulatedNow} as at
), ended as (
  select h.role, h.scope, coalesce(nullif(h.scope, ''), 'nation') as seat, max(h.to_on) as last, max(h.utc_offset) as utc_offset
    from holder h group by h.role, h.scope
  having bool_and(h.to_on is not null)
), vacant as (
  select e.*, e.role || '@' || e.seat as office, ((e.last + 1)::timestamp - e.utc_offset * interval '1 hour') at time zone 'UTC' as since
    from ended e, now
   where not exists (select 1 from holder h where h.role = e.role and h.scope = e.scope and ${inTerm('h')})
     and e.last < (now.at at time zone 'UTC' + e.utc_offset * interval '1 hour')::date
     and (exists (select 1 from task t where t.role = e.role and t.scope = e.scope)
          or exists (select 1 from regulation_case c where c.status = 'open' and (e.scope in ('', c.region, left(c.region, 2)))))
), named as (
  select v.*, coalesce(d.label, jsonb_build_object('id', v.role, 'en', v.role)) as label,
         coalesce((select regexp_replace(name, '^Kabupaten ', 'Kab. ') from region where code = v.scope), 'Nasional') as region_name
    from vacant v left join lateral (
      select (definition #> array['roles', v.role, 'label'])::jsonb as label from process_definition order by published_at desc, version desc limit 1) d on true
), opened as (
  insert into task (task_id, subject_kind, subject_id, region, key, role, scope, verb, since)
  select n.office || '/appoint', 'office', n.office, n.scope, 'appoint', 'administrator', '',
         jsonb_build_object('id', 'Daftarkan pemegang peran ' || (n.label ->> 'id'), 'en', 'Register a holder of the role ' || (n.label ->> 'en')), n.since
    from named n
  on conflict (task_id) do nothing
  returning subject_id
), told as (
  insert into notice (subject_kind, subject_id, seq, region, channel, template, person, role, scope, facts, at, due_at, state, settled_at)
  select distinct on (n.office, h.person, channel) 'office', n.office, to_char(n.last, 'YYYYMMDD')::int, n.scope, channel, 'no-holder', h.person, 'administrator', h.scope,
         jsonb_build_object('regionName', n.region_name, 'path', '${pages.register}', 'vacantRole', n.label, 'since', (n.last + 1)::text), now.at, now.at,
         case channel when 'in-app' then 'sent' else 'pending' end, case channel when 'in-app' then now.at end
    from named n join opened o on o.subject_id = n.office cross join now
    join holder h on h.role = 'administrator' and h.scope in ('', left(n.scope, 2)) and ${inTerm('h')}
    cross join unnest(array['in-app', 'mail']) channel
  on conflict do nothing
)
select subject_id as office from opened`;
