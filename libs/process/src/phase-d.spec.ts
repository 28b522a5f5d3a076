import { type CaseState, tasksOf } from '.';
import { type Life, aCaseAt, concluded, sealed, sha256, walk } from '../testing';

const T0 = '2026-03-02';
const running = (state: CaseState) => Object.fromEntries(state.clocks.filter(({ status }) => status === 'running').map(({ rule, dueOn }) => [rule, dueOn]));
const tasks = (life: Life) => tasksOf(life.rules, life.state).map(({ role, transition, dueOn }) => [role, transition, dueOn]);

describe('from joint approval to publication', () => {
  it('runs under the days of UU 23/2014, each from its own start event', () => {
    const life = aCaseAt('evaluation-submission', { on: T0 });
    expect(running(life.state)).toEqual({ 'hand-over': '2026-03-05', sending: '2026-03-05', enactment: '2026-04-21' });
    expect(tasks(life)).toEqual([['regency-head', 'submit-for-evaluation', '2026-03-05'], ['council-secretariat', 'hand-over', '2026-03-05']]);

    life.until('2026-03-04').take('council-secretariat', 'hand-over', { facts: { handedOverOn: '2026-03-04' } });
    expect(running(life.state)).toEqual({ sending: '2026-03-05', 'sending-after-hand-over': '2026-03-09', enactment: '2026-04-21' });

    life.until('2026-03-05').attach('regency-head', 'evaluation-request').take('regency-head', 'submit-for-evaluation', { facts: { sentOn: '2026-03-05' } });
    expect(running(life.state)).toEqual({ enactment: '2026-04-21' });

    life.until('2026-03-09').take('regency-head', 'receive', { facts: { receivedOn: '2026-03-06' } });
    expect(running(life.state)).toEqual({ evaluation: '2026-04-06', enactment: '2026-04-21' });
    expect(tasks(life)).toEqual([['provincial-legal', 'conclude-evaluation', '2026-04-06']]);

    concluded(life.until('2026-03-25'), 'conform-with-changes');
    expect(running(life.state)).toEqual({ refinement: '2026-04-06', enactment: '2026-04-21' });
    life.until('2026-03-26').take('regency-head', 'record-result-received', { facts: { resultReceivedOn: '2026-03-26' } });
    expect(running(life.state)).toEqual({ refinement: '2026-04-07', enactment: '2026-04-21' });

    life.attach('regency-head', 'refined-draft').attach('regency-head', 'follow-up-matrix');
    life.take('regency-head', 'complete-refinement', { facts: { refinedOn: '2026-03-26' } }).take('council-secretariat', 'complete-refinement');
    expect(running(life.state)).toEqual({ 'number-request': '2026-03-31', enactment: '2026-04-21' });
    life.until('2026-03-27').attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: '2026-03-27' } });
    life.until('2026-03-30').take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: '2026-03-30' } });
    expect(running(life.state)).toEqual({ number: '2026-04-09', enactment: '2026-04-21' });

    life.until('2026-04-08').take('provincial-legal', 'issue-number', { facts: { registerNumber: '7/2026', registerNumberIssuedOn: '2026-04-08' } });
    expect(running(life.state)).toEqual({ enactment: '2026-04-21' });
    life.until('2026-04-10').attach('regency-head', 'signed-regulation').take('regency-head', 'enact', { facts: { regulationNumber: '3/2026', enactedOn: '2026-04-09' } });
    expect(running(life.state)).toEqual({ reporting: '2026-04-20' });
    expect(walk(life, 'published').state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });
  it('does not wait for the hand-over to be recorded: the sending proves it', () => {
    const life = aCaseAt('evaluation-submission', { on: T0 }).attach('regency-head', 'evaluation-request').take('regency-head', 'submit-for-evaluation', { facts: { sentOn: T0 } });
    expect(life.clock('hand-over')).toMatchObject({ status: 'met', metOn: T0 });
  });
  it('sends the very text that was approved', () => {
    const life = aCaseAt('evaluation-submission', { on: T0 }).attach('regency-head', 'evaluation-request').begin('regency-head', 'submit-for-evaluation', { facts: { sentOn: T0 } }).damage('approved-draft');
    life.attach('council-secretariat', 'approved-draft', 'other words');
    expect(life.refused('regency-head', 'submit-for-evaluation', { facts: { sentOn: T0 } })).toBe('text-differs');
    expect(life.attach('council-secretariat', 'approved-draft').take('regency-head', 'submit-for-evaluation', { facts: { sentOn: T0 } }).stage).toBe('evaluation');
  });
  it('concludes no evaluation of a text that was never received', () => {
    const life = aCaseAt('evaluation', { on: T0 }).attach('provincial-legal', 'evaluation-result');
    const facts = { evaluationNumber: '1', evaluationDate: T0, evaluationSignatory: 'Sekda', evaluationOutcome: 'conform' };
    expect(life.refused('provincial-legal', 'conclude-evaluation', { facts })).toBe('fact-required');
    expect(life.take('provincial-legal', 'receive', { facts: { receivedOn: T0 } }).refused('provincial-legal', 'conclude-evaluation', { facts: { ...facts, evaluationOutcome: 'splendid' } })).toBe('fact-invalid');
  });
  it('lets the clock run on when the file has to be completed', () => {
    const life = aCaseAt('evaluation', { on: T0 }).take('provincial-legal', 'receive', { facts: { receivedOn: T0 } });
    const due = life.clock('evaluation')!.dueOn;
    expect(life.refused('provincial-legal', 'request-completion')).toBe('note-required');
    expect(life.take('provincial-legal', 'request-completion', { note: sealed('Lampiran VI') }).clock('evaluation')).toMatchObject({ dueOn: due, status: 'running' });
  });
  it('has no effect of silence at the governor: the clock expires, and the case stays', () => {
    const life = aCaseAt('evaluation', { on: T0 }).take('provincial-legal', 'receive', { facts: { receivedOn: T0 } }).until('2026-05-29');
    expect(life.stage).toBe('evaluation');
    expect(life.clock('evaluation')).toMatchObject({ dueOn: '2026-03-30', expired: true, status: 'running' });
  });
  it('gives the refined text back, asks for the number anew, and counts seven policy days', () => {
    const life = aCaseAt('registration', { on: T0 }).attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: T0 } });
    life.take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: T0 } }).take('provincial-legal', 'return-for-refinement', { reasonCode: 'drafting-technique' });
    expect(running(life.state)).toEqual({ 'refinement-again': '2026-03-11', enactment: '2026-04-21' });
    expect('numberRequestedOn' in life.state.facts || 'numberRequestReceivedOn' in life.state.facts).toBe(false);
    life.attach('regency-head', 'refined-draft', 'second text').until('2026-03-04');
    life.take('regency-head', 'complete-refinement', { facts: { refinedOn: '2026-03-04' } }).take('council-secretariat', 'complete-refinement');
    expect(running(life.state)).toEqual({ 'number-request': '2026-03-09', enactment: '2026-04-21' });
    expect(life.refused('provincial-legal', 'issue-number', { facts: { registerNumber: '7', registerNumberIssuedOn: '2026-03-04' } })).toBe('fact-required');
    life.take('regency-head', 'request-number', { facts: { numberRequestedOn: '2026-03-04' } });
    expect(life.take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: '2026-03-04' } }).clock('number')).toMatchObject({ key: 'number#2', dueOn: '2026-03-13' });
  });
  it('gives a number only to the text that was refined', () => {
    const life = aCaseAt('registration', { on: T0 }).attach('regency-head', 'number-request').take('regency-head', 'request-number', { facts: { numberRequestedOn: T0 } });
    const issue = { facts: { registerNumber: '7', registerNumberIssuedOn: T0 } };
    life.take('provincial-legal', 'receive-request', { facts: { numberRequestReceivedOn: T0 } }).begin('provincial-legal', 'issue-number', issue).damage('refined-draft');
    life.attach('regency-head', 'refined-draft', 'other words');
    expect(life.refused('provincial-legal', 'issue-number', issue)).toBe('text-differs');
  });
  it('promulgates the signed text and no other', () => {
    const life = aCaseAt('promulgation', { on: T0 }).attach('regency-secretary', 'gazette-copy').attach('regency-head', 'signed-regulation', 'a later page');
    expect(life.refused('regency-secretary', 'promulgate', { facts: { gazetteNumber: 'LD 3', promulgatedOn: T0 } })).toBe('text-differs');
  });
  it('may report to the governor from the enactment on, and then skips that desk', () => {
    const life = aCaseAt('promulgation', { on: T0 });
    expect(life.refused('regency-head', 'report', { facts: { reportedOn: T0 } })).toBe('missing-documents');
    life.attach('regency-head', 'report-letter').take('regency-head', 'report', { facts: { reportedOn: T0 } });
    expect(life.clock('reporting')).toMatchObject({ status: 'met', metOn: T0 });
    life.attach('regency-secretary', 'gazette-copy').take('regency-secretary', 'promulgate', { facts: { gazetteNumber: 'LD 3', promulgatedOn: T0 } });
    expect(life.stage).toBe('publication');
  });
  it('enacts nothing by a letter from outside: acts with papers are not registered as events', () => {
    const life = aCaseAt('registration', { on: T0 });
    expect(life.refusal({ type: 'register-external-event', kind: 'request', facts: { numberRequestedOn: T0 } }, life.actor('regency-head'))?.refused).toBe('unknown-fact');
  });
  it('registers a receipt that became known late, on the day it happened', () => {
    const life = aCaseAt('evaluation', { on: T0 }).until('2026-03-11');
    life.give({ type: 'register-external-event', kind: 'receipt', letterNumber: '12/BH', letterDate: '2026-03-03', sentOn: '2026-03-03', receivedOn: '2026-03-04', facts: { receivedOn: '2026-03-04' } }, life.actor('provincial-legal'));
    expect(life.clock('evaluation')).toMatchObject({ startedOn: '2026-03-04', dueOn: '2026-04-01' });
  });
  it('lets the drafter edit the matrix while the text is refined', () => {
    const life = aCaseAt('refinement', { on: T0 });
    expect(life.refusal({ type: 'save-matrix', sha256: sha256('m2'), valid: true }, life.actor('regency-drafter'))).toBeUndefined();
    expect(walk(life, 'registration').refusal({ type: 'save-matrix', sha256: sha256('m2'), valid: true }, life.actor('regency-drafter'))?.refused).toBe('matrix-frozen');
  });
});
