import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type Calendar, type Deadline, type DeadlineRequest, type Zone, calendarFromCsv, civil, civilDateAt, dayOf, deadline, isWorkingDay, msOf, nthWorkingDay, workingCalendar,
  workingDaysBetween, workingDaysLeft,
} from '.';

const published = (calendarFromCsv(readFileSync(join(__dirname, '../../../ledger/reference/holidays-id.csv'), 'utf8'), { version: 1 }) as { calendar: Calendar }).calendar;
const seluma = workingCalendar(published, '1705');
const ask = (over: Partial<DeadlineRequest>, zone: Zone = 'WIB') => deadline(seluma, zone, { amount: 7, unit: 'working-day', class: 'policy', ...over });
function due(over: Partial<DeadlineRequest>, zone: Zone = 'WIB'): Deadline {
  const found = ask(over, zone);
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

describe('a deadline looked at on a day', () => {
  const term = { start: '2026-03-16', amount: 7 }; // due on 1 April
  it.each([
    ['2026-03-13', 0, 7, false], ['2026-03-16', 0, 7, false], ['2026-03-17', 1, 6, false], ['2026-03-22', 1, 6, false], ['2026-03-27', 4, 3, false],
    ['2026-04-01', 7, 0, false], ['2026-04-02', 8, -1, true], ['2026-04-04', 8, -1, true], ['2026-04-06', 9, -2, true],
  ])('%s is in day %d, has %d left, overdue: %s', (probe, nthDay, remaining, overdue) => {
    expect(due({ ...term, probe })).toMatchObject({ dueOn: '2026-04-01', nthDay, remaining, overdue, effectiveAmount: 7 });
  });
  it('is past on the Saturday after a Friday although no working day is late yet', () => {
    const found = due({ start: '2026-11-24', amount: 3, probe: '2026-11-28' });
    expect(found).toMatchObject({ dueOn: '2026-11-27', nthDay: 3, remaining: 0, overdue: true });
    expect(found.arithmetic.id).toMatch(/; lewat jatuh tempo$/);
  });
  it('counts calendar days when the law does', () => {
    expect(due({ ...term, unit: 'calendar-day', probe: '2026-03-21' })).toMatchObject({ dueOn: '2026-03-23', nthDay: 5, remaining: 2, skipped: [] });
    expect(due({ ...term, unit: 'calendar-day', probe: '2026-03-28' })).toMatchObject({ nthDay: 12, remaining: -5, overdue: true });
  });
  it('names the days on which the count stood still, but no weekend', () => {
    expect(due(term).skipped.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2026-03-18 collective-leave', '2026-03-19 national-holiday', '2026-03-20 collective-leave', '2026-03-23 collective-leave', '2026-03-24 collective-leave',
    ]);
  });
});

describe('the day of a start event', () => {
  it.each<[string, Zone, string]>([
    ['2026-11-24T16:59:59.999Z', 'WIB', '2026-11-25'], ['2026-11-24T17:00:00Z', 'WIB', '2026-11-26'], ['2026-11-24T23:59:00+07:00', 'WIB', '2026-11-25'],
    ['2026-11-24T15:30:00Z', 'WITA', '2026-11-25'], ['2026-11-24T15:30:00Z', 'WIT', '2026-11-26'],
  ])('of %s in %s gives a one-day term until %s', (startInstant, zone, dueOn) => {
    expect(due({ startInstant, amount: 1 }, zone).dueOn).toBe(dueOn);
  });
  it('is the day on which a receipt is registered', () => {
    expect(civilDateAt(msOf('2026-11-24T17:00:00Z'), 'WIB')).toBe('2026-11-25');
    expect([workingDaysLeft(seluma, '2026-11-24', '2026-11-25'), workingDaysLeft(seluma, '2026-11-24', '2026-11-24'), workingDaysLeft(seluma, '2026-11-24', '2026-11-23')]).toEqual([1, 0, -1]);
  });
});

