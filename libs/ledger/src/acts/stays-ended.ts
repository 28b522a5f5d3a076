import { type Rules, type Stay, stayEnded } from '#process';
import type { EntityManager } from 'typeorm';
import type { Entry } from '../record';
import type { Rulebook } from '../rulebook';

/** Counted by the version the record pins the case to, so that the fold of the record counts the same days for ever. */
export async function staysEnded(rulebook: Rulebook, tx: EntityManager, rules: Rules, entries: readonly Entry[]): Promise<Stay[]> {
  const stays: Stay[] = [];
  for (const { event, before, after } of entries) {
    const { calendarVersion, region } = after;
    const pinned =
      calendarVersion === rules.calendar.version ? rules : await rulebook.rules(tx, { hash: after.process.hash, calendarVersion, region });
    const stay = stayEnded(pinned, before, event, after);
    if (stay) stays.push(stay);
  }
  return stays;
}
