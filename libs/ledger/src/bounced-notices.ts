import { climbs } from '#process';
import { everywhere } from './caller';
import type { CaseLedger } from './case-ledger';
import type { Database } from './database';

interface Bounced {
  id: string;
  /** The first of those that were sent to the same office about the same event. */
  first: string;
  caseId: string;
  template: string;
  role: string;
  facts: { rung?: unknown };
  reached: boolean;
}

const atOnce = 100;

/** Notices that were finally refused, on their way back to their cases. */
export class BouncedNotices {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseLedger,
  ) {}

  /**
   * Tells each case of the offices that a notice of it could not reach. An office is reached when one of its
   * readers is, so nothing is said while one of them may still be. Safe to repeat: a notice comes back to its case once.
   */
  async returnToCases(): Promise<void> {
    for (let bounced = await this.next(); bounced.length > 0; bounced = await this.next()) {
      for (const { id, first, caseId, template, role, facts, reached } of bounced) {
        if (!reached && climbs(template, facts))
          await this.cases.applySystem(caseId, `bounced/${first}`, { type: 'notice-bounced', notice: first, template, role, actor: { system: 'delivery' } });
        await this.database.inScope(everywhere, (tx) => tx.query('update notice set returned_at = clock_timestamp() where id = $1', [id]));
      }
    }
  }

  private async next(): Promise<Bounced[]> {
    return this.database.inScope(everywhere, (tx) => tx.query<Bounced[]>(next, [atOnce]));
  }
}

const next = `
select n.id, office.first, n.subject_id as "caseId", n.template, n.role, n.facts, office.reached
  from notice n cross join lateral (
    select min(o.id::text) as first, bool_or(o.state = 'sent') as reached, bool_or(o.state = 'pending') as open
      from notice o where o.subject_id = n.subject_id and o.seq = n.seq and o.template = n.template and o.channel = n.channel and o.role = n.role and o.scope = n.scope) office
 where n.state = 'bounced' and n.returned_at is null and n.subject_kind = 'case' and not office.open
 order by n.settled_at limit $1`;
