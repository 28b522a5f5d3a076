import type { rpikV1 } from '../src';
import { Life } from './life';

export type StageName = keyof typeof rpikV1.stages;

/** How each desk does its work when all goes well: the papers, then the act that hands the case on. */
export const road: { [stage in StageName]: (life: Life) => Life } = {
  programme: (life) =>
    life.attach('regency-drafter', 'council-programme-decision').take('regency-drafter', 'record-programme', { facts: { programmeDecisionNumber: '12/DPRD/2026', programmeYear: '2026' } }),
  preparation: (life) => life.attach('regency-drafter', 'team-decree').attach('regency-drafter', 'plan-document').take('regency-drafter', 'complete-preparation'),
  'academic-paper': (life) => life.attach('regency-drafter', 'academic-paper').take('regency-drafter', 'complete-academic-paper'),
  drafting: (life) => (life.state.round === 1 ? drafted(life).take('regency-drafter', 'open-consultation') : answered(life).take('regency-drafter', 'resubmit')),
  'public-consultation': (life) =>
    life
      .attach('regency-drafter', 'consultation-report')
      .attach('regency-drafter', 'attendance-list')
      .attach('regency-drafter', 'cover-letter')
      .take('regency-drafter', 'close-consultation', { facts: { coverLetterNumber: '500/17/2026' } }),
  harmonization: (life) =>
    life.attach('harmonizer', 'harmonization-letter').attach('harmonizer', 'harmonized-draft', `harmonised in round ${life.state.round}`).take('harmonizer', 'complete-harmonization'),
  intake: (life) => life.take('provincial-coordinator', 'accept-intake'),
  review: (life) =>
    life
      .take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' } })
      .take('provincial-planner', 'favourable', { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } })
      .take('provincial-legal', 'favourable', { checks: { C05: 'conform' } }),
  synchronization: (life) => life.openGate(),
  recommendation: (life) =>
    life.attach('provincial-coordinator', 'recommendation-letter').attach('provincial-coordinator', 'synchronization-minutes').take('provincial-coordinator', 'recommend'),
  endorsement: (life) => life.attach('ministry-reviewer', 'ministry-assessment').take('ministry-reviewer', 'propose-endorsement'),
  'sign-off': (life) => life.attach('ministry-signer', 'endorsement-letter').take('ministry-signer', 'endorse', { facts: { endorsementLetterNumber: 'B/123/2026' }, signInAge: 60 }),
  'council-submission': (life) => life.attach('regency-head', 'cover-memorandum').take('regency-head', 'submit-to-council'),
  deliberation: (life) => jointPapers(life).take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: life.today } }).take('regency-head', 'approve-jointly'),
  'evaluation-submission': (life) =>
    life
      .take('council-secretariat', 'hand-over', { facts: { handedOverOn: life.today } })
      .attach('regency-head', 'evaluation-request')
      .take('regency-head', 'submit-for-evaluation', { facts: { sentOn: life.today } }),
  evaluation: (life) => concluded(life.take('provincial-legal', 'receive', { facts: { receivedOn: life.today } }), 'conform-with-changes'),
  refinement: (life) =>
    life
      .attach('regency-head', 'refined-draft')
      .attach('regency-head', 'follow-up-matrix')
      .take('regency-head', 'complete-refinement', { facts: { refinedOn: life.today } })
      .take('council-secretariat', 'complete-refinement'),
  registration: (life) =>
    life
      .attach('regency-head', 'number-request')
      .take('regency-head', 'request-number', { facts: { numberRequestedOn: life.today } })
      .take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: life.today } })
      .take('provincial-legal', 'issue-number', { facts: { registerNumber: '7/2026', registerNumberIssuedOn: life.today } }),
  enactment: (life) => life.attach('regency-head', 'signed-regulation').take('regency-head', 'enact', { facts: { regulationNumber: '3/2026', enactedOn: life.today } }),
  promulgation: (life) => promulgated(life),
  reporting: (life) => life.attach('regency-head', 'report-letter').take('regency-head', 'report', { facts: { reportedOn: life.today } }),
  publication: (life) => life.take('regency-drafter', 'publish', { facts: { jdihAddress: 'https://jdih.example/perda/3-2026' } }),
};

export const drafted = (life: Life): Life => life.attach('regency-drafter', 'draft-regulation').attach('regency-drafter', 'plan-annex').matrix();

/** Every open remark answered, and the matrix of the answers on file. */
export function answered(life: Life): Life {
  for (const { n } of life.state.remarks.filter(({ answer, visibility }) => !answer && visibility === 'counterpart'))
    life.give({ type: 'answer-remark', n, text: { sha256: '0'.repeat(64), length: 12 } }, life.actor('regency-drafter'));
  return life.attach('regency-drafter', 'response-matrix', `round ${life.state.round}`);
}

/** The council has begun to discuss, and the papers of the joint approval lie on the table. */
export const jointPapers = (life: Life): Life =>
  life
    .take('council-secretariat', 'start-discussion', { facts: { discussionStartedOn: life.today } })
    .attach('council-secretariat', 'joint-approval-minutes')
    .attach('council-secretariat', 'approved-draft');

export const concluded = (life: Life, evaluationOutcome: 'conform' | 'conform-with-changes' | 'not-conform'): Life =>
  life.attach('provincial-legal', 'evaluation-result').take('provincial-legal', 'conclude-evaluation', {
    facts: { evaluationNumber: '188/2026', evaluationDate: life.today, evaluationSignatory: 'Sekretaris Daerah Provinsi', evaluationOutcome },
  });

/** Under the law's own sentence where nobody has signed. */
export const promulgated = (life: Life): Life => {
  const byLaw = life.state.flags.includes('deemed-valid') && { validitySentence: 'Peraturan Daerah ini dinyatakan sah' };
  return life.attach('regency-secretary', 'gazette-copy').take('regency-secretary', 'promulgate', { facts: { gazetteNumber: 'LD 2026/3', promulgatedOn: life.today, ...byLaw } });
};

const stages = Object.keys(road) as StageName[];

/** A case that has come to a stage by the hands of all its desks, from its filing on, all on one day. */
export function aCaseAt(stage: StageName, filing: Parameters<typeof Life.filed>[0] = {}): Life {
  return walk(Life.filed(filing), stage);
}

/** Desk by desk until the case lies on the one named. */
export function walk(life: Life, stage: StageName | 'published'): Life {
  for (let steps = 0; life.stage !== stage; steps++) {
    if (steps > stages.length) throw new Error(`the road does not lead to ${stage}`);
    road[life.stage as StageName](life);
  }
  return life;
}
