import { everywhere } from './caller';
import type { Database } from './database';
import { compare } from './drift/compare';
import type { Finding } from './drift/finding';
import type { Rulebook } from './rulebook';

export type { Finding, FindingKind } from './drift/finding';

/** Recomputes what was recorded and compares what was derived from it. Reads only; a broken chain is an alarm, never repaired. */
export class Verifier {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** One case, cohort or readiness, or all of them, each in a transaction of its own. */
  async verify(id?: string): Promise<Finding[]> {
    if (id !== undefined) return this.database.inScope(everywhere, async (tx) => (await compare(tx, this.rulebook, id)).findings);
    const findings: Finding[] = [];
    for await (const each of this.subjects()) findings.push(...(await this.verify(each)));
    return findings;
  }

  /** Every case, every cohort, every record of readiness. */
  async *subjects(): AsyncGenerator<string> {
    yield* this.pages('select case_id as id from regulation_case where case_id > $1 order by case_id limit 200');
    yield* this.pages('select cohort_id as id from cohort where cohort_id > $1 order by cohort_id limit 200');
    yield* this.pages('select readiness_id as id from readiness where readiness_id > $1 order by readiness_id limit 200');
  }

  private async *pages(page: string): AsyncGenerator<string> {
    for (let after = ''; ;) {
      const ids = await this.database.inScope(everywhere, (tx) => tx.query<{ id: string }[]>(page, [after]));
      for (const { id } of ids) yield id;
      if (ids.length === 0) return;
      after = ids.at(-1)!.id;
    }
  }
}
