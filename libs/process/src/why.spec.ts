import { actionsFor, msOf, isoInstant, nextAlarm, rpikV1, type Step, type Why, whyOf } from '.';
import { type Life, type RoleName, type StageName, aCaseAt, concluded, jointPapers, sealed, type Taking, walk } from '../testing';

const stages = Object.keys(rpikV1.stages) as StageName[];
const look = (life: Life, more: object = {}): Why => whyOf(life.rules, life.state, { at: life.at, ...more });

/** What a reader of the machine form would write into a form: values by the kind of the fact, and the first of each choice. */
function factOf(name: string, life: Life): string {
  const fact = rpikV1.facts[name as 'registerNumber'] as { kind: string; values?: readonly string[] };
  return fact.values?.[0] ?? (fact.kind === 'date' ? life.today : fact.kind === 'year' ? life.today.slice(0, 4) : 'Nomor 1');
}

let versions = 0;
/** Does one step, knowing nothing but what it says. */
function follow(life: Life, { act, name, role, needs }: Step): void {
  const actor = life.actor(role as RoleName);
  switch (act) {
    case 'attach-document':
      return void life.attach(role as RoleName, name, life.state.damaged?.includes(name) ? 'restored' : `text ${++versions}`);
    case 'save-matrix':
      return void life.give({ type: 'save-matrix', sha256: 'a'.repeat(64), valid: true }, actor);
    case 'answer-remark':
      return void life.give({ type: 'answer-remark', n: Number(name), text: sealed('jawaban') }, actor);
    case 'report-condition':
      return void life.give({ type: 'report-condition', n: Number(name), note: sealed('terpenuhi') }, actor);
    case 'review-condition':
      return void life.give({ type: 'review-condition', n: Number(name), accepted: true }, actor);
    case 'create-cohort':
    case 'release-gate':
      return void life.openGate();
    case 'take-transition': {
      const half = life.state.halves.find(({ transition }) => transition === name);
      const taking: Taking = {
        ...(needs.facts.length > 0 && { facts: half ? half.facts : Object.fromEntries(needs.facts.map((fact) => [fact, factOf(fact, life)])) }),
        ...(needs.checks.length > 0 && { checks: Object.fromEntries(needs.checks.map((check) => [check, 'conform'])) }),
        ...(needs.reasons.length > 0 && { reasonCode: needs.reasons[0] }),
        ...(needs.note && { note: sealed('catatan') }),
        ...(needs.remarks && { remarks: [{ text: sealed('catatan') }] }),
        ...(needs.freshSignIn && { signInAge: 1 }),
      };
      // The second person confirms what the first has said.
      return void life.take(role as RoleName, name, half && Object.keys(half.facts).length === 0 ? { ...taking, facts: undefined } : taking);
    }
  }
}

const mark = (life: Life) => JSON.stringify([life.stage, life.state.status, life.state.seq]);

/** Reads, does what is said, reads again, until the case is published; or lets time pass where the machine form names nobody. */
function walkByWhy(life: Life): { steps: number; idle: number } {
  let [steps, idle] = [0, 0];
  for (; life.state.status === 'open'; steps++) {
    if (steps > 200) throw new Error(`no way out of ${life.stage}: ${JSON.stringify(look(life))}`);
    const why = look(life);
    const before = mark(life);
    if (why.moving) life.carry();
    else if (why.unblock[0]) follow(life, why.unblock[0]);
    else {
      idle++;
      const alarm = nextAlarm(life.rules, life.state);
      if (!why.nextAlarm || !alarm) throw new Error(`nothing to do and nothing to wait for at ${life.stage}: ${JSON.stringify(why)}`);
      expect(why.nextAlarm.at).toBe(alarm.at);
      life.at = isoInstant(Math.max(msOf(alarm.at), msOf(life.at)));
      life.tick();
    }
    expect(mark(life)).not.toBe(before);
  }
  return { steps, idle };
}

const on = '2026-03-02';
const C = { checks: { C01: 'conform', C02: 'conform' } } as const;
const veto: Taking = { checks: { C03: 'not-conform', C04: 'conform', C06: 'conform' }, remarks: [{ text: sealed('Di luar KPI') }] };

/** Endorsed under a condition that has to be met before the governor evaluates. */
const underCondition = () =>
  aCaseAt('sign-off', { on })
    .attach('ministry-signer', 'endorsement-letter')
    .take('ministry-signer', 'endorse-with-conditions', { facts: { endorsementLetterNumber: 'B/1' }, signInAge: 60, conditions: [{ text: 'Lampirkan peta', owner: 'regency-drafter', dueOn: '2026-06-30', before: 'evaluation' }] });
