import { type SideActName, sideActsFor } from '.';
import { aCaseAt, type Life, sealed } from '../testing';

type Role = Parameters<Life['actor']>[0];

/** What an office is offered beside the transitions, in short; with the reasons where it is shut. */
const offered = (life: Life, role: Role, as: Parameters<Life['actor']>[1] = {}): string[] =>
  sideActsFor(life.rules, life.state, [life.actor(role, as)], life.at).map(({ act, about, allowed, reasons }) => [act, ...(about === null ? [] : [about]), ...(allowed ? [] : reasons.map(({ code }) => `(${code})`))].join(' '));
const of = (life: Life, role: Role, ...acts: SideActName[]) => offered(life, role).filter((line) => acts.some((act) => line.startsWith(act)));

const condition = { text: 'Peta kawasan dilampirkan', owner: 'regency-drafter', dueOn: '2026-04-06', before: 'evaluation-submission' };
const endorsed = (): Life =>
  aCaseAt('sign-off', { on: '2026-03-02' }).attach('ministry-signer', 'endorsement-letter')
    .take('ministry-signer', 'endorse-with-conditions', { facts: { endorsementLetterNumber: 'B/1/2026' }, signInAge: 60, conditions: [condition] });

describe('what goes on beside the transitions', () => {
  it('is a condition: reported by the office it binds, then judged by the ministry', () => {
    const life = endorsed();
    expect(of(life, 'regency-drafter', 'report-condition')).toEqual(['report-condition 1']);
    expect([...of(life, 'ministry-reviewer', 'report-condition', 'review-condition'), ...of(life, 'regency-head', 'report-condition')]).toEqual([]);
    life.give({ type: 'report-condition', n: 1 }, life.actor('regency-drafter'));
    expect(of(life, 'regency-drafter', 'report-condition')).toEqual([]);
    expect(of(life, 'ministry-reviewer', 'review-condition')).toEqual(['review-condition 1']);
    expect(offered(life, 'ministry-reviewer', { person: life.actor('regency-drafter').person })).toContain('review-condition 1 (four-eyes)');
  });

  it('is a hold of a policy term: proposed by its owner with the paper, confirmed by the superior, lifted while it runs', () => {
    const life = aCaseAt('drafting', { on: '2026-03-02' }).until('2026-03-10');
    expect(of(life, 'regency-drafter', 'propose-hold', 'extend-clock')).toEqual(['propose-hold drafting#1 (missing-documents)', 'extend-clock drafting#1 (missing-documents)']);
    life.attach('regency-drafter', 'hold-evidence');
    expect(of(life, 'regency-drafter', 'propose-hold', 'extend-clock')).toEqual(['propose-hold drafting#1', 'extend-clock drafting#1']);
    expect(of(life, 'regency-secretary', 'propose-hold', 'extend-clock')).toEqual([]);
    life.give({ type: 'propose-hold', clock: 'drafting#1', reason: 'council-recess', first: '2026-03-09' }, life.actor('regency-drafter'));
    expect(of(life, 'regency-secretary', 'confirm-hold')).toEqual(['confirm-hold 1']);
    expect(of(life, 'regency-drafter', 'confirm-hold', 'lift-hold')).toEqual([]);
    life.give({ type: 'confirm-hold', n: 1, accepted: true }, life.actor('regency-secretary'));
    for (const role of ['regency-drafter', 'regency-secretary', 'administrator'] as const) expect(of(life, role, 'lift-hold')).toEqual(['lift-hold 1']);
  });

  it('is never a hold of a term of the law', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' }).until('2026-03-04').attach('regency-head', 'hold-evidence');
    expect(of(life, 'regency-head', 'propose-hold', 'extend-clock')).toEqual([]);
  });

  it('is a correction: by the office that registered, and confirmed by another person where a term of the law moves', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' }).until('2026-03-09');
    const by = life.state.factBy['jointApprovedOn'] as Role;
    expect(of(life, by, 'correct-fact')).toContain('correct-fact jointApprovedOn (missing-documents)');
    life.attach(by, 'correction-evidence');
    expect(of(life, by, 'correct-fact')).toContain('correct-fact jointApprovedOn');
    expect(of(life, 'provincial-coordinator', 'correct-fact').filter((line) => line.includes('jointApprovedOn'))).toEqual([]);
    life.give({ type: 'correct-fact', fact: 'jointApprovedOn', value: '2026-03-03', note: sealed('Salah ketik.') }, life.actor(by));
    expect(of(life, by, 'confirm-correction')).toEqual([]);
    expect(offered(life, by, { person: 'p_colleague' })).toContain('confirm-correction jointApprovedOn');
  });

  it('is a check that a new plan has overtaken, given again by the office that gave it', () => {
    const known = [{ kind: 'RPIP' as const, version: '2018–2038', regionCode: '17' }];
    const life = aCaseAt('review')
      .take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' }, plans: known })
      .take('provincial-planner', 'favourable', { checks: { C03: 'conform', C04: 'conform', C06: 'conform' }, plans: known })
      .take('provincial-legal', 'favourable', { checks: { C05: 'conform' }, plans: known });
    expect(of(life, 'provincial-coordinator', 'recheck')).toEqual([]);
    life.system({ type: 'mark-checks', plans: [{ ...known[0]!, version: '2026–2046' }], findings: [] }, { system: 'cohort' });
    expect(of(life, 'provincial-coordinator', 'recheck')).toEqual(['recheck C02']);
    expect(of(life, 'provincial-legal', 'recheck')).toEqual([]);
    life.give({ type: 'recheck', check: 'C02', result: 'not-conform', note: sealed('Tidak lagi.') }, life.actor('provincial-coordinator'));
    expect(of(life, 'provincial-coordinator', 'recheck')).toEqual([]);
  });

  it('is the plan: edited by the drafter where the stage says so, its claims at the gate', () => {
    expect(of(aCaseAt('drafting'), 'regency-drafter', 'save-matrix', 'amend-claims')).toEqual(['save-matrix']);
    expect(of(aCaseAt('drafting'), 'regency-head', 'save-matrix')).toEqual([]);
    expect(of(aCaseAt('intake'), 'regency-drafter', 'save-matrix', 'amend-claims')).toEqual([]);
    expect(of(aCaseAt('synchronization'), 'regency-drafter', 'save-matrix', 'amend-claims')).toEqual(['amend-claims']);
  });

  it('is a remark and its one answer by the counterpart; an observer has no say', () => {
    const life = aCaseAt('intake');
    life.give({ type: 'add-remark', text: sealed('Peta belum ada.'), visibility: 'counterpart' }, life.actor('provincial-coordinator'));
    expect(of(life, 'regency-drafter', 'answer-remark')).toEqual(['answer-remark 1']);
    expect(of(life, 'provincial-coordinator', 'add-remark', 'answer-remark')).toEqual(['add-remark']);
    expect(offered(life, 'observer')).toEqual([]);
    expect(offered(life, 'administrator')).toEqual([]);
    life.give({ type: 'answer-remark', n: 1, text: sealed('Sudah.') }, life.actor('regency-drafter'));
    expect(of(life, 'regency-drafter', 'answer-remark')).toEqual([]);
  });

  it('is a hand-over that does not arrive, taken back by its sender or the administrator once it is old enough', () => {
    const life = aCaseAt('intake').begin('provincial-coordinator', 'accept-intake');
    expect(offered(life, 'provincial-coordinator')).toEqual([]);
    const later = sideActsFor(life.rules, life.state, [life.actor('provincial-coordinator')], new Date(Date.parse(life.at) + 61_000).toISOString());
    expect(later.map(({ act }) => act)).toEqual(['cancel-transfer']);
  });

  it('is nothing once the case is closed, and nothing for another region', () => {
    const life = aCaseAt('drafting');
    expect(offered(life, 'regency-drafter', { scope: '1701' })).toEqual([]);
    life.attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw', { note: sealed('Ditarik.') });
    expect(offered(life, 'regency-drafter')).toEqual([]);
  });
});
