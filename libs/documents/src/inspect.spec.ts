import { deflateSync } from 'node:zlib';
import { inspect, type InspectionRules } from './inspect';
import { bytesOf } from './memory-bytes';
import { mediaTypes, type Media } from './media';
import { StoreAway } from './store-away';
import { draftRegulation } from './samples/draft-regulation';
import { samplePdf } from './samples/sample-pdf';
import { sampleXlsx } from './samples/sample-xlsx';
import {
  catalog, compoundFile, contentTypes, docxWith, jpeg, objectStream, pages, pdfOf, png, relations, sheetMain, streamOf, wordMain, zipOf,
} from '../testing/hostile-files';

const judge = (content: Buffer, media: Media, name = `surat.${mediaTypes[media].extensions[0]}`, rules?: InspectionRules) =>
  inspect(bytesOf(content), { media: mediaTypes[media].type, name }, rules);
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const draft = { regionName: 'Kabupaten Seluma', kind: 'kabupaten', headTitle: 'Bupati Seluma', year: 2027, products: ['tenun bumpak'], zone: 'Sentra IKM Tais', articlesSeed: 1 } as const;

describe('an honest document', () => {
  it.each<[string, Media, () => Promise<Buffer> | Buffer]>([
    ['a draft regulation', 'docx', () => draftRegulation(draft)],
    ['the smallest docx', 'docx', () => docxWith()],
    ['a workbook', 'xlsx', () => sampleXlsx([['KBLI', 'komoditas'], [13121, 'tenun']])],
    ['a letter', 'pdf', () => samplePdf('Surat', ['Isi'])],
    ['a pdf with harmless object streams', 'pdf', () => pdfOf([catalog, pages, objectStream('<< /Type /Page >>')])],
    ['a photograph', 'jpeg', () => jpeg],
    ['a scan', 'png', () => png],
    ['a chart with its own workbook', 'docx', () => docxWith({ name: 'word/embeddings/Microsoft_Excel_Worksheet.xlsx', content: sampleXlsx([['a', 1]]) })],
    ['a docx made from a template on the author’s disk', 'docx', () => docxWith({ name: 'word/_rels/settings.xml.rels', content: relations({ type: 'attachedTemplate', target: 'file:///C:\\Users\\Ani\\Normal.dotm', external: true }) })],
    ['a docx with a link to a web site', 'docx', () => docxWith({ name: 'word/_rels/document.xml.rels', content: relations({ type: 'hyperlink', target: 'https://jdih.example.go.id', external: true }) })],
    ['a pdf that writes about JavaScript in a page', 'pdf', () => pdfOf([catalog, pages, streamOf('/Filter /FlateDecode', deflateSync(Buffer.from('BT (/JS /JavaScript) Tj ET')))])],
  ])('is accepted: %s', async (_, media, make) => {
    expect(await judge(await make(), media)).toEqual({ ok: true, media });
  });

  it('may declare parameters, and csv where the list of the document type allows it', async () => {
    expect(await inspect(bytesOf(png), { media: 'Image/PNG; charset=binary', name: 'Foto.PNG' })).toEqual({ ok: true, media: 'png' });
    expect(await judge(Buffer.from('kbli;nama\n13121;tenun “bumpak”\n'), 'csv', 'matriks.csv', { accepted: ['text/csv'] })).toEqual({ ok: true, media: 'csv' });
  });
});

