import type { MattersOf } from '../task-matter';
import type { Text } from '../text';
import type { CivilDate } from '../time';
import type { CohortState } from './cohort-state';
import { cohortOffices, regencyVoices, seconds } from './cohort-acts';

/** Work on a cohort that waits for the holders of a role; it follows from the state, like a case's. Its id is `<cohortId>/<key>`. */
export interface CohortTask {
  key: string;
  matter: MattersOf['cohort'];
  role: string;
  scope: string;
  verb: Text;
  since: string;
  dueOn?: CivilDate;
}

/** Tasks of all roles, in a fixed order. */
export function cohortTasksOf(state: CohortState): CohortTask[] {
  return [...waiverTasks(state), ...staleTasks(state)];
}

function waiverTasks({ waivers, members, province }: CohortState): CohortTask[] {
  const open = waivers.filter(({ confirmedBy, regionCode }) => !confirmedBy && members.some((member) => member.regionCode === regionCode && member.state === 'active'));
  return open.flatMap(({ n, regionCode, askedAt }) =>
    seconds.map((role): CohortTask => ({
      key: `waiver.${n}.${role}`,
      matter: 'waiver',
      role,
      scope: province,
      verb: { id: `Sahkan atau tolak pengecualian ${regionCode} sebagai orang kedua`, en: `Confirm the waiver of ${regionCode} as the second person, or leave it` },
      since: askedAt,
    })),
  );
}

/** Findings that await being judged again, with their parties. */
export function findingsAskedAnew(state: CohortState): { key: string; members: string[] }[] {
  const asked = staleTasks(state).map(({ key }) => key);
  return Object.entries(state.conflicts).filter(([key]) => asked.some((task) => task.startsWith(`recheck.${key}.`))).map(([key, { members }]) => ({ key, members }));
}

/** Whoever has spoken on claims or plans that have changed since looks again: the regions that resolved, the coordinator who overrode or noted. */
function staleTasks(state: CohortState): CohortTask[] {
  return Object.entries(state.conflicts).flatMap(([key, { stale, resolutions, override, acknowledgement }]) => {
    if (!stale) return [];
    const isCurrent = (one: { subject: string } | undefined) => one?.subject === stale.subject;
    if (isCurrent(override) || isCurrent(acknowledgement)) return [];
    const verb = { id: `Periksa ulang temuan ${key}: yang dibandingkan sudah berubah`, en: `Check the finding ${key} again: what it compares has changed` };
    const task = (role: string, scope: string): CohortTask => ({ key: `recheck.${key}.${role}.${scope}`, matter: 'finding', role, scope, verb, since: stale.since });
    const regions = resolutions.filter((one) => !isCurrent(one) && takesPart(state, one.regionCode)).flatMap(({ regionCode }) => regencyVoices.map((role) => task(role, regionCode)));
    return [...regions, ...(override ?? acknowledgement ? [task(cohortOffices['override-conflict'][0]!, state.province)] : [])];
  });
}

const takesPart = ({ members }: CohortState, region: string): boolean => members.some(({ regionCode, state }) => regionCode === region && !['fixed', 'withdrawn'].includes(state));
