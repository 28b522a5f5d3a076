import { type CohortState, isCompletion, type Member } from '#process';
import type { ClaimingMember } from '#process/checks/index';
import type { PlanMatrix } from '#process/matrix/index';
import type { EntityManager } from 'typeorm';
import { regionLabel } from './region-label';
import type { Rulebook } from './rulebook';

/** Where a member's claims stand: the matrix of its case's latest manifest, or the one the province entered for a fixed region. */
export interface ClaimSource {
  regionCode: string;
  name: string;
  state: Member['state'];
  /** The case, or the cohort itself for a fixed region. */
  subject: string;
  sha256: string;
}

interface Head {
  regionCode: string;
  name: string;
  caseId: string | null;
  status: string | null;
  processHash: string | null;
  sha256: string | null;
}

/** Sources of all members whose claims count. A case that ended without a regulation claims nothing any more. */
export async function sourcesOf(tx: EntityManager, rulebook: Rulebook, state: CohortState): Promise<ClaimSource[]> {
  const heads = await tx.query<Head[]>(
    `select r.code as "regionCode", r.name, c.case_id as "caseId", c.status, c.process_hash as "processHash", c.state #>> '{manifest,matrix,sha256}' as sha256
       from region r
       left join lateral (select * from regulation_case c where c.region = r.code and c.programme_year = $2 order by c.status = 'open' desc, c.case_id desc limit 1) c on true
      where r.code = any($1)`,
    [state.members.map(({ regionCode }) => regionCode), state.programmeYear],
  );
  const sources: ClaimSource[] = [];
  for (const member of state.members) {
    const head = heads.find(({ regionCode }) => regionCode === member.regionCode);
    if (!head || member.state === 'withdrawn') continue;
    const found = member.state === 'fixed' ? fixedOf(state, member) : await claimedBy(tx, rulebook, head);
    if (found) sources.push({ regionCode: member.regionCode, name: regionLabel(head.name), state: member.state, ...found });
  }
  return sources;
}

type Found = Pick<ClaimSource, 'subject' | 'sha256'>;

function fixedOf(state: CohortState, { matrix }: Member): Found | undefined {
  return matrix && { subject: state.id, sha256: matrix.sha256 };
}

async function claimedBy(tx: EntityManager, rulebook: Rulebook, { caseId, status, processHash, sha256 }: Head): Promise<Found | undefined> {
  if (!caseId || !status || !processHash || !sha256) return undefined;
  const stands = status === 'open' || isCompletion(await rulebook.definition(tx, processHash), status);
  return stands ? { subject: caseId, sha256 } : undefined;
}

/** The claims themselves; a source whose matrix was never stored claims nothing. */
export async function claimsOf(tx: EntityManager, sources: readonly ClaimSource[]): Promise<ClaimingMember[]> {
  if (sources.length === 0) return [];
  const rows = await tx.query<{ subject: string; sha256: string; region: string; matrix: PlanMatrix }[]>(
    `select m.case_id as subject, m.sha256, m.region, m.matrix
       from plan_matrix m join unnest($1::text[], $2::text[]) as wanted(subject, sha256) on wanted.subject = m.case_id and wanted.sha256 = m.sha256`,
    [sources.map(({ subject }) => subject), sources.map(({ sha256 }) => sha256)],
  );
  return sources.flatMap(({ regionCode, name, state, subject, sha256 }) => {
    const row = rows.find((one) => one.subject === subject && one.sha256 === sha256);
    return row ? [{ regionCode, name, state, matrix: row.matrix }] : [];
  });
}
