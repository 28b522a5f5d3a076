import { bpsOfKemendagri, calendarFromCsv } from '.';
import { csvRecords } from './csv-records';

const HEADER = 'date,kind,name_id,name_en,decree,issued_on,note';
const NEW_YEAR = '2026-01-01,national-holiday,Tahun Baru,New Year,SKB 1/2025,2025-09-19,';
const read = (rows: string[], header = HEADER) => calendarFromCsv([header, ...rows].join('\n'), { version: 3 });
const problemsOf = (rows: string[], header = HEADER) => {
  const result = read(rows, header);
  return 'problems' in result ? result.problems.map(({ row, column, code }) => ({ row, column, code })) : [];
};

describe('a holiday table', () => {
  it('becomes a calendar', () => {
    const bangka = '2026-08-27,regional,"Pilkada ulang, Bangka","Repeat election, ""Bangka""",SE 1/2026,2026-08-19,"scope=19.01; on the ground of a letter"';
    expect(read([NEW_YEAR, bangka])).toEqual({
      calendar: {
        version: 3, weekend: [0, 6], collectiveLeaveIsWorking: false, years: [2026],
        days: [
          { date: '2026-01-01', kind: 'national-holiday', name: { id: 'Tahun Baru', en: 'New Year' }, decree: 'SKB 1/2025', issuedOn: '2025-09-19', scope: '' },
          { date: '2026-08-27', kind: 'regional', name: { id: 'Pilkada ulang, Bangka', en: 'Repeat election, "Bangka"' }, decree: 'SE 1/2026', issuedOn: '2026-08-19', scope: '1901' },
        ],
      },
    });
  });
  it('may come with columns in another order, further columns, a byte order mark and Windows line ends', () => {
    const text = '\uFEFFnote,issued_on,decree,name_en,name_id,kind,date,checked_by\r\n,2025-09-19,SKB 1/2025,New Year,Tahun Baru,national-holiday,2026-01-01,p_1\r\n\r\n';
    expect(calendarFromCsv(text, { version: 1, weekend: [0], collectiveLeaveIsWorking: true })).toMatchObject({ calendar: { weekend: [0], collectiveLeaveIsWorking: true, years: [2026], days: [{ date: '2026-01-01' }] } });
  });
  it('may name a day once per region, and once more to make it a working day', () => {
    const rows = ['19.01', '19.71'].map((scope) => `2026-08-27,regional,Pilkada,Election,SE ${scope},2026-08-19,scope=${scope}`);
    const moved = '2026-01-01,working-day-override,Digeser,Moved,SKB 2/2025,2025-12-01,';
    expect(problemsOf([NEW_YEAR, ...rows, moved])).toEqual([]);
  });
  it.each([
    ['a day listed twice', [NEW_YEAR, NEW_YEAR.replace('1/2025', '2/2025')], [{ row: 3, column: 'date', code: 'duplicate-day' }]],
    ['a regional day listed twice for one region', [NEW_YEAR, ...Array<string>(2).fill('2026-08-27,regional,P,E,SE 1,2026-08-19,scope=19.01')], [{ row: 4, column: 'date', code: 'duplicate-day' }]],
    ['an unknown kind', [NEW_YEAR, '2026-02-02,bank-holiday,X,X,SKB,2025-09-19,'], [{ row: 3, column: 'kind', code: 'unknown-kind' }]],
    ['no decree', [NEW_YEAR, '2026-02-02,collective-leave,X,X, ,2025-09-19,'], [{ row: 3, column: 'decree', code: 'missing-decree' }]],
    ['no name', [NEW_YEAR, '2026-02-02,collective-leave,X,,SKB,2025-09-19,'], [{ row: 3, column: 'name_en', code: 'missing-name' }]],
    ['an impossible date', [NEW_YEAR, '2026-02-30,collective-leave,X,X,SKB,2025-09-19,'], [{ row: 3, column: 'date', code: 'invalid-date' }]],
    ['no date of issue', [NEW_YEAR, '2026-02-02,collective-leave,X,X,SKB,,'], [{ row: 3, column: 'issued_on', code: 'missing-issue-date' }]],
    ['a date of issue in another notation', [NEW_YEAR, '2026-02-02,collective-leave,X,X,SKB,19-09-2025,'], [{ row: 3, column: 'issued_on', code: 'invalid-issue-date' }]],
    ['an impossible date of issue', [NEW_YEAR, '2026-02-02,collective-leave,X,X,SKB,2025-02-29,'], [{ row: 3, column: 'issued_on', code: 'invalid-issue-date' }]],
    ['a name or a decree that fills a page', [NEW_YEAR, `2026-02-02,collective-leave,X,X,${'S'.repeat(301)},2025-09-19,`], [{ row: 3, column: 'decree', code: 'text-too-long' }]],
    ['a region of no province', [NEW_YEAR, '2026-02-02,regional,X,X,SE,2025-09-19,scope=99.01'], [{ row: 3, column: 'note', code: 'unknown-scope' }]],
    ['a year left out', [NEW_YEAR, NEW_YEAR.replace('2026', '2029')], [{ row: 0, column: 'years', code: 'gap-of-year' }, { row: 0, column: 'years', code: 'gap-of-year' }]],
    ['no national holiday at all', ['2026-02-02,collective-leave,X,X,SKB,2025-09-19,'], [{ row: 0, column: 'years', code: 'gap-of-year' }]],
    ['a regional day of no region', [NEW_YEAR, '2026-02-02,regional,X,X,SE,2025-09-19,somewhere'], [{ row: 3, column: 'note', code: 'unknown-scope' }]],
    ['a region that cannot be read', [NEW_YEAR, '2026-02-02,election,X,X,SE,2025-09-19,scope=Bangka'], [{ row: 3, column: 'note', code: 'unknown-scope' }]],
    ['a region with too many digits', [NEW_YEAR, '2026-02-02,regional,X,X,SE,2025-09-19,scope=19.01.02'], [{ row: 3, column: 'note', code: 'unknown-scope' }]],
    ['too few fields', [NEW_YEAR, '2026-02-02,collective-leave,X'], [{ row: 3, column: '', code: 'malformed-row' }]],
    ['an open quote', [NEW_YEAR, '2026-02-02,collective-leave,"X,X,SKB,2025-09-19,'], [{ row: 3, column: '', code: 'malformed-row' }]],
    ['several mistakes in one row, all of them told', [NEW_YEAR, '2026-02-30,day-off,X,X,,,'], ['date', 'issued_on', 'kind', 'decree'].map((column) => expect.objectContaining({ row: 3, column }))],
  ])('is refused for %s', (_what, rows, problems) => {
    expect(problemsOf(rows)).toEqual(problems);
  });
  it('is refused for columns that are missing, each by name', () => {
    expect(problemsOf(['2026-01-01,national-holiday'], 'date,kind')).toEqual(['name_id', 'name_en', 'decree', 'issued_on', 'note'].map((column) => ({ row: 1, column, code: 'missing-column' })));
  });
  it('is refused when there is nothing in it', () => {
    const nothing = [{ row: 0, column: 'date', code: 'empty-table' }];
    expect([problemsOf([], ''), problemsOf([], '\n\n'), problemsOf([])]).toEqual([nothing, nothing, nothing]);
  });
  it('is refused with a week in which nobody works, or a week of other days', () => {
    const codeOf = (weekend: number[]) => { const judged = calendarFromCsv([HEADER, NEW_YEAR].join('\n'), { version: 1, weekend }); return 'problems' in judged ? judged.problems.map(({ code }) => code) : []; };
    expect([codeOf([0, 1, 2, 3, 4, 5, 6]), codeOf([0, 7]), codeOf([5, 6]), codeOf([])]).toEqual([['week-without-working-day'], ['week-pattern-invalid'], [], []]);
  });
  it('explains each problem in both languages', () => {
    const result = read([NEW_YEAR, '2026-02-30,day-off,X,X,,2025-09-19,']);
    expect(result).toMatchObject({ problems: [{ message: { id: 'Kolom date: “2026-02-30” bukan tanggal (TTTT-BB-HH).', en: 'Column date: “2026-02-30” is not a date (YYYY-MM-DD).' } }, { code: 'unknown-kind' }, { code: 'missing-decree' }] });
  });
});

