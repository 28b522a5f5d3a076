import type { DwellHistory, Stay } from '#process';
import type { EntityManager } from 'typeorm';
import { everywhere } from './caller';
import type { Database } from './database';

/** Newest stays of a stage that are looked at: what was usual years ago is not usual now. */
const newest = 500;
/** Milliseconds for which a history is good enough. */
const fresh = 60_000;

type Histories = ReadonlyMap<string, DwellHistory>;

/** How long cases of this installation have stayed at each desk. */
export class StageStays {
  private readonly known = new Map<string, { until: number; histories: Promise<Histories> }>();

  constructor(private readonly database: Database) {}

  /** Of every stage of a process, over the whole installation: a number of days tells nothing of a case. At most a minute old. */
  histories(processId: string, stages: readonly string[]): Promise<Histories> {
    const known = this.known.get(processId);
    if (known && known.until > Date.now()) return known.histories;
    const histories = this.read(processId, stages);
    this.known.set(processId, { until: Date.now() + fresh, histories });
    histories.catch(() => this.known.delete(processId));
    return histories;
  }

  private read(processId: string, stages: readonly string[]): Promise<Histories> {
    return this.database.inScope(everywhere, async (tx) => {
      const rows = await tx.query<{ stage: string; days: number[]; seeded: boolean }[]>(
        `select s.stage, array_agg(d.working_days order by d.working_days) as days, bool_or(d.sample) as seeded
           from unnest($2::text[]) as s(stage) cross join lateral (
             (select working_days, false as sample from stage_stay where process_id = $1 and stage = s.stage order by left_at desc limit $3)
             union all
             (select working_days, true from stage_dwell_sample where process_id = $1 and stage = s.stage limit $3)) d
          group by s.stage`,
        [processId, stages, newest],
      );
      return new Map(rows.map(({ stage, days, seeded }) => [stage, { days, seeded }]));
    });
  }
}

/** Makes the rows of a case's stays anew. */
export async function writeStays(tx: EntityManager, caseId: string, stays: readonly Stay[]): Promise<void> {
  await tx.query('delete from stage_stay where case_id = $1', [caseId]);
  await tx.query(
    `insert into stage_stay (case_id, seq, region, process_id, stage, round, entered_at, left_at, working_days)
     select c.case_id, s.seq, c.region, c.process_id, s.stage, s.round, s."enteredAt", s."leftAt", s."workingDays"
       from regulation_case c, jsonb_to_recordset($2::jsonb) as s(seq int, stage text, round int, "enteredAt" timestamptz, "leftAt" timestamptz, "workingDays" int)
      where c.case_id = $1`,
    [caseId, JSON.stringify(stays)],
  );
}

/** As they are stored, in the order of the record. */
export async function staysOf(tx: EntityManager, caseId: string): Promise<Stay[]> {
  const rows = await tx.query<(Omit<Stay, 'enteredAt' | 'leftAt'> & { enteredAt: Date; leftAt: Date })[]>(
    `select stage, round, seq, entered_at as "enteredAt", left_at as "leftAt", working_days as "workingDays" from stage_stay where case_id = $1 order by seq`,
    [caseId],
  );
  return rows.map((row) => ({ ...row, enteredAt: row.enteredAt.toISOString(), leftAt: row.leftAt.toISOString() }));
}

/** Working days at each stage, invented: four in five lie within what the policy allows. */
const invented: Record<string, readonly number[]> = {
  programme: [18, 22, 25, 31, 36, 40, 44, 47, 52, 58, 71, 83],
  preparation: [35, 41, 48, 52, 57, 63, 66, 71, 78, 84, 97, 120],
  'academic-paper': [4, 5, 6, 6, 7, 8, 8, 9, 9, 9, 14, 22],
  drafting: [5, 7, 8, 9, 10, 10, 11, 12, 13, 13, 21, 34],
  'public-consultation': [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 24, 29],
  harmonization: [4, 5, 6, 7, 7, 8, 9, 10, 11, 11, 15, 19],
  intake: [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 5, 6],
  review: [4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 13, 16],
  synchronization: [6, 7, 8, 9, 10, 11, 12, 12, 12, 12, 30, 45],
  recommendation: [1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 7, 9],
  endorsement: [5, 6, 8, 9, 10, 11, 11, 12, 13, 14, 18, 21],
  'sign-off': [1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8],
  'council-submission': [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 19, 26],
  deliberation: [15, 18, 21, 24, 27, 30, 34, 38, 41, 45, 66, 90],
  'evaluation-submission': [1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 6],
  evaluation: [8, 9, 10, 11, 12, 13, 13, 14, 14, 15, 17, 20],
  refinement: [3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 10],
  registration: [4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 11, 14],
  enactment: [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 7, 9],
  promulgation: [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7],
  reporting: [1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 8, 11],
  publication: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 20],
};

/** Dwell times for the demo, marked as sample wherever they are used. Repeating it changes nothing. */
export async function seedDwellSamples(database: Database, processId: string): Promise<void> {
  const rows = Object.entries(invented).flatMap(([stage, days]) => days.map((workingDays, n) => ({ stage, n, workingDays })));
  await database.inScope(everywhere, (tx) =>
    tx.query(
      `insert into stage_dwell_sample (process_id, stage, n, working_days)
       select $1, s.stage, s.n, s."workingDays" from jsonb_to_recordset($2::jsonb) as s(stage text, n int, "workingDays" int) on conflict do nothing`,
      [processId, JSON.stringify(rows)],
    ),
  );
}
