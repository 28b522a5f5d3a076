import { type CaseEvent, type CaseState, decide, evolveAll, isRefusal, type Rules } from '#process';
import type { EntityManager } from 'typeorm';
import type { Rulebook } from '../rulebook';

export interface UpToDate {
  rulesBefore: Rules;
  rules: Rules;
  /** The change of the calendar, where it moves the case. */
  changed: readonly CaseEvent[];
  /** The case after it. */
  dated: CaseState;
}

/**
 * Nothing is judged on days that a newer calendar has moved: whatever is asked of a case, a version that moves a day of it is
 * recorded first, in the same transaction. Where no day moves, the case simply goes on under the newer one.
 */
export async function broughtUpToDate(rulebook: Rulebook, tx: EntityManager, state: CaseState, newest: number, at: string): Promise<UpToDate> {
  const under = (calendarVersion: number): Promise<Rules> => rulebook.rules(tx, { hash: state.process.hash, calendarVersion, region: state.region });
  const own = await under(state.calendarVersion);
  if (newest <= state.calendarVersion) return { rulesBefore: own, rules: own, changed: [], dated: state };
  const rules = await under(newest);
  const decrees = await rulebook.decreesBetween(tx, state.calendarVersion, newest, state.region);
  const decision = decide(rules, state, { type: 'change-calendar', version: newest, decrees, actor: { system: 'calendar' }, at });
  const changed = isRefusal(decision) ? [] : decision.events;
  return { rulesBefore: changed.length > 0 ? own : rules, rules, changed, dated: evolveAll(rules.definition, state, changed) };
}
