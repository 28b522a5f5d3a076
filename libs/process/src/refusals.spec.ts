import { type PersonCommand, type RefusalCode, decideFiling, isRefusal, officeFor, refusalCodes, rpikV1 } from '.';
import { Life, aCaseAt, anActor, drafted, jointPapers, rulesFor, sealed, sha256, theCohort, type RoleName, type Taking } from '../testing';

const long = { sha256: sha256('long'), length: 10_001 };
const file = (documentType: string, media = 'pdf', sha = sha256('x')): PersonCommand => ({ type: 'attach-document', documentType, sha256: sha, size: 1, media, name: sealed('x.pdf') });
const asked = (life: Life, command: PersonCommand, role: RoleName, as = {}) => life.refusal(command, life.actor(role, as))?.refused;
const taken = (life: Life, role: RoleName, transition: string, taking: Taking = {}) => life.refused(role, transition, taking);
const filing = (change: object) => {
  const decision = decideFiling(rulesFor(), {
    type: 'file-case', actor: anActor('regency-drafter'), at: '2026-01-05T01:00:00.000Z', id: 'rpik-1705-2026', region: '1705', title: 'RPIK Seluma', programmeYear: 2026,
    planYears: { from: 2026, to: 2046 }, calendarVersion: 1, processHash: 'h', ...change,
  });
  return isRefusal(decision) ? decision.refused : undefined;
};
const remark: Taking = { reasonCode: 'incomplete', remarks: [{ text: sealed('x') }] };
const checks = { coordinator: { checks: { C01: 'conform', C02: 'conform' } }, planner: { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } }, legal: { checks: { C05: 'conform' } } } as const;
const programme = () => aCaseAt('programme').attach('regency-drafter', 'council-programme-decision');
const decision = (facts: { [fact: string]: string }): Taking => ({ facts: { programmeDecisionNumber: '1', programmeYear: '2026', ...facts } });
const remarked = () => {
  const life = aCaseAt('intake');
  life.give({ type: 'add-remark', text: sealed('x'), visibility: 'counterpart' }, life.actor('provincial-coordinator'));
  return life;
};
const conditioned = () =>
  aCaseAt('sign-off').attach('ministry-signer', 'endorsement-letter').take('ministry-signer', 'endorse-with-conditions', {
    facts: { endorsementLetterNumber: '1' }, signInAge: 1, conditions: [{ text: 'x', owner: 'regency-drafter', dueOn: '2026-05-04', before: 'deliberation' }],
  });
const held = () => {
  const life = aCaseAt('drafting', { on: '2026-03-02' }).on('2026-03-05').attach('regency-drafter', 'hold-evidence');
  life.give({ type: 'propose-hold', clock: 'drafting#1', reason: 'election', first: '2026-03-03' }, life.actor('regency-drafter'));
  return life;
};
const corrected = () => aCaseAt('harmonization').attach('regency-drafter', 'correction-evidence');
const approving = (life: Life, as = {}) => taken(life, 'regency-head', 'approve-jointly', { facts: { jointApprovedOn: life.today }, as });
const approvedOnce = () => {
  const life = jointPapers(aCaseAt('deliberation'));
  return life.take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: life.today } });
};
const deemed = () =>
  aCaseAt('enactment', { on: '2026-03-02' }).attach('regency-head', 'signed-regulation').until('2026-04-22');
const signing: Taking = { facts: { endorsementLetterNumber: '1' }, signInAge: 1 };
const pressedTwice = (command: PersonCommand) => {
  const life = aCaseAt('intake', { on: '2026-11-02' });
  life.give(command, life.actor('administrator'));
  return asked(life, command, 'administrator');
};
const yearOver = (stage: 'council-submission' | 'intake') => aCaseAt(stage, { on: '2026-12-01' }).until('2027-01-04');
const busy = () => {
  const life = aCaseAt('intake');
  const task = 'intake.provincial-coordinator';
  while (life.state.seq < 2_000) life.give({ type: life.state.claims[task] ? 'release-task' : 'claim-task', task }, life.actor('provincial-coordinator'));
  return life;
};

