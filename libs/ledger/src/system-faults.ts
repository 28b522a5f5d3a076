import { everywhere } from './caller';
import type { Database } from './database';
import { simulatedNow } from './simulated-clock';

/** What was tried for whom: a case, a cohort, or the installation itself (the id of its workflow). */
export interface Attempted {
  subjectId: string;
  activity: string;
}

export interface InstallationFault {
  workflowId: string;
  activity: string;
  code: string;
  attempt: number;
  since: string;
}

/** Minutes by the real clock after which a fault that nobody has met again is over: whatever still fails is tried within one. */
const forgottenAfter = 15;

/** What the worker cannot do at the moment. One row for each subject and activity, however often it is tried. */
export class SystemFaults {
  constructor(private readonly database: Database) {}

  async failed({ subjectId, activity }: Attempted, code: string): Promise<void> {
    await this.database.inScope(everywhere, (tx) =>
      tx.query(
        `insert into system_fault (subject_kind, subject_id, region, activity, attempt, code, since, at)
         select coalesce(s.kind, 'installation'), $1, coalesce(s.region, ''), $2, 1, $3, ${simulatedNow}, ${simulatedNow}
           from (select 1) one left join (
             select 'case' as kind, region from regulation_case where case_id = $1 union all select 'cohort', province from cohort where cohort_id = $1) s on true
         on conflict (subject_id, activity) do update set attempt = system_fault.attempt + 1, code = excluded.code, at = excluded.at, met_at = clock_timestamp()`,
        [subjectId, activity, code],
      ),
    );
  }

  async succeeded({ subjectId, activity }: Attempted): Promise<void> {
    await this.database.inScope(everywhere, (tx) => tx.query('delete from system_fault where subject_id = $1 and activity = $2', [subjectId, activity]));
  }

  /** What fails for the installation as a whole, longest first: the way mail leaves, the reconciler. */
  async ofInstallation(): Promise<InstallationFault[]> {
    const rows = await this.database.inScope(everywhere, (tx) =>
      tx.query<(Omit<InstallationFault, 'since'> & { since: Date })[]>(
        `select subject_id as "workflowId", activity, code, attempt, since from system_fault where subject_kind = 'installation' order by since limit 100`,
      ),
    );
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  /** What fails now, after what is over has been forgotten. */
  async known(): Promise<Attempted[]> {
    return this.database.inScope(everywhere, async (tx) => {
      await tx.query(`delete from system_fault where met_at < clock_timestamp() - $1::int * interval '1 minute'`, [forgottenAfter]);
      return tx.query<Attempted[]>('select subject_id as "subjectId", activity from system_fault limit 5000');
    });
  }
}
