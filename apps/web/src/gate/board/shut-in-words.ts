import { groupBy } from '../../pieces/group-by';
import type { Words } from '../../words/words';
import type { Cohort, Gate } from '../api/shapes';

type Say = Words['t'];

const most = 4;
/** Each name once, with how often it is meant. */
export function listed(all: string[], t: Say): string {
  const names = groupBy(all, (name) => name).map(([name, same]) => (same.length > 1 ? `${name} (${same.length}×)` : name));
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} ${t('gate.andMore', { n: names.length - most })}`;
}

/** Each thing that keeps the gate shut, as a sentence. Findings a reader may not know are counted and not named. */
export function shutInWords({ shut }: Pick<Gate, 'shut'>, { t, nameOf, findingOf }: { t: Say; nameOf: (code: string) => string; findingOf: (key: string) => string }): string[] {
  return shut.map(({ code, details }) => {
    switch (code) {
      case 'members-missing':
        return t('gate.shut.missing', { who: listed(details.map(nameOf), t) });
      case 'too-few':
        return t('gate.shut.few', { n: details[0] ?? '', least: details[1] ?? '', who: listed(details.slice(2).map(nameOf), t) });
      case 'must-include':
        return t('gate.shut.must', { who: listed(details.map(nameOf), t) });
      case 'conflicts-open':
        return details.length === 0 ? t('gate.shut.someConflicts') : t('gate.shut.conflicts', { what: listed(details.map(findingOf), t) });
      case 'conflicts-unacknowledged':
        return details.length === 0 ? t('gate.shut.someNotes') : t('gate.shut.notes', { what: listed(details.map(findingOf), t) });
      case 'readiness-missing':
        return t('gate.shut.readiness', { who: listed(details.map(nameOf), t) });
      default:
        return t('gate.shut.nobody');
    }
  });
}

/** The rule of the cohort in a sentence. */
export function ruleInWords({ policy }: Pick<Cohort, 'policy'>, { t, nameOf }: { t: Say; nameOf: (code: string) => string }): string {
  const must = policy.mustInclude.length > 0 ? ` ${t('gate.rule.must', { who: policy.mustInclude.map(nameOf).join(', ') })}` : '';
  return `${policy.need === 'all' ? t('gate.rule.all') : t('gate.rule.least', { n: policy.need.atLeast })}${must}`;
}
