import type { Basis, ClockRule } from './definition';
import { dueOf } from './clocks';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import type { Text } from './text';
import { type CivilDate, civil, dayAt, dayOf, msOf, provisionalDay, provisionalFor, workingDaysBetween, shortDate } from './time';

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
  provisionalBecause: Text | null;
  status: Clock['status'] | 'paused';
  metOn?: CivilDate;
  expired: boolean;
  late: boolean;
  /** Working days until the due day; negative when it has passed. */
  workingDaysLeft: number;
  pauses: Clock['pauses'];
  extensions: Clock['extensions'];
  arithmetic: Text;
  /** Why the due day is not the one that was told first: the version of the calendar that moved it. */
  movedBy?: NonNullable<Clock['movedBy']> & { because: Text };
  /** What passing the due day means in law, where the law was asked and is silent. */
  consequence?: Text;
}

export function clocksView(rules: Rules, state: CaseState, at: string): ClockView[] {
  return state.clocks.map((clock) => clockView(rules, state, clock, at));
}

function clockView(rules: Rules, state: CaseState, clock: Clock, at: string): ClockView {
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
    ...(clock.provisional ? provisionalFor(due?.provisionalYears ?? []) : provisionalDay(rules.calendar, due ? null : clock.dueOn)),
    status: paused ? 'paused' : clock.status,
    ...(clock.metOn && { metOn: clock.metOn }),
    ...unregulated(state, rule, clock, today),
    ...(clock.movedBy && { movedBy: { ...clock.movedBy, because: becauseOf(clock.movedBy) } }),
    expired: clock.expired ?? false,
    late: clock.status === 'running' ? today > clock.dueOn : (clock.metOn ?? '') > clock.dueOn,
    workingDaysLeft: workingDaysBetween(rules.calendar, dayOf(probe), dayOf(clock.dueOn)),
    pauses: clock.pauses,
    extensions: clock.extensions,
    arithmetic: due?.arithmetic ?? { id: `Jatuh tempo ditetapkan: ${shortDate(clock.dueOn, 'id')}`, en: `Due day set: ${shortDate(clock.dueOn, 'en')}` },
  };
}

const becauseOf = ({ calendar, from }: NonNullable<Clock['movedBy']>): Text => ({
  id: `Semula ${shortDate(from, 'id')}; berubah karena kalender kerja versi ${calendar}`,
  en: `Was ${shortDate(from, 'en')}; moved because of working calendar version ${calendar}`,
});

/** A register number that came after the due day, or never, leaves the effect of lateness to no article. */
function unregulated(state: CaseState, { effect }: ClockRule, clock: Clock, today: CivilDate): { consequence?: Text } {
  const required = effect && state.facts[effect.requires];
  const isLate = clock.status === 'running' && today > clock.dueOn;
  if (!effect || !isLate || (required !== undefined && required <= clock.dueOn)) return {};
  return { consequence: { id: 'Terlambat; akibat hukumnya tidak diatur', en: 'Late; legal effect unregulated' } };
}
