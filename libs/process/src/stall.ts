import { type Level, type Scope } from './actor';
import { type Desk, deskOf } from './desk-of';
import type { Definition } from './definition';
import type { Rules } from './rules';
import type { CaseState, Clock } from './state';
import { heldDays, percentileOf } from './stay';
import { blocks, faultSentence, type SystemFault } from './system-fault';
import type { Text } from './text';
import { type CivilDate, civil, type Day, dayAt, dayOf, instantAt, isoInstant, msOf, shortDate, workingDaysBetween } from './time';
import { waitingFor } from './waiting';

/** Whose silence it is, or what stands in the way. */
export const stallCauses = ['regency', 'province', 'ministry', 'council', 'gate', 'hold', 'missing-holder', 'system'] as const;
export type StallCause = (typeof stallCauses)[number];

/** When a case counts as stalled. An installation's own choice, in whole numbers. */
export interface StallRule {
  /** A case is stalled when it is silent for longer than this share of comparable stays took. In per cent. */
  percentile: number;
  /** Completed stays at the stage without which history says nothing. */
  minSample: number;
  /** Working days a desk may be without a holder. */
  vacantDays: number;
  /** Working days in place of history and policy: for previews. */
  limitDays?: number;
}

export const stallRule: StallRule = { percentile: 80, minSample: 8, vacantDays: 5 };

/** Working days of completed stays at one stage, ascending, and whether sample data is among them. */
export interface DwellHistory {
  days: readonly number[];
  seeded: boolean;
}

/** How many working days of silence are usual, and how that is known. */
export interface StallLimit {
  days: number;
  from: 'history' | 'policy' | 'default';
  /** Half, and four fifths, of comparable stays took at most so long. */
  p50?: number;
  p80?: number;
  /** Comparable stays that were counted. */
  sample: number;
  seeded?: true;
}

/** A role nobody holds; `since` is the day after the last term, null when there never was one. */
export interface Vacancy {
  role: string;
  scope: Scope;
  since: CivilDate | null;
}

export interface StallFacts {
  at: string;
  /** The instant of the last substantive event. */
  substantiveAt: string;
  history?: DwellHistory;
  vacancies: readonly Vacancy[];
  faults: readonly SystemFault[];
  noCohort: boolean;
}

export interface Stall {
  cause: StallCause;
  since: string;
  /** Working days of silence; for a hold, for which it has lasted; for a missing holder, for which the desk has waited without one. */
  silentDays: number;
  limit: StallLimit;
  /** A due day has passed. That is another fact than being stalled. */
  overdue: boolean;
  desk: Desk[];
  sentence: Text;
  hold?: { reason: string; label: Text; first: CivilDate; heldDays: number };
  missing?: Vacancy[];
}

/** Where neither history nor policy names a number of working days. */
const otherwise = 20;
const council = 'council-secretariat';
const causeOfLevel: Record<Level, StallCause> = { regency: 'regency', province: 'province', nation: 'ministry' };

/** Whether, why and since when a case does not move. Stalled is not late. */
export function stallOf(rules: Rules, state: CaseState, facts: StallFacts, rule: StallRule = stallRule): Stall | undefined {
  if (state.status !== 'open') return undefined;
  const today = dayAt(msOf(facts.at), rules.zone);
  const desk = deskOf(rules, state);
  const overdue = state.clocks.some(({ status, dueOn }) => status === 'running' && dayOf(dueOn) < today);
  const limit = limitOf(rules, state, facts.history, rule);
  const silentFrom = dayAt(msOf(facts.substantiveAt), rules.zone);
  const silentDays = workingDaysBetween(rules.calendar, silentFrom, today) - heldDays(rules, state, silentFrom, today);
  const common = { since: facts.substantiveAt, silentDays, limit, overdue, desk };

  const fault = facts.faults.find(blocks);
  if (fault) return { ...common, cause: 'system', since: fault.since, sentence: faultSentence(fault) };

  const isSilent = silentDays > limit.days;
  const missing = facts.vacancies.filter(({ role, scope }) => desk.some((seat) => seat.role === role && seat.scope === scope));
  if (missing.length > 0) {
    const from = Math.min(...missing.map(({ role, since }) => vacantFrom(rules, desk.find((seat) => seat.role === role)!, since)));
    const vacantDays = workingDaysBetween(rules.calendar, from, today);
    const byRule = vacantDays > rule.vacantDays;
    if (byRule || isSilent) {
      const counted = byRule ? { since: startOf(rules, from), silentDays: vacantDays, limit: { days: rule.vacantDays, from: 'policy' as const, sample: limit.sample } } : {};
      return { ...common, ...counted, cause: 'missing-holder', missing, sentence: nobody(rules, missing) };
    }
  }

  const held = heldClock(state);
  const hold = held && holdOf(rules, held, today);
  if (hold && hold.heldDays > hold.allowed) {
    const { allowed, ...shown } = hold;
    return { ...common, cause: 'hold', since: startOf(rules, dayOf(hold.first)), silentDays: hold.heldDays, limit: { days: allowed, from: 'policy', sample: 0 }, hold: shown, sentence: onHold(rules, shown) };
  }
  if (isSilent) return { ...common, cause: causeOfDesk(rules.definition, state, desk, facts.noCohort), sentence: waitingFor(rules, state, { noCohort: facts.noCohort }).sentence };

  const mail = facts.faults[0];
  return mail && { ...common, cause: 'system', since: mail.since, sentence: faultSentence(mail) };
}

