import fc from 'fast-check';
import { rectangle } from '../checks/corpus/claims';
import { formatTable, parseTable } from './matrix-csv';
import { flagshipRoles, materialUses, type MatrixRows, type MatrixTable, zoneKinds } from './plan-matrix';

const read = (table: MatrixTable, ...lines: string[]) => parseTable(table, lines.join('\r\n'));
const faults = (table: MatrixTable, ...lines: string[]) => {
  const parsed = read(table, ...lines);
  return 'problems' in parsed ? parsed.problems.map(({ row, column, code }) => [row, column, code]) : parsed.rows;
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '+62',
    '-',
    '@sum',
    'a;b',
    'a,b',
    'a;=1',
    "a,'-1",
    'a"+1',
    '"',
    "''",
    ' x ',
    'baris\r\nbaru',
    '\t=1',
    '＝1',
    '1.000',
  ),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }).map((n) => n + 0),
  fc.integer({ min: 0, max: 1e9 }),
  fc.constantFrom(1.234, 12.5, 1_000, 1e21, 1e-7, 123.456),
);
const rows: { [T in MatrixTable]: fc.Arbitrary<MatrixRows[T]> } = {
  flagships: fc.record({
    kbli: fc.constantFrom('01262', '13122'),
    commodity: text,
    role: fc.constantFrom(...flagshipRoles),
    from: fc.integer({ min: 0, max: 9_999 }),
    to: fc.integer({ min: 0, max: 9_999 }),
    target: fc.record({ unit: text, value: number }),
    sharedWith: fc.subarray(['1701', '1704', '1771']),
    division: text,
  }),
  zones: fc.record(
    { name: text, kind: fc.constantFrom(...zoneKinds), areaHa: number, polygon: fc.constant(rectangle(102.5, -4.1, 0.0007)), rtrwRef: text },
    { requiredKeys: ['name', 'kind', 'areaHa', 'rtrwRef'] },
  ),
  materials: fc.record({ commodity: text, tonnesPerYear: number, origin: text, use: fc.constantFrom(...materialUses) }),
  links: fc.record({ from: fc.constantFrom('1701', 'pulau-baai'), to: fc.constantFrom('1704', '1771'), commodity: text, tonnesPerYear: number }),
  port: fc.record({ tonnesPerYear: number }),
  sentra: fc.record({ name: text, units: fc.integer({ min: 1, max: 9_999 }), product: text }),
};