describe('a pause that is still running', () => {
  const term = { start: '2026-11-16', amount: 10, pauses: [{ first: '2026-11-18' }] };
  it('leaves the remaining days as they were and moves the earliest due day with every day it lasts', () => {
    expect(due({ ...term, probe: '2026-11-20' })).toMatchObject({ dueOn: '2026-12-03', nthDay: 1, remaining: 9, pausedDays: 3, overdue: false, pausedSince: '2026-11-18' });
    expect(due({ ...term, probe: '2026-12-02' })).toMatchObject({ dueOn: '2026-12-15', nthDay: 1, remaining: 9, pausedDays: 11, overdue: false, pausedSince: '2026-11-18' });
  });
  it('takes one day when nobody says what today is, and none that lies ahead is called running', () => {
    expect(due(term)).toMatchObject({ dueOn: '2026-12-01', pausedDays: 1, pausedSince: '2026-11-18' });
    expect(due({ ...term, probe: '2026-11-17' }).pausedSince).toBeUndefined();
  });
  it('does not rescue a term that had run out before', () => {
    const found = due({ ...term, pauses: [{ first: '2026-12-02' }], probe: '2026-12-04' });
    expect(found).toMatchObject({ dueOn: '2026-11-30', pausedDays: 0, remaining: -4, overdue: true });
    expect(found.pausedSince).toBeUndefined();
  });
});

describe('the printed arithmetic', () => {
  it.each<[string, Partial<DeadlineRequest>, string, string]>([
    ['a term under way over Idul Fitri', { start: '2026-03-16', probe: '2026-03-30', class: 'statutory' },
      'Hari kerja ke-5 dari 7; mulai 16 Mar 2026 (tidak dihitung); 5 hari libur dilewati (Cuti Bersama Hari Suci Nyepi (Tahun Baru Saka 1948), Hari Suci Nyepi (Tahun Baru Saka 1948), Cuti Bersama Idul Fitri 1447 Hijriah ×3); jatuh tempo 1 Apr 2026',
      'Working day 5 of 7; start 16 Mar 2026 (not counted); 5 holidays skipped (Collective leave for Nyepi, Day of Silence (Nyepi), Collective leave for Eid al-Fitr ×3); due 1 Apr 2026'],
    ['a pause with its ground, an extension, a day too late',
      { start: '2026-11-16', amount: 5, extensions: [5], pauses: [{ first: '2026-11-18', last: '2026-11-20', ground: { id: 'masa reses DPRD', en: 'council recess' } }], probe: '2026-12-04' },
      'Hari kerja ke-11 dari 10; mulai 16 Nov 2026 (tidak dihitung); diperpanjang 5 hari kerja; 3 hari kerja dijeda karena masa reses DPRD; jatuh tempo 3 Des 2026; terlambat 1 hari kerja',
      'Working day 11 of 10; start 16 Nov 2026 (not counted); extended by 5 working days; 3 working days paused because of council recess; due 3 Dec 2026; 1 working day late'],
    ['a pause still running', { start: '2026-11-16', amount: 10, pauses: [{ first: '2026-11-18', ground: 'force-majeure' }], probe: '2026-11-18' },
      'Hari kerja ke-1 dari 10; mulai 16 Nov 2026 (tidak dihitung); 1 hari kerja dijeda karena force-majeure; masih dijeda sejak 18 Nov 2026, sisa 9 hari kerja; jatuh tempo paling cepat 1 Des 2026',
      'Working day 1 of 10; start 16 Nov 2026 (not counted); 1 working day paused because of force-majeure; still paused since 18 Nov 2026, 9 working days left; due at the earliest 1 Dec 2026'],
    ['a year without a table, the start day counted', { start: '2027-12-30', amount: 3, startDayCounts: true },
      'Hari kerja ke-3 dari 3; mulai 30 Des 2027 (dihitung); jatuh tempo 3 Jan 2028; sementara: tabel libur 2028 belum ada',
      'Working day 3 of 3; start 30 Dec 2027 (counted); due 3 Jan 2028; provisional: no holiday table for 2028'],
    ['calendar days that end on a holiday', { start: '2026-03-16', amount: 3, unit: 'calendar-day', class: 'statutory' },
      'Hari kalender ke-3 dari 3; mulai 16 Mar 2026 (tidak dihitung); jatuh tempo 19 Mar 2026; bukan hari kerja (Hari Suci Nyepi (Tahun Baru Saka 1948)), tidak digeser',
      'Calendar day 3 of 3; start 16 Mar 2026 (not counted); due 19 Mar 2026; not a working day (Day of Silence (Nyepi)), not moved'],
    ['calendar days that end on a weekend', { start: '2026-11-27', amount: 1, unit: 'calendar-day' },
      'Hari kalender ke-1 dari 1; mulai 27 Nov 2026 (tidak dihitung); jatuh tempo 28 Nov 2026; bukan hari kerja (akhir pekan), tidak digeser',
      'Calendar day 1 of 1; start 27 Nov 2026 (not counted); due 28 Nov 2026; not a working day (weekend), not moved'],
  ])('of %s', (_what, request, id, en) => expect(due(request).arithmetic).toEqual({ id, en }));
  it('does not list the holidays of years one by one', () => {
    expect(due({ start: '2024-01-02', amount: 900 }).arithmetic.en).toMatch(/^Working day 900 of 900; .*\d+ holidays skipped \([^;]*, …\); due/);
  });
});

