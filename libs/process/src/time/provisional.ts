import type { BothLanguages } from './both-languages';
import { type WorkingCalendar, yearsWithoutTable } from './calendar';
import { type CivilDate, dayOf } from './civil-day';

/** How far a due day can be relied on, as it is said beside it in every list. */
export interface Provisional {
  /** Its year has no published holiday table. */
  provisional: boolean;
  provisionalBecause: BothLanguages | null;
}

export const firm: Provisional = { provisional: false, provisionalBecause: null };

/** Of a day that stands by itself, without the term behind it: the year it lies in decides. */
export function provisionalDay(calendar: WorkingCalendar, dueOn: CivilDate | null): Provisional {
  return dueOn === null ? firm : provisionalFor(yearsWithoutTable(calendar, dayOf(dueOn), dayOf(dueOn)));
}

export function provisionalFor(years: readonly number[]): Provisional {
  if (years.length === 0) return firm;
  return { provisional: true, provisionalBecause: { id: `sementara: tabel libur ${years.join(', ')} belum ada`, en: `provisional: no holiday table for ${years.join(', ')}` } };
}