const reported = (life = underCondition()) => {
  life.give({ type: 'report-condition', n: 1, note: sealed('terpenuhi') }, life.actor('regency-drafter'));
  return life;
};
const refusedReport = () => {
  const life = reported();
  life.give({ type: 'review-condition', n: 1, accepted: false }, life.actor('ministry-reviewer'));
  return life;
};

/** A case in every stage, and in the states within a stage that ask for something else. */
const states: [string, () => Life][] = [
  ...stages.map((stage): [string, () => Life] => [stage, () => aCaseAt(stage, { on })]),
  ...stages.map((stage): [string, () => Life] => [`${stage}, long overdue`, () => aCaseAt(stage, { on }).until('2026-11-16')]),
  ['harmonization, returned with a remark', () => aCaseAt('harmonization', { on }).take('harmonizer', 'return-from-harmonization', { reasonCode: 'drafting-technique', remarks: [{ text: sealed('Pasal 7') }] })],
  ['intake, incomplete', () => aCaseAt('intake', { on }).take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [{ text: sealed('Kurang peta') }] })],
  ['intake, with a correction asked', () => aCaseAt('intake', { on }).take('provincial-coordinator', 'request-correction', { documents: ['cover-letter'] })],
  ['intake, the next desk under way', () => aCaseAt('intake', { on }).begin('provincial-coordinator', 'accept-intake')],
  ['intake, a document damaged', () => aCaseAt('intake', { on }).begin('provincial-coordinator', 'accept-intake').damage('plan-annex')],
  ['review, one vote given', () => aCaseAt('review', { on }).take('provincial-coordinator', 'favourable', C)],
  ['review, under a veto', () => aCaseAt('review', { on }).take('provincial-planner', 'unfavourable', veto)],
  ['review, expired with the legal vote missing', () => aCaseAt('review', { on }).take('provincial-coordinator', 'favourable', C).until('2026-05-04')],
  ['recommendation, returned', () => aCaseAt('recommendation', { on }).take('provincial-coordinator', 'return-to-regency', { reasonCode: 'overlap-with-region' })],
  ['endorsement, returned to the province', () => aCaseAt('endorsement', { on }).take('ministry-reviewer', 'return-to-province', { reasonCode: 'incomplete', remarks: [{ text: sealed('Lampiran') }] })],
  ['sign-off, sent back to the reviewer', () => aCaseAt('sign-off', { on }).take('ministry-signer', 'return-to-reviewer', { note: sealed('Perjelas') })],
  ['deliberation, discussed', () => jointPapers(aCaseAt('deliberation', { on }))],
  ['deliberation, one hand of two', () => jointPapers(aCaseAt('deliberation', { on })).take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: on } })],
  ['evaluation, received', () => aCaseAt('evaluation', { on }).take('provincial-legal', 'receive', { facts: { receivedOn: on } })],
  ['registration, evaluated as conform', () => concluded(aCaseAt('evaluation', { on }).take('provincial-legal', 'receive', { facts: { receivedOn: on } }), 'conform')],
  ['registration, requested', () => aCaseAt('registration', { on }).attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: on } })],
  ['council submission, a condition to be met before the evaluation', () => underCondition()],
  ['council submission, a condition reported on', () => reported()],
  ['council submission, the report on a condition refused', () => refusedReport()],
  ['council submission, the programme year over', () => aCaseAt('council-submission', { on: '2026-11-02' }).until('2027-01-04')],
  ['enactment, deemed valid by law', () => aCaseAt('enactment', { on }).until('2026-06-01')],
];

