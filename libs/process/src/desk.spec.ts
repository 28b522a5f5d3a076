import { actionsFor, officeFor, readingOf, remarksVisibleTo, tasksOf, waitingFor } from '.';
import { type Life, aCaseAt, anActor, sealed, walk } from '../testing';

const task = 'intake.provincial-coordinator';
const claim = (life: Life, as = {}) => life.refusal({ type: 'claim-task', task }, life.actor('provincial-coordinator', as))?.refused;

describe('the work of a desk', () => {
  it('is claimed by one person of the unit, and released by that person or an administrator', () => {
    const life = aCaseAt('intake');
    life.give({ type: 'claim-task', task }, life.actor('provincial-coordinator'));
    expect(tasksOf(life.rules, life.state)[0]!.claimedBy).toBe('p_provincial-coordinator_17');
    expect(claim(life, { person: 'p_colleague' })).toBe('task-taken');
    expect(life.give({ type: 'claim-task', task }, life.actor('provincial-coordinator'))).toEqual([]);
    expect(life.refusal({ type: 'release-task', task }, life.actor('provincial-coordinator', { person: 'p_colleague' }))?.refused).toBe('task-taken');
    life.give({ type: 'release-task', task }, life.actor('administrator'));
    expect(claim(life, { person: 'p_colleague' })).toBeUndefined();
  });
  it('is not claimed by another office or another province', () => {
    const life = aCaseAt('intake');
    expect(life.refusal({ type: 'claim-task', task }, life.actor('provincial-planner'))?.refused).toBe('not-your-role');
    expect(claim(life, { scope: '16' })).toBe('not-your-region');
  });
  it('is given by the unit, its superior or an administrator to a holder of the office', () => {
    const life = aCaseAt('intake');
    const give = (role: Parameters<Life['actor']>[0], holds = true) => life.refusal({ type: 'assign-task', task, person: 'p_colleague', holds }, life.actor(role))?.refused;
    expect([give('provincial-coordinator'), give('provincial-secretary'), give('administrator')]).toEqual([undefined, undefined, undefined]);
    expect(give('regency-head')).toBe('not-your-role');
    expect(give('administrator', false)).toBe('no-such-holder');
    life.give({ type: 'assign-task', task, person: 'p_colleague', holds: true }, life.actor('administrator'));
    expect(life.notices.at(-1)).toMatchObject({ template: 'task-assigned', to: { role: 'provincial-coordinator' } });
  });
  it('is claimed no more when the case has gone', () => {
    const life = aCaseAt('intake');
    life.give({ type: 'claim-task', task }, life.actor('provincial-coordinator'));
    expect(walk(life, 'review').state.claims).toEqual({});
  });
  it('does not stop a colleague who acts without claiming', () => {
    const life = aCaseAt('intake');
    life.give({ type: 'claim-task', task }, life.actor('provincial-coordinator'));
    expect(life.refused('provincial-coordinator', 'accept-intake', { as: { person: 'p_colleague' } })).toBeUndefined();
  });
});

