import type { EntityManager } from 'typeorm';

/** Reads beyond the caller's wall for what the code around it narrows again; afterwards the wall stands as it stood. A failure ends the transaction, and the setting with it. */
export async function widened<T>(tx: EntityManager, read: () => Promise<T>): Promise<T> {
  const [stood] = await tx.query<{ scope: string | null }[]>(`select current_setting('selaras.scope', true) as scope`);
  await tx.query(`select set_config('selaras.scope', '*', true)`);
  const found = await read();
  await tx.query(`select set_config('selaras.scope', $1, true)`, [stood?.scope ?? '']);
  return found;
}
