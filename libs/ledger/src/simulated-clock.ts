import type { EntityManager } from 'typeorm';
import type { Database } from './database';

/** The instant by which cases are judged, in epoch milliseconds, and how far it lies from the real one. */
export interface Now {
  at: number;
  offset: number;
}

/** SQL for the same instant, where a statement needs it itself. */
export const simulatedNow = `(clock_timestamp() + (select offset_ms from simulated_clock) * interval '1 millisecond')`;

export async function readNow(tx: EntityManager): Promise<Now> {
  const [row] = await tx.query<{ real: string; offset: string }[]>(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as real, offset_ms as "offset" from simulated_clock',
  );
  return { at: Number(row!.real) + Number(row!.offset), offset: Number(row!.offset) };
}

/** The clock of training and demo. The first move may go anywhere, later ones only forwards. */
export class SimulatedClock {
  constructor(private readonly database: Database) {}

  now(): Promise<Now> {
    return this.database.inScope([], readNow);
  }

  /** Sets the clock to an instant (epoch milliseconds). Refused when that lies behind what it shows, unless it never moved. */
  moveTo(instant: number): Promise<Now | { refused: 'clock-moves-forwards-only' }> {
    return this.database.inScope([], async (tx) => {
      const [moved] = await tx.query<[{ real: string; offset: string }[], number]>(
        `update simulated_clock c set offset_ms = $1::bigint - now.real, moves = moves + 1
           from (select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as real) now
          where c.moves = 0 or $1::bigint >= now.real + c.offset_ms
      returning now.real, c.offset_ms as "offset"`,
        [instant],
      );
      const row = moved[0];
      if (!row) return { refused: 'clock-moves-forwards-only' };
      return { at: Number(row.real) + Number(row.offset), offset: Number(row.offset) };
    });
  }
}
