import { commodityName } from './commodity';

describe('the name of a commodity', () => {
  it.each([
    ['Tenun Gumpak', 'tenun bumpak'],
    ['  TENUN   bumpak ', 'tenun bumpak'],
    ['tenun-bumpak.', 'tenun bumpak'],
    ['Kain Tenun Gumpak', 'tenun bumpak'],
    ['Pulau Baii', 'pulau baai'],
    ['Coffee', 'kopi'],
    ['CPO', 'minyak sawit mentah'],
    ['kopí', 'kopi'],
  ])('%s is read as %s', (written, name) => {
    expect(commodityName(written)).toBe(name);
  });
  it.each([
    ['kelapa', 'kelapa sawit'],
    ['kelapa sawit', 'minyak sawit mentah'],
    ['kopi', 'kopi bubuk'],
    ['karet', 'karet remah'],
    ['constructor', 'kopi'],
  ])('%s stays apart from %s', (one, other) => {
    expect(commodityName(one)).not.toBe(commodityName(other));
  });
  it('is read the same when it is read again', () => {
    for (const written of ['Tenun Gumpak', 'palm', 'Kain Bumpak', 'crumb rubber', '__proto__'])
      expect(commodityName(commodityName(written))).toBe(commodityName(written));
  });
});
