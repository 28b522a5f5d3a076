import { canonicalJson } from '#process';
import type { PlanMatrix } from '#process/matrix/index';
import { type Caller, everywhere } from './caller';
import type { Database } from './database';
import { sha256 } from './digest';

/** Plan matrices by the hash of their canonical JSON. The case refers to one by `save-matrix`; one that nobody refers to does no harm. */
export class PlanMatrices {
  constructor(private readonly database: Database) {}

  /** Undefined when the caller does not see the case. */
  async put(caller: Caller, caseId: string, matrix: PlanMatrix): Promise<{ sha256: string } | undefined> {
    const json = canonicalJson(matrix);
    const hash = sha256(json);
    const rows = await this.database.inScope(caller.scopes, async (tx) => {
      await tx.query(
        `insert into plan_matrix (case_id, sha256, region, matrix, by) select case_id, $2, region, $3::json, $4 from regulation_case where case_id = $1 on conflict do nothing`,
        [caseId, hash, json, caller.person],
      );
      return tx.query<unknown[]>('select 1 from plan_matrix where case_id = $1 and sha256 = $2', [caseId, hash]);
    });
    return rows.length > 0 ? { sha256: hash } : undefined;
  }

  /** The claims of a region whose regulation stands already, entered by its province; the cohort refers to them. Undefined outside the caller's regions. */
  async putFixed(caller: Caller, cohortId: string, regionCode: string, matrix: PlanMatrix): Promise<{ sha256: string } | undefined> {
    if (![regionCode, '*'].some((scope) => caller.scopes.includes(scope))) return undefined;
    const json = canonicalJson(matrix);
    const hash = sha256(json);
    await this.database.inScope(caller.scopes, (tx) =>
      tx.query(`insert into plan_matrix (case_id, sha256, region, matrix, by) values ($1, $2, $3, $4::json, $5) on conflict do nothing`, [cohortId, hash, regionCode, json, caller.person]),
    );
    return { sha256: hash };
  }

  async get(scopes: readonly string[], caseId: string, hash: string): Promise<PlanMatrix | undefined> {
    const [row] = await this.database.inScope(scopes, (tx) =>
      tx.query<{ matrix: PlanMatrix }[]>('select matrix from plan_matrix where case_id = $1 and sha256 = $2', [caseId, hash]),
    );
    return row?.matrix;
  }

  /** For the checks of a cohort, which compare the claims of several regions. */
  getAnywhere(caseId: string, hash: string): Promise<PlanMatrix | undefined> {
    return this.get(everywhere, caseId, hash);
  }
}
