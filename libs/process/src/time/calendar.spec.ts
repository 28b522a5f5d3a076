import fc from 'fast-check';
import {
  type Calendar, type CalendarDay, civil, dayOf, isProvisional, isWorkingDay, nonWorkingReason, nthWorkingDay, previousWorkingDays, weekday, workingCalendar,
  workingDaysBetween, yearsWithoutTable,
} from '.';

const aDay = (date: string, over: Partial<CalendarDay> = {}): CalendarDay => ({
  date, kind: 'national-holiday', name: { id: `Libur ${date}`, en: `Holiday ${date}` }, decree: 'SKB 1/2025', issuedOn: '2025-09-19', scope: '', ...over,
});
const aCalendar = (days: CalendarDay[], over: Partial<Calendar> = {}): Calendar => ({ version: 1, weekend: [0, 6], collectiveLeaveIsWorking: false, years: [2026], days, ...over });
const works = (calendar: Calendar, date: string, region = '1705', known?: string) => isWorkingDay(workingCalendar(calendar, region, known), dayOf(date));

describe('a working calendar', () => {
  it('rests on weekends and holidays', () => {
    const calendar = aCalendar([aDay('2026-11-25')]);
    expect(['2026-11-24', '2026-11-25', '2026-11-28', '2026-11-29'].map((date) => works(calendar, date))).toEqual([true, false, false, false]);
  });
  it('takes the week as data', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29'].map((date) => works(aCalendar([], { weekend: [5, 0] }), date))).toEqual([false, true, false]);
    expect(() => workingCalendar(aCalendar([], { weekend: [0, 1, 2, 3, 4, 5, 6] }), '')).toThrow(RangeError);
  });
  it('can count collective leave as working', () => {
    const leave = [aDay('2026-11-25', { kind: 'collective-leave' }), aDay('2026-11-26')];
    expect(works(aCalendar(leave), '2026-11-25')).toBe(false);
    expect(works(aCalendar(leave, { collectiveLeaveIsWorking: true }), '2026-11-25')).toBe(true);
    expect(works(aCalendar(leave, { collectiveLeaveIsWorking: true }), '2026-11-26')).toBe(false);
  });
  it('lets a later act make a day a working day, and a still later one free again', () => {
    const moved = [aDay('2026-11-25'), aDay('2026-11-25', { kind: 'working-day-override', issuedOn: '2026-01-05' })];
    const movedBack = [...moved, aDay('2026-11-25', { kind: 'election', issuedOn: '2026-06-01' })];
    expect([works(aCalendar(moved), '2026-11-25'), works(aCalendar(moved), '2026-11-25', '1705', '2026-01-04')]).toEqual([true, false]);
    expect([works(aCalendar(movedBack), '2026-11-25'), works(aCalendar([...movedBack].reverse()), '2026-11-25')]).toEqual([false, false]);
  });
  it('can call people to work on a Saturday', () => {
    expect(works(aCalendar([aDay('2026-11-28', { kind: 'working-day-override' })]), '2026-11-28')).toBe(true);
  });
  it('gives a regional day to its region alone', () => {
    const calendar = aCalendar([aDay('2026-11-25', { kind: 'regional', scope: '17' }), aDay('2026-11-26', { kind: 'regional', scope: '1705' })]);
    const restsOn25th = ['17', '1705', '1771', '18', '1871', ''].filter((region) => !works(calendar, '2026-11-25', region));
    const restsOn26th = ['17', '1705', '1771', '18', '1871', ''].filter((region) => !works(calendar, '2026-11-26', region));
    expect([restsOn25th, restsOn26th]).toEqual([['17', '1705', '1771'], ['1705']]);
  });
  it('says why nobody works', () => {
    const cal = workingCalendar(aCalendar([aDay('2026-11-25'), aDay('2026-11-29')]), '1705');
    expect(nonWorkingReason(cal, dayOf('2026-11-24'))).toBeUndefined();
    expect(nonWorkingReason(cal, dayOf('2026-11-25'))).toMatchObject({ kind: 'national-holiday', decree: 'SKB 1/2025' });
    expect(nonWorkingReason(cal, dayOf('2026-11-28'))).toEqual({ kind: 'weekend' });
    expect(nonWorkingReason(cal, dayOf('2026-11-29'))).toMatchObject({ date: '2026-11-29' });
  });
  it('refuses impossible dates and numbers of days', () => {
    expect(() => workingCalendar(aCalendar([aDay('2026-02-30')]), '')).toThrow(RangeError);
    expect(() => workingCalendar(aCalendar([]), '', '2026-02-30')).toThrow(RangeError);
    const cal = workingCalendar(aCalendar([]), '');
    for (const n of [-1, 0.5, NaN, Infinity]) expect(() => nthWorkingDay(cal, 0, n)).toThrow(RangeError);
  });
});

