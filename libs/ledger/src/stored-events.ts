import type { EntityManager } from 'typeorm';

export interface StoredEvent {
  seq: number;
  type: string;
  at: Date;
  actor: object;
  onBehalfOf: object | null;
  body: object;
  prevHash: string;
  hash: string;
}

/** The chain of a cohort, or of a region's readiness, as it lies in the database. */
export const storedEvents = (tx: EntityManager, subject: 'cohort' | 'readiness', id: string): Promise<StoredEvent[]> =>
  tx.query(
    `select seq, type, at, actor, on_behalf_of as "onBehalfOf", body, prev_hash as "prevHash", hash from ${subject}_event where ${subject}_id = $1 order by seq`,
    [id],
  );
