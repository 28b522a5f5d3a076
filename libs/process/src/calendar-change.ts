import { computed } from './clocks';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import { type CivilDate, dayOf, isWorkingDay } from './time';

/** A running clock whose day is another one under the rules' calendar. */
export interface ClockUnderCalendar {
  clock: Clock;
  dueOn: CivilDate;
  provisional: boolean;
}

/**
 * The clocks of a case that the rules' calendar would date otherwise than they stand; none means that the case may simply go on
 * under it. What a paused clock shows is only its earliest day, and it is counted anew, under the calendar of then, when it runs
 * again: until then it moves only where that day is no working day any more. `today` is the day up to which a pause has lasted.
 */
export function clocksUnder(rules: Rules, { clocks }: Pick<CaseState, 'clocks'>, today?: CivilDate): ClockUnderCalendar[] {
  return clocks.flatMap((clock) => {
    if (clock.status !== 'running') return [];
    const rule = rules.definition.clocks[clock.rule]!;
    const isPaused = clock.pauses.some(({ last }) => last === undefined);
    if (isPaused && (rule.unit !== 'working-day' || isWorkingDay(rules.calendar, dayOf(clock.dueOn)))) return [];
    const { dueOn, provisional = false } = computed(rules, rule, clock, isPaused ? today : undefined);
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
  return clocksUnder(rules, state, today).map(({ clock, dueOn, provisional }) => ({
    clock: clock.key,
    rule: clock.rule,
    from: clock.dueOn,
    to: dueOn,
    alreadyPast: dueOn < today,
    ...(provisional !== (clock.provisional ?? false) && { provisional: { from: clock.provisional ?? false, to: provisional } }),
  }));
}