describe('a year without a published table', () => {
  const calendar = aCalendar([aDay('2025-08-17', { issuedOn: '2024-10-14' }), aDay('2026-02-03', { issuedOn: '2025-02-01' }), aDay('2026-01-01'), aDay('2026-08-17')], { years: [2025, 2026] });
  it('makes everything that runs into it provisional', () => {
    const cal = workingCalendar(calendar, '');
    expect(isProvisional(cal, dayOf('2025-01-01'), dayOf('2026-12-31'))).toBe(false);
    expect(isProvisional(cal, dayOf('2026-12-31'), dayOf('2027-01-01'))).toBe(true);
    expect(yearsWithoutTable(cal, dayOf('2024-12-31'), dayOf('2028-01-01'))).toEqual([2024, 2027, 2028]);
  });
  it('is unknown until its joint decree is issued, even if an election was decreed before', () => {
    const provisionalOn = (known: string) => isProvisional(workingCalendar(calendar, '', known), dayOf('2026-01-01'), dayOf('2026-12-31'));
    expect(['2025-02-01', '2025-09-18', '2025-09-19'].map(provisionalOn)).toEqual([true, true, false]);
  });
  it('still rests on days that are decreed one by one', () => {
    expect(works(aCalendar([aDay('2028-02-14', { kind: 'election' })]), '2028-02-14')).toBe(false);
  });
});

describe('for any calendar', () => {
  const someDay = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-12-31') });
  const holidays = fc.array(someDay, { maxLength: 120 });
  const calendarWith = (days: number[]) => workingCalendar(aCalendar(days.map((day) => aDay(civil(day)))), '1705');

  it('the nth working day is a working day, n working days away', () => {
    fc.assert(
      fc.property(holidays, someDay, fc.integer({ min: 1, max: 300 }), (free, start, n) => {
        const cal = calendarWith(free);
        const [after, before] = [nthWorkingDay(cal, start, n), previousWorkingDays(cal, start, n)];
        return isWorkingDay(cal, after) && workingDaysBetween(cal, start, after) === n && workingDaysBetween(cal, after, start) === -n
          && isWorkingDay(cal, before) && workingDaysBetween(cal, before - 1, start - 1) === n && nthWorkingDay(cal, before - 1, n) < start;
      }),
      { numRuns: 1_000 },
    );
  });
  it('one more holiday never makes a day come earlier', () => {
    fc.assert(
      fc.property(holidays, someDay, someDay, fc.integer({ min: 1, max: 300 }), (free, added, start, n) => nthWorkingDay(calendarWith([...free, added]), start, n) >= nthWorkingDay(calendarWith(free), start, n)),
      { numRuns: 1_000 },
    );
  });
  it('no named day is both free and worked, and no weekend is worked unnamed', () => {
    fc.assert(
      fc.property(holidays, someDay, (free, day) => {
        const cal = calendarWith(free);
        return isWorkingDay(cal, day) === (nonWorkingReason(cal, day) === undefined) && isWorkingDay(cal, day) === (!free.includes(day) && ![0, 6].includes(weekday(day)));
      }),
      { numRuns: 1_000 },
    );
  });
});

it('finds a day a thousand working days away in less than a millisecond', () => {
  const cal = workingCalendar(aCalendar([aDay('2026-11-25')]), '1705');
  const durations = Array.from({ length: 200 }, () => {
    const before = performance.now();
    nthWorkingDay(cal, dayOf('2026-01-01'), 1_000);
    return performance.now() - before;
  });
  expect(Math.min(...durations)).toBeLessThan(1);
});
