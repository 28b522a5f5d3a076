import { Readable } from 'node:stream';
import { compareFiles, listed } from './compare-files';
import type { DocumentStore } from './document-store';
import { draftRegulation } from './samples/draft-regulation';

const seluma = { regionName: 'Seluma', kind: 'kabupaten' as const, headTitle: 'Bupati', year: 2027, zone: 'Sentra IKM Tais', articlesSeed: 1 };
const file = (name: string, media = 'docx') => ({ sha256: name, media });

describe('two files of one text', () => {
  const bytes: Record<string, Buffer> = {};
  const store = { open: (sha256: string) => Promise.resolve(bytes[sha256] && { size: bytes[sha256].length, stream: Readable.from([bytes[sha256]]) }) } as unknown as DocumentStore;
  beforeAll(async () => {
    bytes['endorsed'] = await draftRegulation({ ...seluma, products: ['tenun bumpak'] });
    bytes['approved'] = await draftRegulation({ ...seluma, products: ['gula aren'] });
    bytes['torn'] = bytes['approved'].subarray(0, 2_000);
  });

  it('are told apart by Bab and Pasal, with counts of everything', async () => {
    const found = await compareFiles(store, file('endorsed'), file('approved'));
    if (found.result !== 'differs') throw new Error(found.result);
    expect(found.changed).toBeGreaterThan(0);
    expect(found.changed + found.added + found.renumbered + found.unchanged).toBe(found.units);
    const named = found.chapters.flatMap(({ chapter, changed }) => changed.map((label) => [chapter, label]));
    expect(named.some(([chapter, label]) => /^BAB [IVX]+ /.test(chapter ?? '') && /^Pasal \d+$/.test(label!))).toBe(true);
  });
  it('are the same when their hashes are, and are not read', async () => {
    expect(await compareFiles(store, file('gone'), file('gone'))).toEqual({ result: 'identical' });
  });
  it.each([
    ['no support was given', null, file('approved'), 'no-earlier-text'], ['the new text is not there', file('endorsed'), null, 'no-text'], ['one is a scan', file('endorsed'), file('scan', 'pdf'), 'not-docx'],
    ['one is torn', file('endorsed'), file('torn'), 'damaged'], ['one was never stored', file('endorsed'), file('gone'), 'damaged'],
  ])('cannot be compared when %s', async (_, before, after, because) => {
    expect(await compareFiles(store, before, after)).toEqual({ result: 'not-comparable', because });
  });
  it('name at most sixty units, under short titles, and say how many more there are', () => {
    const change = (n: number) => ({ key: `pasal-${n}`, label: `Pasal ${n}`, was: null, chapter: `BAB I ${'PANJANG '.repeat(40)}`, part: 'body' as const, change: n % 2 ? ('changed' as const) : ('added' as const), paragraphs: [] });
    const { chapters, unlisted, changed, added } = listed(Array.from({ length: 200 }, (_, n) => change(n)));
    expect([changed, added, unlisted, chapters.length]).toEqual([100, 100, 140, 1]);
    expect(chapters[0]!.chapter).toHaveLength(80);
    expect(chapters[0]!.changed.length + chapters[0]!.added.length).toBe(60);
  });
});
