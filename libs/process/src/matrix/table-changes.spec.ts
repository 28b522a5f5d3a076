import { linesOf } from './matrix-csv';
import { emptyMatrix, type FlagshipClaim, type PlanMatrix } from './plan-matrix';
import { tableChanges } from './table-changes';

const flagship = (change: Partial<FlagshipClaim> = {}): FlagshipClaim => ({
  kbli: '13122', commodity: 'Tenun bumpak', role: 'main', from: 2026, to: 2046, target: { unit: 'lembar', value: 12_000 }, sharedWith: [], division: '', ...change,
});
const matrix = (change: Partial<PlanMatrix>): PlanMatrix => ({ ...emptyMatrix(), ...change });

describe('what an import would change', () => {
  it('tells added, changed and removed rows apart, and moves nothing that is only moved', () => {
    const [tenun, kopi, karet] = [flagship(), flagship({ kbli: '10761', commodity: 'Kopi' }), flagship({ kbli: '22123', commodity: 'Karet remah' })];
    const changes = tableChanges(matrix({ flagships: [tenun, kopi] }), matrix({ flagships: [kopi, { ...tenun, to: 2040, commodity: 'tenun gumpak' }, karet] }), 'flagships');
    expect(changes).toEqual({
      added: [{ row: 3, after: karet }],
      changed: [{ row: 2, columns: ['commodity', 'to'], before: tenun, after: { ...tenun, to: 2040, commodity: 'tenun gumpak' } }],
      removed: [],
      unchanged: 1,
    });
    expect(tableChanges(matrix({ flagships: [tenun, kopi] }), matrix({ flagships: [tenun] }), 'flagships')).toEqual({ added: [], changed: [], removed: [{ row: 2, before: kopi }], unchanged: 1 });
  });

  it('knows a polygon that was added, a link by its ends, and the only port', () => {
    const zone = { name: 'Sentra Sukaraja', kind: 'sentra' as const, areaHa: 1, rtrwRef: '' };
    const polygon = { type: 'Polygon' as const, coordinates: [[[1, 1], [2, 1], [2, 2], [1, 1]]] as [number, number][][] };
    expect(tableChanges(matrix({ zones: [zone] }), matrix({ zones: [{ ...zone, polygon }] }), 'zones').changed).toMatchObject([{ row: 1, columns: ['polygon'] }]);
    const link = { from: '1705', to: 'pulau-baai', commodity: 'kopi', tonnesPerYear: 4 };
    expect(tableChanges(matrix({ links: [link] }), matrix({ links: [{ ...link, to: '1704' }] }), 'links')).toMatchObject({ added: [{ row: 1 }], removed: [{ row: 1 }], changed: [] });
    expect(tableChanges(matrix({ port: { tonnesPerYear: 1 } }), matrix({ port: { tonnesPerYear: 2 } }), 'port').changed).toMatchObject([{ columns: ['tonnesPerYear'] }]);
    expect(tableChanges(matrix({ port: { tonnesPerYear: 1 } }), matrix({}), 'port')).toMatchObject({ removed: [{ row: 1 }], unchanged: 0 });
  });
});

describe('the lines of a file', () => {
  it('counts blank lines and lines inside a cell, as an editor does', () => {
    expect(linesOf('sentra', '\uFEFFname,units,product\r\n\r\n"A\nB",5,x\r\nC,6,y\r\n')).toEqual([1, 3, 5]);
    expect(linesOf('sentra', 'name,units,product\nA,5,x\n"B,6,y')).toEqual([1, 2, 3]);
    expect(linesOf('sentra', '')).toEqual([]);
  });
});
