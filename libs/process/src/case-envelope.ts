import { type ClockRule, type EnvelopeStepOf, type Trigger, stageOrder } from './definition';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import { type CivilDate, type Day, type Envelope, type EnvelopeStep, type Provisional, civil, dayAt, dayOf, envelope, msOf, nthWorkingDay, provisionalFor, workingDaysBetween, yearsWithoutTable } from './time';

/** The window of the law with its days: when it ends, and when the steps still to come end if each takes its full term from today on. */
export interface CaseEnvelope extends Envelope, Provisional {
  startedOn: CivilDate;
  dueOn: CivilDate;
  fullTermsEndOn: CivilDate;
  refinedEndOn?: CivilDate;
}

/**
 * Whether the window still holds, from joint approval until enactment; undefined before and after. A step under way is counted
 * by what is left of its term, and takes no further day at least once it has lasted one.
 */
export function envelopeOf(rules: Rules, state: CaseState, at: string): CaseEnvelope | undefined {
  const { clock, steps, unless } = rules.definition.envelope;
  const window = state.clocks.find(({ rule, status }) => rule === clock && status === 'running');
  if (!window) return undefined;
  const today = dayAt(msOf(at), rules.zone);
  const ahead = (some: readonly EnvelopeStepOf[]) => some.flatMap((step) => stepAhead(rules, state, step, today));
  const isOpen = !(unless.fact in state.facts);
  const refining = ahead(unless.steps);
  const shortest = isOpen ? ahead(steps) : [...ahead(steps), ...refining];
  const usedWorkingDays = workingDaysBetween(rules.calendar, dayOf(window.startedOn), today);
  const found = envelope({ usedWorkingDays, steps: shortest, ...(isOpen && { refinementSteps: refining }) }, rules.definition.clocks[clock]!.amount);
  const endsOn = (full: number) => civil(full === 0 ? today : nthWorkingDay(rules.calendar, today, full));
  const { startedOn, dueOn } = window;
  const ends = { dueOn, fullTermsEndOn: endsOn(found.full), ...(found.withRefinement && { refinedEndOn: endsOn(found.withRefinement.full) }) };
  const last = Math.max(...Object.values(ends).map(dayOf));
  return { ...found, startedOn, ...ends, ...provisionalFor(yearsWithoutTable(rules.calendar, dayOf(startedOn) + 1, last)) };
}

/** What is still ahead of a step; nothing when it has been taken, or is not on this case's way. */
function stepAhead(rules: Rules, state: CaseState, { clock, again }: EnvelopeStepOf, today: Day): EnvelopeStep[] {
  const rule = rules.definition.clocks[clock]!;
  if (isTaken(rules, state, rule)) return [];
  const running = state.clocks.find((one) => one.status === 'running' && (one.rule === clock || one.rule === again));
  return [running ? underWay(rules, running, today) : { least: 1, full: rule.amount ?? 0 }];
}

function underWay({ calendar }: Rules, { startedOn, dueOn }: Clock, today: Day): EnvelopeStep {
  const lasted = workingDaysBetween(calendar, dayOf(startedOn), today);
  return { least: lasted > 0 ? 0 : 1, full: Math.max(0, workingDaysBetween(calendar, today, dayOf(dueOn))) };
}

/** A step is taken when the case has left its stage behind, or the fact that ends it is known. */
const isTaken = ({ definition }: Rules, state: CaseState, { meets }: ClockRule): boolean => {
  const ends = (trigger: Trigger) =>
    ('leave' in trigger && stageOrder(definition, state.stage) > stageOrder(definition, trigger.leave)) || ('fact' in trigger && trigger.fact in state.facts);
  return meets.some(ends);
};
