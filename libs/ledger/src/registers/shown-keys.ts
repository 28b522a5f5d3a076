import type { CohortState, GateView, Tally } from '#process';
import type { Caller } from '../caller';
import { isShown } from './conflicts';

/** A finding's key names its parties and what they claim: whoever is no party is told that there is a conflict, and not which. */
export function shownKeys(caller: Caller, state: CohortState, { findings }: GateView) {
  const partiesOf = (key: string): readonly string[] => findings.find((finding) => finding.key === key)?.members ?? state.conflicts[key]?.members ?? [];
  const isMine = (key: string): boolean => isShown(caller, state, partiesOf(key));
  return {
    tally: (tally: Tally): Tally => ({ ...tally, shut: tally.shut.map((one) => (one.code.startsWith('conflicts-') ? { ...one, details: one.details.filter(isMine) } : one)) }),
    state: (): CohortState => ({ ...state, releases: state.releases.map((release) => ({ ...release, conflicts: release.conflicts.filter(({ key }) => isMine(key)) })) }),
  };
}