/** The usual dwell at the stage: of the instance's own history where it has enough of it, else the policy's term. */
export function limitOf(rules: Rules, state: CaseState, history: DwellHistory | undefined, rule: StallRule): StallLimit {
  const days = history?.days ?? [];
  const known = days.length >= rule.minSample;
  const shown = { ...(known && { p50: percentileOf(days, 50), p80: percentileOf(days, 80) }), sample: days.length, ...(history?.seeded && { seeded: true as const }) };
  if (rule.limitDays !== undefined) return { days: rule.limitDays, from: 'policy', ...shown };
  // A desk that hands on within the day is not stalled on the next.
  if (known) return { days: Math.max(1, percentileOf(days, rule.percentile)), from: 'history', ...shown };
  const term = policyTerm(rules, state);
  return { days: term ?? otherwise, from: term === undefined ? 'default' : 'policy', ...shown };
}

/** The longest policy term that runs on this stay, as it was extended; a cohort's cut-off counts as the term of its gate. */
function policyTerm(rules: Rules, { stage, clocks, enteredAt }: CaseState): number | undefined {
  const entered = civil(dayAt(msOf(enteredAt), rules.zone));
  const ofStage = (rule: string) => rules.definition.clocks[rule]?.starts.some((trigger) => 'enter' in trigger && trigger.enter === stage) === true;
  const terms = clocks
    .filter(({ status, rule, startedOn }) => status === 'running' && startedOn >= entered && ofStage(rule))
    .flatMap(({ rule, extensions, startedOn, dueOn }) => {
      const { class: kind, amount } = rules.definition.clocks[rule]!;
      if (kind !== 'policy') return [];
      return [amount === undefined ? workingDaysBetween(rules.calendar, dayOf(startedOn), dayOf(dueOn)) : amount + extensions.reduce((sum, { days }) => sum + days, 0)];
    });
  return terms.length > 0 ? Math.max(...terms) : undefined;
}

/** No case at the stage can be stalled for its silence before so many working days: what a list may pass over unread. */
export function leastLimit(definition: Definition, stage: string, history: DwellHistory | undefined, rule: StallRule): number {
  const terms = Object.values(definition.clocks).flatMap(({ class: kind, amount, starts }) =>
    kind === 'policy' && amount !== undefined && starts.some((trigger) => 'enter' in trigger && trigger.enter === stage) ? [amount] : []);
  const byCutOff = definition.stages[stage]?.gate === undefined ? [] : [0];
  const days = history?.days ?? [];
  const usual = rule.limitDays ?? (days.length >= rule.minSample ? Math.max(1, percentileOf(days, rule.percentile)) : Math.min(otherwise, ...terms, ...byCutOff));
  return Math.max(0, Math.min(usual, ...terms));
}

function causeOfDesk(definition: Definition, state: CaseState, [first]: readonly Desk[], noCohort: boolean): StallCause {
  if (state.gate && definition.stages[state.stage]?.gate !== undefined && !noCohort) return 'gate';
  if (!first) return 'regency';
  if (first.role === council) return 'council';
  const role = definition.roles[first.role];
  const level = role?.lane ?? role?.level;
  return level === undefined || level === 'any' ? 'regency' : causeOfLevel[level];
}

function vacantFrom(rules: Rules, { since: asked }: Desk, since: CivilDate | null): Day {
  const waits = dayAt(msOf(asked), rules.zone);
  return since === null ? waits : Math.max(waits, dayOf(since));
}

const startOf = (rules: Rules, day: Day): string => isoInstant(instantAt(day, 0, rules.zone));

const heldClock = (state: CaseState): Clock | undefined => state.clocks.find(({ status, pauses }) => status === 'running' && pauses.some(({ last }) => last === undefined));

/** A hold is over-long when it has lasted longer than the term it holds. */
function holdOf(rules: Rules, { rule, pauses }: Clock, today: Day) {
  const { first, ground } = pauses.find(({ last }) => last === undefined)!;
  return {
    reason: ground,
    label: rules.definition.holdReasons[ground] ?? { id: ground, en: ground },
    first,
    heldDays: workingDaysBetween(rules.calendar, dayOf(first) - 1, today),
    allowed: rules.definition.clocks[rule]?.amount ?? otherwise,
  };
}

function nobody({ definition, regionName }: Rules, missing: readonly Vacancy[]): Text {
  const names = (lang: 'id' | 'en') => missing.map(({ role }) => definition.roles[role]?.label[lang] ?? role).join(', ');
  const since = missing.map(({ since: day }) => day).filter((day) => day !== null).sort()[0];
  return {
    id: `Tidak ada yang dapat bertindak: peran ${names('id')} (${regionName}) tidak ada pemegangnya${since ? ` sejak ${shortDate(since, 'id')}` : ''}.`,
    en: `Nobody can act: the role ${names('en')} (${regionName}) has had no holder${since ? ` since ${shortDate(since, 'en')}` : ''}.`,
  };
}

function onHold({ regionName }: Rules, { label, first, heldDays: days }: NonNullable<Stall['hold']>): Text {
  return {
    id: `Dijeda sejak ${shortDate(first, 'id')} (${regionName}): ${label.id}; sudah ${days} hari kerja, lebih lama daripada tenggatnya sendiri.`,
    en: `On hold since ${shortDate(first, 'en')} (${regionName}): ${label.en}; ${days} working days by now, longer than the term itself.`,
  };
}