describe('a deadline is refused', () => {
  const start = '2026-11-16';
  it.each<[string, string, Partial<DeadlineRequest>]>([
    ['amount-invalid', 'no day at all', { start, amount: 0 }],
    ['amount-invalid', 'less than none', { start, amount: -3 }],
    ['amount-invalid', 'half a day', { start, amount: 1.5 }],
    ['amount-invalid', 'more than ten years', { start, amount: 3_651 }],
    ['amount-invalid', 'no number', { start, amount: NaN }],
    ['amount-invalid', 'an extension of nothing', { start, extensions: [0] }],
    ['start-missing', 'no start', {}],
    ['start-ambiguous', 'two starts', { start, startInstant: '2026-11-16T01:00:00Z' }],
    ['date-invalid', 'a start that does not exist', { start: '2026-02-29' }],
    ['date-invalid', 'a mistyped year', { start: '0226-11-16' }],
    ['date-invalid', 'an instant without a zone', { startInstant: '2026-11-16T01:00:00' }],
    ['date-invalid', 'an instant of no year we know', { startInstant: '9999-12-31T23:00:00Z' }],
    ['date-invalid', 'a probe that does not exist', { start, probe: '2026-11-31' }],
    ['date-invalid', 'a pause that does not exist', { start, pauses: [{ first: '2026-11-31' }] }],
    ['date-invalid', 'a pause with an impossible end', { start, pauses: [{ first: '2026-11-18', last: 'tomorrow' }] }],
    ['date-invalid', 'a pause that ends before it begins', { start, pauses: [{ first: '2026-11-18', last: '2026-11-17' }] }],
    ['statutory-cannot-be-paused', 'a pause of the law', { start, class: 'statutory', pauses: [{ first: '2026-11-18' }] }],
    ['statutory-cannot-be-extended', 'an extension of the law', { start, class: 'statutory', extensions: [1] }],
    ['extension-too-long', 'longer than the term', { start, amount: 5, extensions: [6] }],
    ['too-many-extensions', 'a third time', { start, amount: 5, extensions: [1, 1, 1] }],
    ['pause-before-start', 'a pause before the start', { start, pauses: [{ first: '2026-11-13', last: '2026-11-18' }] }],
    ['pause-overlaps', 'one pause inside another', { start, pauses: [{ first: '2026-11-18', last: '2026-11-25' }, { first: '2026-11-20', last: '2026-11-20' }] }],
    ['pause-overlaps', 'two on one day, in any order', { start, pauses: [{ first: '2026-11-20', last: '2026-11-25' }, { first: '2026-11-18', last: '2026-11-20' }] }],
    ['pause-overlaps', 'a second while the first still runs', { start, pauses: [{ first: '2026-11-18' }, { first: '2026-12-18', last: '2026-12-18' }] }],
  ])('as %s for %s', (refused, _why, request) => expect(ask(request)).toEqual({ refused }));
  it('but not for an empty ledger of pauses and extensions', () => {
    expect(due({ start, class: 'statutory', pauses: [], extensions: [] }).dueOn).toBe('2026-11-25');
    expect(due({ start, amount: 3_650 }).provisionalYears[0]).toBe(2028);
  });
});

