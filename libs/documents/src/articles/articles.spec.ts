import * as fc from 'fast-check';
import { compareArticles } from './compare-articles';
import { isAbout, unitNamed } from './point-at';
import { splitArticles } from './split-articles';

const head = ['RANCANGAN', 'PERATURAN DAERAH KABUPATEN SELUMA', 'Menimbang : a. bahwa industri perlu direncanakan;'];
const tail = ['Agar setiap orang mengetahuinya, memerintahkan pengundangan.', 'Ditetapkan di Tais'];
const body = ['BAB I', 'KETENTUAN UMUM', 'Pasal 1', 'Dalam Peraturan Daerah ini:', '1. Daerah adalah Kabupaten Seluma.', 'BAB II INDUSTRI UNGGULAN', 'Bagian Kesatu', 'Pasal 2', '(1)\tIndustri unggulan meliputi:', 'a. industri kain tenun; dan', 'b. industri pengolahan kelapa sawit.', '(2) Industri unggulan dikembangkan bertahap.'];
const draft = (lines: string[] = body, more: string[] = []) => [...head, ...lines, ...tail, ...more].join('\n\n');
const changes = (before: string, after: string) => compareArticles(splitArticles(before), splitArticles(after));

describe('a draft regulation', () => {
  it('is read as opening, Pasal with their Bab and ayat, closing, explanation and annexes', () => {
    const units = splitArticles(draft(body, ['PENJELASAN', 'I. UMUM', 'Pasal 1', 'Cukup jelas.', 'LAMPIRAN II', 'A. Sasaran']));
    expect(units.map(({ key, label, chapter }) => [key, label, chapter])).toEqual([
      ['pembukaan', 'Pembukaan', undefined], ['bab-i', 'BAB I', undefined], ['pasal-1', 'Pasal 1', 'BAB I KETENTUAN UMUM'], ['bab-ii', 'BAB II', undefined],
      ['bab-ii-bagian-kesatu', 'BAB II Bagian Kesatu', 'BAB II INDUSTRI UNGGULAN'], ['pasal-2', 'Pasal 2', 'BAB II INDUSTRI UNGGULAN'], ['penutup', 'Penutup', undefined],
      ['penjelasan', 'Penjelasan', undefined], ['penjelasan-pasal-1', 'Penjelasan Pasal 1', undefined], ['lampiran-ii', 'Lampiran II', undefined],
    ]);
    expect(units[5]!.paragraphs).toEqual([{ ayat: '(1)', text: 'Industri unggulan meliputi:\na. industri kain tenun; dan\nb. industri pengolahan kelapa sawit.' }, { ayat: '(2)', text: 'Industri unggulan dikembangkan bertahap.' }]);
  });

  it('is not cut by a sentence that mentions a Pasal or a Bab', () => {
    const units = splitArticles(draft(['Pasal 1', 'Sebagaimana dimaksud dalam', 'Pasal 7 ayat (2) dan BAB II, daerah menyusun rencana.']));
    expect(units.map(({ key }) => key)).toEqual(['pembukaan', 'pasal-1', 'penutup']);
  });

  it('keeps both of two Pasal that have one number', () => {
    expect(splitArticles('Pasal 3\nsatu\nPasal 3\ndua').map(({ key, paragraphs }) => [key, paragraphs[0]?.text])).toEqual([['pasal-3', 'satu'], ['pasal-3.2', 'dua']]);
  });

  it('is one unit when it keeps no order, and loses no word whatever it holds', () => {
    expect(splitArticles('Sebuah surat biasa.\nTanpa pasal.')).toMatchObject([{ key: 'pembukaan', paragraphs: [{ text: 'Sebuah surat biasa.' }, { text: 'Tanpa pasal.' }] }]);
    const line = fc.oneof(fc.constantFrom('BAB I', 'BAB II UMUM', 'Pasal 1', 'Pasal 2', 'PENJELASAN', 'LAMPIRAN', '(1) satu', '(2)', 'Agar setiap orang mengetahuinya'), fc.string({ maxLength: 30 }));
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const units = splitArticles(lines.join('\n'));
      const keys = units.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const kept = JSON.stringify(units);
      for (const word of lines.join(' ').match(/\b[a-z]{6,}\b/g) ?? []) expect(kept).toContain(word);
    }));
  });
});

