import type { SystemFault, SystemFaultKind } from '#process';
import type { EntityManager } from 'typeorm';
import { simulatedNow } from '../simulated-clock';

/** A transfer that has not arrived after this is a fault of the system, not of an office. In milliseconds. */
export const transferIsSlow = 60_000;

/** A fault and whom it concerns. */
export interface FaultRow extends SystemFault {
  subject: { kind: 'case' | 'cohort' | 'installation'; id: string };
  region: string;
  /** Of the engine, for engineers. */
  workflowId: string;
  /** The notice to be tried again. */
  noticeId?: string;
}

interface Row {
  kind: SystemFaultKind;
  subjectKind: FaultRow['subject']['kind'];
  subjectId: string;
  region: string;
  since: Date;
  attempt: number | null;
  activity: string | null;
  code: string | null;
  role: string | null;
  noticeId: string | null;
}

const most = 2_000;
const minute = `interval '1 minute'`;

/** Everything that fails at the moment, as far as this transaction sees; longest first. */
export async function faultsIn(tx: EntityManager): Promise<FaultRow[]> {
  const rows = await tx.query<Row[]>(
    `with fault as (
       (select 'transfer-not-arrived' as kind, 'case' as subject_kind, case_id as subject_id, region, transfer_at as since, null::int as attempt, null as activity, null as code, null as role, null::uuid as notice
          from regulation_case where status = 'open' and transfer_at < ${simulatedNow} - $2::int * interval '1 millisecond' order by transfer_at limit $1)
       union all
       (select case activity when 'workflow' then 'workflow-missing' else 'activity-failing' end, subject_kind, subject_id, region, since, attempt, nullif(activity, 'workflow'), code, null, null
          -- A blip that the next try has overcome is none; a workflow is looked for once a minute.
          from system_fault where attempt >= case activity when 'workflow' then 2 else 3 end order by since limit $1)
       union all
       (select 'workflow-silent', kind, id, region, raised_at + (select offset_ms from simulated_clock) * interval '1 millisecond', null, null, null, null, null
          from agenda where raised_at < clock_timestamp() - ${minute} order by raised_at limit $1)
       union all
       (select 'alarm-missed', 'case', case_id, region, next_alarm_at, null, null, null, null, null
          from regulation_case where next_alarm_at < ${simulatedNow} - ${minute} order by next_alarm_at limit $1)
       union all
       -- Of the present stay only: what did not arrive at an earlier desk keeps nobody waiting.
       (select case n.state when 'bounced' then 'notice-bounced' else 'notice-failing' end, 'case', n.subject_id, n.region, n.at, n.attempt, null, coalesce(n.reference, n.trouble), n.role, n.id
          from notice n join regulation_case c on c.case_id = n.subject_id
         where c.status = 'open' and n.at >= c.entered_at and (n.state = 'bounced' or (n.state = 'pending' and n.attempt >= 3)) order by n.at limit $1)
     )
     select kind, subject_kind as "subjectKind", subject_id as "subjectId", region, since, attempt, activity, code, role, notice as "noticeId" from fault order by since, subject_id, kind limit $1`,
    [most, transferIsSlow],
  );
  return rows.map(faultOf);
}

function faultOf({ kind, subjectKind, subjectId, region, since, attempt, activity, code, role, noticeId }: Row): FaultRow {
  return {
    kind,
    subject: { kind: subjectKind, id: subjectId },
    region,
    since: since.toISOString(),
    ...(attempt && { attempt }),
    ...(activity !== null && { activity }),
    // A server's own words may quote an address: the code alone is told.
    ...(code !== null && { code: codeIn(code) }),
    ...(role !== null && { role }),
    ...(noticeId !== null && { noticeId }),
    workflowId: noticeId === null ? subjectId : 'notices-mail',
  };
}

const codeIn = (trouble: string): string => (/^[\w.-]{1,60}$/.test(trouble) ? trouble : (/\b(E[A-Z]{3,}|[45]\d\d)\b/.exec(trouble)?.[0] ?? 'refused'));
