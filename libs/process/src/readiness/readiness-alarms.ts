import { dayOf, endOfDay, instantAt, isoInstant, msOf, zoneOfRegion } from '../time';
import type { ReadinessDefinition } from './criteria';
import type { ReadinessState } from './readiness-state';

export interface ReadinessAlarm {
  at: number;
  criterion: string;
  submission: number;
  /** Days before the last valid day; absent for the expiry itself. */
  days?: number;
}

/** Everything that will happen to verified evidence by time alone, earliest first. A reminder that lies before the verification is none. */
export function readinessAlarms(definition: ReadinessDefinition, state: ReadinessState): ReadinessAlarm[] {
  const zone = zoneOfRegion(state.regionCode);
  const { days, at } = definition.reminders;
  const alarms = Object.keys(definition.criteria).flatMap((criterion) => {
    const standing = state.criteria[criterion]?.standing;
    if (standing?.validUntil === undefined) return [];
    const last = dayOf(standing.validUntil);
    const about = { criterion, submission: standing.seq };
    const reminders = days
      .filter((one) => standing.reminded === undefined || one < standing.reminded)
      .map((one) => ({ ...about, days: one, at: instantAt(last - one, at, zone) }))
      .filter((alarm) => alarm.at > msOf(standing.verifiedAt));
    return [...reminders, { ...about, at: endOfDay(last, zone) }];
  });
  return alarms.sort((a, b) => a.at - b.at);
}

export function nextReadinessAlarm(definition: ReadinessDefinition, state: ReadinessState): string | undefined {
  const [next] = readinessAlarms(definition, state);
  return next && isoInstant(next.at);
}
