import { docxBytes } from './samples/docx-bytes';
import { draftRegulation } from './samples/draft-regulation';
import { paper, plain } from './samples/page';
import { writeZip } from './samples/write-zip';
import { splitArticles } from './articles/split-articles';
import { docxText, textLimits } from './docx-text';
import { bytesOf } from './memory-bytes';

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const rels = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const docx = (xml: string) => bytesOf(writeZip([{ name: '[Content_Types].xml', content: Buffer.from(types) }, { name: '_rels/.rels', content: Buffer.from(rels) }, { name: 'word/document.xml', content: Buffer.from(xml) }]));
const body = (inside: string) => `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

describe('the text of a DOCX', () => {
  it('is read by Pasal, as the draft was written', async () => {
    const bytes = await draftRegulation({ regionName: 'Seluma', kind: 'kabupaten', headTitle: 'Bupati', year: 2027, products: ['tenun bumpak'], zone: 'Sentra IKM Tais', articlesSeed: 1 });
    const read = await docxText(bytesOf(bytes));
    if ('unreadable' in read) throw new Error(read.unreadable);
    const units = splitArticles(read.text);
    const pasal = units.filter(({ key }) => /^pasal-\d+$/.test(key));
    expect(pasal.map(({ label }) => label)).toEqual(pasal.map((_, at) => `Pasal ${at + 1}`));
    expect(pasal.length).toBeGreaterThan(10);
    expect(pasal.every(({ chapter }) => /^BAB [IVX]+ \S+/.test(chapter ?? ''))).toBe(true);
    expect(units.filter(({ part }) => part === 'explanation').length).toBe(pasal.length + 1);
  });

  it('stays text whatever somebody has written into it', async () => {
    const hostile = '<script>alert(1)</script> \u202Etxt.exe {{x}} ${y}';
    expect(await docxText(bytesOf(await docxBytes(paper('x', 'x', [plain(hostile)]))))).toMatchObject({ text: expect.stringContaining('<script>alert(1)</script>') as string, cut: false });
  });

  it('is refused when the file is damaged, no package, or would unpack to more than anybody writes', async () => {
    expect(await docxText(bytesOf(Buffer.from('PK\u0003\u0004 nothing')))).toEqual({ unreadable: 'damaged' });
    expect(await docxText(docx('<not-xml'))).toEqual({ unreadable: 'damaged' });
    expect(await docxText(docx(body(`<w:p><w:r><w:t>${'a'.repeat(2_000_000)}</w:t></w:r></w:p>`)), { ...textLimits, partBytes: 1_000_000 })).toEqual({ unreadable: 'too-large' });
    expect(await docxText(bytesOf(Buffer.alloc(2_000)), { ...textLimits, fileBytes: 1_000 })).toEqual({ unreadable: 'too-large' });
  });

  it('names no entity and fetches nothing', async () => {
    const read = await docxText(docx(`<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>${body('<w:p><w:r><w:t>a&x;b</w:t></w:r></w:p>').slice(21)}`));
    expect(JSON.stringify(read)).not.toMatch(/[a-z0-9]{8,}-[a-z0-9]/);
  });

  it('is given up when reading takes too long, and cut where it is too long to show', async () => {
    const long = docx(body('<w:p><w:r><w:t>kata</w:t></w:r></w:p>'.repeat(20_000)));
    expect(await docxText(long, { ...textLimits, milliseconds: 1 })).toEqual({ unreadable: 'too-slow' });
    expect(await docxText(docx(body('<w:p><w:r><w:t>satu dua tiga</w:t></w:r></w:p>')), { ...textLimits, letters: 4 })).toEqual({ text: 'satu', cut: true });
  });
});
