import type { Actor } from '#process';
import type { CaseQueue } from './case-queue';
import type { Busy, KeyReused } from './results';
import { isTimeout, isUnique } from './sql-failure';

const busy: Busy = { busy: true, retryAfter: 1 };

/** One person's act on one subject, in its turn. Whoever meets a record that was begun at the same moment looks at it once more. */
export async function inTurn<R>(queue: CaseQueue, subject: string, primaryKey: string, act: () => Promise<R>): Promise<R | KeyReused | Busy> {
  try {
    return (await queue.run(subject, act)) ?? busy;
  } catch (failure) {
    if (isUnique(failure, primaryKey)) return await act();
    if (isUnique(failure, 'one_answer_per_key')) return { keyReused: true };
    if (isTimeout(failure)) return busy;
    throw failure;
  }
}

/** Tries every office: the first that may, else the refusal that says most. */
export function offeringMost<T extends { decision: object }>(offices: readonly Actor[], tried: (actor: Actor) => T): T | undefined {
  const judged = offices.map(tried);
  const refusal = ({ decision }: T) => ('refused' in decision ? String(decision.refused) : undefined);
  return judged.find((one) => refusal(one) === undefined) ?? judged.find((one) => !refusal(one)!.startsWith('not-your')) ?? judged[0];
}