describe('a document that is not what it says', () => {
  const macro = contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/document.xml');
  const body = { name: 'word/document.xml', content: '<w:document/>' };
  it.each<[string, Media, string, Buffer]>([
    ['no bytes', 'pdf', 'empty-file', Buffer.alloc(0)],
    ['a PNG named pdf', 'pdf', 'magic-mismatch', png],
    ['a program named docx', 'docx', 'magic-mismatch', Buffer.from('MZ\x90\0 this program')],
    ['an HTML page named jpg', 'jpeg', 'magic-mismatch', Buffer.from('<html><script>')],
    ['a plain zip named docx', 'docx', 'magic-mismatch', zipOf([{ name: 'a.txt', content: 'x' }])],
    ['a workbook named docx', 'docx', 'magic-mismatch', sampleXlsx([['x']])],
    ['a docx named xlsx', 'xlsx', 'magic-mismatch', docxWith()],
    ['a content type without its part', 'docx', 'magic-mismatch', zipOf([contentTypes(wordMain, 'word/document.xml')])],
    ['a truncated docx', 'docx', 'magic-mismatch', docxWith().subarray(0, 200)],
    ['an old .doc named docx', 'docx', 'magic-mismatch', compoundFile('WordDocument')],
    ['a docx with a flipped byte', 'docx', 'magic-mismatch', flipped(docxWith({ name: 'word/a.xml', content: 'abcdefgh'.repeat(3) }), 'word/a.xml')],
    ['a document type declaration in the content types', 'docx', 'magic-mismatch', zipOf([contentTypes(wordMain, 'word/document.xml', '<!DOCTYPE x>'), body])],
    ['a password', 'docx', 'encrypted-document', compoundFile('EncryptedPackage')],
    ['an encrypted entry', 'docx', 'encrypted-document', docxWith({ name: 'word/a.xml', content: 'x', flags: 0x0801 })],
    ['vbaProject.bin', 'docx', 'macro-document', docxWith({ name: 'word/vbaProject.bin', content: 'x' })],
    ['vbaProject.bin under a disguise of letters', 'docx', 'macro-document', docxWith({ name: 'WORD/VBAPROJECT.BIN', content: 'x' })],
    ['a docm renamed docx', 'docx', 'macro-document', zipOf([macro, body])],
    ['a docm whose type hides in a character reference', 'docx', 'macro-document', zipOf([{ ...macro, content: String(macro.content).replace('macroE', 'macro&#69;') }, body])],
    ['a docm with content types in UTF-16', 'docx', 'macro-document', zipOf([{ ...macro, content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(String(macro.content), 'utf16le')]) }, body])],
    ['macros under another name', 'docx', 'macro-document', docxWith({ name: 'word/_rels/document.xml.rels', content: relations({ type: 'vbaProject', target: 'a.xml' }) })],
    ['a template fetched from elsewhere', 'docx', 'macro-document', docxWith({ name: 'word/_rels/settings.xml.rels', content: relations({ type: 'attachedTemplate', target: 'https://evil.example/t.dotm', external: true }) })],
    ['an Excel 4 macro sheet', 'xlsx', 'macro-document', zipOf([contentTypes(sheetMain, 'xl/workbook.xml'), { name: 'xl/workbook.xml', content: '<workbook/>' }, { name: 'xl/macrosheets/sheet1.xml', content: 'x' }])],
    ['an OLE object', 'docx', 'embedded-object-refused', docxWith({ name: 'word/embeddings/oleObject1.bin', content: 'x' })],
    ['an OLE object named like a picture', 'docx', 'embedded-object-refused', docxWith({ name: 'word/media/image1.png', content: compoundFile('Ole10Native') })],
    ['an ActiveX control', 'docx', 'embedded-object-refused', docxWith({ name: 'word/activeX/activeX1.xml', content: 'x' })],
    ['a program inside', 'docx', 'embedded-object-refused', docxWith({ name: 'word/media/image1.jpeg', content: 'MZ\x90\0' })],
    ['an object that lives on the web', 'docx', 'embedded-object-refused', docxWith({ name: 'word/_rels/document.xml.rels', content: relations({ type: 'oleObject', target: 'mhtml:https://evil.example/x.html!', external: true }) })],
    ['a macro workbook inside a chart', 'docx', 'macro-document', docxWith({ name: 'word/embeddings/Book1.xlsx', content: zipOf([contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml', 'xl/workbook.xml')]) })],
    ['a document inside the document', 'docx', 'embedded-object-refused', docxWith({ name: 'word/embeddings/inner.docx', content: docxWith() })],
    ['a path out of the folder', 'docx', 'zip-entry-name', docxWith({ name: '../../etc/passwd', content: 'x' })],
    ['an absolute path', 'docx', 'zip-entry-name', docxWith({ name: '/etc/passwd', content: 'x' })],
    ['a drive', 'docx', 'zip-entry-name', docxWith({ name: 'C:/x', content: 'x' })],
    ['a backslash', 'docx', 'zip-entry-name', docxWith({ name: 'word\\..\\..\\x', content: 'x' })],
    ['two entries of one name', 'docx', 'zip-entry-name', docxWith({ name: 'WORD/document.xml', content: 'other' })],
    ['a symbolic link', 'docx', 'zip-entry-name', docxWith({ name: 'word/link', content: '/etc/passwd', mode: 0o120777 })],
    ['20 MB of zeros', 'docx', 'zip-bomb', docxWith({ name: 'word/media/image1.bmp', content: Buffer.alloc(20 * 1024 * 1024) })],
    ['a header that lies about its size', 'docx', 'zip-bomb', docxWith({ name: 'word/a.xml', content: Buffer.alloc(5000), claims: 10 })],
    ['2,001 entries', 'docx', 'zip-bomb', docxWith(...Array.from({ length: 2000 }, (_, at) => ({ name: `word/${at}.xml`, content: '' })))],
    ['an encrypted pdf', 'pdf', 'encrypted-pdf', pdfOf([catalog, pages, '<< /Filter /Standard /V 4 /R 4 /O (o) /U (u) /P -44 >>'], '/Root 1 0 R /Encrypt 3 0 R')],
    ['an encrypted pdf with an escaped name', 'pdf', 'encrypted-pdf', pdfOf([catalog, pages], '/Root 1 0 R /#45ncrypt 3 0 R')],
    ['a script on opening', 'pdf', 'scripted-pdf', pdfOf([`<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} >>`, pages])],
    ['a script behind #-escapes', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, '<< /S /J#61vaScript /J#53 (x) >>'])],
    ['a program to launch', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, '<< /S /Launch /F (cmd.exe) >>'])],
    ['a script in a compressed object stream', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, objectStream(script)])],
    ['a script in an object stream with a false beginning', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, objectStream(script, '/Type /ObjStm /N 1 /First 4 /X (9 0 obj) /Filter /FlateDecode')])],
    ['a script in an object stream without a type', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, objectStream(script, '/N 1 /First 4 /Filter [/Fl]')])],
    ['a script in an object stream behind a long dictionary', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, objectStream(script, `/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode ${' '.repeat(900_000)}`)])],
    ['a script inside the body of another stream', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, streamOf('', Buffer.from(`7 0 obj ${script} endobj`))])],
    ['a script in an object stream behind a comment that begins a stream', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, '% >> stream \nnull', objectStream(script)])],
    ['a script in an object stream without a type behind such a comment', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, '(>> stream )', objectStream(script, '/N 1 /First 4 /Filter /FlateDecode')])],
    ['an encrypted pdf behind such a comment', 'pdf', 'encrypted-pdf', pdfOf([catalog, pages, '% stream \nnull'], '/Root 1 0 R /Encrypt 3 0 R')],
    ['half a million streams', 'pdf', 'zip-bomb', pdfOf([catalog, pages, 'stream endstream '.repeat(500_001)])],
    ['an object stream that cannot be looked into', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, objectStream(script, '/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]')])],
    ['an object stream that does not unpack', 'pdf', 'scripted-pdf', pdfOf([catalog, pages, streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', Buffer.from('garbage'))])],
    ['an object stream of 65 MB', 'pdf', 'zip-bomb', pdfOf([catalog, pages, objectStream(' '.repeat(65 * 1024 * 1024))])],
  ])('is refused: %s', async (_, media, code, content) => {
    expect(await judge(content, media)).toMatchObject({ refused: code, detail: expect.any(String) });
  });

  it('is refused when its type does not belong to the document type', async () => {
    expect(await judge(png, 'png', 'peta.png', { accepted: ['pdf', 'docx'] })).toMatchObject({ refused: 'media-not-accepted' });
    expect(await inspect(bytesOf(png), { media: 'application/octet-stream', name: 'peta.png' })).toMatchObject({ refused: 'media-not-accepted' });
    expect(await judge(Buffer.from('a;b'), 'csv', 'matriks.csv')).toMatchObject({ refused: 'media-not-accepted' });
  });
  it('is refused when its name has another ending, or none', async () => {
    for (const name of ['surat.exe', 'surat.pdf.html', 'surat']) expect(await judge(await samplePdf('x', []), 'pdf', name)).toMatchObject({ refused: 'magic-mismatch' });
  });
  it('is refused as csv when it is no text', async () => {
    for (const content of [Buffer.from([0x61, 0, 0x62]), Buffer.from([0xff, 0xfe, 0x61])]) {
      expect(await judge(content, 'csv', 'a.csv', { accepted: ['csv'] })).toMatchObject({ refused: 'magic-mismatch' });
    }
  });
  it('is refused above the size that the rules allow', async () => {
    expect(await judge(png, 'png', 'a.png', { maxBytes: 10 })).toMatchObject({ refused: 'too-large' });
  });
});

