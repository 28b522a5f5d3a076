import { decide, isRefusal, tasksOf } from '.';
import { type Life, aCaseAt, answered, jointPapers, sealed, sha256, theEngine, withHoliday, rulesFor, theCalendar } from '../testing';

const sending = (on = '2026-03-02'): Life => aCaseAt('intake', { on }).begin('provincial-coordinator', 'accept-intake');
const cancel = (life: Life, role: Parameters<Life['actor']>[0] = 'provincial-coordinator', as = {}) => life.refusal({ type: 'cancel-transfer' }, life.actor(role, as))?.refused;

describe('a case on its way to the next desk', () => {
  it('has been recorded with everything it hands over, and its desk’s clock has stopped', () => {
    const life = sending();
    expect(life.state.stage).toBe('intake');
    expect(life.state.transfer).toMatchObject({ seq: life.state.seq, to: 'review', transition: 'accept-intake' });
    expect(life.state.transfer!.manifest.documents.map(({ type }) => type)).toEqual(life.state.documents.map(({ type }) => type).sort());
    expect(life.clock('intake')!.status).toBe('met');
  });
  it('takes nothing but what keeps it moving', () => {
    const life = sending();
    const drafter = life.actor('regency-drafter');
    const coordinator = life.actor('provincial-coordinator');
    expect(life.refused('provincial-coordinator', 'accept-intake')).toBe('in-transfer');
    expect(life.refusal({ type: 'attach-document', documentType: 'draft-regulation', sha256: sha256('x'), size: 1, media: 'docx', name: sealed('x') }, drafter)?.refused).toBe('in-transfer');
    expect(life.refusal({ type: 'add-remark', text: sealed('x'), visibility: 'internal' }, coordinator)?.refused).toBe('in-transfer');
    expect(life.refusal({ type: 'recall' }, drafter)?.refused).toBe('in-transfer');
    expect(life.refusal({ type: 'open-desk' }, coordinator)).toBeUndefined();
    expect(life.refusal({ type: 'claim-task', task: 'intake.carried' }, coordinator)).toBeUndefined();
    expect(life.tick()).toEqual([]);
  });
  it('asks nothing of anybody: its one task reads as being carried, and is not overdue', () => {
    const tasks = tasksOf(sending().rules, sending().state);
    expect(tasks).toMatchObject([{ key: 'intake.carried', carried: true, role: 'provincial-coordinator' }]);
    expect(tasks[0]!.dueOn).toBeUndefined();
  });
  it('arrives with the same manifest', () => {
    const life = sending();
    const { hash } = life.state.transfer!.manifest;
    expect(life.carry().state.manifest!.hash).toBe(hash);
  });
  it('is completed once: another word for the same transfer, or for an older one, finds none', () => {
    const life = sending();
    const { seq } = life.state.transfer!;
    life.carry();
    const again = decide(life.rules, life.state, { type: 'complete-transfer', transfer: seq, outcome: { intact: true }, actor: theEngine, at: life.at });
    expect(isRefusal(again) && again.refused).toBe('no-transfer');
  });
  it('is taken back after sixty seconds by the sender’s unit or an administrator, not before and by no other', () => {
    const life = sending();
    expect(cancel(life)).toBe('transfer-too-young');
    const begun = life.at;
    life.at = begun.replace('00:00.000Z', '00:59.999Z');
    expect([life.at === begun, cancel(life)]).toEqual([false, 'transfer-too-young']);
    life.on('2026-03-02', '08:01');
    expect(cancel(life)).toBeUndefined();
    expect(cancel(life, 'provincial-coordinator', { person: 'p_colleague' })).toBeUndefined();
    expect(cancel(life, 'administrator')).toBeUndefined();
    expect(cancel(life, 'regency-drafter')).toBe('not-your-role');
    expect(cancel(life, 'administrator', { scope: '18' })).toBe('not-your-region');
    life.give({ type: 'cancel-transfer' }, life.actor('provincial-coordinator'));
    expect(life.clock('intake')).toMatchObject({ status: 'running', dueOn: '2026-03-05' });
    expect(life.take('provincial-coordinator', 'accept-intake').stage).toBe('review');
  });
  it('is not cancelled when there is none', () => {
    expect(cancel(aCaseAt('intake'))).toBe('no-transfer');
  });
  it('resumes under the calendar that was published meanwhile', () => {
    const life = sending();
    life.rules = rulesFor('1705', { calendar: withHoliday('2026-03-05') });
    life.system({ type: 'change-calendar', version: 2 }, theCalendar);
    life.on('2026-03-02', '09:30').give({ type: 'cancel-transfer' }, life.actor('administrator'));
    expect(life.clock('intake')!.dueOn).toBe('2026-03-06');
  });
});

describe('a file found damaged at the checkpoint', () => {
  const damaged = (): Life => sending().damage('draft-regulation');

  it('brings the case back to its desk, with its clock', () => {
    const life = damaged();
    expect(life.state).toMatchObject({ stage: 'intake', damaged: ['draft-regulation'] });
    expect(life.state.transfer).toBeUndefined();
    expect(life.clock('intake')).toMatchObject({ status: 'running', dueOn: '2026-03-05' });
  });
  it('asks the office that brought it for another copy', () => {
    expect(tasksOf(damaged().rules, damaged().state).find(({ key }) => key === 'damaged.draft-regulation')).toMatchObject({ role: 'harmonizer' });
  });
  it('holds every act that would move the case', () => {
    expect(damaged().refused('provincial-coordinator', 'accept-intake')).toBe('documents-damaged');
  });
  it('is replaced by the same bytes or others, after which the act is tried again', () => {
    const life = damaged().attach('harmonizer', 'draft-regulation', 'restored');
    expect(life.state.damaged).toBeUndefined();
    expect(life.take('provincial-coordinator', 'accept-intake').stage).toBe('review');
  });
  it('voids only the second half of a joint act: the first stands, and wants the very same bytes', () => {
    const life = jointPapers(aCaseAt('deliberation', { on: '2026-03-02' })).take('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: '2026-03-02' } });
    life.begin('regency-head', 'approve-jointly').damage('approved-draft');
    expect(life.state.halves).toHaveLength(1);
    expect(life.clock('enactment')!.status).toBe('running');
    const other = life.fork().attach('council-secretariat', 'approved-draft', 'other words');
    expect(other.refused('regency-head', 'approve-jointly')).toBe('texts-differ');
    life.attach('council-secretariat', 'approved-draft');
    expect(life.take('regency-head', 'approve-jointly').stage).toBe('evaluation-submission');
  });
  it('does not take the quorum along: the votes stand, and the review is closed when the file is whole', () => {
    const life = aCaseAt('review').take('provincial-coordinator', 'favourable', { checks: { C01: 'conform', C02: 'conform' } }).take('provincial-legal', 'favourable', { checks: { C05: 'conform' } });
    life.begin('provincial-planner', 'favourable', { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } }).damage('plan-annex');
    expect(life.state.votes).toHaveLength(3);
    expect(life.refused('provincial-coordinator', 'close-review')).toBe('documents-damaged');
    expect(life.attach('regency-drafter', 'plan-annex').take('provincial-coordinator', 'close-review').stage).toBe('synchronization');
  });
  it('in a resubmission leaves the answers where they are', () => {
    const life = aCaseAt('intake').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [{ text: sealed('x') }] });
    answered(life).begin('regency-drafter', 'resubmit').damage('response-matrix');
    expect(life.state.remarks.every(({ answer }) => answer)).toBe(true);
    expect(life.attach('regency-drafter', 'response-matrix', 'again').take('regency-drafter', 'resubmit').stage).toBe('intake');
  });
});
