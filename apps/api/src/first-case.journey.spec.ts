import { samplePdf } from '#documents';
import { openStack, type Stack } from '#test/stack';
import { CaseShape } from './cases/case-shapes';

jest.setTimeout(60_000);

describe('a case through the door', () => {
  let stack: Stack;
  beforeAll(async () => { stack = await openStack(); });
  afterAll(async () => { await stack.close(); });

  const filing = (regionCode: string, programmeYear = 2027) => ({ process: 'rpik', regionCode, programmeYear, title: `RPIK ${regionCode} ${programmeYear}`, planYears: { from: programmeYear, to: programmeYear + 20 } });
  const upload = async (caseId: string, as: string, type: string, terms: { bytes?: Uint8Array; headers?: Record<string, string>; key?: string } = {}) =>
    stack.ask('PUT', `/v1/cases/${caseId}/documents/${type}`, {
      as, bytes: terms.bytes ?? (await samplePdf(type, ['Isi contoh.'])), ...(terms.key && { key: terms.key }),
      headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename*=UTF-8''Keputusan%20DPRD.pdf`, ...terms.headers },
    });
  const programme = { transition: 'record-programme', facts: { programmeDecisionNumber: '188/12/DPRD/2026', programmeYear: '2027' } };

  it('is filed, gets a document, and is at its next desk when the answer comes', async () => {
    const filed = await stack.ask('POST', '/v1/cases', { as: 'drafter-1705', body: filing('1705') });
    expect(filed).toMatchObject({ status: 201, body: { id: 'rpik-1705-2027', stage: { id: 'programme', number: 1 }, region: { code: '1705', name: 'Kab. Seluma', kind: 'kabupaten' } } });
    expect(filed.headers.get('location')).toBe('/v1/cases/rpik-1705-2027');
    expect(filed.headers.get('etag')).toBe(`"v${filed.body.seq}"`);
    expect(CaseShape.schema.safeParse(filed.body).error).toBeUndefined();

    const put = await upload('rpik-1705-2027', 'drafter-1705', 'council-programme-decision');
    expect(put).toMatchObject({ status: 201, body: { type: 'council-programme-decision', version: 1, name: 'Keputusan DPRD.pdf' } });

    const moved = await stack.ask('POST', '/v1/cases/rpik-1705-2027/transitions', { as: 'drafter-1705', body: programme, headers: { prefer: 'wait=20' } });
    expect(moved).toMatchObject({ status: 200, body: { stage: { id: 'preparation' }, transfer: null } });
    expect(CaseShape.schema.safeParse(moved.body).error).toBeUndefined();

    const worklist = await stack.ask('GET', '/v1/worklist?view=unit', { as: 'drafter-1705' });
    expect(worklist.body.items).toEqual([expect.objectContaining({ caseId: 'rpik-1705-2027', stage: expect.objectContaining({ id: 'preparation' }) })]);
  });

  it('answers a repeated key as it did, and refuses the key for another body', async () => {
    const key = 'filing-of-1701';
    const first = await stack.ask('POST', '/v1/cases', { as: 'drafter-1701', body: filing('1701'), key });
    const again = await stack.ask('POST', '/v1/cases', { as: 'drafter-1701', body: filing('1701'), key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.seq).toBe(first.body.seq);
    const other = await stack.ask('POST', '/v1/cases', { as: 'drafter-1701', body: filing('1701', 2028), key });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    const second = await stack.ask('POST', '/v1/cases', { as: 'drafter-1701', body: filing('1701') });
    expect(second).toMatchObject({ status: 409, body: { code: 'case-open-already', details: ['rpik-1701-2027'] } });
  });

  it('is not there for another regency: neither itself, nor its history, nor its bytes', async () => {
    const { body } = await stack.ask('GET', '/v1/cases/rpik-1705-2027', { as: 'drafter-1705' });
    const { sha256 } = body.documents[0];
    for (const path of ['/v1/cases/rpik-1705-2027', '/v1/cases/rpik-1705-2027/events', '/v1/cases/rpik-1705-2027/why', '/v1/cases/rpik-1705-2027/plan-matrix', `/v1/documents/${sha256}`]) {
      expect(await stack.ask('GET', path, { as: 'drafter-1701' })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect((await stack.ask('GET', '/v1/cases?q=seluma', { as: 'drafter-1701' })).body.items).toEqual([]);
    const bytes = await stack.ask('GET', `/v1/documents/${sha256}`, { as: 'coordinator-1700' });
    expect(bytes.status).toBe(200);
    expect(bytes.headers.get('content-disposition')).toContain("filename*=UTF-8''Keputusan%20DPRD.pdf");
    expect(bytes.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is an outline to the ministry before it has come there', async () => {
    const outline = await stack.ask('GET', '/v1/cases/rpik-1705-2027', { as: 'ministry-reviewer' });
    expect(outline).toMatchObject({ status: 200, body: { reading: 'outline', stage: { id: 'preparation' }, documents: [], facts: {}, remarks: [] } });
    expect(await stack.ask('GET', '/v1/cases/rpik-1705-2027/events', { as: 'ministry-reviewer' })).toMatchObject({ status: 403, body: { code: 'contents-closed' } });
  });

  it('holds its chain and the words beside it for its readers', async () => {
    const { body } = await stack.ask('GET', '/v1/cases/rpik-1705-2027/events?limit=2', { as: 'drafter-1705' });
    expect(body.items.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    expect(body.items[0].prevHash).toBe('0'.repeat(64));
    expect(Object.values(body.texts)).toEqual([expect.objectContaining({ text: 'Keputusan DPRD.pdf' })]);
    const rest = await stack.ask('GET', `/v1/cases/rpik-1705-2027/events?cursor=${body.nextCursor}`, { as: 'drafter-1705' });
    expect(rest.body.items[0]).toMatchObject({ seq: 3, prevHash: body.items[1].hash });
  });

  it.each([
    ['an unknown transition', { body: { transition: 'fly' } }, 422, 'unknown-transition'],
    ['a wrong stage', { body: programme }, 409, 'wrong-stage'],
    ['missing documents', { body: { transition: 'complete-preparation' } }, 422, 'missing-documents'],
    ['a stale expectedSeq', { body: { transition: 'complete-preparation', expectedSeq: 1 } }, 409, 'stale'],
    ['a stale If-Match', { body: { transition: 'complete-preparation' }, headers: { 'if-match': '"v1"' } }, 412, 'precondition-failed'],
    ['a missing key', { body: { transition: 'complete-preparation' }, key: false as const }, 400, 'idempotency-key-required'],
    ['a key with blanks', { body: { transition: 'complete-preparation' }, key: 'a b' }, 400, 'idempotency-key-invalid'],
    ['a shape that does not fit', { body: { transition: 7 } }, 422, 'validation-failed'],
    ['malformed JSON', { bytes: '{"transition":', headers: { 'content-type': 'application/json' } }, 400, 'malformed-json'],
    ['JSON nested too deeply', { bytes: '['.repeat(40) + ']'.repeat(40), headers: { 'content-type': 'application/json' } }, 400, 'too-deep'],
    ['a wrong content type', { bytes: 'transition=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media-type'],
    ['a NUL in a text', { body: { transition: 'complete-preparation', note: 'a\u0000b' } }, 422, 'validation-failed'],
    ['a body above 1 MB', { body: { transition: 'complete-preparation', note: 'x'.repeat(1_100_000) } }, 413, 'payload-too-large'],
  ])('refuses %s, and nothing is written', async (_name, asking, status, code) => {
    const before = (await stack.ask('GET', '/v1/cases/rpik-1705-2027', { as: 'drafter-1705' })).body.seq;
    const answer = await stack.ask('POST', '/v1/cases/rpik-1705-2027/transitions', { as: 'drafter-1705', ...asking });
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((await stack.ask('GET', '/v1/cases/rpik-1705-2027', { as: 'drafter-1705' })).body.seq).toBe(before);
  });

  it.each([
    ['an empty file', { bytes: new Uint8Array(0) }, 422, 'empty-file'],
    ['bytes that are no PDF', { bytes: new TextEncoder().encode('plain words') }, 422, 'magic-mismatch'],
    ['JSON in place of a file', { headers: { 'content-type': 'application/json' }, bytes: new TextEncoder().encode('{}') }, 415, 'unsupported-media-type'],
    ['a form in place of a file', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, bytes: new TextEncoder().encode('a=b') }, 415, 'unsupported-media-type'],
    ['a name with a path', { headers: { 'content-disposition': `attachment; filename*=UTF-8''..%2Fetc.pdf` } }, 422, 'file-name-invalid'],
    ['no name', { headers: { 'content-disposition': '' } }, 400, 'file-name-missing'],
    ['another digest', { headers: { 'content-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` } }, 422, 'digest-mismatch'],
    ['a media type that is not accepted', { headers: { 'content-type': 'image/png', 'content-disposition': 'attachment; filename="a.png"' } }, 415, 'media-not-accepted'],
  ])('refuses %s as a document', async (_name, terms, status, code) => {
    expect(await upload('rpik-1705-2027', 'drafter-1705', 'team-decree', terms)).toMatchObject({ status, body: { code } });
  });

  it('refuses frozen and unknown documents before taking their bytes', async () => {
    expect(await upload('rpik-1705-2027', 'drafter-1705', 'council-programme-decision')).toMatchObject({ status: 409, body: { code: 'document-frozen' } });
    expect(await upload('rpik-1705-2027', 'drafter-1705', 'poem')).toMatchObject({ status: 422, body: { code: 'unknown-document' } });
  });

  it('speaks Indonesian, or English when asked to', async () => {
    const [id, en] = await Promise.all(['id', 'en'].map((language) => stack.ask('GET', '/v1/cases/rpik-9999-2027', { as: 'drafter-1705', headers: { 'accept-language': language } })));
    expect([id!.body.title, en!.body.title]).toEqual(['Tidak ditemukan', 'Not found']);
    expect(en!.body.traceId).toBe(en!.headers.get('x-request-id'));
  });

  it('knows nobody without a valid token and a valid office', async () => {
    const none = await stack.ask('GET', '/v1/me');
    expect(none).toMatchObject({ status: 401, body: { code: 'token-missing' } });
    expect(none.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await stack.ask('GET', '/v1/me', { as: 'nobody' })).toMatchObject({ status: 403, body: { code: 'unknown-person' } });
    const bearer = async (...[subject, age, claims]: Parameters<Stack['token']>) => ({ headers: { authorization: `Bearer ${await stack.token(subject, age, claims)}` } });
    expect(await stack.ask('GET', '/v1/me', await bearer('drafter-1705', 60, { exp: 1_700_000_000 }))).toMatchObject({ status: 401, body: { code: 'token-expired' } });
    expect(await stack.ask('GET', '/v1/me', await bearer('drafter-1705', 60, { aud: 'other' }))).toMatchObject({ status: 401, body: { code: 'token-foreign' } });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: stack.config.oidc.issuer, sub: 'admin', aud: 'urn:selaras', exp: 4_000_000_000 })).toString('base64url')}.`;
    expect((await stack.ask('GET', '/v1/me', { headers: { authorization: `Bearer ${unsigned}` } })).status).toBe(401);

    await stack.database.owner.query(`update holder set to_on = '2021-01-01' where person = 'p_secretary-1701'`);
    expect(await stack.ask('GET', '/v1/me', { as: 'secretary-1701' })).toMatchObject({ status: 403, body: { code: 'no-office' } });
  });

  it('tells nothing of the demo, and nothing of unknown addresses', async () => {
    for (const path of ['/v1/demo/clock', '/v1/demo/personas', '/nowhere']) expect(await stack.ask('GET', path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await stack.ask('GET', '/v1/cases/%00', { as: 'drafter-1705' })).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
    expect(await stack.ask('GET', '/v1/cases/%E0%A4%A', { as: 'drafter-1705' })).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
  });

  it('is ready, and tells its contract', async () => {
    expect(await stack.ask('GET', '/health/live')).toMatchObject({ status: 200 });
    expect(await stack.ask('GET', '/health/ready')).toMatchObject({ status: 200, body: { database: 'answers', engine: 'polling' } });
    expect((await stack.ask('GET', '/openapi.json')).body.openapi).toBe('3.1.0');
    expect((await stack.ask('GET', '/docs')).status).toBe(200);
    expect((await stack.ask('GET', '/metrics')).body).toContain('selaras_http_request_seconds');
  });
});
