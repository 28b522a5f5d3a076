import { type CaseState, type CohortState, hasCutOff } from '#process';
import type { EntityManager } from 'typeorm';
import type { Rulebook } from './rulebook';

/** A case that stands at the gate and has not been told of its cohort's cut-off date. */
export interface CaseToJoin {
  caseId: string;
  arrivalSeq: number;
  cutOffOn: string;
}

/** Cases that came to the gate before the cohort was there. Who arrives afterwards finds it, and is told at once. */
export async function casesToJoin(tx: EntityManager, rulebook: Rulebook, { province, programmeYear, cutOffOn, round }: CohortState): Promise<CaseToJoin[]> {
  // Only the first round has a date.
  if (round > 1) return [];
  const rows = await tx.query<{ caseId: string; arrivalSeq: number; stage: string; hash: string; clocks: CaseState['clocks'] }[]>(
    `select a.case_id as "caseId", a.seq as "arrivalSeq", c.stage, c.process_hash as hash, c.state -> 'clocks' as clocks
       from cohort_arrival a join regulation_case c using (case_id)
      where a.province = $1 and a.programme_year = $2 and a.left_seq is null and c.status = 'open' and c.transfer_seq is null order by a.case_id`,
    [province, programmeYear],
  );
  const due: CaseToJoin[] = [];
  for (const { caseId, arrivalSeq, hash, ...standing } of rows) if (!hasCutOff(await rulebook.definition(tx, hash), standing)) due.push({ caseId, arrivalSeq, cutOffOn });
  return due;
}
