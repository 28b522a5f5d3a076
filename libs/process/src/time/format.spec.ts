import { fullDate, longDate, msOf, rowDate, rowMoment, shortDate } from '.';

describe('a date as officials write it', () => {
  it('has the months of both languages', () => {
    const all = (lang: 'id' | 'en') => Array.from({ length: 12 }, (_, month) => shortDate(`2026-${String(month + 1).padStart(2, '0')}-05`, lang).split(' ')[1]).join(' ');
    expect(all('id')).toBe('Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des');
    expect(all('en')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
  });
  it('has the weekdays of both languages', () => {
    const all = (lang: 'id' | 'en') => Array.from({ length: 7 }, (_, day) => rowDate(`2026-11-${23 + day}`, lang).slice(0, 3)).join(' ');
    expect(all('id')).toBe('Sen Sel Rab Kam Jum Sab Min');
    expect(all('en')).toBe('Mon Tue Wed Thu Fri Sat Sun');
  });
  it('is short in a sentence, full in a letter', () => {
    expect([shortDate('2026-03-05', 'id'), rowDate('2026-11-25', 'id'), fullDate('2026-11-25', 'id')]).toEqual(['5 Mar 2026', 'Rab 25 Nov 2026', 'Rabu, 25 November 2026']);
    expect([shortDate('2026-08-17', 'en'), rowDate('2026-11-25', 'en'), fullDate('2026-11-25', 'en')]).toEqual(['17 Aug 2026', 'Wed 25 Nov 2026', 'Wednesday 25 November 2026']);
  });
  it('names the hour of the region, always with its zone', () => {
    const at = '2026-11-25T03:17:59.999Z';
    expect(longDate(at, 'WIB', 'id')).toBe('Rabu, 25 November 2026 pukul 10.17 WIB');
    expect(longDate(at, 'WIB', 'en')).toBe('Wednesday 25 November 2026, 10:17 WIB');
    expect(longDate(msOf(at), 'WITA', 'id')).toBe('Rabu, 25 November 2026 pukul 11.17 WITA');
    expect(longDate('2026-11-24T15:00:00Z', 'WIT', 'id')).toBe('Rabu, 25 November 2026 pukul 00.00 WIT');
    expect(longDate('2026-12-31T16:59:00Z', 'WIB', 'en')).toBe('Thursday 31 December 2026, 23:59 WIB');
  });
  it('names the same hour where there is little room', () => {
    expect(rowMoment('2026-11-25T03:17:59Z', 'WIB', 'id')).toBe('Rab 25 Nov 2026, 10.17 WIB');
    expect(rowMoment('2026-12-31T16:59:00Z', 'WITA', 'en')).toBe('Fri 1 Jan 2027, 00:59 WITA');
  });
});
