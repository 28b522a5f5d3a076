import type { Basis, DocumentType, Role } from '../definition';
import type { Text } from '../text';
import { type CivilDate, civil, datePartsOf, dayOf, isCivilDate } from '../time';

/** A number that policy sets, from a day on until the next one of its list. */
export interface Threshold {
  from: CivilDate;
  least: number;
  basis: Basis;
}

/** How long evidence counts after the day it was issued. */
export interface Validity {
  amount: number;
  unit: 'day' | 'year';
}

export interface Criterion {
  label: Text;
  /** In short, for a table: "Lahan". */
  short: Text;
  /** Each of these papers has to be there. */
  required: readonly string[];
  /** Papers that may stand beside them. */
  optional?: readonly string[];
  /** What is counted or measured, and the least of it, oldest threshold first. */
  measure?: { label: Text; unit: Text; whole?: true; thresholds: readonly Threshold[] };
  /** Null: no time limit is known, so only a last day that the paper itself names ends it. */
  validity: Validity | null;
  /** Where the time limit comes from, or why there is none. */
  validityBasis: Basis;
  basis: Basis;
}

/** The conditions of a small-industry zone as one table of data, apart from the stages of the regulation. */
export interface ReadinessDefinition {
  id: string;
  version: number;
  roles: { readonly [role: string]: Role };
  documents: { readonly [type: string]: DocumentType };
  criteria: { readonly [criterion: string]: Criterion };
  /** Minutes of visits to the site, put down by those who went there. */
  siteVisits: { label: Text; evidence: readonly string[] };
  /** Calendar days before the last valid day on which the region is reminded, farthest first. */
  reminders: { days: readonly number[]; at: number; basis: Basis };
}

/** The threshold in force on a day; none before the first. */
export function thresholdOn(criterion: Criterion, day: CivilDate): Threshold | undefined {
  return criterion.measure?.thresholds.filter(({ from }) => from <= day).at(-1);
}

export const papersOf = ({ required, optional = [] }: Criterion): readonly string[] => [...required, ...optional];

export const criterionOf = (definition: ReadinessDefinition, name: string): Criterion | undefined =>
  Object.hasOwn(definition.criteria, name) ? definition.criteria[name] : undefined;

/** The last day on which evidence counts: the paper's own, or the one of policy where that is earlier. */
export function lastValidDay({ validity }: Criterion, issuedOn: CivilDate, ownLast: CivilDate | undefined): CivilDate | undefined {
  const byPolicy = validity === null ? undefined : after(issuedOn, validity);
  if (byPolicy === undefined || ownLast === undefined) return byPolicy ?? ownLast;
  return byPolicy < ownLast ? byPolicy : ownLast;
}

/** A year after 29 February ends on 28 February. */
function after(date: CivilDate, { amount, unit }: Validity): CivilDate {
  if (unit === 'day') return civil(dayOf(date) + amount);
  const { year } = datePartsOf(dayOf(date));
  const same = `${String(year + amount).padStart(4, '0')}${date.slice(4)}`;
  return isCivilDate(same) ? same : civil(dayOf(`${same.slice(0, 4)}-02-28`));
}
