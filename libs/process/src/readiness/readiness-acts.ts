import { type Actor, covers } from '../actor';
import { drafters } from '../offices';
import type { ReadinessPersonCommand } from './readiness-command';
import type { ReadinessState } from './readiness-state';

export type ReadinessActName = ReadinessPersonCommand['type'] | 'attach-visit-paper';

const coordinator = ['provincial-coordinator'];
const ministry = ['ministry-reviewer', 'ministry-signer'];
const visiting = [...coordinator, ...ministry];

/** Which offices give which act on the readiness of a region. */
export const readinessOffices: { readonly [act in ReadinessActName]: readonly string[] } = {
  'attach-evidence': drafters,
  submit: drafters,
  withdraw: drafters,
  verify: coordinator,
  reject: coordinator,
  'propose-funding': coordinator,
  fund: ministry,
  'decline-funding': ministry,
  'record-visit': visiting,
  'attach-visit-paper': visiting,
};
export const readinessActNames = Object.keys(readinessOffices) as ReadinessActName[];

/** Acts that a word on funding is for: it is proposed once, and answered once. */
const ofFunding: Partial<Record<ReadinessActName, (funding: ReadinessState['funding']) => boolean>> = {
  'propose-funding': (funding) => !funding || funding.state === 'declined',
  fund: (funding) => funding?.state === 'proposed',
  'decline-funding': (funding) => funding?.state === 'proposed',
};

/** The acts that are the caller's; whether the evidence allows them, the act itself is told. */
export const readinessActsOf = ({ regionCode, funding }: Pick<ReadinessState, 'regionCode' | 'funding'>, offices: readonly Actor[]): ReadinessActName[] =>
  readinessActNames.filter((act) => offices.some(({ role, scope }) => readinessOffices[act].includes(role) && covers(scope, regionCode)) && (ofFunding[act]?.(funding) ?? true));
