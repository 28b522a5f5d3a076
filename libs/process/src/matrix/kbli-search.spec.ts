import { kbliSample } from './kbli-sample';
import { searchKbli } from './kbli-search';

describe('the list of KBLI codes', () => {
  it('is searched by the first digits, or by words of either language', () => {
    expect(searchKbli('1043').map(({ code }) => code)).toEqual(['10431', '10432', '10437']);
    expect(searchKbli('minyak Goreng').map(({ code }) => code)).toEqual(['10423', '10437']);
    expect(searchKbli('crude palm').map(({ code }) => code)).toEqual(expect.arrayContaining(['10431', '10432']));
    expect(searchKbli(' ')).toHaveLength(kbliSample.codes.length);
    expect([searchKbli('77777'), searchKbli('%'), searchKbli("'; drop table")]).toEqual([[], [], []]);
  });
});
