import type { CohortState, GateView, Shut, Tally } from '#process';
import type { Caller } from '../caller';
import { isShown } from './conflicts';

/** A finding's key names its parties and what they claim: whoever is no party is told that there is a conflict, and not which. So with whose zone is not ready. */
export function shownKeys(caller: Caller, state: CohortState, { findings }: GateView) {
  const partiesOf = (key: string): readonly string[] => findings.find((finding) => finding.key === key)?.members ?? state.conflicts[key]?.members ?? [];
  const isMine = (key: string): boolean => isShown(caller, state, partiesOf(key));
  const told = ({ code, details }: Shut): string[] => {
    if (code === 'readiness-missing') return details.filter((region) => isShown(caller, state, [region]));
    return code.startsWith('conflicts-') ? details.filter(isMine) : details;
  };
  return {
    tally: (tally: Tally): Tally => ({ ...tally, shut: tally.shut.map((one) => ({ ...one, details: told(one) })) }),
    state: (): CohortState => ({ ...state, releases: state.releases.map((release) => ({ ...release, conflicts: release.conflicts.filter(({ key }) => isMine(key)), ...(release.readiness && { readiness: Object.fromEntries(Object.entries(release.readiness).filter(([region]) => isShown(caller, state, [region]))) }) })) }),
  };
}
