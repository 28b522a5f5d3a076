import type { ClockRule, Flag, Trigger } from './definition';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import { type CivilDate, deadline, isCivilDate } from './time';

/** What happened, as far as clocks are concerned. `day` is the civil day in the region's zone. */
export interface Occasion {
  day: CivilDate;
  leave?: string;
  enter?: { stage: string; round: number; from: string };
  facts?: { [fact: string]: string };
  flag?: { flag: Flag; day: CivilDate };
  /** The due day of clocks whose term comes from outside. */
  dueOn?: CivilDate;
}

const legalClass = (rule: ClockRule) => (rule.class === 'policy' ? 'policy' : 'statutory');

/** The due day of a term; undefined when the rule takes its day from outside. */
export function dueOf(rules: Rules, rule: ClockRule, clock: Pick<Clock, 'startedOn' | 'pauses' | 'extensions'>, probe?: CivilDate) {
  if (rule.amount === undefined) return undefined;
  const result = deadline(rules.calendar, rules.zone, {
    start: clock.startedOn,
    amount: rule.amount,
    unit: rule.unit,
    class: legalClass(rule),
    ...(clock.pauses.length > 0 && { pauses: clock.pauses.map((pause) => ({ ...pause, ground: rules.definition.holdReasons[pause.ground] ?? pause.ground })) }),
    ...(clock.extensions.length > 0 && { extensions: clock.extensions.map(({ days }) => days) }),
    ...(probe && { probe }),
  });
  if ('refused' in result) throw new Error(`clock cannot be computed: ${result.refused}`);
  return result;
}

/** The same clock with its due day computed anew. */
export function computed(rules: Rules, rule: ClockRule, clock: Clock, probe?: CivilDate): Clock {
  const due = dueOf(rules, rule, clock, probe);
  if (!due) return clock;
  const { provisional: _, ...rest } = clock;
  return { ...rest, dueOn: due.dueOn, ...(due.provisional && { provisional: true as const }) };
}

function dayOfTrigger(trigger: Trigger, { day, leave, enter, facts, flag }: Occasion): CivilDate | undefined {
  if ('fact' in trigger) {
    const value = facts?.[trigger.fact];
    return value === undefined ? undefined : isCivilDate(value) ? value : day;
  }
  if ('flag' in trigger) return flag?.flag === trigger.flag ? flag.day : undefined;
  if ('leave' in trigger) return leave === trigger.leave ? day : undefined;
  if (enter?.stage !== trigger.enter) return undefined;
  if (trigger.round && (trigger.round === 'first') !== (enter.round === 1)) return undefined;
  if (trigger.from && trigger.from !== enter.from) return undefined;
  return trigger.notFrom === enter.from ? undefined : day;
}

const firstDay = (triggers: readonly Trigger[], occasion: Occasion) =>
  triggers.map((trigger) => dayOfTrigger(trigger, occasion)).find((day) => day !== undefined);

/** Every clock the occasion starts, meets or dates anew, as it stands afterwards. */
export function clocksAfter(rules: Rules, state: Pick<CaseState, 'clocks' | 'facts'>, occasion: Occasion): Clock[] {
  const changed: Clock[] = [];
  const isDone = (rule: ClockRule) => rule.meets.some((trigger) => 'fact' in trigger && trigger.fact in state.facts);
  for (const [name, rule] of Object.entries(rules.definition.clocks)) {
    const running = state.clocks.find((clock) => clock.rule === name && clock.status === 'running');
    const metOn = running && firstDay(rule.meets, occasion);
    if (running && metOn) changed.push({ ...running, status: 'met', metOn });
    const startedOn = firstDay(rule.starts, occasion);
    if (startedOn === undefined) continue;
    if (running && !metOn) {
      changed.push(moved(rules, { ...running, startedOn }, occasion.day));
      continue;
    }
    // What the term waits for has been registered already: nothing is left to run.
    if (isDone(rule) || (rule.amount === undefined && !occasion.dueOn)) continue;
    const n = 1 + state.clocks.filter((clock) => clock.rule === name).length;
    const fresh: Clock = {
      key: `${name}#${n}`,
      rule: name,
      startedOn,
      dueOn: occasion.dueOn ?? startedOn,
      pauses: [],
      extensions: [],
      status: 'running',
      rungs: {},
    };
    changed.push(computed(rules, rule, fresh));
  }
  return changed;
}

/** Running clocks that a fact or the leaving of a stage would meet: they stop when a transfer starts, before it arrives. */
export const metBy = (rules: Rules, state: CaseState, occasion: Omit<Occasion, 'enter'>): Clock[] =>
  clocksAfter(rules, state, occasion).filter((clock) => clock.status === 'met');

/** Clocks that no longer count because the case has ended. */
export const voided = (clocks: readonly Clock[]): Clock[] =>
  clocks.filter((clock) => clock.status === 'running').map((clock) => ({ ...clock, status: 'void' }));

/** The clocks of a case with some of them replaced. */
export function withClocks(clocks: readonly Clock[], changed: readonly Clock[]): Clock[] {
  const fresh = changed.filter((clock) => !clocks.some(({ key }) => key === clock.key));
  return [...clocks.map((clock) => changed.find(({ key }) => key === clock.key) ?? clock), ...fresh];
}

/** Who is reminded of a clock: its own owners, else the owners of the stage at which it is met. */
export function ownersOf(rules: Rules, state: CaseState, rule: ClockRule): readonly string[] {
  return rule.owner ?? rules.definition.stages[state.stage]?.owner ?? [];
}

/** A running clock under another start, pause, extension or calendar: an expiry or a sent rung that now lies ahead may come again. */
export function moved(rules: Rules, clock: Clock, today: CivilDate): Clock {
  const rule = rules.definition.clocks[clock.rule]!;
  const after = computed(rules, rule, clock, today);
  if (after.dueOn === clock.dueOn) return after;
  const { expired, movedBy: _, ...rest } = after;
  return { ...rest, ...(expired && after.dueOn < today && { expired }), rungs: after.dueOn > clock.dueOn && after.dueOn >= today ? {} : after.rungs };
}