describe('what a person sees and may do', () => {
  const actions = (life: Life, ...roles: Parameters<typeof anActor>[0][]) =>
    Object.fromEntries(actionsFor(life.rules, life.state, roles.map((role) => anActor(role)), life.at).map(({ transition, allowed, reasons }) => [transition, allowed || reasons.map(({ code }) => code)]));

  it('is exactly what the act itself would be told', () => {
    const life = aCaseAt('recommendation');
    expect(actions(life, 'provincial-coordinator')).toEqual({ recommend: ['missing-documents'], 'return-to-regency': true, reopen: ['check-not-stale'] });
    expect(actions(life, 'provincial-legal')).toEqual({});
    life.attach('provincial-coordinator', 'recommendation-letter').attach('provincial-coordinator', 'synchronization-minutes');
    expect(actions(life, 'provincial-coordinator')['recommend']).toBe(true);
  });
  it('leads to one step: the first that is open and no way back, or the way on while it is still shut', () => {
    const stands = (life: Life, ...roles: Parameters<typeof anActor>[0][]) =>
      Object.fromEntries(actionsFor(life.rules, life.state, roles.map((role) => anActor(role)), life.at).map(({ transition, stands: way }) => [transition, way]));
    expect(stands(aCaseAt('recommendation'), 'provincial-coordinator')).toEqual({ recommend: 'next', 'return-to-regency': 'other', reopen: 'other' });
    expect(stands(aCaseAt('intake'), 'provincial-coordinator')).toMatchObject({ 'accept-intake': 'next', 'request-correction': 'other', 'return-incomplete': 'other' });
    const received = aCaseAt('evaluation');
    expect(stands(received.take('provincial-legal', 'receive', { facts: { receivedOn: received.today } }), 'provincial-legal')).toMatchObject({ 'conclude-evaluation': 'next', 'request-completion': 'other' });
    expect(stands(aCaseAt('harmonization'), 'regency-drafter')).toMatchObject({ recall: 'next' });
    expect(Object.values(stands(aCaseAt('review'), 'regency-drafter'))).not.toContain('next');
  });
  it('tells an act of another round from a step of this one', () => {
    const first = aCaseAt('drafting');
    const stands = (life: Life) => Object.fromEntries(actionsFor(life.rules, life.state, [anActor('regency-drafter'), anActor('regency-head')], life.at).map(({ transition, stands: way }) => [transition, way]));
    expect(stands(first)).toMatchObject({ 'open-consultation': 'next', resubmit: 'not-asked', withdraw: 'exit' });
    const second = aCaseAt('intake').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [{ text: sealed('x') }] });
    expect(stands(second)).toMatchObject({ 'open-consultation': 'not-asked', resubmit: 'next' });
  });
  it('names every reason at once', () => {
    const life = aCaseAt('intake').take('provincial-coordinator', 'return-incomplete', { reasonCode: 'incomplete', remarks: [{ text: sealed('x') }] });
    expect(actions(life, 'regency-drafter')['resubmit']).toEqual(['remarks-unanswered', 'missing-documents']);
  });
  it('offers the recall to the sender, and says when the desk has opened', () => {
    const life = aCaseAt('harmonization');
    expect(actions(life, 'regency-drafter')['recall']).toBe(true);
    life.give({ type: 'open-desk' }, life.actor('harmonizer'));
    expect(actions(life, 'regency-drafter')['recall']).toEqual(['desk-has-opened']);
  });
  it('is nothing while the case is being carried', () => {
    const life = aCaseAt('intake').begin('provincial-coordinator', 'accept-intake');
    expect(actions(life, 'provincial-coordinator')['accept-intake']).toEqual(['in-transfer']);
  });
  it('takes the office that fits out of several', () => {
    const offices = [anActor('observer', { scope: '17' }), anActor('provincial-planner'), anActor('provincial-legal')];
    const { state, rules } = aCaseAt('review');
    const command = { type: 'take-transition', transition: 'favourable' } as const;
    expect(officeFor(rules.definition, state, command, offices)).toMatchObject({ role: 'provincial-planner' });
    expect(officeFor(rules.definition, state, command, [anActor('provincial-legal', { scope: '16' })])).toMatchObject({ refused: 'not-your-region' });
  });
  it('is the outline only for the ministry before its own desk, everything afterwards', () => {
    const ministry = [anActor('ministry-reviewer')];
    const reading = (life: Life, offices = ministry) => readingOf(life.rules.definition, life.state, offices);
    expect(reading(aCaseAt('recommendation'))).toBe('outline');
    expect(reading(aCaseAt('endorsement'))).toBe('contents');
    expect(reading(walk(aCaseAt('endorsement'), 'published'))).toBe('contents');
    expect(reading(aCaseAt('drafting'), [anActor('regency-head', { region: '1706' })])).toBe('nothing');
    expect(reading(aCaseAt('drafting'), [anActor('provincial-legal')])).toBe('contents');
  });
  it('keeps internal remarks within the level of their author', () => {
    const life = aCaseAt('intake');
    life.give({ type: 'add-remark', text: sealed('x'), visibility: 'internal' }, life.actor('provincial-coordinator'));
    expect(remarksVisibleTo(life.state, [anActor('regency-drafter')])).toEqual([]);
    expect(remarksVisibleTo(life.state, [anActor('provincial-planner')])).toHaveLength(1);
    expect(life.refusal({ type: 'answer-remark', n: 1, text: sealed('x') }, life.actor('regency-drafter'))?.refused).toBe('unknown-remark');
    expect(life.refusal({ type: 'answer-remark', n: 1, text: sealed('x') }, life.actor('provincial-planner'))).toBeUndefined();
  });
  it('tells why the case stands where it stands', () => {
    const why = (life: Life) => waitingFor(life.rules, life.state).sentence.en;
    expect(why(aCaseAt('intake'))).toBe('Waiting for Provincial coordinator (Kab. Seluma): Declare the file complete.');
    expect(why(aCaseAt('synchronization'))).toBe('Waiting for the province\'s synchronization gate for Kab. Seluma.');
    expect(why(aCaseAt('intake').begin('provincial-coordinator', 'accept-intake'))).toBe('The file of Kab. Seluma is being carried to the next desk.');
    expect(why(walk(aCaseAt('publication'), 'published'))).toBe('Ended: Published.');
  });
});
