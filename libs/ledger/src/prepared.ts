import type { ClientBase } from 'pg';
import { type EntityManager, QueryFailedError } from 'typeorm';

/** A statement under a name: a connection reads and plans it once and keeps the plan. For the ledger's own, planning costs more than running. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Runs one on the connection of this transaction. Fails as every other statement does, so that failures are told apart in one place. */
export async function runPrepared<Row>(tx: EntityManager, { name, text }: Prepared, values: unknown[]): Promise<Row[]> {
  const connection = (await tx.queryRunner!.connect()) as ClientBase;
  try {
    const { rows } = await connection.query({ name, text, values });
    return rows as Row[];
  } catch (failure) {
    throw new QueryFailedError(text, values, failure as Error);
  }
}
