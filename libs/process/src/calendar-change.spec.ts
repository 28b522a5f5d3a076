import { underCalendar } from '.';
import { type Life, aCaseAt, rulesFor, theCalendar, withHoliday } from '../testing';

const publish = (life: Life, date: string, version = 2) => {
  life.rules = rulesFor('1705', { calendar: withHoliday(date) });
  return life.system({ type: 'change-calendar', version }, theCalendar);
};

describe('a decree in mid-year', () => {
  it('moves every running clock that counts the day, and no other', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' }).until('2026-03-04').take('council-secretariat', 'hand-over', { facts: { handedOverOn: '2026-03-04' } });
    publish(life, '2026-03-09');
    const moved = life.of('calendar-changed').flatMap(({ body }) => body.clocks.map(({ rule, dueOn }) => [rule, dueOn]));
    expect(moved).toEqual([['enactment', '2026-04-22'], ['sending-after-hand-over', '2026-03-10']]);
    expect(life.clock('sending')!.dueOn).toBe('2026-03-05');
    expect(life.state.calendarVersion).toBe(2);
  });
  it('is shown beforehand, day against day', () => {
    const life = aCaseAt('evaluation-submission', { on: '2026-03-02' });
    expect(underCalendar(rulesFor('1705', { calendar: withHoliday('2026-03-04') }), life.state)).toEqual([
      { rule: 'hand-over', from: '2026-03-05', to: '2026-03-06' }, { rule: 'sending', from: '2026-03-05', to: '2026-03-06' }, { rule: 'enactment', from: '2026-04-21', to: '2026-04-22' },
    ]);
  });
  it('lets a clock that had expired run again when its day now lies ahead', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).until('2026-03-06', '08:00');
    expect(life.clock('intake')!.expired).toBe(true);
    publish(life, '2026-03-05');
    expect(life.clock('intake')).toMatchObject({ dueOn: '2026-03-06', rungs: {} });
    expect(life.clock('intake')!.expired).toBeUndefined();
    expect(life.until('2026-03-07').of('clock-expired')).toHaveLength(2);
  });
  it('leaves an expiry that stays in the past', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' }).until('2026-03-30');
    publish(life, '2026-03-05');
    expect(life.clock('intake')).toMatchObject({ dueOn: '2026-03-06', expired: true });
    expect(life.tick()).toEqual([]);
  });
  it('leaves what has been met as it was', () => {
    const life = aCaseAt('review', { on: '2026-03-02' });
    publish(life, '2026-03-04');
    expect(life.clock('intake')).toMatchObject({ status: 'met', dueOn: '2026-03-05' });
  });
  it('is applied once, and leaves an open screen valid', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' });
    const seen = life.state.seq;
    publish(life, '2026-03-04');
    expect(publish(life, '2026-03-04')).toEqual([]);
    expect(life.refused('provincial-coordinator', 'accept-intake', { expectedSeq: seen })).toBeUndefined();
  });
  it('is told to those whose day has moved', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' });
    life.notices.length = 0;
    publish(life, '2026-03-04');
    expect(life.notices).toMatchObject([{ template: 'deadline-moved', to: { role: 'provincial-coordinator' }, data: { previousDueOn: '2026-03-05', dueOn: '2026-03-06' } }]);
  });
});
