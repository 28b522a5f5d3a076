import { asTyped, inFull, inRow, readDate, readTime } from './dates';

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
  });
  it('begins a field with a day as people type it, and reads it back', () => {
    expect(asTyped('2026-11-04')).toBe('4/11/2026');
    expect(readDate(asTyped('2026-11-04'))).toBe('2026-11-04');
  });
});
