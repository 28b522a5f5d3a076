import type { SealedText } from '#process';
import type { EntityManager } from 'typeorm';
import { widened } from '../widened';

/** The words behind exactly these seals of a cohort. The caller has decided who may read them. */
export async function sealedWords(tx: EntityManager, cohortId: string, seals: readonly (SealedText | undefined)[]): Promise<ReadonlyMap<string, string>> {
  const hashes = seals.flatMap((seal) => (seal ? [seal.sha256] : []));
  if (hashes.length === 0) return new Map();
  const rows = await widened(tx, () =>
    tx.query<{ sha256: string; text: string }[]>('select sha256, text from confidential_text where case_id = $1 and sha256 = any($2)', [cohortId, hashes]),
  );
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}
