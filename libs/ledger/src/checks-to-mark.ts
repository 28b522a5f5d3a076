import { carriedByVotes, type CaseState, checksOvertaken, type CohortState, findingsAskedAnew, type PlanVersion } from '#process';
import type { EntityManager } from 'typeorm';
import type { Rulebook } from './rulebook';

/** A case whose marks differ from what its cohort knows. */
export interface CaseToMark {
  caseId: string;
  /** The case as it was looked at: a later look is another one. */
  seq: number;
  plans: PlanVersion[];
  findings: string[];
}

type Marks = Pick<CaseState, 'votes' | 'region' | 'stale' | 'staleFindings'>;

/** Cases of a cohort's province and year that rely on a plan that was superseded, or are party to a finding that is asked anew; and those that are so no more. */
export async function casesToMark(tx: EntityManager, rulebook: Rulebook, cohort: CohortState): Promise<CaseToMark[]> {
  const asked = findingsAskedAnew(cohort);
  const plans = inForce(cohort);
  const overtaken = plans.length < cohort.referencePlans.length;
  const rows = await tx.query<(Marks & { caseId: string; seq: number; stage: string; hash: string })[]>(
    `select case_id as "caseId", region, seq, stage, process_hash as hash, state -> 'votes' as votes, state -> 'stale' as stale, state -> 'staleFindings' as "staleFindings"
       from regulation_case where left(region, 2) = $1 and programme_year = $2 and status = 'open' and phase in ('B', 'C') and transfer_seq is null
        and ($3 or state ? 'staleFindings')`,
    [cohort.province, cohort.programmeYear, overtaken || asked.length > 0],
  );
  const due: CaseToMark[] = [];
  for (const { caseId, seq, stage, hash, ...row } of rows) {
    const definition = await rulebook.definition(tx, hash);
    const marks = { ...row, stale: row.stale ?? [], staleFindings: row.staleFindings ?? [] };
    const findings = asked.filter(({ members }) => members.includes(marks.region)).map(({ key }) => key).sort();
    const differs = marks.staleFindings.join() !== findings.join() || checksOvertaken(definition, marks, plans).length > 0;
    if (carriedByVotes(definition, stage) && differs) due.push({ caseId, seq, plans, findings });
  }
  return due;
}

const inForce = ({ referencePlans }: CohortState): PlanVersion[] =>
  referencePlans.filter(({ supersededOn }) => !supersededOn).map(({ kind, version, regionCode }) => ({ kind, version, ...(regionCode && { regionCode }) }));
