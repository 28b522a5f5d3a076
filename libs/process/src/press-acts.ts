import { type Actor, covers } from './actor';
import type { Desk } from './desk-of';
import { administrators, watchers } from './offices';
import type { StallCause } from './stall';

/** What may be done from the radar about a case that does not move. None of it decides on the case. */
const pressed = {
  remind: watchers,
  escalate: administrators,
  assign: administrators,
  /** The owner of a term proposes, and nobody in their place. */
  extend: 'desk',
  hold: 'desk',
  lift: administrators,
  retry: administrators,
} as const;
export type PressAct = keyof typeof pressed;
export const pressActs = Object.keys(pressed) as PressAct[];

/** Where only one cause is helped by it. */
const helps: Partial<Record<PressAct, StallCause>> = { lift: 'hold', retry: 'system' };

/** The acts on a stalled case that are the caller's. */
export function pressActsOf(stalled: { region: string; cause: StallCause; desk: readonly Desk[] }, offices: readonly Actor[]): PressAct[] {
  const isTheirs = (act: PressAct): boolean => {
    const roles = pressed[act];
    if (roles === 'desk') return stalled.desk.some(({ role, scope }) => offices.some((office) => office.role === role && office.scope === scope));
    return offices.some(({ role, scope }) => roles.includes(role) && covers(scope, stalled.region));
  };
  return pressActs.filter((act) => isTheirs(act) && (helps[act] ?? stalled.cause) === stalled.cause);
}
