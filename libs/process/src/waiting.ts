import type { Scope } from './actor';
import { cohortTask } from './cohort-task';
import type { Rules } from './rules';
import type { CaseState } from './state';
import { tasksOf } from './tasks';
import type { Text } from './text';

export interface WaitingFor {
  sentence: Text;
  roles: { role: string; scope: Scope }[];
  since: string;
}

/** Whose desk the case is on, for what, and since when. `noCohort`: it stands at the gate, and nobody has created a cohort for it. */
export function waitingFor(rules: Rules, state: CaseState, { noCohort = false } = {}): WaitingFor {
  const { definition, regionName } = rules;
  if (state.status !== 'open') {
    const { label } = definition.outcomes[state.status]!;
    return { sentence: { id: `Selesai: ${label.id}.`, en: `Ended: ${label.en}.` }, roles: [], since: state.closedAt ?? state.at };
  }
  const tasks = tasksOf(rules, state).filter(({ key }) => !['condition.', 'hold.', 'correct-fact:', 'relist'].some((kind) => key.startsWith(kind)));
  if (noCohort && state.gate && !state.transfer) return forCohort(rules, state);
  const [first] = tasks;
  if (!first) {
    return {
      sentence: { id: `Menunggu gerbang sinkronisasi provinsi untuk ${regionName}.`, en: `Waiting for the province's synchronization gate for ${regionName}.` },
      roles: [],
      since: state.enteredAt,
    };
  }
  if (first.carried) {
    return {
      sentence: { id: `Berkas ${regionName} sedang diantar ke meja berikutnya.`, en: `The file of ${regionName} is being carried to the next desk.` },
      roles: [],
      since: first.since,
    };
  }
  const roles = [...new Map(tasks.map(({ role, scope }) => [`${role}@${scope}`, { role, scope }])).values()];
  const named = (lang: 'id' | 'en') => roles.map(({ role }) => definition.roles[role]!.label[lang]).join(', ');
  return {
    sentence: {
      id: `Menunggu ${named('id')} (${regionName}): ${first.verb.id}.`,
      en: `Waiting for ${named('en')} (${regionName}): ${first.verb.en}.`,
    },
    roles,
    since: first.since,
  };
}

function forCohort(rules: Rules, state: CaseState): WaitingFor {
  const { role, scope, verb } = cohortTask(rules, state);
  const { label } = rules.definition.roles[role]!;
  return {
    sentence: {
      id: `Menunggu ${label.id} (${rules.regionName}): ${verb.id}; belum ada kohor untuk gerbang ini.`,
      en: `Waiting for ${label.en} (${rules.regionName}): ${verb.en}; there is no cohort for this gate yet.`,
    },
    roles: [{ role, scope }],
    since: state.enteredAt,
  };
}
