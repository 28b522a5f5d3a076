import type { Basis, ClockRule } from './definition';
import { dueOf } from './clocks';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import type { Text } from './text';
import { type CivilDate, civil, dayAt, dayOf, msOf, workingDaysBetween, shortDate } from './time';

/** A clock with what a reader needs to trust it: rule, basis, days, and the printed arithmetic. */
export interface ClockView {
  key: string;
  rule: string;
  label: Text;
  class: ClockRule['class'];
  basis: Basis;
  startedOn: CivilDate;
  dueOn: CivilDate;
  provisional: boolean;
  status: Clock['status'] | 'paused';
  metOn?: CivilDate;
  expired: boolean;
  late: boolean;
  /** Working days until the due day; negative when it has passed. */
  workingDaysLeft: number;
  pauses: Clock['pauses'];
  extensions: Clock['extensions'];
  arithmetic: Text;
}

export function clocksView(rules: Rules, state: CaseState, at: string): ClockView[] {
  return state.clocks.map((clock) => clockView(rules, clock, at));
}

function clockView(rules: Rules, clock: Clock, at: string): ClockView {
  const rule = rules.definition.clocks[clock.rule]!;
  const today = civil(dayAt(msOf(at), rules.zone));
  const probe = clock.status === 'running' ? today : (clock.metOn ?? clock.dueOn);
  const due = dueOf(rules, rule, clock, probe < clock.startedOn ? undefined : probe);
  const paused = clock.status === 'running' && clock.pauses.some(({ last }) => last === undefined);
  return {
    key: clock.key,
    rule: clock.rule,
    label: rule.label,
    class: rule.class,
    basis: rule.basis,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    provisional: clock.provisional ?? false,
    status: paused ? 'paused' : clock.status,
    ...(clock.metOn && { metOn: clock.metOn }),
    expired: clock.expired ?? false,
    late: clock.status === 'running' ? today > clock.dueOn : (clock.metOn ?? '') > clock.dueOn,
    workingDaysLeft: workingDaysBetween(rules.calendar, dayOf(probe), dayOf(clock.dueOn)),
    pauses: clock.pauses,
    extensions: clock.extensions,
    arithmetic: due?.arithmetic ?? { id: `Jatuh tempo ditetapkan: ${shortDate(clock.dueOn, 'id')}`, en: `Due day set: ${shortDate(clock.dueOn, 'en')}` },
  };
}
