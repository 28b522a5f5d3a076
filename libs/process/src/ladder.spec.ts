import { type Life, aCaseAt, road, walk } from '../testing';

const rungs = (life: Life, clock: string) => life.of('reminder-due').filter(({ body }) => body.clock === clock).map(({ body, at }) => [body.day, body.to, at]);
const told = (life: Life) => life.notices.filter(({ template }) => ['reminder', 'overdue'].includes(template)).map(({ to }) => to.role);

describe('reminders and escalation', () => {
  it('climb rung by rung: owner three times, then the superior, then the administrator, at half past seven', () => {
    const life = aCaseAt('review', { on: '2026-03-02' }).until('2026-04-30');
    expect(rungs(life, 'review#1')).toEqual([
      [-3, 'owner', '2026-03-11T00:30:00.000Z'],
      [-1, 'owner', '2026-03-13T00:30:00.000Z'],
      [0, 'owner', '2026-03-16T00:30:00.000Z'],
      [1, 'superior', '2026-03-17T00:30:00.000Z'],
      [5, 'administrator', '2026-03-30T00:30:00.000Z'],
    ]);
  });
  it('go to the offices of that desk, once each', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' });
    life.notices.length = 0;
    expect(told(life.until('2026-04-30'))).toEqual(['provincial-coordinator', 'provincial-coordinator', 'provincial-secretary', 'administrator']);
  });
  it('fall on working days only: over Idul Fitri nobody is written to', () => {
    const life = aCaseAt('intake', { on: '2026-03-13' }).until('2026-04-30');
    expect(life.clock('intake')!.dueOn).toBe('2026-03-25');
    expect(rungs(life, 'intake#1').map(([day, , at]) => [day, at])).toEqual([
      [-1, '2026-03-17T00:30:00.000Z'], [0, '2026-03-25T00:30:00.000Z'], [1, '2026-03-26T00:30:00.000Z'], [5, '2026-04-01T00:30:00.000Z'],
    ]);
  });
  it('do not begin before the clock does: a rung on the day of the start or earlier is passed over', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).until('2026-03-06');
    expect(rungs(life, 'intake#1').map(([day]) => day)).toEqual([-1, 0, 1]);
  });
  it('send each rung once, however often the clock is asked', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).on('2026-03-05', '07:30');
    life.tick();
    for (let again = 0; again < 5; again++) expect(life.tick()).toEqual([]);
    expect(rungs(life, 'intake#1').map(([day]) => day)).toEqual([0]);
  });
  it('send after an outage only the highest rung that is due, and mark the others as passed over', () => {
    const life = aCaseAt('review', { on: '2026-03-02' }).on('2026-03-17', '09:00');
    life.tick();
    expect(life.of('reminder-due').map(({ body }) => [body.clock, body.day, body.skipped, body.dueAt])).toEqual([['review#1', 1, [-3, -1, 0], '2026-03-17T00:30:00.000Z']]);
    expect(life.clock('review')!.rungs).toEqual({ '-3': 'skipped', '-1': 'skipped', '0': 'skipped', '1': 'sent' });
  });
  it('record the expiry once, at the end of the due day in the region', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).until('2026-04-30');
    expect(life.of('clock-expired').map(({ at, body }) => [body.rule, body.dueOn, at])).toEqual([['intake', '2026-03-05', '2026-03-05T17:00:00.000Z']]);
  });
  it('keep the clock of the region: an hour earlier in Makassar, two in Jayapura', () => {
    const expiry = (region: string) => aCaseAt('intake', { on: '2026-03-02', region }).until('2026-03-09').of('clock-expired')[0]!.at;
    expect([expiry('7371'), expiry('9471')]).toEqual(['2026-03-05T16:00:00.000Z', '2026-03-05T15:00:00.000Z']);
  });
  it('stop when the desk has done its work', () => {
    const life = road.intake(aCaseAt('intake', { on: '2026-03-02' })).until('2026-04-30');
    expect(rungs(life, 'intake#1')).toEqual([]);
  });
  it('ring for every clock of a case on its own', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' }).on('2026-03-05', '08:00');
    life.tick();
    expect(life.of('reminder-due').map(({ body }) => [body.clock, body.day])).toEqual([['hand-over#1', 0], ['sending#1', 0]]);
  });
  it('leave an open screen valid: a reminder is not a change of substance', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' });
    const seen = life.state.seq;
    life.until('2026-03-06');
    expect(life.state.seq).toBeGreaterThan(seen);
    expect(life.refused('provincial-coordinator', 'accept-intake', { expectedSeq: seen })).toBeUndefined();
  });
});

describe('an open screen', () => {
  it('is stale once somebody has changed the substance, and when it has seen what is not there yet', () => {
    const life = aCaseAt('review');
    const seen = life.state.seq;
    life.take('provincial-legal', 'favourable', { checks: { C05: 'conform' } });
    const C = { checks: { C01: 'conform', C02: 'conform' } } as const;
    expect(life.refused('provincial-coordinator', 'favourable', { ...C, expectedSeq: seen })).toBe('stale');
    expect(life.refused('provincial-coordinator', 'favourable', { ...C, expectedSeq: life.state.seq })).toBeUndefined();
    expect(life.refused('provincial-coordinator', 'favourable', { ...C, expectedSeq: life.state.seq + 1 })).toBe('stale');
  });
  it('stays valid when a task is claimed or the case is opened', () => {
    const life = aCaseAt('intake');
    const seen = life.state.seq;
    life.give({ type: 'claim-task', task: 'intake.provincial-coordinator' }, life.actor('provincial-coordinator'));
    expect(life.refused('provincial-coordinator', 'accept-intake', { expectedSeq: seen })).toBeUndefined();
  });
  it('is stale after a transfer has begun', () => {
    const life = aCaseAt('intake');
    const seen = life.state.seq;
    life.begin('provincial-coordinator', 'accept-intake');
    expect(life.refused('provincial-coordinator', 'accept-intake', { expectedSeq: seen })).toBe('stale');
    expect(walk(life.carry(), 'synchronization').stage).toBe('synchronization');
  });
});