const recheck = (life: Life, check: string) => life.refusal({ type: 'recheck', check, result: 'conform' }, life.actor('provincial-coordinator'))?.refused;

/** One hostile command for each code; a code without one does not compile, and one that nothing can produce does not exist. */
const hostile: { [code in RefusalCode]: () => string | undefined } = {
  'unknown-transition': () => taken(aCaseAt('intake'), 'provincial-coordinator', 'approve-everything'),
  'wrong-stage': () => taken(aCaseAt('intake'), 'ministry-signer', 'endorse'),
  'case-closed': () => taken(aCaseAt('drafting').attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw'), 'regency-drafter', 'open-consultation'),
  'not-your-role': () => taken(aCaseAt('intake'), 'regency-drafter', 'accept-intake'),
  'not-your-region': () => taken(aCaseAt('intake'), 'provincial-coordinator', 'accept-intake', { as: { scope: '16' } }),
  'not-your-capacity': () => approving(jointPapers(aCaseAt('deliberation')), { capacity: 'Plh' }),
  'no-office': () => {
    const office = officeFor(rpikV1, aCaseAt('intake').state, { type: 'open-desk' }, []);
    return 'refused' in office ? office.refused : undefined;
  },
  'four-eyes': () => taken(aCaseAt('intake'), 'provincial-coordinator', 'accept-intake', { as: { person: 'p_regency-drafter_1705' } }),
  'second-person-needed': () => taken(approvedOnce(), 'council-secretariat', 'approve-jointly'),
  'in-transfer': () => taken(aCaseAt('intake').begin('provincial-coordinator', 'accept-intake'), 'provincial-coordinator', 'accept-intake'),
  'no-transfer': () => asked(aCaseAt('intake'), { type: 'cancel-transfer' }, 'provincial-coordinator'),
  'transfer-too-young': () => asked(aCaseAt('intake').begin('provincial-coordinator', 'accept-intake'), { type: 'cancel-transfer' }, 'provincial-coordinator'),
  stale: () => taken(aCaseAt('intake'), 'provincial-coordinator', 'accept-intake', { expectedSeq: 1 }),
  'unknown-document': () => asked(aCaseAt('intake'), file('love-letter'), 'regency-drafter'),
  'document-frozen': () => asked(aCaseAt('intake'), file('draft-regulation', 'docx'), 'regency-drafter'),
  'document-not-present': () => asked(aCaseAt('programme'), { type: 'withdraw-document', documentType: 'council-programme-decision', version: 1 }, 'regency-drafter'),
  'media-not-accepted': () => asked(aCaseAt('drafting'), file('draft-regulation', 'pdf'), 'regency-drafter'),
  'too-many-documents': () => {
    const life = aCaseAt('public-consultation');
    for (let n = life.state.documents.length; n < 200; n++) life.attach('regency-drafter', 'attendance-list', `sheet ${n}`);
    return asked(life, file('attendance-list', 'png'), 'regency-drafter');
  },
  'missing-documents': () => taken(aCaseAt('programme'), 'regency-drafter', 'record-programme', decision({})),
  'missing-facts': () => taken(programme(), 'regency-drafter', 'record-programme', { facts: { programmeYear: '2026' } }),
  'unknown-fact': () => taken(programme(), 'regency-drafter', 'record-programme', decision({ registerNumber: '1' })),
  'fact-invalid': () => taken(programme(), 'regency-drafter', 'record-programme', decision({ programmeYear: 'MMXXVI' })),
  'fact-too-long': () => taken(programme(), 'regency-drafter', 'record-programme', decision({ programmeDecisionNumber: '1'.repeat(101) })),
  'date-in-future': () => taken(aCaseAt('deliberation'), 'council-secretariat', 'start-discussion', { facts: { discussionStartedOn: '2026-01-06' } }),
  'date-before-previous': () => taken(jointPapers(aCaseAt('deliberation')), 'council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-01-04' } }),
  'facts-differ': () => taken(approvedOnce().until('2026-01-06'), 'regency-head', 'approve-jointly', { facts: { jointApprovedOn: '2026-01-06' } }),
  'texts-differ': () => {
    const life = approvedOnce().begin('regency-head', 'approve-jointly').damage('approved-draft').attach('council-secretariat', 'approved-draft', 'other');
    return approving(life);
  },
  'texts-unread': () => {
    const life = aCaseAt('review');
    life.rules = rulesFor('1705', { definition: { ...rpikV1, reading: { ...rpikV1.reading!, demanded: true } } });
    return taken(life, 'provincial-legal', 'favourable', checks.legal);
  },
  'note-required': () => taken(aCaseAt('sign-off'), 'ministry-signer', 'return-to-reviewer'),
  'note-too-long': () => taken(aCaseAt('sign-off'), 'ministry-signer', 'return-to-reviewer', { note: long }),
  'unknown-reason': () => taken(aCaseAt('recommendation'), 'provincial-coordinator', 'return-to-regency', { reasonCode: 'weather' }),
  'reason-required': () => taken(aCaseAt('recommendation'), 'provincial-coordinator', 'return-to-regency'),
  'reason-not-available': () => taken(aCaseAt('recommendation'), 'provincial-coordinator', 'return-to-regency', { reasonCode: 'land-not-clear' }),
  'remarks-required': () => taken(aCaseAt('intake'), 'provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete' }),
  'remarks-unanswered': () => taken(aCaseAt('intake').take('provincial-coordinator', 'return-incomplete', remark).attach('regency-drafter', 'response-matrix'), 'regency-drafter', 'resubmit'),
  'unknown-remark': () => asked(aCaseAt('intake'), { type: 'answer-remark', n: 1, text: sealed('x') }, 'regency-drafter'),
  'remark-answered': () => {
    const life = remarked();
    life.give({ type: 'answer-remark', n: 1, text: sealed('x') }, life.actor('regency-drafter'));
    return asked(life, { type: 'answer-remark', n: 1, text: sealed('y') }, 'regency-drafter');
  },
  'conditions-required': () => taken(aCaseAt('sign-off').attach('ministry-signer', 'endorsement-letter'), 'ministry-signer', 'endorse-with-conditions', signing),
  'condition-invalid': () =>
    taken(aCaseAt('sign-off').attach('ministry-signer', 'endorsement-letter'), 'ministry-signer', 'endorse-with-conditions', { ...signing, conditions: [{ text: 'x', owner: 'the weather', dueOn: '2026-05-04' }] }),
  'conditions-open': () => taken(conditioned().attach('regency-head', 'cover-memorandum'), 'regency-head', 'submit-to-council'),
  'unknown-condition': () => asked(aCaseAt('intake'), { type: 'report-condition', n: 1 }, 'regency-drafter'),
  'condition-not-open': () => {
    const life = conditioned();
    life.give({ type: 'report-condition', n: 1 }, life.actor('regency-drafter'));
    return asked(life, { type: 'report-condition', n: 1 }, 'regency-drafter');
  },
  'condition-not-reported': () => asked(conditioned(), { type: 'review-condition', n: 1, accepted: true }, 'ministry-reviewer'),
  'unknown-check': () => recheck(aCaseAt('synchronization'), 'C09'),
  'check-not-stale': () => taken(aCaseAt('recommendation'), 'provincial-coordinator', 'reopen'),
  'checks-invalid': () => taken(aCaseAt('review'), 'provincial-legal', 'favourable', checks.planner),
  'person-voted-already': () =>
    taken(aCaseAt('review').take('provincial-coordinator', 'favourable', { ...checks.coordinator, as: { person: 'p_1' } }), 'provincial-legal', 'favourable', { ...checks.legal, as: { person: 'p_1' } }),
  'votes-missing': () => taken(aCaseAt('review', { on: '2026-03-02' }).until('2026-03-30'), 'provincial-coordinator', 'close-review'),
  'veto-stands': () => taken(aCaseAt('review').take('provincial-legal', 'unfavourable', { checks: { C05: 'not-conform' }, remarks: [{ text: sealed('x') }] }), 'provincial-coordinator', 'close-review'),
  'no-veto': () => taken(aCaseAt('review'), 'provincial-coordinator', 'return-to-regency', { reasonCode: 'outside-authority' }),
  'matrix-invalid': () => taken(drafted(aCaseAt('drafting')).matrix('empty', false), 'regency-drafter', 'open-consultation'),
  'matrix-frozen': () => asked(aCaseAt('intake'), { type: 'save-matrix', sha256: sha256('m'), valid: true }, 'regency-drafter'),
  'round-required': () => taken(aCaseAt('drafting'), 'regency-drafter', 'resubmit'),
  'clock-running': () => taken(aCaseAt('review'), 'provincial-coordinator', 'close-review'),
  'fact-required': () => taken(aCaseAt('evaluation'), 'provincial-legal', 'request-completion', { note: sealed('x') }),
  'fact-recorded-already': () => taken(jointPapers(aCaseAt('deliberation')), 'council-secretariat', 'start-discussion', { facts: { discussionStartedOn: '2026-01-05' } }),
  'text-differs': () => taken(aCaseAt('promulgation').attach('regency-secretary', 'gazette-copy').attach('regency-head', 'signed-regulation', 'other'), 'regency-secretary', 'promulgate', { facts: { gazetteNumber: '1', promulgatedOn: '2026-01-05' } }),
  deemed: () => taken(deemed(), 'regency-head', 'enact', { facts: { regulationNumber: '1', enactedOn: '2026-04-22' } }),
  'flag-required': () => taken(aCaseAt('intake'), 'regency-head', 'lapse', { note: sealed('x') }),
  'relisting-due': () => taken(yearOver('council-submission').attach('regency-head', 'cover-memorandum'), 'regency-head', 'submit-to-council'),
  'fresh-sign-in-required': () => taken(aCaseAt('sign-off').attach('ministry-signer', 'endorsement-letter'), 'ministry-signer', 'endorse', { ...signing, signInAge: 3_600 }),
  'correction-under-way': () => taken(aCaseAt('intake').take('provincial-coordinator', 'request-correction', { documents: ['plan-annex'] }), 'provincial-coordinator', 'accept-intake'),
  'correction-not-asked': () => taken(aCaseAt('intake'), 'regency-drafter', 'provide-correction'),
  'correction-unchanged': () => taken(aCaseAt('intake').take('provincial-coordinator', 'request-correction', { documents: ['plan-annex'] }), 'regency-drafter', 'provide-correction'),
  'documents-required': () => taken(aCaseAt('intake'), 'provincial-coordinator', 'request-correction'),
  'documents-damaged': () => taken(aCaseAt('intake').begin('provincial-coordinator', 'accept-intake').damage('plan-annex'), 'provincial-coordinator', 'accept-intake'),
  'not-recallable': () => asked(aCaseAt('intake'), { type: 'recall' }, 'harmonizer'),
  'desk-has-opened': () => asked(aCaseAt('harmonization').attach('harmonizer', 'harmonization-letter'), { type: 'recall' }, 'regency-drafter'),
  'gate-released': () => asked(aCaseAt('synchronization'), { type: 'amend-claims', sha256: sha256('m2'), valid: true, resolution: 'X01', tables: [], released: true }, 'regency-drafter'),
  'not-at-gate': () => {
    const life = aCaseAt('synchronization');
    const answer = life.judge({ type: 'open-gate', cohort: 'c', round: 1, release: 1, arrivalSeq: life.state.gate!.arrivedSeq - 1, actor: theCohort, at: life.at });
    return isRefusal(answer) ? answer.refused : undefined;
  },
  'unknown-task': () => asked(aCaseAt('intake'), { type: 'claim-task', task: 'review.provincial-legal' }, 'provincial-legal'),
  'task-taken': () => {
    const life = aCaseAt('intake');
    life.give({ type: 'claim-task', task: 'intake.provincial-coordinator' }, life.actor('provincial-coordinator'));
    return asked(life, { type: 'claim-task', task: 'intake.provincial-coordinator' }, 'provincial-coordinator', { person: 'p_colleague' });
  },
  'task-not-claimed': () => asked(aCaseAt('intake'), { type: 'release-task', task: 'intake.provincial-coordinator' }, 'provincial-coordinator'),
  'no-such-holder': () => asked(aCaseAt('intake'), { type: 'assign-task', task: 'intake.provincial-coordinator', person: 'p_ghost', holds: false }, 'administrator'),
  'fact-unknown': () => asked(corrected(), { type: 'correct-fact', fact: 'enactedOn', value: '2026-01-05', note: sealed('x') }, 'regency-head'),
  'fact-unchanged': () => asked(corrected(), { type: 'correct-fact', fact: 'coverLetterNumber', value: '500/17/2026', note: sealed('x') }, 'regency-drafter'),
  'unknown-clock': () => asked(held(), { type: 'extend-clock', clock: 'sundial#1', days: 1, reason: 'election' }, 'regency-drafter'),
  'clock-not-running': () => asked(held(), { type: 'extend-clock', clock: 'programme#1', days: 1, reason: 'election' }, 'regency-drafter'),
  'statutory-clock': () => asked(aCaseAt('evaluation-submission').attach('regency-head', 'hold-evidence'), { type: 'extend-clock', clock: 'enactment#1', days: 1, reason: 'election' }, 'regency-head'),
  'unknown-hold': () => asked(held(), { type: 'lift-hold', n: 9, last: '2026-03-04' }, 'regency-drafter'),
  'hold-not-proposed': () => {
    const life = held();
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('regency-secretary'));
    return asked(life, { type: 'confirm-hold', n: 1, accepted: true }, 'regency-secretary');
  },
  'hold-not-running': () => asked(held(), { type: 'lift-hold', n: 1, last: '2026-03-04' }, 'regency-drafter'),
  'too-many-extensions': () => {
    const life = held();
    for (let n = 0; n < 2; n++) life.give({ type: 'extend-clock', clock: 'drafting#1', days: 1, reason: 'election' }, life.actor('regency-drafter'));
    return asked(life, { type: 'extend-clock', clock: 'drafting#1', days: 1, reason: 'election' }, 'regency-drafter');
  },
  'extension-too-long': () => asked(held(), { type: 'extend-clock', clock: 'drafting#1', days: 61, reason: 'election' }, 'regency-drafter'),
  'reminded-already': () => pressedTwice({ type: 'remind-desk' }),
  'escalated-already': () => pressedTwice({ type: 'escalate' }),
  'too-many-events': () => asked(busy(), { type: 'open-desk' }, 'provincial-coordinator'),
  'no-half': () => asked(aCaseAt('deliberation'), { type: 'dispute', transition: 'approve-jointly', note: sealed('x') }, 'regency-head'),
  'title-invalid': () => filing({ title: ' x ' }),
  'plan-years-invalid': () => filing({ planYears: { from: 2046, to: 2026 } }),
  'programme-year-invalid': () => filing({ programmeYear: 26 }),
};

describe('every no has a name, and somebody who gets it', () => {
  it.each(refusalCodes)('%s', (code) => {
    expect(hostile[code]()).toBe(code);
  });
  it('while a good filing is accepted, and a foreign one is not', () => {
    expect(filing({})).toBeUndefined();
    expect(filing({ actor: anActor('regency-drafter', { region: '1706' }) })).toBe('not-your-region');
    expect(filing({ actor: anActor('regency-head') })).toBe('not-your-role');
    expect(Life.filed({ actor: anActor('provincial-coordinator') } as object).stage).toBe('programme');
  });
  it('lets the engine bring in what people have begun, even at the limit of events', () => {
    const life = aCaseAt('intake');
    const task = 'intake.provincial-coordinator';
    while (life.state.seq < 1_999) life.give({ type: life.state.claims[task] ? 'release-task' : 'claim-task', task }, life.actor('provincial-coordinator'));
    expect(life.take('provincial-coordinator', 'accept-intake').stage).toBe('review');
  });
});
