import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRows, readRegions } from './regions';

describe('the regions of the demo', () => {
  it('are the ten of Bengkulu', () => {
    const regions = readRegions(join(__dirname, '../../../libs/ledger/reference/regions-id.csv'));
    expect(regions.map(({ bps }) => bps)).toEqual(['1701', '1702', '1703', '1704', '1705', '1706', '1707', '1708', '1709', '1771']);
    expect(regions[4]).toEqual({ bps: '1705', name: 'Kabupaten Seluma' });
  });

  it('are refused when a row names none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'selaras-regions-'));
    try {
      writeFileSync(join(folder, 'a.csv'), 'bps_code,name\n17.05,Kabupaten Seluma\n');
      expect(() => readRegions(join(folder, 'a.csv'))).toThrow(/row 2: a BPS code/);
      writeFileSync(join(folder, 'b.csv'), 'code,name\n1705,Kabupaten Seluma\n');
      expect(() => readRegions(join(folder, 'b.csv'))).toThrow(/no columns bps_code and name/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a table of comma-separated values', () => {
  it.each([
    ['a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]],
    ['\uFEFFa,b\n1,', [['a', 'b'], ['1', '']]],
    ['"a, ""b""",c\n\n"x\ny",', [['a, "b"', 'c'], ['x\ny', '']]],
    [',\n', [['', '']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });
});
