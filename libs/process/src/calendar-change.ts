import { computed } from './clocks';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import type { CivilDate } from './time';

/** A running clock whose day is another one under the rules' calendar. */
export interface ClockUnderCalendar {
  clock: Clock;
  dueOn: CivilDate;
  provisional: boolean;
}

/**
 * The clocks of a case that the rules' calendar would date otherwise than they stand; none means that the case may simply go on
 * under it. A clock that is paused has no day to move: it is counted anew, under the calendar of then, when it runs again.
 */
export function clocksUnder(rules: Rules, { clocks }: Pick<CaseState, 'clocks'>): ClockUnderCalendar[] {
  return clocks.flatMap((clock) => {
    if (clock.status !== 'running' || clock.pauses.some(({ last }) => last === undefined)) return [];
    const { dueOn, provisional = false } = computed(rules, rules.definition.clocks[clock.rule]!, clock);
    return dueOn === clock.dueOn && provisional === (clock.provisional ?? false) ? [] : [{ clock, dueOn, provisional }];
  });
}

/** One clock of a preview: its day before and after, and whether the day after has passed already. */
export interface ClockPreview {
  clock: string;
  rule: string;
  from: CivilDate;
  to: CivilDate;
  alreadyPast: boolean;
  /** Said only where the table of a year comes or goes. */
  provisional?: { from: boolean; to: boolean };
}

/** For previews: every clock of a case that another calendar would move, looked at on a civil day. */
export function underCalendar(rules: Rules, state: Pick<CaseState, 'clocks'>, today: CivilDate): ClockPreview[] {
  return clocksUnder(rules, state).map(({ clock, dueOn, provisional }) => ({
    clock: clock.key,
    rule: clock.rule,
    from: clock.dueOn,
    to: dueOn,
    alreadyPast: dueOn < today,
    ...(provisional !== (clock.provisional ?? false) && { provisional: { from: clock.provisional ?? false, to: provisional } }),
  }));
}
