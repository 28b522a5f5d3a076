import { type Actor, type CohortPersonCommand, type CohortState, decideCohort, evolveCohort, type GateView, type OpenFinding, type RecordedCohortEvent, rpikV1 } from '../src';
import type { MinutesConflict, MinutesSource } from '../src/minutes';

const year = 2027;
const arrivals = ['1701', '1705'].map((regionCode, n) => ({ caseId: `rpik-${regionCode}-${year}`, regionCode, arrivalSeq: 50 + n, manifestHash: String(n + 1).repeat(64) }));
const overlap: OpenFinding & Pick<MinutesConflict['finding'], 'check' | 'claims' | 'measure' | 'sentence'> = {
  key: 'X01.1701-1705.kbli-13122', check: 'X01', effect: 'blocks', members: ['1701', '1705'], subject: 's1', measure: { years: 20 },
  sentence: { id: 'Kab. Bengkulu Selatan dan Kab. Seluma sama-sama mengunggulkan tenun.', en: 'Both name weaving.' },
  claims: [
    { regionCode: '1701', table: 'flagships', row: 1, summary: { id: 'tenun (KBLI 13122), utama, 2028–2047', en: '' } },
    { regionCode: '1705', table: 'flagships', row: 1, summary: { id: 'tenun bumpak (KBLI 13122), utama, 2028–2047', en: '' } },
  ],
};
const shortage: typeof overlap = { ...overlap, key: 'X04.1705-1706.kapas', check: 'X04', effect: 'acknowledge', members: ['1705', '1706'], subject: 's2', measure: { tonnes: 40 }, sentence: { id: 'Kapas kurang 40 ton per tahun.', en: '' }, claims: [] };

/** A province's cohort told by real decisions: a waiver, an overridden and an acknowledged finding, a meeting, a plan that was superseded, and a release. */
export class ProvinceMinutes {
  state: CohortState | undefined;
  readonly events: RecordedCohortEvent[] = [];
  readonly words = new Map<string, string>();
  private seal = 0;

  constructor(readonly reason = 'Pemekaran wilayah sedang berjalan.') {
    this.by('provincial-coordinator', {
      type: 'create-cohort', province: '17', programmeYear: year, cutOffOn: '2027-06-30', policy: { need: { atLeast: 2 }, mustInclude: ['1705'], onCutOff: 'ask', includeReadiness: false },
      referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-03-13' }],
      members: [{ regionCode: '1701', state: 'active' }, { regionCode: '1703', state: 'fixed', regulationNumber: 'Perda 4/2022' }, { regionCode: '1705', state: 'active' }, { regionCode: '1706', state: 'active' }],
    });
    this.by('provincial-planner', { type: 'hold-meeting', heldOn: '2027-01-20', invited: ['1701', '1705'], attended: ['1705'], note: this.say('Pembagian peran dibahas.') });
    this.by('provincial-planner', { type: 'supersede-plan', plan: { kind: 'RPIP', version: '2026–2046', issuedOn: '2026-12-01' } });
    this.by('provincial-coordinator', { type: 'request-waiver', regionCode: '1706', reason: this.say(reason) });
    this.by('provincial-legal', { type: 'confirm-waiver', n: 1 });
    this.by('regency-head', { type: 'resolve-conflict', key: overlap.key, kind: 'differentiate', note: this.say('Seluma menenun bumpak.') }, '1705');
    this.by('provincial-coordinator', { type: 'override-conflict', key: overlap.key, reason: this.say('Disepakati Gubernur dalam rapat.') });
    this.by('provincial-coordinator', { type: 'acknowledge-conflict', key: shortage.key, note: this.say('Dipenuhi dari provinsi tetangga.') });
  }

  release(): this {
    this.by('provincial-coordinator', { type: 'release', note: this.say('Rapat 20 Januari 2027.') });
    return this;
  }

  source(change: Partial<MinutesSource> = {}): MinutesSource {
    const state = this.state!;
    const release = state.releases[0];
    const conflicts = [overlap, shortage].map((finding): MinutesConflict => ({ finding, record: state.conflicts[finding.key]!, settledBy: finding === overlap ? 'override' : 'acknowledgement', stale: false, undecided: [] }));
    return {
      state, events: this.events, round: 1, ...(release && { release }), conflicts, hidden: 0, documents: rpikV1.documents, words: this.words, blockedBy: { id: 'Gerbang dapat dilepas: 2 dari 2 siap, 1 tetap.', en: '' },
      names: new Map([['17', 'Prov. Bengkulu'], ['', 'nasional'], ['1701', 'Kab. Bengkulu Selatan'], ['1703', 'Kab. Bengkulu Utara'], ['1705', 'Kab. Seluma'], ['1706', 'Kab. Mukomuko']]),
      members: [
        ...arrivals.map(({ regionCode, caseId, manifestHash }) => ({ region: regionCode, caseId, manifestHash, stage: { id: 'Sinkronisasi provinsi', en: '' }, arrivedAt: '2027-01-04T02:00:00.000Z', missingSince: null, lacks: null, actors: [] })),
        { region: '1706', caseId: `rpik-1706-${year}`, manifestHash: null, stage: { id: 'Penelaahan provinsi', en: '' }, arrivedAt: null, missingSince: '2026-12-03T02:00:00.000Z', lacks: { documents: ['team-decree|plan-document'], remarks: 2, readiness: [] }, actors: [{ scope: '17', label: { id: 'Bappeda provinsi', en: '' } }] },
      ],
      ...change,
    };
  }

  private say(text: string) {
    const seal = { sha256: String((this.seal += 1)).padStart(64, 'a'), length: Math.min(10_000, [...text].length) };
    this.words.set(seal.sha256, text);
    return seal;
  }

  private by(role: string, command: CohortPersonCommand, scope = '17'): void {
    const at = `2027-02-0${1 + Math.min(8, this.events.length)}T03:12:00.000Z`;
    const actor: Actor = { person: `p_${role}`, role, scope, capacity: role === 'provincial-legal' ? 'Plh' : 'definitive', ...(role === 'provincial-legal' && { onBehalfOf: { person: 'p_legal', decree: 'SK 7/2027' } }) };
    const view: GateView = { arrivals, findings: [overlap, shortage], claims: {} };
    const decision = decideCohort(this.state, { ...command, actor, at, view });
    if ('refused' in decision) throw new Error(`${command.type}: ${decision.refused}`);
    for (const event of decision.events) {
      const recorded = { ...event, cohortId: 'cohort-17-2027', seq: this.events.length + 1, at } as RecordedCohortEvent;
      this.events.push(recorded);
      this.state = evolveCohort(this.state, recorded);
    }
  }
}
