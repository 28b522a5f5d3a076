import { best, scoreOf } from './fuzzy';

const regions = ['Kab. Bengkulu Selatan', 'Kab. Rejang Lebong', 'Kab. Bengkulu Utara', 'Kab. Kaur', 'Kab. Seluma', 'Kab. Mukomuko', 'Kab. Lebong', 'Kab. Kepahiang', 'Kab. Bengkulu Tengah', 'Kota Bengkulu'];
const found = (asked: string) => best(asked, regions, (text) => text, 3);

describe('finding what somebody meant', () => {
  it.each([['slma', 'Kab. Seluma'], ['selmua', 'Kab. Seluma'], ['SELUMA', 'Kab. Seluma'], ['kephiang', 'Kab. Kepahiang'], ['mukmuko', 'Kab. Mukomuko'], ['kota', 'Kota Bengkulu'], ['bengkulu tengah', 'Kab. Bengkulu Tengah'], ['rejng lebng', 'Kab. Rejang Lebong'], ['kaur', 'Kab. Kaur']])(
    '“%s” is %s',
    (asked, meant) => expect(found(asked)[0]).toBe(meant),
  );
  it('wants every word to fit, and gives nothing rather than anything', () => {
    expect(found('seluma utara')).toEqual([]);
    expect(found('xyz')).toEqual([]);
    expect(scoreOf('', 'Kab. Seluma')).toBe(0);
  });
  it('does not mind accents, and is quick with a very long text', () => {
    expect(scoreOf('bengkulu', 'Bengkúlu')).toBe(0);
    expect(scoreOf('seluma', 'x'.repeat(10_000))).toBeUndefined();
  });
});