describe('a large pdf is read in parts', () => {
  const part = 256 * 1024;
  /** A pdf of 1 MB with this text at exactly this place. */
  const withAt = (place: number, text: string | Buffer) => judge(Buffer.concat([
    Buffer.from('%PDF-1.7\n'.padEnd(place, 'x ')), Buffer.from(text as string), Buffer.from(`\n${'x '.repeat(2 * part)}%%EOF`),
  ]), 'pdf');
  const around = (border: number, reach: number, step: number) => Array.from({ length: Math.ceil(reach / step) }, (_, at) => border - reach + at * step);

  it.each([
    ['a script', script, 'scripted-pdf'],
    ['a script in the body of a stream', 'stream\n/JavaScript 9 0 R', 'scripted-pdf'],
    ['an XFA form', '<< /XFA 9 0 R >>', 'scripted-pdf'],
    ['an encryption', '<< /Encrypt 9 0 R >>', 'encrypted-pdf'],
  ])('and %s is found wherever the border of a part falls', async (_, object, code) => {
    for (const place of around(part + 2, 30, 1)) expect(await withAt(place, object)).toMatchObject({ refused: code });
  });
  it('and a name is found wherever the text kept in memory is cut', async () => {
    for (const place of around(3 * part - 64 * 1024 + 80, 200, 3)) expect(await withAt(place, '<< /XFA 9 0 R >>')).toMatchObject({ refused: 'scripted-pdf' });
  });
  it('and an object stream is unpacked across the border', async () => {
    const hidden = Buffer.concat([Buffer.from('7 0 obj\n'), objectStream(script), Buffer.from('\nendobj')]);
    for (const place of around(part + 4, hidden.length + 8, 1)) expect(await withAt(place, hidden)).toMatchObject({ refused: 'scripted-pdf', detail: 'the PDF holds /JavaScript' });
  });
});

it('a disk that fails during the inspection is away, and says nothing about the document', async () => {
  const failing = (content: Buffer) => ({ ...bytesOf(content), read: async (start: number, end: number) => {
    if (start > 0 || end > 16) throw Object.assign(new Error('i/o'), { code: 'EIO' });
    return content.subarray(0, 16);
  } });
  await expect(inspect(failing(docxWith()), { media: 'docx', name: 'a.docx' })).rejects.toThrow(StoreAway);
  await expect(inspect(failing(await samplePdf('x', [])), { media: 'pdf', name: 'a.pdf' })).rejects.toThrow(StoreAway);
});

/** Turns one bit of the packed content of an entry, so that the directory stays readable. */
function flipped(zip: Buffer, name: string): Buffer {
  const at = zip.indexOf(name) + name.length + 2;
  zip[at] = zip[at]! ^ 1;
  return zip;
}
