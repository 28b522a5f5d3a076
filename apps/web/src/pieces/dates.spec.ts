import { asTyped, dayInShort, dayOfInstant, inFull, inRow, readDate, readTime } from './dates';

describe('a date as people write it', () => {
  it.each([
    ['3/12/2026', '2026-12-03'], ['03-12-2026', '2026-12-03'], ['3 Des 2026', '2026-12-03'], ['3 desember 2026', '2026-12-03'], ['3 Dec 2026', '2026-12-03'], [' 2026-12-03 ', '2026-12-03'], ['29/2/2028', '2028-02-29'],
    ['31/2/2026', undefined], ['13/13/2026', undefined], ['besok', undefined], ['', undefined], ['3 Xyz 2026', undefined],
  ])('%s → %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

describe('a time as people write it', () => {
  it.each([['9.30', '09:30'], ['09:30', '09:30'], [' 13.00 ', '13:00'], ['24.00', undefined], ['9.60', undefined], ['9', undefined], ['pagi', undefined]])('%s → %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});

describe('a date as the screens write it', () => {
  it('has the words of the reader and the zone of the region', () => {
    expect(inRow('2026-11-25', 'id')).toBe('Rab 25 Nov 2026');
    expect(inRow('2026-11-25', 'en')).toBe('Wed 25 Nov 2026');
    expect(inFull('2026-11-25T03:17:00Z', '1705', 'id')).toBe('Rabu, 25 November 2026 pukul 10.17 WIB');
    expect(inFull('2026-11-25T03:17:00Z', '5271', 'id')).toBe('Rabu, 25 November 2026 pukul 11.17 WITA');
    expect(inFull('2026-11-25T03:17:00Z', '9471', 'en')).toBe('Wednesday 25 November 2026, 12:17 WIT');
    expect(dayInShort('2026-11-25T03:17:00Z', '1705', 'id')).toBe('25 Nov');
  });

  it('B5: says of an instant in each of the three zones what a browser there says', () => {
    // 23.30 in Seluma is half past midnight of the next day in Mataram, and half past one in Jayapura.
    const instant = '2026-11-25T16:30:00Z';
    for (const [region, timeZone, zone, full, row] of [
      ['1705', 'Asia/Jakarta', 'WIB', 'Rabu, 25 November 2026 pukul 23.30 WIB', 'Rab 25 Nov 2026'],
      ['5271', 'Asia/Makassar', 'WITA', 'Kamis, 26 November 2026 pukul 00.30 WITA', 'Kam 26 Nov 2026'],
      ['9471', 'Asia/Jayapura', 'WIT', 'Kamis, 26 November 2026 pukul 01.30 WIT', 'Kam 26 Nov 2026'],
    ] as const) {
      expect([inFull(instant, region, 'id'), dayOfInstant(instant, region, 'id')]).toEqual([full, row]);
      const said = (format: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('id', { timeZone, ...format }).format(new Date(instant));
      expect([`${said({ dateStyle: 'full', timeStyle: 'short' })} ${zone}`, said({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(',', '')]).toEqual([full, row]);
    }
  });
  it('begins a field with a day as people type it, and reads it back', () => {
    expect(asTyped('2026-11-04')).toBe('4/11/2026');
    expect(readDate(asTyped('2026-11-04'))).toBe('2026-11-04');
  });
});
