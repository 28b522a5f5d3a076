import type { EntityManager } from 'typeorm';
import type { Finding } from './finding';

/** A notice that an event calls for. */
export interface Told {
  seq: number;
  template: string;
  /** Somebody, or the note of a vacancy, has to be there; otherwise all readers may have been the actor. */
  certain: boolean;
}

/** Notices that the record calls for and nobody wrote, and the other way round. */
export async function noticeFindings(tx: EntityManager, subjectId: string, told: readonly Told[]): Promise<Finding[]> {
  const rows = await noticesIn(tx, subjectId);
  const keyOf = ({ seq, template }: { seq: number; template: string }) => `${template} of event ${seq}`;
  const implied = new Set(told.map(keyOf));
  const written = new Set(rows.map(keyOf));
  const missing = [...new Set(told.filter(({ certain }) => certain).map(keyOf))].filter((key) => !written.has(key));
  const surplus = [...written].filter((key) => !implied.has(key));
  return [...missing.map((key) => `missing: ${key}`), ...surplus.map((key) => `not called for: ${key}`)].map((detail) => ({
    caseId: subjectId,
    kind: 'notices-differ',
    detail,
  }));
}

/** Of an office without a holder and of drift itself it is told apart from any event. */
const noticesIn = (tx: EntityManager, subjectId: string): Promise<{ seq: number; template: string }[]> =>
  tx.query(`select distinct seq, template from notice where subject_id = $1 and channel = 'in-app' and template not in ('no-holder', 'chain-broken')`, [subjectId]);
