import { seatOf } from './actor';
import type { Rules } from './rules';
import type { CaseState } from './state';
import type { CohortTask } from './cohort/cohort-tasks';

/**
 * What a case asks for that stands at a gate nobody keeps. Whether there is a cohort only the record of cohorts knows, so this is no
 * task of the case's own: it belongs to the cohort that is missing, and is one for all cases that wait for it.
 */
export function cohortTask(rules: Rules, state: CaseState): Pick<CohortTask, 'key' | 'matter' | 'role' | 'scope' | 'verb'> {
  const stage = rules.definition.stages[state.stage];
  const [role] = stage?.owner ?? [];
  if (stage?.gate === undefined || role === undefined) throw new Error(`${state.id} stands at no gate.`);
  return {
    key: 'create-cohort',
    matter: 'founding',
    role,
    scope: seatOf(rules.definition.roles[role]!.level, state.region),
    verb: { id: `Bentuk kohor provinsi tahun ${state.programmeYear}`, en: `Create the province's cohort of ${state.programmeYear}` },
  };
}
