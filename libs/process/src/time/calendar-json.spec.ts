import { type CalendarInput, calendarDifference, calendarFromCsv, calendarFromJson, decreesBetween, pointerOf } from '.';

const NEW_YEAR = { date: '2026-01-01', kind: 'national-holiday', name: { id: 'Tahun Baru', en: 'New Year' }, decree: 'SKB 1/2025', issuedOn: '2025-09-19', scope: '' };
const problemsOf = (input: CalendarInput) => {
  const judged = calendarFromJson(input, 2);
  return 'problems' in judged ? judged.problems.map((one) => [one.code, pointerOf(one, 'json')]) : [];
};
const withDay = (day: object): CalendarInput => ({ days: [NEW_YEAR, { ...NEW_YEAR, date: '2026-02-02', kind: 'collective-leave', ...day }] });

describe('a calendar in JSON', () => {
  it('is the same as the calendar of a CSV with the same days', () => {
    const csv = ['date,kind,name_id,name_en,decree,issued_on,note', '2026-01-01,national-holiday,Tahun Baru,New Year,SKB 1/2025,2025-09-19,', '2026-08-27,regional,Pilkada,Election,SE 1,2026-08-19,scope=17.05'].join('\n');
    const days = [NEW_YEAR, { date: '2026-08-27', kind: 'regional', name: { id: 'Pilkada', en: 'Election' }, decree: 'SE 1', issuedOn: '2026-08-19', scope: '1705' }];
    expect(calendarFromJson({ days }, 2)).toEqual(calendarFromCsv(csv, { version: 2 }));
  });
  it('carries the pattern of the week, the switch of collective leave and the years it is published for', () => {
    expect(calendarFromJson({ weekend: [5, 6], collectiveLeaveIsWorking: true, years: [2026], days: [NEW_YEAR] }, 7)).toMatchObject({ calendar: { version: 7, weekend: [5, 6], collectiveLeaveIsWorking: true, years: [2026] } });
  });
  it.each([
    ['a day listed twice', { days: [NEW_YEAR, NEW_YEAR] }, [['duplicate-day', '/days/1/date']]],
    ['an unknown kind', withDay({ kind: 'bank-holiday' }), [['unknown-kind', '/days/1/kind']]],
    ['a kind that every object carries', withDay({ kind: 'constructor' }), [['unknown-kind', '/days/1/kind']]],
    ['no decree', withDay({ decree: undefined }), [['missing-decree', '/days/1/decree']]],
    ['no date of issue', withDay({ issuedOn: '' }), [['missing-issue-date', '/days/1/issuedOn']]],
    ['an impossible date of issue', withDay({ issuedOn: '2025-11-31' }), [['invalid-issue-date', '/days/1/issuedOn']]],
    ['an impossible day', withDay({ date: '2026-02-30' }), [['invalid-date', '/days/1/date']]],
    ['a day that is a number', withDay({ date: 20260202 }), [['invalid-date', '/days/1/date']]],
    ['no name in one language', withDay({ name: { id: 'X' } }), [['missing-name', '/days/1/name/en']]],
    ['a region of no province', withDay({ scope: '99' }), [['unknown-scope', '/days/1/scope']]],
    ['a region in another notation', withDay({ scope: '17.05' }), [['unknown-scope', '/days/1/scope']]],
    ['a regional day of no region', withDay({ kind: 'regional', scope: '' }), [['unknown-scope', '/days/1/scope']]],
    ['a year left out', { days: [NEW_YEAR, { ...NEW_YEAR, date: '2028-01-01' }] }, [['gap-of-year', '/years']]],
    ['a year that has no holiday', { years: [2026, 2027], days: [NEW_YEAR] }, [['gap-of-year', '/years']]],
    ['no day at all', { days: [] }, [['empty-table', '/days']]],
    ['more days than a table may have', { days: Array.from({ length: 5_001 }, () => NEW_YEAR) }, [['too-many-days', '/days']]],
    ['a week without a working day', { weekend: [0, 1, 2, 3, 4, 5, 6], days: [NEW_YEAR] }, [['week-without-working-day', '/weekend']]],
    ['a week of other days', { weekend: [0, 1.5], days: [NEW_YEAR] }, [['week-pattern-invalid', '/weekend']]],
  ] as [string, CalendarInput, string[][]][])('is refused for %s', (_what, input, problems) => {
    expect(problemsOf(input)).toEqual(problems);
  });
});

describe('the difference between two versions', () => {
  const calendar = (days: object[], more: object = {}) => {
    const judged = calendarFromJson({ days: days as CalendarInput['days'], ...more }, 1);
    if ('problems' in judged) throw new Error(JSON.stringify(judged.problems));
    return judged.calendar;
  };
  const leave = { ...NEW_YEAR, date: '2026-08-18', kind: 'collective-leave', decree: 'SKB 5/2026' };
  it('names the days that came, went and changed', () => {
    const [before, after] = [calendar([NEW_YEAR, { ...leave, date: '2026-03-03' }]), calendar([{ ...NEW_YEAR, decree: 'SKB 2/2025' }, leave])];
    expect(calendarDifference(before, after)).toMatchObject({
      added: [{ date: '2026-08-18' }], removed: [{ date: '2026-03-03' }], changed: [{ from: { decree: 'SKB 1/2025' }, to: { decree: 'SKB 2/2025' } }], years: { added: [], removed: [] },
    });
    expect(calendarDifference(before, before)).toEqual({ added: [], removed: [], changed: [], years: { added: [], removed: [] } });
  });
  it('names another week, another rule for collective leave, and years that came or went', () => {
    const after = calendar([NEW_YEAR, { ...NEW_YEAR, date: '2027-01-01' }], { weekend: [0], collectiveLeaveIsWorking: true });
    expect(calendarDifference(calendar([NEW_YEAR]), after)).toMatchObject({ years: { added: [2027], removed: [] }, weekend: { from: [0, 6], to: [0] }, collectiveLeaveIsWorking: { from: false, to: true } });
  });
  it('is owed to decrees, for a region only to those that hold there', () => {
    const regional = { ...leave, date: '2026-08-20', kind: 'regional', scope: '1901', decree: 'SE Bangka' };
    const [before, after] = [calendar([NEW_YEAR]), calendar([NEW_YEAR, leave, regional])];
    expect(decreesBetween(before, after, '1705')).toEqual(['SKB 5/2026']);
    expect(decreesBetween(before, after, '1901')).toEqual(['SKB 5/2026', 'SE Bangka']);
  });
});
