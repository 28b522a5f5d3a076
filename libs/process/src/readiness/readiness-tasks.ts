import { seatOf, type Scope } from '../actor';
import type { MattersOf } from '../task-matter';
import type { Text } from '../text';
import type { ReadinessDefinition } from './criteria';
import { type ReadinessActName, readinessOffices } from './readiness-acts';
import type { ReadinessState } from './readiness-state';
import { criterionState, isReady } from './standing';

/** Work that a region's readiness asks for; it follows from the state, like the tasks of a case. */
export interface ReadinessTask {
  key: string;
  matter: MattersOf['readiness'];
  role: string;
  scope: Scope;
  verb: Text;
  since: string;
}

const verbs = {
  verify: (label: Text): Text => ({ id: `Verifikasi kesiapan: ${label.id}`, en: `Verify readiness: ${label.en}` }),
  renew: (label: Text): Text => ({ id: `Ajukan ulang bukti: ${label.id}`, en: `Hand in evidence again: ${label.en}` }),
  propose: { id: 'Usulkan daerah ini untuk pendanaan pusat', en: 'Propose the region for central funding' },
  answer: { id: 'Putuskan usulan pendanaan', en: 'Decide on the proposal for funding' },
};

export function readinessTasks(definition: ReadinessDefinition, state: ReadinessState): ReadinessTask[] {
  /** The first of the offices that give the act. */
  const asked = (act: ReadinessActName) => {
    const role = readinessOffices[act][0]!;
    return { role, scope: seatOf(definition.roles[role]?.level ?? 'any', state.regionCode) };
  };
  const ofCriteria = Object.entries(definition.criteria).flatMap(([name, { label }]): ReadinessTask[] => {
    const record = state.criteria[name];
    if (record?.pending) return [{ key: `verify.${name}`, matter: 'criterion', ...asked('verify'), verb: verbs.verify(label), since: record.pending.at }];
    const since = record?.rejected?.at ?? record?.expired?.expiredAt;
    return since && criterionState(record) !== 'verified' ? [{ key: `renew.${name}`, matter: 'criterion', ...asked('submit'), verb: verbs.renew(label), since }] : [];
  });
  const { funding } = state;
  if (funding?.state === 'proposed') return [...ofCriteria, { key: 'decide-funding', matter: 'funding', ...asked('fund'), verb: verbs.answer, since: funding.at }];
  if (funding !== undefined || !isReady(definition, state)) return ofCriteria;
  const since = Object.values(state.criteria).map(({ standing }) => standing?.verifiedAt ?? '').sort().at(-1)!;
  return [...ofCriteria, { key: 'propose-funding', matter: 'funding', ...asked('propose-funding'), verb: verbs.propose, since }];
}
