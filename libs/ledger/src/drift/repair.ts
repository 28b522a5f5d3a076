import type { EntityManager } from 'typeorm';
import { type Caller, everywhere } from '../caller';
import type { Database } from '../database';
import { uuid7 } from '../ids';
import { noted, officeAct } from '../office-acts';
import type { KeyReused, NotFound } from '../results';
import type { Rulebook } from '../rulebook';
import { compare } from './compare';
import { type Finding, isRefoldable } from './finding';

/** What was folded anew, and what no folding can put right. */
export interface Refolded {
  refolded: Finding[];
  left: Finding[];
}
/** The record itself is not whole: nothing may be derived from it, and nobody edits it. */
export interface RepairRefusal {
  refused: 'record-broken';
  details: string[];
}
export type RepairBy = 'reconciler' | 'terminal';

/** Puts projections right by folding them anew from the events. What was recorded is never edited. */
export class Repair {
  constructor(
    private readonly database: Database,
    private readonly rulebook: Rulebook,
  ) {}

  /** One case or cohort, in one transaction under its row's lock; entered in the book of the offices when something was put right. */
  async refold(id: string, by: RepairBy): Promise<Refolded | RepairRefusal> {
    return this.database.inScope(everywhere, async (tx) => {
      const result = await this.refoldIn(tx, id);
      if (!('refused' in result) && result.refolded.length > 0) {
        const body = { subject: id, refolded: result.refolded.map(({ kind, detail }) => ({ kind, detail })) };
        await noted(tx, { by: { system: by }, person: `system/${by}`, key: `refold/${id}/${uuid7()}`, type: 'projection-refolded', body });
      }
      return result;
    });
  }

  /** The same by an administrator, who sees the case: with a key, and entered under their name. */
  async byAdministrator(admin: Caller, key: string, id: string): Promise<Refolded | RepairRefusal | NotFound | KeyReused> {
    const [seen] = await this.database.inScope(admin.scopes, (tx) => tx.query<unknown[]>('select 1 from regulation_case where case_id = $1', [id]));
    if (!seen) return { notFound: true };
    return officeAct<Refolded | RepairRefusal>(this.database, admin, key, { type: 'projection-refolded', body: { subject: id } }, (tx) => this.refoldIn(tx, id));
  }

  private async refoldIn(tx: EntityManager, id: string): Promise<Refolded | RepairRefusal> {
    const { findings, refold } = await compare(tx, this.rulebook, id, { toWrite: true });
    if (!refold) return { refused: 'record-broken', details: findings.map(({ detail }) => detail) };
    const refolded = findings.filter(isRefoldable);
    if (refolded.length > 0) {
      await refold();
      await tx.query('update drift_run set refolded = refolded + 1');
    }
    return { refolded, left: findings.filter((finding) => !isRefoldable(finding)) };
  }
}
