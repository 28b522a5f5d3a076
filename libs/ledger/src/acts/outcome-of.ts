import type { ManifestEntry } from '#process';
import type { EntityManager } from 'typeorm';
import type { TransferOutcome } from '../results';
import { bytesOf } from './bytes-of';

const outcomes: Record<string, TransferOutcome> = { 'case-moved': 'moved', 'transfer-failed': 'damaged', 'transfer-cancelled': 'cancelled' };

/** What became of a transfer, read from the record: the event that ended it, else it is under way. Undefined if the case never had it. */
export async function outcomeOf(tx: EntityManager, caseId: string, seq: number): Promise<{ outcome: TransferOutcome; bytes: number } | undefined> {
  const rows = await tx.query<{ type: string; documents: ManifestEntry[] | null }[]>(
    `select type, body #> '{transfer,manifest,documents}' as documents from case_event
      where case_id = $1 and seq >= $2 and ((seq = $2 and type = 'transfer-started') or (type = any($3) and body ->> 'transfer' = $2::int::text)) order by seq`,
    [caseId, seq, Object.keys(outcomes)],
  );
  const [started, ended] = rows;
  if (started?.type !== 'transfer-started') return undefined;
  return { outcome: ended ? outcomes[ended.type]! : 'carrying', bytes: bytesOf(started.documents ?? []) };
}
