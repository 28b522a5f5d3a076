import { everywhere } from './caller';
import type { Database } from './database';
import { simulatedNow } from './simulated-clock';

/** What has an alarm of its own; readiness has no workflow. */
export interface AlarmSubject {
  kind: 'case' | 'cohort' | 'readiness';
  id: string;
  seq: number;
}

export interface WorkflowSubject {
  kind: 'case' | 'cohort' | 'calendar';
  id: string;
  seq: number;
}

/** A closed case has an alarm as long as a condition of its endorsement is followed up. */
export const isWatched = `(status = 'open' or next_alarm_at is not null)`;

/** What the reconciler compares the engine with. */
export class Reconciler {
  constructor(private readonly database: Database) {}

  /** Cases in order of id, from one page to the next, that are open or still have an alarm; each should have a running workflow. */
  async watchedCases(after = '', limit = 500): Promise<WorkflowSubject[]> {
    return this.database.inScope(everywhere, (tx) =>
      tx.query(`select 'case' as kind, case_id as id, seq from regulation_case where ${isWatched} and case_id > $1 order by case_id limit $2`, [
        after,
        limit,
      ]),
    );
  }

  async cohorts(): Promise<WorkflowSubject[]> {
    return this.database.inScope(everywhere, (tx) => tx.query(`select 'cohort' as kind, cohort_id as id, seq from cohort order by cohort_id`));
  }

  /** Which of these ids are such cases: a workflow of any other has nothing to carry. */
  async watchedAmong(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ id: string }[]>(`select case_id as id from regulation_case where ${isWatched} and case_id = any($1)`, [ids]),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Requests that nobody has served for a minute, and alarms that lie in the past. */
  async overdue(limit = 200): Promise<WorkflowSubject[]> {
    return this.database.inScope(everywhere, (tx) =>
      tx.query(
        `select kind, id, max(seq) as seq from (
         (select kind, id, seq from agenda where raised_at < clock_timestamp() - interval '1 minute' order by raised_at limit $1)
         union all
         (select 'case', case_id, seq from regulation_case where next_alarm_at < ${simulatedNow} - interval '1 minute' order by next_alarm_at limit $1)
         union all
         (select 'cohort', cohort_id, seq from cohort where next_alarm_at < ${simulatedNow} - interval '1 minute' limit $1)
       ) subject group by kind, id order by id limit $1`,
        [limit],
      ),
    );
  }

  /** The next instant on the simulated time line at which something becomes due; for a clock that is moved alarm by alarm. */
  async nextAlarmAt(): Promise<Date | undefined> {
    const [row] = await this.database.inScope(everywhere, (tx) =>
      tx.query<{ at: Date | null }[]>(
        `select least((select min(next_alarm_at) from regulation_case), (select min(next_alarm_at) from cohort), (select min(next_alarm_at) from readiness)) as at`,
      ),
    );
    return row?.at ?? undefined;
  }

  /** Cases, cohorts and records of readiness with an alarm at or before an instant on the simulated time line. */
  async dueBy(at: Date): Promise<AlarmSubject[]> {
    return this.database.inScope(everywhere, (tx) =>
      tx.query(
        `select 'case' as kind, case_id as id, seq from regulation_case where next_alarm_at <= $1
       union all select 'cohort', cohort_id, seq from cohort where next_alarm_at <= $1
       union all select 'readiness', readiness_id, seq from readiness where next_alarm_at <= $1 order by id limit 2000`,
        [at],
      ),
    );
  }
}
