import type { EntityManager } from 'typeorm';
import { inTerm } from '../register';

/** Of these offices the ones that nobody holds today, as `role@scope`. */
export async function emptySeats(tx: EntityManager, seats: readonly { role: string; scope: string }[]): Promise<ReadonlySet<string>> {
  if (seats.length === 0) return new Set();
  const rows = await tx.query<{ seat: string }[]>(
    `select distinct s.role || '@' || s.scope as seat from jsonb_to_recordset($1::jsonb) as s(role text, scope text)
      where not exists (select 1 from holder h where h.role = s.role and h.scope = s.scope and ${inTerm('h')})`,
    [JSON.stringify(seats.map(({ role, scope }) => ({ role, scope })))],
  );
  return new Set(rows.map(({ seat }) => seat));
}
