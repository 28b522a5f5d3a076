import { clocksView, underCalendar } from '.';
import { type Life, aCaseAt, publishedCalendar, rulesFor, theCalendar, withHoliday } from '../testing';

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
    expect(underCalendar(rulesFor('1705', { calendar: withHoliday('2026-03-04') }), life.state, '2026-03-02')).toEqual([
      { clock: 'hand-over#1', rule: 'hand-over', from: '2026-03-05', to: '2026-03-06', alreadyPast: false },
      { clock: 'sending#1', rule: 'sending', from: '2026-03-05', to: '2026-03-06', alreadyPast: false },
      { clock: 'enactment#1', rule: 'enactment', from: '2026-04-21', to: '2026-04-22', alreadyPast: false },
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
  it('leaves a case alone that no day of it moves, and counts its next clock by the new version all the same', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' });
    expect(publish(life, '2026-03-09')).toEqual([]);
    expect(life.state.calendarVersion).toBe(1);
    life.until('2026-03-03').take('provincial-coordinator', 'accept-intake');
    // Ten working days from 3 March 2026: the 9th is free under version 2 only, Nyepi and Idul Fitri follow (18 to 24 March).
    expect(life.clock('review')!.dueOn).toBe('2026-03-25');
    expect(life.state.calendarVersion).toBe(2);
    expect(life.of('calendar-changed')).toEqual([]);
  });
  it('leaves a paused clock to be counted anew when it runs again', () => {
    const life = aCaseAt('review', { on: '2026-03-02' });
    life.state = { ...life.state, clocks: life.state.clocks.map((clock) => (clock.rule === 'review' ? { ...clock, pauses: [{ first: '2026-03-03', ground: 'force-majeure' }] } : clock)) };
    expect(underCalendar(rulesFor('1705', { calendar: withHoliday('2026-03-04') }), life.state, '2026-03-03')).toEqual([]);
    // Only where the earliest day it shows has become a holiday itself does it show another.
    const { dueOn } = life.clock('review')!;
    expect(underCalendar(rulesFor('1705', { calendar: withHoliday(dueOn) }), life.state, '2026-03-03')).toMatchObject([{ rule: 'review', from: dueOn }]);
  });
  it('is told to those whose day has moved', () => {
    const life = aCaseAt('intake', { on: '2026-03-02' });
    life.notices.length = 0;
    publish(life, '2026-03-04');
    expect(life.notices).toMatchObject([{ template: 'deadline-moved', to: { role: 'provincial-coordinator' }, data: { previousDueOn: '2026-03-05', dueOn: '2026-03-06' } }]);
  });
});

describe('a holiday that is withdrawn', () => {
  const shortened = () => {
    const life = aCaseAt('intake', { on: '2026-03-02', rules: rulesFor('1705', { calendar: withHoliday('2026-03-04') }) });
    // Three working days from Monday 2 March, the 4th being free: Friday the 6th. Without that day: Thursday the 5th.
    expect(life.clock('intake')!.dueOn).toBe('2026-03-06');
    life.until('2026-03-06', '07:00');
    life.rules = rulesFor('1705', { calendar: { ...publishedCalendar, version: 3 } });
    life.notices.length = 0;
    life.system({ type: 'change-calendar', version: 3, decrees: ['SKB perubahan'] }, theCalendar);
    return life;
  };
  it('puts a deadline into the past, which expires at the next tick and says why', () => {
    const life = shortened();
    expect(life.clock('intake')).toMatchObject({ dueOn: '2026-03-05', movedBy: { calendar: 3, from: '2026-03-06', on: '2026-03-06' } });
    expect(life.clock('intake')!.expired).toBeUndefined();
    life.tick();
    expect(life.of('clock-expired').at(-1)!.body).toEqual({ clock: 'intake#1', rule: 'intake', dueOn: '2026-03-05', dueAt: '2026-03-05T17:00:00.000Z', because: { calendar: 3, previousDueOn: '2026-03-06' } });
    expect(clocksView(life.rules, life.state, '2026-03-06T00:30:00.000Z').find(({ rule }) => rule === 'intake')!.movedBy!.because).toEqual({
      id: 'Semula 6 Mar 2026; berubah karena kalender kerja versi 3', en: 'Was 6 Mar 2026; moved because of working calendar version 3',
    });
  });
  it('is told with the decree behind it, and late with its reason', () => {
    const life = shortened();
    expect(life.notices.map(({ template, data }) => [template, data['previousDueOn'], data['dueOn'], data['reason']])).toEqual([
      ['deadline-moved', '2026-03-06', '2026-03-05', { id: 'kalender kerja versi 3 (SKB perubahan)', en: 'working calendar version 3 (SKB perubahan)' }],
    ]);
    life.notices.length = 0;
    life.until('2026-03-06', '09:00');
    expect(life.notices.find(({ template }) => template === 'overdue')!.data['reason']).toEqual({ id: 'kalender kerja versi 3', en: 'working calendar version 3' });
  });
});
