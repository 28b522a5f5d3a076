import { covers } from '#process';
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
interface NotYours {
  refused: 'not-your-role';
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

  /** The same by the administrator of the case's region: with a key, and entered under their name. */
  async byAdministrator(admin: Caller, key: string, id: string): Promise<Refolded | RepairRefusal | NotYours | NotFound | KeyReused> {
    const [seen] = await this.database.inScope(admin.scopes, (tx) => tx.query<{ region: string }[]>('select region from regulation_case where case_id = $1', [id]));
    if (!seen) return { notFound: true };
    if (!admin.offices.some(({ role, scope }) => role === 'administrator' && covers(scope, seen.region))) return { refused: 'not-your-role', details: ['administrator'] };
    return officeAct<Refolded | RepairRefusal>(this.database, admin, key, { type: 'projection-refolded', body: { subject: id } }, (tx) => this.refoldIn(tx, id));
  }

  private async refoldIn(tx: EntityManager, id: string): Promise<Refolded | RepairRefusal> {
    const { findings, refold } = await compare(tx, this.rulebook, id, { toWrite: true });
    if (!refold) return { refused: 'record-broken', details: findings.map(({ detail }) => detail) };
    const refolded = findings.filter(isRefoldable);
    if (refolded.length > 0) {
      await refold();
      await tx.query('update drift_run set refolded = refolded + 1');
      // It is looked at again by the next sweep, which takes the finding away.
      await tx.query('update drift_look set seq = null where subject_id = $1', [id]);
      await tx.query('update drift_finding set refolded_at = clock_timestamp() where subject_id = $1 and kind = any($2)', [id, refolded.map(({ kind }) => kind)]);
    }
    return { refolded, left: findings.filter((finding) => !isRefoldable(finding)) };
  }
}