describe('a table written as CSV', () => {
  it.each(Object.keys(rows) as MatrixTable[])('is read back as it was: %s', (table) => {
    const anyRows = fc.array(rows[table] as fc.Arbitrary<MatrixRows[MatrixTable]>, { maxLength: table === 'port' ? 1 : 6 });
    fc.assert(
      fc.property(anyRows, fc.constantFrom(',' as const, ';' as const), fc.boolean(), (claims, separator, mark) => {
        const csv = (mark ? '\uFEFF' : '') + formatTable(table, claims, separator);
        expect(parseTable(table, csv)).toEqual({ rows: claims });
      }),
      { numRuns: 500, seed: 5 },
    );
  });
  it('cannot run in a spreadsheet, whatever separator the spreadsheet believes in', () => {
    fc.assert(
      fc.property(fc.array(rows.sentra, { maxLength: 5 }), fc.constantFrom(',' as const, ';' as const), (claims, separator) => {
        const pieces = formatTable('sentra', claims, separator).split(/[",;\t\r\n]/);
        expect(pieces.filter((piece) => /^[=+\-@＝＋－＠]/.test(piece))).toEqual([]);
      }),
      { numRuns: 1_000, seed: 5 },
    );
    expect(formatTable('sentra', [{ name: '=HYPERLINK("http://x")', units: 5, product: '@SUM(A1)' }])).toBe(
      `name,units,product\r\n"'=HYPERLINK(""http://x"")",5,'@SUM(A1)\r\n`,
    );
    expect(formatTable('sentra', [{ name: 'x;=1', units: 5, product: 'y' }])).toBe(`name,units,product\r\n"x;'=1",5,y\r\n`);
  });
  it('takes the decimal comma beside semicolons and never writes an ambiguous number', () => {
    const claims = [{ commodity: 'kopi', tonnesPerYear: 12.345, origin: 'Curup', use: 'produced' as const }];
    expect(formatTable('materials', claims, ';')).toBe('commodity;tonnesPerYear;origin;use\r\nkopi;"12,3450";Curup;produced\r\n');
  });
});

describe('a CSV from an office', () => {
  it('is read with semicolons, a byte order mark, decimal commas, columns in another order and blank lines', () => {
    expect(
      read('materials', '\uFEFFuse;commodity;tonnesPerYear;origin', 'produced;"Kopi; bubuk";12,5;Curup', '', ' needed ;Kopi;1000;Manna', ''),
    ).toEqual({
      rows: [
        { use: 'produced', commodity: 'Kopi; bubuk', tonnesPerYear: 12.5, origin: 'Curup' },
        { use: 'needed', commodity: 'Kopi', tonnesPerYear: 1_000, origin: 'Manna' },
      ],
    });
  });
  it('is read with commas, quotes within quotes and either line end', () => {
    expect(parseTable('sentra', 'name,units,product\n"Sentra ""Kampai""",12,"tenun,\nbumpak"\rB,5,x')).toEqual({
      rows: [
        { name: 'Sentra "Kampai"', units: 12, product: 'tenun,\nbumpak' },
        { name: 'B', units: 5, product: 'x' },
      ],
    });
  });
  it('names partners with bars and the polygon as GeoJSON', () => {
    const polygon = rectangle(102.5, -4.1, 0.01);
    expect(
      read(
        'flagships',
        'kbli,commodity,role,from,to,target.unit,target.value,sharedWith,division',
        '01262,Sawit,main,2026,2030,ton,5.5,1701 | 1704,',
      ),
    ).toEqual({
      rows: [
        {
          kbli: '01262',
          commodity: 'Sawit',
          role: 'main',
          from: 2026,
          to: 2030,
          target: { unit: 'ton', value: 5.5 },
          sharedWith: ['1701', '1704'],
          division: '',
        },
      ],
    });
    expect(read('zones', 'name;kind;areaHa;polygon;rtrwRef', `KPI;KPI;5;"${JSON.stringify(polygon).replaceAll('"', '""')}";`)).toEqual({
      rows: [{ name: 'KPI', kind: 'KPI', areaHa: 5, polygon, rtrwRef: '' }],
    });
  });
  it('is read when the byte order mark stands before a quoted header', () => {
    expect(read('sentra', '\uFEFF"name","units","product"', 'a,5,b')).toEqual({ rows: [{ name: 'a', units: 5, product: 'b' }] });
  });
  it('reads a port of one column with a decimal comma', () => {
    expect(read('port', 'tonnesPerYear', '1500,5')).toEqual({ rows: [{ tonnesPerYear: 1_500.5 }] });
  });
  it('leaves an empty number out, so that validation can ask for it', () => {
    expect(read('sentra', 'name,units,product', 'A,,b')).toEqual({ rows: [{ name: 'A', product: 'b' }] });
  });
  it('is told every header that is missing, foreign or repeated', () => {
    expect(faults('sentra', 'name,Units,name', 'a,b,c')).toEqual([
      [0, 'Units', 'unknown-column'],
      [0, 'name', 'column-repeated'],
      [0, 'units', 'column-missing'],
      [0, 'product', 'column-missing'],
    ]);
    expect(faults('port', '')).toEqual([[0, 'tonnesPerYear', 'column-missing']]);
  });
  it('is told every cell that cannot be read, by row and column', () => {
    expect(faults('sentra', 'name,units,product', 'a,five,b', 'c,5,d', 'e,1.000,f', 'g,"1.000.000",h', 'i', 'j,5,k,l')).toEqual([
      [1, 'units', 'not-a-number'],
      [3, 'units', 'number-ambiguous'],
      [4, 'units', 'not-a-number'],
      [5, 'units', 'cells-missing'],
      [6, '', 'cells-left-over'],
    ]);
    expect(faults('zones', 'name;kind;areaHa;polygon;rtrwRef', 'a;KPI;1;{not json};b')).toEqual([[1, 'polygon', 'polygon-invalid']]);
  });
  it('is told the row whose quotes do not close', () => {
    expect(faults('sentra', 'name,units,product', 'a,5,b', '"c,5,d')).toEqual([[2, '', 'quotes-unbalanced']]);
    expect(faults('sentra', 'name,units,product', 'a"b,5,c')).toEqual([[1, '', 'quotes-unbalanced']]);
  });
  it('is bounded: 200 rows, one port, five million characters', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'a,5,b');
    expect(faults('sentra', 'name,units,product', ...lines(201))).toEqual([[0, '', 'too-many-rows']]);
    expect(faults('sentra', 'name,units,product', ...lines(200))).toHaveLength(200);
    expect(faults('port', 'tonnesPerYear', '1', '2')).toEqual([[0, '', 'too-many-rows']]);
    expect(faults('sentra', `name,units,product${' '.repeat(5_000_000)}`)).toEqual([[0, '', 'file-too-large']]);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', 'a', '=', "'", '1', '.') }),
        (csv) => void parseTable('sentra', `name,units,product\n${csv}`),
      ),
      { numRuns: 3_000, seed: 5 },
    );
  });
});
