import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { catalog, compoundFile, contentTypes, docxWith, pages, pdfOf, png, zipOf } from '../../libs/documents/testing/hostile-files';
import { House, pause } from '#test/house';
import type { CaseBody } from '../story/selaras-client';
import type { RegionStory } from '../story/tell-region';
import { type Asking, refusedInBoth, storyOf, WrittenDown } from './hostile-asking';

jest.setTimeout(300_000);

const MB = 1024 * 1024;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = pdfOf([catalog, pages]);
const desk = '/v1/cases/rpik-1705-2027/documents';
const named = (name: string) => ({ 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
const aPdf = { 'content-type': 'application/pdf', ...named('berkas.pdf') };
const aDocx = { 'content-type': docx, ...named('berkas.docx') };
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

/** `plan-document` takes pdf and docx at this stage, `team-decree` pdf only. */
const put = (body: Uint8Array, headers: Record<string, string> = aPdf, type = 'plan-document'): Asking => ({ method: 'PUT', path: `${desk}/${type}`, body, headers });

const table: [string, Asking, number, string][] = [
  ['a file of no bytes', put(Buffer.alloc(0)), 422, 'empty-file'],
  ['words that call themselves a PDF', put(Buffer.from('plain words')), 422, 'magic-mismatch'],
  ['a picture that calls itself a PDF', put(png), 422, 'magic-mismatch'],
  ['a PDF that calls itself a docx', put(pdf, aDocx), 422, 'magic-mismatch'],
  ['a program with the ending of a PDF', put(Buffer.concat([Buffer.from('MZ'), randomBytes(500)])), 422, 'magic-mismatch'],
  ['a PDF named .exe', put(pdf, { ...aPdf, ...named('berkas.exe') }), 422, 'magic-mismatch'],
  ['a zip bomb', put(docxWith({ name: 'word/media/image1.bmp', content: Buffer.alloc(20 * MB) }), aDocx), 422, 'zip-bomb'],
  ['a zip that lies about its size', put(docxWith({ name: 'word/a.xml', content: Buffer.alloc(5_000), claims: 10 }), aDocx), 422, 'zip-bomb'],
  ['a zip that leaves its folder', put(docxWith({ name: '../../etc/cron.d/x', content: 'x' }), aDocx), 422, 'zip-entry-name'],
  ['a docx with macros', put(docxWith({ name: 'word/vbaProject.bin', content: 'x' }), aDocx), 422, 'macro-document'],
  ['a docm renamed docx', put(zipOf([contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/document.xml'), { name: 'word/document.xml', content: '<w:document/>' }]), aDocx), 422, 'macro-document'],
  ['a docx behind a password', put(compoundFile('EncryptedPackage'), aDocx), 422, 'encrypted-document'],
  ['an encrypted PDF', put(pdfOf([catalog, pages, '<< /Filter /Standard /V 4 /R 4 /O (o) /U (u) /P -44 >>'], '/Root 1 0 R /Encrypt 3 0 R')), 422, 'encrypted-pdf'],
  ['a PDF with a script', put(pdfOf([`<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} >>`, pages])), 422, 'scripted-pdf'],
  ['bytes that differ from their digest', put(pdf, { ...aPdf, 'content-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` }), 422, 'digest-mismatch'],
  ['a digest that cannot be read', put(pdf, { ...aPdf, 'content-digest': 'sha-256=:%%%:' }), 400, 'digest-invalid'],
  ['a name with a path', put(pdf, { ...aPdf, ...named('../../etc/passwd.pdf') }), 422, 'file-name-invalid'],
  ['a name with a path of another system', put(pdf, { ...aPdf, ...named('C:\\Windows\\x.pdf') }), 422, 'file-name-invalid'],
  ['a name with a line break', put(pdf, { ...aPdf, ...named('a\r\nSet-Cookie: x.pdf') }), 422, 'file-name-invalid'],
  ['a name with NUL', put(pdf, { ...aPdf, ...named('a\u0000.pdf') }), 422, 'file-name-invalid'],
  ['a name that reads backwards', put(pdf, { ...aPdf, ...named('a\u202efdp.exe.pdf') }), 422, 'file-name-invalid'],
  ['a name of a device', put(pdf, { ...aPdf, ...named('con.pdf') }), 422, 'file-name-invalid'],
  ['a name of 300 characters', put(pdf, { ...aPdf, ...named(`${'a'.repeat(300)}.pdf`) }), 422, 'file-name-invalid'],
  ['a name that is not UTF-8', put(pdf, { ...aPdf, 'content-disposition': "attachment; filename*=UTF-8''%ff%fe.pdf" }), 422, 'file-name-invalid'],
  ['no name', put(pdf, { 'content-type': 'application/pdf' }), 400, 'file-name-missing'],
  ['a media type the document is not accepted in', put(png, { 'content-type': 'image/png', ...named('a.png') }, 'team-decree'), 415, 'media-not-accepted'],
  ['JSON in place of a file', put(Buffer.from('{}'), { ...aPdf, 'content-type': 'application/json' }), 415, 'unsupported-media-type'],
  ['a form in place of a file', put(Buffer.from('a=b'), { ...aPdf, 'content-type': 'application/x-www-form-urlencoded' }), 415, 'unsupported-media-type'],
  ['several parts in place of a file', put(Buffer.from('--x\r\n\r\n--x--'), { ...aPdf, 'content-type': 'multipart/form-data; boundary=x' }), 415, 'media-not-accepted'],
  ['a frozen document', put(pdf, aPdf, 'council-programme-decision'), 409, 'document-frozen'],
  ['a document type nobody knows', put(pdf, aPdf, 'poem'), 422, 'unknown-document'],
  ['a document type named like a part of the language', put(pdf, aPdf, 'constructor'), 422, 'unknown-document'],
  ["another region's case", { ...put(pdf), as: 'drafter-1701' }, 404, 'not-found'],
  ['a role that puts nothing here', { ...put(pdf), as: 'coordinator-1700' }, 403, 'not-your-role'],
  ['no key', { ...put(pdf), key: false }, 400, 'idempotency-key-required'],
  ['a stale If-Match', put(pdf, { ...aPdf, 'if-match': '"v1"' }), 412, 'precondition-failed'],
  ['a withdrawal of what is not there', { method: 'DELETE', path: `${desk}/team-decree/7` }, 404, 'document-not-present'],
];

describe('documents nobody should send', () => {
  let house: House;
  let written: WrittenDown;
  let story: RegionStory;

  beforeAll(async () => {
    house = await House.open('hostile-documents');
    written = await WrittenDown.of(house);
    story = storyOf(house, '1705', 2027);
    await story.file();
    await story.pdf(story.cast.drafter, 'council-programme-decision');
    await story.take(story.cast.drafter, 'record-programme', { facts: { programmeDecisionNumber: '1', programmeYear: '2027' } });
    await house.as('drafter-1705').signIn();
  });
  afterAll(async () => {
    await written?.close();
    await house?.close();
  });

  it.each(table)('%s: refused in both languages, and no byte of it is kept', async (_name, asking, status, code) => {
    await written.isUnchangedBy(() => refusedInBoth(house, asking, status, code));
  });

  it('refuses a file above 100 MB by its announced length, before a byte is read', async () => {
    await written.isUnchangedBy(async () => {
      const answer = await sendBytes({ length: 100 * MB + 1, parts: () => undefined });
      expect([answer.status, answer.code]).toEqual([413, 'too-large']);
    });
  });

  it('stops a file above 100 MB that announces nothing, in flat memory', async () => {
    await written.isUnchangedBy(async () => {
      const { value, grown } = await memoryOf(house, () => sendBytes({ parts: (n) => (n < 130 ? (n === 0 ? pdfPart() : randomBytes(MB)) : undefined) }));
      expect([value.status, value.code]).toEqual([413, 'too-large']);
      expect(grown).toBeLessThan(60 * MB);
    });
  });

  it('takes a file of exactly 100 MB in flat memory, names its hash, and gives the same bytes back', async () => {
    const tail = Buffer.from(`\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`);
    const head = Buffer.from(`%PDF-1.7\n1 0 obj\n${catalog}\nendobj\n2 0 obj\n${pages}\nendobj\n3 0 obj\n<< /Length ${99 * MB} >>\nstream\n`);
    const filler = Buffer.alloc(MB, 'Data contoh. ');
    const whole = createHash('sha256');
    const parts = (n: number): Buffer | undefined => {
      const part = n === 0 ? Buffer.concat([head, filler]).subarray(0, MB) : n < 99 ? filler : n === 99 ? Buffer.concat([filler.subarray(tail.length), tail]) : undefined;
      if (part) whole.update(part);
      return part;
    };
    const { value, grown } = await memoryOf(house, () => sendBytes({ length: 100 * MB, parts }));
    const sha256 = whole.digest('hex');
    expect(value).toMatchObject({ status: 201, sha256 });
    expect(grown).toBeLessThan(60 * MB);

    const read = createHash('sha256');
    const { grown: reading } = await memoryOf(house, async () => {
      const response = await fetch(`${house.url}/v1/documents/${sha256}`, { headers: { authorization: `Bearer ${house.as('drafter-1705').bearer}` } });
      for await (const part of response.body!) read.update(part);
    });
    expect(read.digest('hex')).toBe(sha256);
    expect(reading).toBeLessThan(60 * MB);
  });

  it('keeps nothing of an upload that is cut off', async () => {
    await written.isUnchangedBy(async () => {
      await sendBytes({ length: 50 * MB, parts: (n) => (n === 0 ? pdfPart() : n < 5 ? randomBytes(MB) : 'cut') }).catch(() => undefined);
      await pause(200);
    });
  });

  it('gives a name to a download that no header can be broken with', async () => {
    const name = 'Lampiran "RPIK"; filename=evil.exe é 写.pdf';
    const { sha256 } = await house.as('drafter-1705').upload(story.caseId, 'plan-document', pdf, name, 'application/pdf');
    const answer = await house.as('coordinator-1700').send('GET', `/v1/documents/${sha256}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[^"; ]+$/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const { body } = await house.as('drafter-1705').get<Omit<CaseBody, 'documents'> & { documents: { name: string }[] }>(`/v1/cases/${story.caseId}`);
    expect(body.documents.map((document) => document.name)).toContain(name);
  });

  it('leaves a record that verifies, and no fault in the log', async () => {
    expect(await house.verified()).toMatchObject({ code: 0 });
    expect(house.log('api')).not.toContain('internal-error');
  });

  const pdfPart = (): Buffer => Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n${catalog}\nendobj\n`), randomBytes(MB)]);

  /** Sends a plan document part by part at the pace it is taken; `'cut'` ends the connection. */
  function sendBytes({ length, parts }: { length?: number; parts: (n: number) => Buffer | 'cut' | undefined }): Promise<{ status: number; code?: string; sha256?: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request(`${house.url}${desk}/plan-document`, {
        method: 'PUT',
        headers: {
          ...aPdf,
          authorization: `Bearer ${house.as('drafter-1705').bearer}`,
          'idempotency-key': `bytes-${randomBytes(6).toString('hex')}`,
          ...(length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
        },
      });
      let answered = false;
      request.on('error', (failure) => (answered ? undefined : reject(failure)));
      request.on('response', (response) => {
        answered = true;
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode!, ...(JSON.parse(text) as object) }));
        response.on('error', reject);
      });
      if (length !== undefined) request.flushHeaders();
      let n = 0;
      const next = (): void => {
        if (answered) return void request.end();
        const part = parts(n++);
        if (part === 'cut') return void request.destroy();
        if (part) return void request.write(part, () => setImmediate(next));
        if (length === undefined || n > 1) request.end();
      };
      next();
    });
  }
});

/** Bytes by which the API's resident memory rose at most while the work was done. */
async function memoryOf<T>(house: House, work: () => Promise<T>): Promise<{ value: T; grown: number }> {
  const resident = (): number => Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${house.pid('api')}/status`, 'utf8'))![1]) * 1024;
  const before = resident();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, resident())), 20);
  try {
    const value = await work();
    return { value, grown: Math.max(most, resident()) - before };
  } finally {
    clearInterval(watching);
  }
}
