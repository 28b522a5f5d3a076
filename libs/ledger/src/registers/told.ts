import type { EntityManager } from 'typeorm';

/** Who was told what, by office: no person is named. */
export interface Told {
  at: string;
  /** Name of the notice. */
  code: string;
  role: string;
  /** By channel; `vacant` where nobody held the office, `muted` where every reader has switched it off. One reader reached is the office reached. */
  channelState: Partial<Record<'in-app' | 'mail', 'sent' | 'pending' | 'bounced' | 'vacant' | 'muted'>>;
}

/** The newest five notices of each case. */
export async function toldOf(tx: EntityManager, caseIds: readonly string[]): Promise<Map<string, Told[]>> {
  const rows = await tx.query<{ caseId: string; at: Date; code: string; role: string; channelState: Told['channelState'] }[]>(
    `select c.id as "caseId", n.at, n.template as code, n.role, n.states as "channelState"
       from unnest($1::text[]) as c(id) cross join lateral (
         select o.seq, o.at, o.template, o.role, json_object_agg(o.channel, o.state) as states from (
           select seq, at, template, role, channel,
                  (array_agg(state order by array_position(array['sent', 'pending', 'bounced', 'vacant', 'muted'], state)))[1] as state
             from notice where subject_id = c.id and subject_kind = 'case' and role is not null group by seq, at, template, role, channel) o
          group by o.seq, o.at, o.template, o.role order by o.at desc, o.seq desc, o.template, o.role limit 5) n
      order by c.id, n.at desc, n.seq desc, n.template, n.role`,
    [caseIds],
  );
  const told = new Map<string, Told[]>();
  for (const { caseId, at, ...rest } of rows) told.set(caseId, [...(told.get(caseId) ?? []), { at: at.toISOString(), ...rest }]);
  return told;
}
