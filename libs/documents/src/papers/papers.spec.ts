import { extractRawText } from 'mammoth';
import { fromBufferPromise } from 'yauzl';
import { synchronizationMinutes } from '#process/minutes/index';
import { ProvinceMinutes } from '../../../process/testing/minutes-of-a-province';
import { pdfText } from '../../testing/pdf-text';
import { inspect } from '../inspect';
import { bytesOf } from '../memory-bytes';
import { paperDocx } from './paper-docx';
import { paperPdf } from './paper-pdf';

const draft = synchronizationMinutes(new ProvinceMinutes().source());
const final = synchronizationMinutes(new ProvinceMinutes().release().source());
const docxText = async (buffer: Buffer) => (await extractRawText({ buffer })).value;
const squeezed = (text: string) => text.replace(/[\s\u200B]+/g, '');
const later = () => new Promise((done) => setTimeout(done, 1_100));

async function documentXml(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  }
  throw new Error('no document.xml');
}

const told = [
  'BERITA ACARA SINKRONISASI', 'Provinsi Bengkulu', 'RANCANGAN', 'Kab. Bengkulu Selatan', 'Perda 4/2022', 'Pemekaran wilayah sedang berjalan.', 'Biro Hukum provinsi (Plh, SK 7/2027)', 'tenun bumpak (KBLI 13122), utama, 2028–2047',
  'Disepakati Gubernur dalam rapat.', 'Dipenuhi dari provinsi tetangga.', 'Rabu, 20 Januari 2027', 'Gerbang dapat dilepas: 2 dari 2 siap, 1 tetap.', 'Wakil Pemerintah Daerah', '2222222222222222 2222222222222222',
];

describe('the minutes as files', () => {
  it('say the same as DOCX and as PDF', async () => {
    const [docx, pdf] = [squeezed(await docxText(await paperDocx(draft))), squeezed(pdfText(await paperPdf(draft)))];
    // The head of a page is no part of what mammoth reads of a DOCX.
    for (const part of told.filter((one) => one !== 'RANCANGAN')) expect([part, docx.includes(squeezed(part))]).toEqual([part, true]);
    for (const part of told) expect([part, pdf.includes(squeezed(part))]).toEqual([part, true]);
    expect(pdf).not.toContain('\u{1F6AB}');
    expect(squeezed(pdfText(await paperPdf(final)))).toContain(squeezed('untuk 2 kasus berikut, tidak lebih dan tidak kurang'));
  });

  it('are the same bytes for the same state on another second, and others for another state', async () => {
    const first = [await paperDocx(draft), await paperPdf(draft)];
    await later();
    const again = [await paperDocx(draft), await paperPdf(draft)];
    expect(again.map((bytes, at) => bytes.equals(first[at]!))).toEqual([true, true]);
    expect((await paperPdf(final)).equals(first[1]!)).toBe(false);
  });

  it('pass the inspection that every document passes', async () => {
    const all = { docx: await paperDocx(final), pdf: await paperPdf(final) };
    for (const [media, bytes] of Object.entries(all)) expect([media, await inspect(bytesOf(bytes), { media, name: `berita-acara.${media}` }, { accepted: ['pdf', 'docx'], maxBytes: 1e8 })]).toEqual([media, expect.not.objectContaining({ refused: expect.anything() as unknown })]);
  });

  const hostile: [what: string, text: string][] = [
    ['a word of 10,000 letters', 'x'.repeat(10_000)],
    ['markup', '</w:t><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText><script>alert(1)</script>&#x41;]]>'],
    ['a formula and a script of a PDF', '=cmd|/C calc!A0 /JavaScript (app.alert) >> endobj %%EOF'],
    ['control characters and hidden directions', 'a\u0000\u0007\u001b[31mb\u202Etxt.exe\u202C\u200Fc\ud800d'],
    ['letters of other scripts', 'Bengkulu بنكولو 明古魯 👩‍👩‍👧 → ≥ é'],
    ['braces of templates', '${process.exit()} {{constructor}} #{x} %s'],
  ];
  it.each(hostile)('are neither broken nor run by %s', async (_, text) => {
    const paper = synchronizationMinutes(new ProvinceMinutes(text).source());
    const [docx, pdf] = [await paperDocx(paper), await paperPdf(paper)];
    const xml = await documentXml(docx);
    expect(xml).not.toMatch(/<w:instrText|<script|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u200f]/);
    expect(pdf.toString('latin1')).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|EmbeddedFile)\b/);
    const expected = squeezed(text.replace(/[\u0000-\u001f\u202a-\u202e\u200f]/g, '').replace('\ud800', '\ufffd').replace(/\u200d/g, ''));
    expect(squeezed(await docxText(docx))).toContain(expected);
    const onPaper = [...expected].map((letter) => (letter === '→' ? '->' : /[\u0020-\u024f≥\ufffd]/.test(letter) ? letter : `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`)).join('');
    // A text longer than a page goes on after the head of the next.
    const read = squeezed(pdfText(pdf));
    expect(text.length > 1_500 ? read.replace(/[^x]/g, '').length >= text.length : read.includes(onPaper)).toBe(true);
    expect(pages(pdf)).toBeLessThan(12);
  });

  it('stay inside the page, however long a word is', async () => {
    const pdf = (await paperPdf(synchronizationMinutes(new ProvinceMinutes('W'.repeat(500)).source()))).toString('latin1');
    const places = [...pdf.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x));
    expect(places.length).toBeGreaterThan(100);
    expect(Math.max(...places)).toBeLessThan(595 - 57);
  });
});

const pages = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;
