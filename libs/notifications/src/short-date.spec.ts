import { shortDate } from './short-date';

describe('a day in a notice', () => {
  it.each([
    ['2026-11-25', '25 Nov 2026', '25 Nov 2026'],
    ['2027-05-04', '4 Mei 2027', '4 May 2027'],
    ['2026-08-17', '17 Agu 2026', '17 Aug 2026'],
    ['2026-12-31', '31 Des 2026', '31 Dec 2026'],
    ['2026-10-01', '1 Okt 2026', '1 Oct 2026'],
  ])('%s reads as people write it', (day, indonesian, english) => {
    expect(shortDate(day, 'id')).toBe(indonesian);
    expect(shortDate(day, 'en')).toBe(english);
  });
  it.each(['2026-13-01', '25-11-2026', '2026-11-25T00:00:00Z', ''])('"%s" is no day', (day) => {
    expect(() => shortDate(day, 'id')).toThrow('not a civil day');
  });
});
