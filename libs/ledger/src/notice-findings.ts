import type { Finding } from './verifier';

export interface Told {
  seq: number;
  template: string;
  /** Somebody, or the note of a vacancy, has to be there; otherwise all readers may have been the actor. */
  certain: boolean;
}

/** Notices that the record calls for and nobody wrote, and the other way round. */
export function noticeFindings(caseId: string, rows: readonly { seq: number; template: string }[], told: readonly Told[]): Finding[] {
  const keyOf = ({ seq, template }: { seq: number; template: string }) => `${template} of event ${seq}`;
  const implied = new Set(told.map(keyOf));
  const written = new Set(rows.map(keyOf));
  const missing = [...new Set(told.filter(({ certain }) => certain).map(keyOf))].filter((key) => !written.has(key));
  const surplus = [...written].filter((key) => !implied.has(key));
  return [...missing.map((key) => `missing: ${key}`), ...surplus.map((key) => `not called for: ${key}`)].map((detail) => ({
    caseId,
    kind: 'notices-differ',
    detail,
  }));
}
