import type { CohortState, Release } from '#process';
import type { EntityManager } from 'typeorm';
import type { ClaimSource } from './members-claims';
import { regionLabel } from './region-label';

/** The very claims a release has compared, found by their hashes: a later edit changes no earlier minutes. */
export async function sourcesOfRelease(tx: EntityManager, { members }: CohortState, { claims }: Release): Promise<ClaimSource[]> {
  const rows = await tx.query<{ regionCode: string; name: string; subject: string; sha256: string }[]>(
    `select distinct on (m.region) m.region as "regionCode", r.name, m.case_id as subject, m.sha256
       from plan_matrix m join unnest($1::text[], $2::text[]) as wanted(region, sha256) on wanted.region = m.region and wanted.sha256 = m.sha256 join region r on r.code = m.region
      order by m.region, m.case_id`,
    [Object.keys(claims), Object.values(claims)],
  );
  return rows.flatMap(({ name, ...row }) => {
    const member = members.find(({ regionCode }) => regionCode === row.regionCode);
    return member ? [{ ...row, name: regionLabel(name), state: member.state }] : [];
  });
}
