import { fileName } from './file-name';

const disposition = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

describe('the name of a document', () => {
  it.each([
    [`attachment; filename="surat.pdf"`, 'surat.pdf'],
    [`attachment; filename=surat.pdf`, 'surat.pdf'],
    [`attachment; filename*=UTF-8''Raperda%20RPIK%20Seluma.docx`, 'Raperda RPIK Seluma.docx'],
    [`attachment; filename="cadangan.pdf"; filename*=UTF-8''utama%20%C3%A9.pdf`, 'utama é.pdf'],
    [`attachment; filename*=utf-8'id'surat.pdf; filename="lain.pdf"`, 'surat.pdf'],
    [`attachment; filename*=ISO-8859-1''caf%E9.pdf`, 'café.pdf'],
    [`ATTACHMENT ; FileName = "a;b \\"c\\".pdf" ;`, 'a;b "c".pdf'],
    [`attachment; filename="${Buffer.from('peta—baru.pdf').toString('latin1')}"`, 'peta—baru.pdf'],
    [`attachment; filename="caf\xe9.pdf"`, 'café.pdf'],
    [disposition('e\u0301.pdf'), 'é.pdf'],
    [disposition('文書 №1.pdf'), '文書 №1.pdf'],
    [disposition('konsep.pdf'), 'konsep.pdf'],
    [disposition('console.pdf'), 'console.pdf'],
    [disposition(`${'a'.repeat(196)}.pdf`), `${'a'.repeat(196)}.pdf`],
  ])('is read from %s', (header, name) => {
    expect(fileName(header)).toEqual({ name });
  });

  it.each([undefined, '', '  ', 'attachment', 'attachment;', 'inline; size=3'])('is missing in %j', (header) => {
    expect(fileName(header)).toMatchObject({ refused: 'file-name-missing' });
  });

  it.each([
    '../../etc/passwd', '..', '.', '/etc/passwd', 'a/b.pdf', '..\\..\\x.pdf', 'C:\\x.pdf', 'C:x.pdf', 'a.pdf:stream', 'a\u2215b.pdf', 'a\uff0fb.pdf', 'a\u2044b.pdf', 'a\uff3cb.pdf',
    'a\0.pdf', 'a\r\nSet-Cookie: x.pdf', 'a\t.pdf', 'a\x7f.pdf', 'a\x85.pdf',
    'gnp.\u202efdp.exe', 'a\u2066b.pdf', 'a\u200fb.pdf', 'a\u061cb.pdf', 'a\u200bb.pdf', '\ufeffa.pdf', 'a\u2028b.pdf', 'a\u{e0041}.pdf',
    'CON', 'con.pdf', 'Aux.txt', 'NUL', 'nul.tar.gz', 'COM1', 'com9.pdf', 'LPT1.docx', 'lpt¹.pdf', 'PRN .pdf', 'CONIN$', 'clock$.x', 'ＣＯＮ.pdf',
    '.htaccess', 'a.pdf.', 'a.pdf ', ' a.pdf', ' ', `${'a'.repeat(197)}.pdf`, '\u{1f600}'.repeat(201),
  ])('is refused: %j', (name) => {
    expect(fileName(disposition(name))).toMatchObject({ refused: 'file-name-invalid' });
  });

  it.each([
    `attachment; filename="unclosed`, `attachment; filename=a; filename=b`, `attachment; filename*=UTF-8''%ff%fe.pdf`, `attachment; filename*=UTF-8''%2`, `attachment; filename*=UTF-8''%C0%AE%C0%AE/x`,
    `attachment; filename*=UTF-16''a.pdf`, `attachment; filename*=a.pdf`, `attachment filename=a`, `; filename=a`, `attachment; filename*=UTF-8''..%2F..%2Fx.pdf`, `attachment; filename="..\\\\x.pdf"`, `attachment; filename=""`,
  ])('is refused in the header %s', (header) => {
    expect(fileName(header)).toMatchObject({ refused: 'file-name-invalid' });
  });

  it('is judged quickly, however the header is built', () => {
    const before = performance.now();
    for (const header of [`attachment; filename="${'\\'.repeat(16_000)}`, `attachment${'; a'.repeat(5_000)}`, `attachment; filename=${' '.repeat(16_000)}"`]) fileName(header);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
