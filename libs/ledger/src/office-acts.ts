import { canonicalJson } from '#process';
import type { EntityManager } from 'typeorm';
import type { Caller } from './caller';
import type { Database } from './database';
import { sha256 } from './digest';
import type { KeyReused } from './results';

export interface OfficeAct {
  type: string;
  body: object;
}

/**
 * What an administrator does outside of cases, or anybody for themselves, in one transaction with its entry in the book of the
 * offices. A key that is known answers as it did; a refusal writes nothing. That the caller may do it has been found before.
 */
export async function officeAct<T extends object>(
  database: Database,
  admin: Caller,
  key: string,
  { type, body }: OfficeAct,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T | KeyReused> {
  const office = admin.offices.find(({ role }) => role === 'administrator') ?? admin.offices[0];
  const bodyHash = sha256(canonicalJson({ type, body }));
  return database.inScope(['*'], async (tx) => {
    // The same person's acts take turns, so that a repeated key finds its answer.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`register/${admin.person}`]);
    const [known] = await tx.query<{ bodyHash: string; answer: T }[]>(
      `select body_hash as "bodyHash", body -> 'answer' as answer from office_event where person = $1 and key = $2`,
      [admin.person, key],
    );
    if (known) return known.bodyHash === bodyHash ? known.answer : { keyReused: true };
    const answer = await work(tx);
    if (!('refused' in answer)) await noted(tx, { by: office ?? {}, person: admin.person, key, type, body: { ...body, answer }, bodyHash });
    return answer;
  });
}

/** False when the key was there already. */
export async function noted(
  tx: EntityManager,
  { by, person, key, type, body, bodyHash = '' }: { by: object; person: string; key: string; type: string; body: object; bodyHash?: string },
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'insert into office_event (by_actor, type, body, person, key, body_hash) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning n',
    [JSON.stringify(by), type, JSON.stringify(body), person, key, bodyHash],
  );
  return rows.length > 0;
}