describe('why a case is not moving', () => {
  it.each(states)('a robot that does what it says brings it to its end: %s', (_, make) => {
    const life = make();
    const { steps } = walkByWhy(life);
    expect(steps).toBeGreaterThan(0);
    expect(life.state.status).toBe('published');
  });

  it('is told for every stage of the definition, in both languages, with the offices that act', () => {
    const told = states.map(([, make]) => look(make()));
    expect(new Set(states.map(([, make]) => make().stage)).size).toBe(stages.length);
    for (const { sentence, desk, unmet, unblock, moving, nextAlarm: alarm } of told) {
      expect(sentence.id.trim() === '' || sentence.en.trim() === '').toBe(false);
      expect(desk.every(({ role }) => role in rpikV1.roles)).toBe(true);
      expect(unmet.every(({ holders }) => holders.length > 0)).toBe(true);
      expect(moving || unblock.length > 0 || alarm !== undefined).toBe(true);
    }
  });

  it('names what lacks, who holds it, and what would unblock it', () => {
    const { unmet, unblock, workingDays } = look(aCaseAt('preparation', { on }).on('2026-03-09'));
    expect(unmet).toEqual([{ code: 'missing-documents', details: ['team-decree', 'plan-document'], holders: [{ role: 'regency-drafter', scope: '1705' }] }]);
    expect(unblock.map(({ act, name, role }) => [act, name, role])).toEqual([
      ['attach-document', 'team-decree', 'regency-drafter'], ['attach-document', 'plan-document', 'regency-drafter'], ['take-transition', 'complete-preparation', 'regency-drafter'],
    ]);
    expect(workingDays).toBe(5);
  });

  it('says who has to confirm, and that nobody else can', () => {
    const life = jointPapers(aCaseAt('deliberation', { on })).take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: on } });
    expect(look(life).unblock.map(({ name, role }) => [name, role])).toContainEqual(['approve-jointly', 'regency-head']);
  });

  it('waits for the gate where the case can do nothing itself, and asks for a cohort where there is none', () => {
    const life = aCaseAt('synchronization', { on });
    expect(look(life)).toMatchObject({ unmet: [{ code: 'gate-shut', holders: ['gate'] }], unblock: [{ act: 'release-gate', role: 'provincial-coordinator', scope: '17' }] });
    expect(look(life, { noCohort: true })).toMatchObject({ unmet: [{ code: 'no-cohort', details: ['2026'] }], unblock: [{ act: 'create-cohort' }] });
  });

  it('names the regions a shut gate waits for, whose own sentences say what moves them', () => {
    const gate = { isShut: true, missing: ['1704', '1707'] };
    expect(look(aCaseAt('synchronization', { on }), { gate })).toMatchObject({ unmet: [{ code: 'gate-shut', details: ['1704', '1707'], holders: ['gate'] }], unblock: [] });
    expect(look(aCaseAt('synchronization', { on }), { gate: { isShut: false, missing: [] } }).unblock).toMatchObject([{ act: 'release-gate' }]);
  });

  it('asks the owner to report on a condition, and then the ministry to accept it, where it bars the next stage', () => {
    const life = walk(underCondition(), 'evaluation-submission');
    const asked = () => look(life).unblock.filter(({ act }) => act.endsWith('condition')).map(({ act, name, role, scope }) => [act, name, role, scope]);
    expect(asked()).toEqual([['report-condition', '1', 'regency-drafter', '1705']]);
    expect(look(life).unmet).toContainEqual({ code: 'conditions-open', details: ['1'], holders: [{ role: 'regency-drafter', scope: '1705' }] });
    reported(life);
    expect(asked()).toEqual([['review-condition', '1', 'ministry-reviewer', '']]);
  });

  it('says that only another person can act when every holder of the desk had a hand in what is to be judged', () => {
    const life = aCaseAt('intake', { on });
    const hand = { ...life.actor('provincial-coordinator'), person: life.state.submitters[0]! };
    const stranger = { ...hand, person: 'p_stranger' };
    const told = look(life, { seated: [hand] });
    expect(told.barred).toEqual([{ role: 'provincial-coordinator', scope: '17', persons: [hand.person] }]);
    expect(told.sentence).toEqual({
      id: 'Tidak ada yang dapat bertindak (Kab. Seluma): setiap pemegang peran Disperindag provinsi ikut menyusun atau mengajukan yang dinilai; diperlukan orang lain.',
      en: 'Nobody can act (Kab. Seluma): every holder of the role Provincial coordinator had a hand in what is to be judged; another person is needed.',
    });
    const both = look(life, { seated: [hand, stranger] });
    expect([both.barred, both.sentence]).toEqual([told.barred, look(life).sentence]);
  });

  it('says that nobody can act when the desk has no holder, and since when', () => {
    const life = aCaseAt('academic-paper', { on });
    const vacancies = [{ role: 'regency-drafter', scope: '1705', since: '2026-11-02' }, { role: 'harmonizer', scope: '17', since: null }];
    const { sentence, nobody } = look(life, { vacancies });
    expect(nobody).toEqual([vacancies[0]]);
    expect(sentence).toEqual({
      id: 'Tidak ada yang dapat bertindak (Kab. Seluma): peran Penyusun kabupaten/kota kosong sejak 2 Nov 2026.',
      en: 'Nobody can act (Kab. Seluma): the role Regency drafter has had no holder since 2 Nov 2026.',
    });
  });

  it('never names an act that the office would be refused for a reason it does not name', () => {
    for (const [, make] of states) {
      const life = make();
      const { unblock, unmet } = look(life);
      for (const { act, name, role } of unblock.filter((step) => step.act === 'take-transition')) {
        const reasons = actionsFor(life.rules, life.state, [life.actor(role as RoleName)], life.at).find(({ transition }) => transition === name)?.reasons ?? [];
        expect([act, name, reasons.filter(({ code }) => !unmet.some((one) => one.code === code))]).toEqual([act, name, []]);
      }
    }
  });

  it('of a case that has ended says how it ended', () => {
    const life = walk(aCaseAt('publication', { on }), 'published');
    expect(look(life)).toMatchObject({ moving: false, unblock: [], unmet: [], desk: [] });
    expect(look(life).sentence.id).toMatch(/^Selesai: /);
  });
});