describe('codes of regions', () => {
  it.each([['17.05', '1705'], ['19', '19'], ['91', '94'], ['92', '91'], ['93', '95'], ['94', '96'], ['95', '97'], ['96', '92'], ['91.71', undefined]])('Kemendagri %s is BPS %s', (code, bps) => {
    expect(bpsOfKemendagri(code)).toBe(bps);
  });
  it('are read as the importer says, and refused when it knows none', () => {
    const text = [HEADER, NEW_YEAR, '2026-08-06,regional,X,X,SE,2026-07-17,scope=91 (province)'].join('\n');
    expect(calendarFromCsv(text, { version: 1 })).toMatchObject({ calendar: { days: [{}, { scope: '91' }] } });
    expect(calendarFromCsv(text, { version: 1, scopeOf: bpsOfKemendagri })).toMatchObject({ calendar: { days: [{}, { scope: '94' }] } });
    expect(calendarFromCsv(text, { version: 1, scopeOf: () => undefined })).toMatchObject({ problems: [{ code: 'unknown-scope', row: 3 }] });
  });
});

describe('comma-separated records', () => {
  it.each([
    ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]], ['a,\n,b', [['a', ''], ['', 'b']]], ['a,', [['a', '']]],
    ['"a,b","c""d","e\nf"', [['a,b', 'c"d', 'e\nf']]], ['""', []], ['"",', [['', '']]], ['', []], ['\n\na\n\n', [['a']]],
  ])('of %j are read', (text, records) => expect(csvRecords(text)).toEqual({ records }));
  it.each([['a"b', 1], ['a\n"b', 2], ['a\n"b"c', 2], ['"a" ,b', 1]])('of %j are malformed in record %d', (text, record) => expect(csvRecords(text)).toEqual({ malformedRecord: record }));
});