describe('two versions of a draft', () => {
  it('do not differ from themselves', () => {
    expect(changes(draft(), draft())).toEqual({ units: 7, unchanged: 7, changes: [] });
  });

  it('show the words that went and came, ayat by ayat', () => {
    const after = draft(body.map((line) => line.replace('kain tenun', 'tenun bumpak')).concat('(3) Tenun bumpak dipasarkan lewat Pulau Baai.'));
    const { changes: found, unchanged } = changes(draft(), after);
    expect(unchanged).toBe(6);
    expect(found.map(({ label, change }) => [label, change])).toEqual([['Pasal 2', 'changed']]);
    const [first, second, third] = found[0]!.paragraphs;
    expect(first!.before!.filter(({ op }) => op === 'del').map(({ text }) => text.trim())).toEqual(['kain']);
    expect(first!.after!.filter(({ op }) => op === 'ins').map(({ text }) => text.trim())).toEqual(['bumpak']);
    expect(second).toMatchObject({ ayat: '(2)', before: [{ op: 'same' }], after: [{ op: 'same' }] });
    expect(third).toEqual({ ayat: '(3)', before: null, after: [{ op: 'ins', text: 'Tenun bumpak dipasarkan lewat Pulau Baai.' }] });
  });

  it('call one new Pasal new, and those behind it only renumbered', () => {
    const tenth = (n: number) => `Isi ${['alfa', 'beta', 'gama', 'delta', 'epsilon'][n]} mengatur hal ke-${n} secara tersendiri.`;
    const before = draft([0, 1, 2, 3].flatMap((n) => [`Pasal ${n + 1}`, tenth(n)]));
    const after = draft([0, 4, 1, 2, 3].flatMap((n, at) => [`Pasal ${at + 1}`, tenth(n)]));
    expect(changes(before, after).changes.map(({ label, was, change }) => [label, was, change])).toEqual([['Pasal 2', null, 'added'], ['Pasal 3', 'Pasal 2', 'renumbered'], ['Pasal 4', 'Pasal 3', 'renumbered'], ['Pasal 5', 'Pasal 4', 'renumbered']]);
    expect(changes(after, before).changes.map(({ label, change }) => [label, change])[0]).toEqual(['Pasal 2', 'removed']);
  });

  it('are put together again from their pieces, to the letter', () => {
    const texts = fc.array(fc.lorem({ maxCount: 12 }), { minLength: 1, maxLength: 6 }).map((sentences) => sentences.flatMap((one, n) => [`Pasal ${n + 1}`, `(1) ${one}`]).join('\n'));
    fc.assert(fc.property(texts, texts, (before, after) => {
      const [old, now] = [splitArticles(before), splitArticles(after)];
      const { changes: found, unchanged, units } = compareArticles(old, now);
      expect(unchanged + found.filter(({ change }) => change !== 'removed').length).toBe(units);
      const said = (side: 'before' | 'after') => found.flatMap(({ paragraphs }) => paragraphs.map((one) => (one[side] ?? []).map(({ text }) => text).join('')));
      const all = (list: typeof old) => list.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
      for (const text of said('before').filter(Boolean)) expect(all(old)).toContain(text);
      for (const text of said('after').filter(Boolean)) expect(all(now)).toContain(text);
    }));
  });

  it('are compared in a moment even when every one of a hundred thousand words is another', () => {
    const words = (sign: string) => `Pasal 1\n${Array.from({ length: 100_000 }, (_, n) => `${sign}${n}`).join(' ')}`;
    expect(changes(words('a'), words('b')).changes[0]!.paragraphs[0]).toMatchObject({ before: [{ op: 'del' }], after: [{ op: 'ins' }] });
  });
});

describe('a remark', () => {
  it('finds the Pasal it is about, however it is written', () => {
    expect(['Pasal 7 ayat (2)', 'psl. 7', 'Penjelasan Pasal 7', 'LAMPIRAN II', 'lampiran', 'Menimbang huruf a', 'bagian umum'].map(unitNamed)).toEqual(['pasal-7', 'pasal-7', 'penjelasan-pasal-7', 'lampiran-ii', 'lampiran', 'pembukaan', undefined]);
    expect(isAbout('Pasal 7', { key: 'pasal-8', was: 'Pasal 7' })).toBe(true);
    expect(isAbout('Pasal 7', { key: 'pasal-7-lama', was: null })).toBe(true);
    expect(isAbout('Pasal 7', { key: 'pasal-17', was: null })).toBe(false);
  });
});
