import type { Rung } from './definition';
import { stageOrder } from './definition';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import { dayOf, endOfDay, instantAt, isWorkingDay, isoInstant, nthWorkingDay, previousWorkingDays } from './time';

export type Alarm = { at: number } & (
  | { kind: 'rung'; clock: Clock; rung: Rung }
  | { kind: 'expiry'; clock: Clock }
  | { kind: 'deemed'; clock: Clock }
  | { kind: 'programme-year' }
);

const isPaused = (clock: Clock) => clock.pauses.some(({ last }) => last === undefined);

/** The day of a rung, always a working one, counted from the due day; undefined when it lies before the clock has started. */
function rungDay(rules: Rules, clock: Clock, { day }: Rung): number | undefined {
  const due = dayOf(clock.dueOn);
  const onTheDay = isWorkingDay(rules.calendar, due) ? due : previousWorkingDays(rules.calendar, due, 1);
  const on = day < 0 ? previousWorkingDays(rules.calendar, due, -day) : day === 0 ? onTheDay : nthWorkingDay(rules.calendar, due, day);
  return on > dayOf(clock.startedOn) ? on : undefined;
}

function clockAlarms(rules: Rules, state: CaseState, clock: Clock): Alarm[] {
  if (clock.status !== 'running' || isPaused(clock)) return [];
  const alarms: Alarm[] = [];
  for (const rung of rules.definition.ladder) {
    const day = clock.rungs[rung.day] === undefined ? rungDay(rules, clock, rung) : undefined;
    if (day !== undefined) alarms.push({ kind: 'rung', clock, rung, at: instantAt(day, rules.definition.ladderAt, rules.zone) });
  }
  if (!clock.expired) alarms.push({ kind: 'expiry', clock, at: endOfDay(dayOf(clock.dueOn), rules.zone) });
  const effect = rules.definition.clocks[clock.rule]?.effect;
  if (effect && effect.at === state.stage && !state.transfer && mayTakeEffect(state, clock, effect)) {
    alarms.push({ kind: 'deemed', clock, at: endOfDay(nthWorkingDay(rules.calendar, dayOf(sinceWhen(clock)), effect.patience), rules.zone) });
  }
  return alarms;
}

/** Nobody can be patient with a day that was only told afterwards: where the calendar put it into the past, patience begins when it did. */
const sinceWhen = ({ dueOn, movedBy }: Clock): string => (movedBy && movedBy.on > dueOn ? movedBy.on : dueOn);

/** Silence has its effect only with the required fact dated in time, and without the act that prevents it. */
function mayTakeEffect(state: CaseState, clock: Clock, effect: { requires: string; unless: string }): boolean {
  const required = state.facts[effect.requires];
  return required !== undefined && required <= clock.dueOn && !(effect.unless in state.facts);
}

/** The year of the programme the draft is listed in now. */
export const programmeYearOf = (state: CaseState): number => Math.max(state.programmeYear, Number(state.facts['relistingYear'] ?? 0));

function programmeYearAlarm(rules: Rules, state: CaseState): Alarm[] {
  const { flag, until, last } = rules.definition.programmeYear;
  if (state.status !== 'open' || state.flags.includes(flag) || until in state.facts) return [];
  if (stageOrder(rules.definition, state.stage) > stageOrder(rules.definition, last)) return [];
  return [{ kind: 'programme-year', at: endOfDay(dayOf(`${programmeYearOf(state)}-12-31`), rules.zone) }];
}

/** Every instant at which the case has something to do by itself, earliest first (epoch ms on the case's own time line). */
export function alarmsOf(rules: Rules, state: CaseState): Alarm[] {
  const alarms = [...state.clocks.flatMap((clock) => clockAlarms(rules, state, clock)), ...programmeYearAlarm(rules, state)];
  return alarms.sort((a, b) => a.at - b.at);
}

/** Whether time still has something to say to the case: until its end, and as long afterwards as a clock runs. */
export const isWatched = (rules: Rules, state: CaseState): boolean => state.status === 'open' || nextAlarm(rules, state) !== undefined;

/** The earliest alarm; its key names the due instant, so that a clock that moves gives another key. */
export function nextAlarm(rules: Rules, state: CaseState): { key: string; at: string } | undefined {
  const [next] = alarmsOf(rules, state);
  if (!next) return undefined;
  const at = isoInstant(next.at);
  const name = 'clock' in next ? next.clock.key : 'case';
  return { key: `${name}/${next.kind}${next.kind === 'rung' ? next.rung.day : ''}@${at}`, at };
}
