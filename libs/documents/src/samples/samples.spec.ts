import { extractRawText } from 'mammoth';
import { inspect } from '../inspect';
import { bytesOf } from '../memory-bytes';
import { draftRegulation } from './draft-regulation';
import type { DraftRegulation } from './regulation-terms';
import { samplePdf } from './sample-pdf';
import { sampleXlsx } from './sample-xlsx';
import { template } from './template';
import { outlinedTypes } from './template-outlines';

const seluma: DraftRegulation = { regionName: 'Kabupaten Seluma', kind: 'kabupaten', headTitle: 'Bupati Seluma', year: 2026, products: ['tenun bumpak', 'pengolahan ikan'], zone: 'Sentra IKM Tais', articlesSeed: 1705 };
const textOf = async (buffer: Buffer) => (await extractRawText({ buffer })).value.replace(/[\t ]+/g, ' ');
const later = () => new Promise((done) => setTimeout(done, 1_100));

describe('a sample draft regulation', () => {
  it('has the parts of a Perda in their order', async () => {
    const text = await textOf(await draftRegulation(seluma));
    const places = ['BUPATI SELUMA', 'RANCANGAN', 'DENGAN RAHMAT TUHAN YANG MAHA ESA', 'Menimbang', 'Pasal 11 ayat (4) Undang-Undang Nomor 3 Tahun 2014', 'Mengingat', 'Undang-Undang Nomor 23 Tahun 2014', 'Peraturan Pemerintah Nomor 14 Tahun 2015', 'MEMUTUSKAN:', 'Menetapkan', 'BAB I\n', 'Pasal 1\n', 'BAB VI\n', 'tenun bumpak', 'Ditetapkan di Seluma', 'Diundangkan di Seluma', 'PENJELASAN', 'PASAL DEMI PASAL', 'LAMPIRAN'].map((part) => [part, text.indexOf(part)] as const);
    expect(places.filter(([, at]) => at < 0)).toEqual([]);
    for (const part of ['Menimbang', 'Mengingat', 'MEMUTUSKAN:', 'BAB I\n', 'PENJELASAN', 'LAMPIRAN\n'].map((word) => text.indexOf(word)).map((at, index, all) => [all[index - 1] ?? -1, at])) expect(part[0]!).toBeLessThan(part[1]!);
  });

  it.each([1, 2, 3, 1701, 1709, 'kota'])('has at least 12 Pasal in 6 BAB, numbered without a gap (seed %s)', async (articlesSeed) => {
    const text = await textOf(await draftRegulation({ ...seluma, articlesSeed }));
    const body = text.slice(0, text.indexOf('PENJELASAN'));
    const pasal = [...body.matchAll(/^\s*Pasal (\d+)$/gm)].map(([, number]) => Number(number));
    expect(pasal.length).toBeGreaterThanOrEqual(12);
    expect(pasal).toEqual(pasal.map((_, at) => at + 1));
    expect([...body.matchAll(/^BAB [IVX]+$/gm)].length).toBeGreaterThanOrEqual(6);
    expect(body).not.toMatch(/\{|undefined|NaN/);
    expect(body).toMatch(/Industri Unggulan Daerah sebagaimana dimaksud dalam Pasal \d+/);
    expect(text.slice(text.indexOf('PENJELASAN'))).toContain(`Pasal ${pasal.length}\n`);
  });

  it('gives the same bytes for the same input on another day, and another text for another seed', async () => {
    const [first] = [await draftRegulation(seluma), await later()];
    expect((await draftRegulation(seluma)).equals(first)).toBe(true);
    const texts = await Promise.all([1, 2, 3, 4, 5, 6].map(async (articlesSeed) => textOf(await draftRegulation({ ...seluma, articlesSeed }))));
    expect(new Set(texts).size).toBeGreaterThan(3);
  });

  it('speaks of a city as a city', async () => {
    const text = await textOf(await draftRegulation({ ...seluma, regionName: 'Kota Bengkulu', kind: 'kota', headTitle: 'Wali Kota Bengkulu' }));
    expect(text).toContain('WALI KOTA BENGKULU');
    expect(text).toContain('PERATURAN DAERAH KOTA BENGKULU');
    expect(text).not.toMatch(/\bBupati\b(?!\/)|KABUPATEN BENGKULU/);
  });

  it('says on its pages that it is a sample', async () => {
    expect((await draftRegulation(seluma)).toString('utf8')).toContain('Data contoh / sample');
  });
});

describe('other samples', () => {
  it.each(outlinedTypes)('there is a form for %s that the inspection accepts', async (type) => {
    const content = await template(type, { id: 'Judul Contoh', en: 'Sample title' }, { regionName: 'Kabupaten Seluma', programmeYear: 2026, facts: { registerNumber: '1/2026' } });
    expect(await inspect(bytesOf(content), { media: 'docx', name: `${type}.docx` })).toEqual({ ok: true, media: 'docx' });
    const text = await textOf(content);
    for (const part of ['JUDUL CONTOH', 'KABUPATEN SELUMA', 'registerNumber: 1/2026']) expect(text).toContain(part);
    expect(text).not.toMatch(/[{}]|undefined/);
  });

  it('a type nobody has foreseen gets a form as well', async () => {
    expect(await textOf(await template('brand-new', { id: 'Baru', en: 'New' }))).toContain('BARU');
  });

  it('a letter and a workbook are the same bytes on another day', async () => {
    const [pdf, xlsx] = [await samplePdf('Surat Pengantar', ['Baris pertama', '']), sampleXlsx([['a', 1], ['<&">', 2.5]])];
    await later();
    expect((await samplePdf('Surat Pengantar', ['Baris pertama', ''])).equals(pdf)).toBe(true);
    expect(sampleXlsx([['a', 1], ['<&">', 2.5]]).equals(xlsx)).toBe(true);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
