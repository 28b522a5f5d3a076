import { type Actor, rpikV1, seatOf, type SystemActor } from '../src';

export type RoleName = keyof typeof rpikV1.roles;

/** The holder of an office for Seluma (1705), its province or the ministry; somebody else where the details say so. */
export function anActor(role: RoleName, details: Partial<Actor> & { region?: string } = {}): Actor {
  const { region = '1705', ...rest } = details;
  const scope = role === 'administrator' ? '' : seatOf(rpikV1.roles[role].level, region);
  return { person: `p_${role}${scope && `_${scope}`}`, role, scope, capacity: 'definitive', ...rest };
}

export const theEngine: SystemActor = { system: 'transfer' };
export const theClock: SystemActor = { system: 'clock' };
export const theCohort: SystemActor = { system: 'cohort' };
export const theCalendar: SystemActor = { system: 'calendar' };
