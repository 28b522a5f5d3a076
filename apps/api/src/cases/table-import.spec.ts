import { emptyMatrix, type MatrixPlace } from '#process/matrix/index';
import { previewImport } from './table-import';

const place: MatrixPlace = { region: '1705', planYears: { from: 2028, to: 2047 }, knownRegions: ['1704', '1705'], box: [102.2, -4.5, 103.15, -3.65] };
const before = { ...emptyMatrix(), sentra: [{ name: 'Sentra Tais', units: 5, product: 'kain' }, { name: 'Sentra Lama', units: 6, product: 'kopi' }] };
const square = (west: number, south: number) => `{""type"":""Polygon"",""coordinates"":[[[${west},${south}],[${west + 0.001},${south}],[${west + 0.001},${south + 0.001}],[${west},${south + 0.001}],[${west},${south}]]]}`;

describe('the preview of an import', () => {
  it('says what would be added, changed and removed, by the lines of the file', () => {
    expect(previewImport(before, 'sentra', 'name;units;product\n\nSentra Tais;8;kain\nSentra Baru;5;"kopi\nbubuk"', place)).toMatchObject({
      problems: [{ code: 'text-unreadable', line: 4, row: 2, column: 'product' }],
    });
    expect(previewImport(before, 'sentra', 'name;units;product\n\nSentra Tais;8;kain\nSentra Baru;5;kopi', place)).toEqual({
      dryRun: true, table: 'sentra', acceptable: true, unchanged: 0, missing: ['flagships'], problems: [], total: 0,
      added: [{ row: 2, line: 4, after: { name: 'Sentra Baru', units: 5, product: 'kopi' } }],
      changed: [{ row: 1, line: 3, columns: ['units'], before: before.sentra[0], after: { name: 'Sentra Tais', units: 8, product: 'kain' } }],
      removed: [{ row: 2, before: before.sentra[1] }],
    });
  });

  it('tells everything that is wrong at once, and changes nothing then', () => {
    const outside = previewImport(before, 'zones', `name,kind,areaHa,polygon,rtrwRef\nA,sentra,1.2,"${square(104.2, -4)}",Pasal 1\nB,gudang,-1,,\n`, place);
    expect(outside).toMatchObject({ acceptable: false, added: [], changed: [], removed: [] });
    expect(outside.problems.map(({ line, column, code }) => [line, column, code])).toEqual([[2, 'polygon', 'outside-region'], [3, 'kind', 'not-in-list'], [3, 'areaHa', 'number-out-of-bounds'], [3, 'rtrwRef', 'rtrw-ref-missing']]);
    expect(previewImport(before, 'zones', `name,kind,areaHa,polygon,rtrwRef\nA,sentra,1.2,"${square(102.5, -4)}",Pasal 1\n`, place)).toMatchObject({ acceptable: true, added: [{ line: 2 }], total: 0 });
    expect(previewImport(before, 'sentra', 'name,units\nx', place).problems.map(({ line, column, code }) => [line, column, code])).toEqual([[1, 'product', 'column-missing']]);
    expect(previewImport(before, 'sentra', 'name,units,product\na,5,x\n"b,5,x', place).problems).toMatchObject([{ line: 3, row: 2, code: 'quotes-unbalanced' }]);
  });

  it('lets a code in that is not on the sample list, with a warning', () => {
    expect(previewImport(before, 'flagships', 'kbli,commodity,role,from,to,target.unit,target.value,sharedWith,division\n99999,x,main,2028,2047,ton,5,,\n', place)).toMatchObject({
      acceptable: true, total: 1, problems: [{ kind: 'warning', code: 'kbli-unknown', line: 2, column: 'kbli' }],
    });
  });
});
