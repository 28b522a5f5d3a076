import { fingerprint, referenceIn } from './fingerprint';

describe('a reference on a receipt', () => {
  it('is read as people type it, and nothing else is taken for one', () => {
    expect(['rpik-1705-2027/64', ' RPIK-1705-2027 / 64 ', 'rpik-1705-2027.2/7'].map(referenceIn)).toEqual(['rpik-1705-2027/64', 'rpik-1705-2027/64', 'rpik-1705-2027.2/7']);
    expect(['', 'rpik-1705-2027', '../kasus/1', 'rpik-1705-2027/64?x=1', 'rpik-1705-2027/1234567'].map(referenceIn)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('a fingerprint', () => {
  it('is the SHA-256 of the bytes', async () => {
    expect(await fingerprint(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
