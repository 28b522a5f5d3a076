import type { CohortState, GateView, Supposition } from '.';
import { effectOf, suppose, tallyOf } from '.';

const state: CohortState = {
  id: 'cohort-17-2027', province: '17', programmeYear: 2027, referencePlans: [], cutOffOn: '2027-03-31', seq: 1, at: '2027-01-04T01:00:00.000Z', round: 1, releases: [], waivers: [], conflicts: {}, meetings: [],
  members: ['1701', '1702', '1706'].map((regionCode) => ({ regionCode, state: 'active' as const })), policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
};
const view: GateView = { arrivals: ['1701', '1702'].map((regionCode) => ({ caseId: `rpik-${regionCode}-2027`, regionCode, arrivalSeq: 30, manifestHash: 'm' })), findings: [], claims: {} };
const names = new Map([['1701', 'Kab. Bengkulu Selatan'], ['1702', 'Kab. Rejang Lebong'], ['1706', 'Kab. Mukomuko']]);

function effect(supposed: Supposition[], now = state, seen = view) {
  const then = suppose(now, supposed);
  if ('refused' in then) return then;
  return effectOf(supposed, { before: tallyOf(now, seen), after: tallyOf(then.state, seen), state: then.state, names });
}
const opening: CohortState = { ...state, policy: { ...state.policy, onCutOff: 'open-with-present' } };

describe('what would happen to the gate', () => {
  it('says that a waiver lets the coordinator release it', () => {
    expect(effect(['waive:1706'])).toEqual({
      id: 'Gerbang dapat dilepas koordinator untuk Kab. Bengkulu Selatan, Kab. Rejang Lebong.',
      en: 'The coordinator may release the gate for Kab. Bengkulu Selatan, Kab. Rejang Lebong.',
    });
  });

  it('says what the cut-off date does, as the policy has it', () => {
    expect(effect(['cut-off'])).toEqual({ id: 'Koordinator ditanya; gerbang tetap tertutup.', en: 'The coordinator is asked; the gate stays shut.' });
    expect(effect(['cut-off'], opening)).toEqual({
      id: 'Gerbang terbuka dengan sendirinya untuk Kab. Bengkulu Selatan, Kab. Rejang Lebong; menyusul pada putaran berikutnya: Kab. Mukomuko.',
      en: 'The gate opens by itself for Kab. Bengkulu Selatan, Kab. Rejang Lebong; in the next round: Kab. Mukomuko.',
    });
    expect(effect(['cut-off'], opening, { ...view, arrivals: [] })).toMatchObject({ en: 'The gate stays shut.' });
    expect(effect(['cut-off', 'waive:1706'])).toMatchObject({ en: 'The coordinator is asked; the coordinator may release the gate for Kab. Bengkulu Selatan, Kab. Rejang Lebong.' });
    expect(effect(['waive:1701'])).toMatchObject({ en: 'The gate stays shut.' });
  });

  it('refuses what the act itself would refuse, and changes nothing', () => {
    expect(effect(['waive:1799'])).toEqual({ refused: 'member-unknown', details: ['1799'] });
    expect(effect(['waive:1706', 'waive:1706'])).toEqual({ refused: 'member-not-active', details: ['1706', 'waived'] });
    expect(state.members.map((member) => member.state)).toEqual(['active', 'active', 'active']);
  });
});