describe('for any deadline', () => {
  const someDay = fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2029-12-31') });
  const region = fc.constantFrom('1705', '1901', '9103', '');
  const amount = fc.integer({ min: 1, max: 120 });
  const runs = { numRuns: 1_500 };
  const asked = (calendar: Calendar, place: string, request: Partial<DeadlineRequest> & { start: string; amount: number }): Deadline => {
    const found = deadline(workingCalendar(calendar, place), 'WIB', { unit: 'working-day', class: 'policy', ...request });
    if ('refused' in found) throw new Error(found.refused);
    return found;
  };

  it('the due day is a working day, and every day before it is accounted for', () => {
    fc.assert(
      fc.property(someDay, amount, region, fc.boolean(), (start, days, place, startDayCounts) => {
        const cal = workingCalendar(published, place);
        const found = asked(published, place, { start: civil(start), amount: days, startDayCounts });
        const [first, last] = [startDayCounts ? start : start + 1, dayOf(found.dueOn)];
        const weekendDays = Array.from({ length: last - first + 1 }, (_, n) => first + n).filter((day) => [6, 0].includes((((day + 4) % 7) + 7) % 7)).length;
        return isWorkingDay(cal, last) && last - first + 1 === days + weekendDays + found.skipped.length;
      }),
      runs,
    );
  });
  it('one more holiday never makes it earlier', () => {
    fc.assert(
      fc.property(someDay, amount, someDay, (start, days, added) => {
        const more: Calendar = { ...published, days: [...published.days, { date: civil(added), kind: 'election', name: { id: 'Pemilu', en: 'Election' }, decree: 'Keppres', issuedOn: civil(added - 8) }] };
        const request = { start: civil(start), amount: days };
        return asked(more, '1705', request).dueOn >= asked(published, '1705', request).dueOn;
      }),
      runs,
    );
  });
  it('pausing k working days of the running term moves it by exactly k working days', () => {
    fc.assert(
      fc.property(someDay, amount, fc.nat(60), fc.nat(40), (start, days, offset, length) => {
        const request = { start: civil(start), amount: days };
        const unpaused = dayOf(asked(published, '1705', request).dueOn);
        const first = Math.min(start + offset, unpaused);
        const last = first + length;
        const k = workingDaysBetween(seluma, Math.max(first - 1, start), last);
        const found = asked(published, '1705', { ...request, pauses: [{ first: civil(first), last: civil(last) }] });
        return found.pausedDays === k && dayOf(found.dueOn) === nthWorkingDay(seluma, unpaused, k);
      }),
      runs,
    );
  });
  it('no pause and no extension moves a statutory one', () => {
    fc.assert(
      fc.property(someDay, amount, fc.nat(60), (start, days, offset) => {
        const request = { start: civil(start), amount: days, unit: 'working-day', class: 'statutory' } as const;
        return 'refused' in deadline(seluma, 'WIB', { ...request, pauses: [{ first: civil(start + offset) }] }) && 'refused' in deadline(seluma, 'WIB', { ...request, extensions: [1] })
          && asked(published, '1705', request).dueOn === civil(nthWorkingDay(seluma, start, days));
      }),
      runs,
    );
  });
  it('what has run and what remains add up on every day, and never run backwards', () => {
    fc.assert(
      fc.property(someDay, amount, fc.integer({ min: -10, max: 250 }), (start, days, offset) => {
        const at = (probe: number) => asked(published, '1705', { start: civil(start), amount: days, probe: civil(probe), pauses: [{ first: civil(start + 3), last: civil(start + 9) }] });
        const [today, tomorrow] = [at(start + offset), at(start + offset + 1)];
        return today.nthDay + today.remaining === days && today.dueOn === tomorrow.dueOn && [0, 1].includes(tomorrow.nthDay - today.nthDay) && today.overdue === civil(start + offset) > today.dueOn;
      }),
      runs,
    );
  });
});
