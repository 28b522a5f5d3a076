import type { Actor, Scope } from './actor';
import { cohortOffices } from './cohort/cohort-acts';
import { administrators, filers, watchers } from './offices';

/** What a person's offices are for where no case, cohort or region is before them yet. */
const duties = {
  'file-case': filers,
  'create-cohort': cohortOffices['create-cohort'],
  'watch-cases': watchers,
  administer: administrators,
} as const;
export type DutyName = keyof typeof duties;
export const dutyNames = Object.keys(duties) as DutyName[];

export interface Duty {
  duty: DutyName;
  scope: Scope;
}

export const dutiesOf = (offices: readonly Pick<Actor, 'role' | 'scope'>[]): Duty[] =>
  dutyNames.flatMap((duty) => [...new Set(offices.filter(({ role }) => duties[duty].includes(role)).map(({ scope }) => scope))].map((scope) => ({ duty, scope })));
