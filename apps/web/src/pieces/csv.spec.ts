import { csvOf } from './csv';

describe('a table as a file', () => {
  it('keeps commas, quotes and lines inside their cells, and numbers as numbers', () => {
    expect(csvOf([['Daerah', 'Hari'], ['Kab. "Seluma", Bengkulu', 14], ['a\nb', -3]])).toBe('\uFEFFDaerah,Hari\r\n"Kab. ""Seluma"", Bengkulu",14\r\n"a\nb",-3\r\n');
  });
  it('is no formula for a spreadsheet, whatever a name begins with', () => {
    expect(csvOf([['=1+1', '+62', '@x', '-', null, undefined]])).toBe("\uFEFF'=1+1,'+62,'@x,'-,,\r\n");
  });
});
