import type { EntityManager } from 'typeorm';
import { readCase } from '../case-row';

interface StoredFile {
  sha256: string;
  media: string;
}

/** Two files of one text; null where the case has none, or none that was ever stored. */
export interface FilesToCompare {
  type: string;
  before: StoredFile | null;
  after: StoredFile | null;
}

export async function textsToCompare(tx: EntityManager, caseId: string, moved: number): Promise<FilesToCompare[] | undefined> {
  const asked = (await readCase(tx, caseId))?.state.comparing;
  if (asked?.moved !== moved) return undefined;
  const hashes = asked.texts.flatMap(({ before, after }) => [before, after]).filter((hash) => hash !== null);
  const stored = await tx.query<StoredFile[]>('select distinct sha256, media from document_object where case_id = $1 and sha256 = any($2)', [caseId, hashes]);
  const file = (hash: string | null) => stored.find(({ sha256 }) => sha256 === hash) ?? null;
  return asked.texts.map(({ type, before, after }) => ({ type, before: file(before), after: file(after) }));
}
