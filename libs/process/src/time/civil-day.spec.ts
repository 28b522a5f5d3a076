import fc from 'fast-check';
import { type Zone, civil, dayAt, dayOf, endOfDay, instantAt, isCivilDate, isoInstant, msOf, weekday, yearOf } from '.';

const zones = fc.constantFrom<Zone>('WIB', 'WITA', 'WIT');
const days = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2200-12-31') });

describe('a civil day', () => {
  it.each([
    ['1970-01-01', 0, 4], ['1969-12-31', -1, 3], ['1900-01-01', -25_567, 1], ['2000-02-29', 11_016, 2],
    ['2024-02-29', 19_782, 4], ['2026-11-24', 20_781, 2], ['2200-12-31', 84_370, 3], ['0001-01-01', -719_162, 1], ['9999-12-31', 2_932_896, 5],
  ])('%s is day %d and weekday %d', (date, day, of) => {
    expect([dayOf(date), civil(day), weekday(day)]).toEqual([day, date, of]);
  });
  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-11-00', '0000-01-01', '2026-1-01', '26-11-24', '2026-11-24T00:00', ' 2026-11-24', '2026-11-24\n', ''])(
    'does not exist on “%s”',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(() => dayOf(text)).toThrow(RangeError);
    },
  );
  it('is not half a day, nor one beyond the year 9999', () => {
    for (const day of [0.5, NaN, Infinity, 2_932_897, -719_163]) expect(() => civil(day)).toThrow(RangeError);
  });
  it('is written and read back unchanged on every day from 1900 to 2200, one after the other', () => {
    const date = new Date(Date.UTC(1900, 0, 1)); // an independent calendar
    for (let day = dayOf('1900-01-01'); day <= dayOf('2200-12-31'); day++, date.setUTCDate(date.getUTCDate() + 1)) {
      const text = civil(day);
      if (text !== date.toISOString().slice(0, 10) || dayOf(text) !== day || weekday(day) !== date.getUTCDay() || yearOf(day) !== date.getUTCFullYear()) throw new Error(text);
    }
    expect(civil(dayOf('2200-12-31'))).toBe('2200-12-31');
  });
  it('survives the round trip wherever it lies', () => {
    fc.assert(fc.property(days, (day) => dayOf(civil(day)) === day && isCivilDate(civil(day))), { numRuns: 2_000 });
  });
});

describe('the zones of Indonesia', () => {
  it('change the day one after the other, from east to west', () => {
    const at = msOf('2026-11-24T15:00:00Z');
    expect([dayAt(at, 'WIT'), dayAt(at - 1, 'WIT')].map(civil)).toEqual(['2026-11-25', '2026-11-24']);
    expect([dayAt(at + 3_600_000, 'WITA'), dayAt(at, 'WITA')].map(civil)).toEqual(['2026-11-25', '2026-11-24']);
    expect([dayAt(at + 7_200_000, 'WIB'), dayAt(at + 7_199_999, 'WIB')].map(civil)).toEqual(['2026-11-25', '2026-11-24']);
  });
  it('end a day at midnight of their own clock', () => {
    const due = dayOf('2026-11-25');
    expect((['WIB', 'WITA', 'WIT'] as const).map((zone) => isoInstant(endOfDay(due, zone)))).toEqual(['2026-11-25T17:00:00.000Z', '2026-11-25T16:00:00.000Z', '2026-11-25T15:00:00.000Z']);
    expect(isoInstant(instantAt(due, 450, 'WIB'))).toBe('2026-11-25T00:30:00.000Z'); // 07.30
  });
  it('give back the day from which an instant was made', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1_439 }), zones, (day, minutes, zone) => {
        const at = instantAt(day, minutes, zone);
        return dayAt(at, zone) === day && (at - instantAt(day, 0, zone)) / 60_000 === minutes && dayAt(endOfDay(day, zone) - 1, zone) === day && dayAt(endOfDay(day, zone), zone) === day + 1;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an instant', () => {
  it.each([
    ['2026-11-24T03:12:00.000Z', '2026-11-24T03:12:00.000Z'], ['2026-11-24T10:12:00+07:00', '2026-11-24T03:12:00.000Z'],
    ['2026-11-23T22:12:30.5-05:00', '2026-11-24T03:12:30.500Z'], ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['2026-11-24T03:12Z', '2026-11-24T03:12:00.000Z'], ['2026-11-24T03:12:00.123987Z', '2026-11-24T03:12:00.123Z'],
  ])('%s is %s', (text, utc) => {
    expect(isoInstant(msOf(text))).toBe(utc);
    expect(msOf(text)).toBe(Date.parse(utc));
  });
  it.each(['2026-11-24', '2026-11-24T03:12:00', '2026-02-30T00:00:00Z', '2026-11-24T24:00:00Z', '2026-11-24T03:60:00Z', '2026-11-24T03:12:60Z', '2026-11-24 03:12:00Z', '2026-11-24T03:12:00+24:00', ''])(
    'is not “%s”',
    (text) => expect(() => msOf(text)).toThrow(RangeError),
  );
  it('is written as every other clock writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }), (ms) => isoInstant(ms) === new Date(ms).toISOString() && msOf(isoInstant(ms)) === ms),
      { numRuns: 2_000 },
    );
    expect(() => isoInstant(0.5)).toThrow(RangeError);
  });
});
