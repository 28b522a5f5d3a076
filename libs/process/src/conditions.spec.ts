import { isWatched, tasksOf } from '.';
import { type Life, aCaseAt, road, sealed, walk } from '../testing';

const letter = { facts: { endorsementLetterNumber: 'B/1/2026' }, signInAge: 60 };
const blocking = { text: 'Peta kawasan dilampirkan', owner: 'regency-drafter', dueOn: '2026-04-06', before: 'evaluation-submission' };
const following = { text: 'Laporan tahunan sentra', owner: 'provincial-coordinator', dueOn: '2026-12-01' };
const endorsed = (...conditions: { text: string; owner: string; dueOn: string; before?: string }[]): Life =>
  aCaseAt('sign-off', { on: '2026-03-02' }).attach('ministry-signer', 'endorsement-letter').take('ministry-signer', 'endorse-with-conditions', { ...letter, conditions });
const report = (life: Life, n = 1) => life.give({ type: 'report-condition', n }, life.actor(life.state.conditions[n - 1]!.owner as 'regency-drafter'));
const review = (life: Life, accepted: boolean, n = 1) => life.give({ type: 'review-condition', n, accepted }, life.actor('ministry-reviewer'));

describe('conditions of the endorsement', () => {
  it('are numbered and run each under its own due day', () => {
    const life = endorsed(blocking, following);
    expect(life.state.conditions).toMatchObject([{ n: 1, status: 'open' }, { n: 2, status: 'open' }]);
    expect(life.state.clocks.filter(({ rule, status }) => rule === 'condition' && status === 'running')).toMatchObject([
      { key: 'condition#1', startedOn: '2026-03-02', dueOn: '2026-04-06' }, { key: 'condition#2', dueOn: '2026-12-01' },
    ]);
  });
  it('start on the civil day of the region, also before seven in the morning', () => {
    const life = aCaseAt('sign-off', { on: '2026-03-02' }).attach('ministry-signer', 'endorsement-letter').on('2026-03-03', '05:00');
    expect(life.take('ministry-signer', 'endorse-with-conditions', { ...letter, conditions: [blocking] }).clock('condition')!.startedOn).toBe('2026-03-03');
  });
  it('go from open to reported to accepted, and their clock stops', () => {
    const life = endorsed(blocking);
    report(life);
    expect(life.state.conditions[0]!.status).toBe('reported');
    expect(tasksOf(life.rules, life.state).find(({ key }) => key === 'condition.1')!.role).toBe('ministry-reviewer');
    review(life, true);
    expect(life.state.conditions[0]!.status).toBe('accepted');
    expect(life.clock('condition')).toMatchObject({ status: 'met', metOn: '2026-03-02' });
  });
  it('are reported again after a refusal, and their clock has run on', () => {
    const life = endorsed(blocking);
    report(life);
    review(life, false);
    expect(life.state.conditions[0]!.status).toBe('refused');
    expect(life.clock('condition')!.status).toBe('running');
    report(life);
    review(life, true);
    expect(life.state.conditions[0]!.status).toBe('accepted');
  });
  it('are not reported by another office, nor reviewed before the report or by its author', () => {
    const life = endorsed(blocking);
    expect(life.refusal({ type: 'report-condition', n: 1 }, life.actor('regency-head'))?.refused).toBe('not-your-role');
    expect(life.refusal({ type: 'review-condition', n: 1, accepted: true }, life.actor('ministry-reviewer'))?.refused).toBe('condition-not-reported');
    report(life);
    expect(life.refusal({ type: 'report-condition', n: 1 }, life.actor('regency-drafter'))?.refused).toBe('condition-not-open');
    expect(life.refusal({ type: 'review-condition', n: 1, accepted: true }, life.actor('ministry-reviewer', { person: life.actor('regency-drafter').person }))?.refused).toBe('four-eyes');
  });
  it('block the stage they stand before, for the first hand already, and no other', () => {
    const life = walk(endorsed(blocking, following), 'deliberation');
    life.take('council-secretariat', 'start-discussion', { facts: { discussionStartedOn: life.today } }).attach('council-secretariat', 'joint-approval-minutes').attach('council-secretariat', 'approved-draft');
    expect(life.refused('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: life.today } })).toBe('conditions-open');
    report(life);
    expect(life.refused('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: life.today } })).toBe('conditions-open');
    review(life, true);
    expect(life.refused('council-secretariat', 'approve-jointly', { facts: { jointApprovedOn: life.today } })).toBeUndefined();
  });
  it('that block nothing are still followed up when the regulation has been published', () => {
    const life = walk(endorsed(following), 'published');
    expect(tasksOf(life.rules, life.state).map(({ key }) => key)).toEqual(['condition.1']);
    report(life);
    review(life, true);
    expect(life.state.conditions[0]!.status).toBe('accepted');
    expect(life.refusal({ type: 'add-remark', text: sealed('x'), visibility: 'internal' }, life.actor('regency-drafter'))?.refused).toBe('case-closed');
  });
  it('are reminded of on the same ladder after the publication, up to their due day and beyond, and nothing else rings any more', () => {
    const life = walk(endorsed(following), 'published');
    expect(life.state.clocks.filter(({ status }) => status === 'running').map(({ key }) => key)).toEqual(['condition#1']);
    expect(isWatched(life.rules, life.state)).toBe(true);
    const published = life.events.length;
    life.until('2027-01-15');
    expect(life.events.slice(published).map(({ type, body, at }) => [type, 'day' in body ? body.day : undefined, at.slice(0, 10)])).toEqual([
      ['reminder-due', -3, '2026-11-26'], ['reminder-due', -1, '2026-11-30'], ['reminder-due', 0, '2026-12-01'], ['clock-expired', undefined, '2026-12-01'],
      ['reminder-due', 1, '2026-12-02'], ['reminder-due', 5, '2026-12-08'],
    ]);
    expect(life.notices.filter(({ template }) => template === 'condition-due').map(({ to, data }) => [to, data['rung']])).toEqual([-3, -1, 0].map((rung) => [{ role: 'provincial-coordinator', scope: '17' }, rung]));
    expect(life.notices.filter(({ template, data }) => template === 'overdue' && data['rung'] !== undefined).map(({ to: { role } }) => role)).toEqual(['provincial-secretary', 'administrator']);
    expect(isWatched(life.rules, life.state)).toBe(false);
  });
  it('rest with their acceptance after the publication', () => {
    const life = walk(endorsed(following), 'published');
    report(life);
    review(life, true);
    expect(life.clock('condition')).toMatchObject({ status: 'met', metOn: '2026-03-02' });
    expect(isWatched(life.rules, life.state)).toBe(false);
  });
  it('go up the ladder after the publication too, when a reminder reaches nobody', () => {
    const life = walk(endorsed(following), 'published');
    life.system({ type: 'notice-bounced', notice: 'n-1', template: 'condition-due', role: 'provincial-coordinator' });
    expect(life.notices.at(-1)).toMatchObject({ template: 'notice-bounced', to: { role: 'provincial-secretary' } });
  });
  it('end with a case that ends without a regulation', () => {
    const life = walk(endorsed(following), 'council-submission').attach('regency-head', 'withdrawal-letter').take('regency-head', 'withdraw');
    expect(life.state.status).toBe('withdrawn');
    expect(life.clock('condition')!.status).toBe('void');
    expect(isWatched(life.rules, life.state)).toBe(false);
  });
  it('are at least one, with words, a role, a day to come and a stage that lies ahead', () => {
    const sign = (...conditions: object[]) =>
      aCaseAt('sign-off', { on: '2026-03-02' }).attach('ministry-signer', 'endorsement-letter').refused('ministry-signer', 'endorse-with-conditions', { ...letter, conditions: conditions as (typeof blocking)[] });
    expect(sign()).toBe('conditions-required');
    expect(sign({ ...blocking, text: ' ' })).toBe('condition-invalid');
    expect(sign({ ...blocking, owner: 'nobody' })).toBe('condition-invalid');
    expect(sign({ ...blocking, dueOn: '2026-03-02' })).toBe('condition-invalid');
    expect(sign({ ...blocking, before: 'nowhere' })).toBe('condition-invalid');
    expect(sign({ ...blocking, before: 'council-submission' })).toBe('condition-invalid');
    expect(sign({ ...blocking, before: 'deliberation' })).toBeUndefined();
  });
  it('do not come with a plain endorsement', () => {
    const life = aCaseAt('sign-off').attach('ministry-signer', 'endorsement-letter');
    expect(life.refused('ministry-signer', 'endorse', { ...letter, conditions: [blocking] })).toBe('condition-invalid');
    expect(road['sign-off'](life).state.conditions).toEqual([]);
  });
  it('climb the same ladder as every clock', () => {
    const life = endorsed({ ...blocking, dueOn: '2026-03-13' }).until('2026-03-31');
    expect(life.of('reminder-due').filter(({ body }) => body.clock === 'condition#1').map(({ body, at }) => [body.day, body.to, at.slice(0, 10)])).toEqual([
      [-3, 'owner', '2026-03-10'], [-1, 'owner', '2026-03-12'], [0, 'owner', '2026-03-13'], [1, 'superior', '2026-03-16'], [5, 'administrator', '2026-03-27'],
    ]);
  });
  it('due on a holiday remind on the working day before it', () => {
    const life = endorsed({ ...blocking, dueOn: '2026-03-22' }).until('2026-03-31');
    expect(life.of('reminder-due').filter(({ body }) => body.clock === 'condition#1' && body.day === 0).map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-17']);
  });
});
