import type { Text } from '../text';
import { type CohortRefusal, refuseCohort } from './cohort-refusal';
import type { CohortState } from './cohort-state';
import type { Tally } from './tally';

/** What somebody asks the board to assume: that the cut-off date has come, or that a member need not be waited for. */
export type Supposition = 'cut-off' | `waive:${string}`;

/** The cohort as it would stand; refused as the act itself would be. Nothing is recorded. */
export function suppose(state: CohortState, supposed: readonly Supposition[]): { state: CohortState } | CohortRefusal {
  let then = state;
  for (const one of supposed) {
    if (one === 'cut-off') {
      then = { ...then, cutOffReached: true };
      continue;
    }
    const regionCode = one.slice('waive:'.length);
    const member = then.members.find((each) => each.regionCode === regionCode);
    if (!member) return refuseCohort('member-unknown', [regionCode]);
    if (member.state !== 'active') return refuseCohort('member-not-active', [regionCode, member.state]);
    then = { ...then, members: then.members.map((each) => (each === member ? { ...each, state: 'waived' } : each)) };
  }
  return { state: then };
}

interface Gates {
  before: Tally;
  after: Tally;
  /** The cohort as supposed. */
  state: CohortState;
  names: ReadonlyMap<string, string>;
}

/** What the suppositions would do to the gate, in one sentence. */
export function effectOf(supposed: readonly Supposition[], { before, after, state, names }: Gates): Text {
  const called = (regions: readonly string[]) => regions.map((region) => names.get(region) ?? region).join(', ');
  const reaches = supposed.includes('cut-off') && state.round === 1;
  const [id, en] = verdict(before, after, { reaches, opensByDate: state.policy.onCutOff === 'open-with-present', ready: called(after.ready) });
  const left = after.missing.length > 0 && after.shut.length === 0 ? called(after.missing) : '';
  return { id: `${id}${left && `; menyusul pada putaran berikutnya: ${left}`}.`, en: `${en}${left && `; in the next round: ${left}`}.` };
}

function verdict(before: Tally, after: Tally, { reaches, opensByDate, ready }: { reaches: boolean; opensByDate: boolean; ready: string }): [id: string, en: string] {
  if (after.shut.length === 0 && reaches && opensByDate) return [`Gerbang terbuka dengan sendirinya untuk ${ready}`, `The gate opens by itself for ${ready}`];
  const asked: [string, string] = reaches && !opensByDate ? ['Koordinator ditanya; ', 'The coordinator is asked; '] : ['', ''];
  if (after.shut.length > 0) return [`${asked[0]}gerbang tetap tertutup`, `${asked[1]}the gate stays shut`].map(sentence) as [string, string];
  const [id, en] = before.shut.length > 0 ? [`gerbang dapat dilepas koordinator untuk ${ready}`, `the coordinator may release the gate for ${ready}`] : [`gerbang tetap dapat dilepas untuk ${ready}`, `the gate may still be released for ${ready}`];
  return [asked[0] + id, asked[1] + en].map(sentence) as [string, string];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
