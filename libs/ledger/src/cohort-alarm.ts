import { type CivilDate, type CohortState, dayOf, endOfDay, isoInstant, zoneOfRegion } from '#process';

export const cutOffAt = (province: string, cutOffOn: CivilDate): number => endOfDay(dayOf(cutOffOn), zoneOfRegion(province));

/** Only the first round has a date that may open the gate. */
export const cohortAlarmOf = (state: CohortState): string | undefined =>
  state.cutOffReached || state.round > 1 ? undefined : isoInstant(cutOffAt(state.province, state.cutOffOn));
