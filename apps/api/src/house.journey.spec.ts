import { once } from 'node:events';
import { connect } from 'node:net';
import { samplePdf } from '#documents';
import { openStack, type Stack } from '#test/stack';

jest.setTimeout(90_000);

const filing = (regionCode: string, programmeYear = 2027) => ({ process: 'rpik', regionCode, programmeYear, title: `RPIK ${regionCode} ${programmeYear}`, planYears: { from: programmeYear, to: programmeYear + 20 } });

/** A case with its first document. */
async function withDecision(stack: Stack, region: string): Promise<string> {
  const filed = await stack.ask('POST', '/v1/cases', { as: `drafter-${region}`, body: filing(region) });
  await stack.ask('PUT', `/v1/cases/${filed.body.id}/documents/council-programme-decision`, {
    as: `drafter-${region}`, bytes: await samplePdf('Propemperda', ['Isi.']), headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="keputusan.pdf"' },
  });
  return filed.body.id as string;
}
const programme = { transition: 'record-programme', facts: { programmeDecisionNumber: '188/12/DPRD/2026', programmeYear: '2027' } };

describe('the house around a case', () => {
  let stack: Stack;
  let caseId: string;
  beforeAll(async () => {
    stack = await openStack({ demo: true });
    caseId = await withDecision(stack, '1705');
  });
  afterAll(async () => { await stack.close(); });

  it('says who somebody is and what they may act as', async () => {
    expect((await stack.ask('GET', '/v1/me', { as: 'planner-1700' })).body).toMatchObject({ person: 'p_planner-1700', role: 'provincial-planner', scope: '17', mandates: [] });
  });

  it('tells why a case does not move, and who could move it', async () => {
    const { body } = await stack.ask('GET', `/v1/cases/${caseId}/why`, { as: 'coordinator-1700' });
    expect(body).toMatchObject({ moving: false, who: [{ role: 'regency-drafter', scope: '1705', holders: ['Pejabat drafter-1705'] }], unmet: [], unblock: [{ act: 'take-transition', name: 'record-programme', by: { role: 'regency-drafter', scope: '1705' }, needs: { facts: ['programmeDecisionNumber', 'programmeYear'] } }], nobody: [], nextAlarm: { kind: 'rung' } });
  });

  it('lets a task be claimed, released and assigned, with its slash written either way', async () => {
    const { body: { items } } = await stack.ask('GET', '/v1/worklist', { as: 'drafter-1705' });
    const id = encodeURIComponent(items[0].taskId);
    const claimed = await stack.ask('POST', `/v1/tasks/${id}/claim`, { as: 'drafter-1705' });
    expect(claimed.body.tasks[0].claimedBy).toBe('p_drafter-1705');
    expect(await stack.ask('POST', `/v1/tasks/${items[0].taskId}/release`, { as: 'drafter-1705' })).toMatchObject({ status: 200 });
    expect(await stack.ask('POST', `/v1/tasks/${id}/assign`, { as: 'admin', body: { person: 'p_planner-1700' } })).toMatchObject({ status: 422, body: { code: 'no-such-holder' } });
    expect((await stack.ask('POST', `/v1/tasks/${id}/assign`, { as: 'admin', body: { person: 'p_drafter-1705' } })).body.tasks[0].claimedBy).toBe('p_drafter-1705');
    expect(await stack.ask('POST', '/v1/tasks/regency-head@1705%2Fappoint/claim', { as: 'admin' })).toMatchObject({ status: 404, body: { code: 'unknown-task' } });
  });

  it('takes remarks within their levels, and answers', async () => {
    const remark = (as: string, visibility: string) => stack.ask('POST', `/v1/cases/${caseId}/remarks`, { as, body: { text: `Catatan ${visibility}`, unit: 'Pasal 7 ayat (2)', visibility } });
    expect((await remark('coordinator-1700', 'internal')).status).toBe(200);
    expect((await remark('coordinator-1700', 'counterpart')).status).toBe(200);
    const texts = async (as: string) => (await stack.ask('GET', `/v1/cases/${caseId}`, { as })).body.remarks.map(({ text }: { text: string }) => text);
    expect(await texts('planner-1700')).toEqual(['Catatan internal', 'Catatan counterpart']);
    expect(await texts('drafter-1705')).toEqual(['Catatan counterpart']);
    expect((await stack.ask('POST', `/v1/cases/${caseId}/remarks/2/answer`, { as: 'drafter-1705', body: { text: 'Sudah.' } })).body.remarks[0].answer.text).toBe('Sudah.');
    expect(await stack.ask('POST', `/v1/cases/${caseId}/remarks/x/answer`, { as: 'drafter-1705', body: { text: 'Sudah.' } })).toMatchObject({ status: 404 });
    expect(await stack.ask('POST', `/v1/cases/${caseId}/remarks`, { as: 'drafter-1705', body: { text: 'x'.repeat(10_001), visibility: 'counterpart' } })).toMatchObject({ status: 422, body: { code: 'note-too-long' } });
  });

  it('keeps the plan matrix frozen outside its stages', async () => {
    expect(await stack.ask('GET', `/v1/cases/${caseId}/plan-matrix`, { as: 'drafter-1705' })).toMatchObject({ status: 404, body: { code: 'matrix-absent' } });
    const csv = (bytes: string) => stack.ask('PUT', `/v1/cases/${caseId}/plan-matrix/sentra`, { as: 'drafter-1705', bytes, headers: { 'content-type': 'text/csv' } });
    expect(await csv('name,units,product\r\nSentra,x,Minyak\r\n')).toMatchObject({ status: 422, body: { code: 'matrix-refused', errors: [{ pointer: '/sentra/1/units' }] } });
    expect(await csv('name,units,product\r\nSentra,14,Minyak\r\n')).toMatchObject({ status: 409, body: { code: 'matrix-frozen' } });
    expect(await stack.ask('PUT', `/v1/cases/${caseId}/plan-matrix/sentra`, { as: 'drafter-1705', body: {} })).toMatchObject({ status: 415 });
  });

  it('previews a correction and records nothing', async () => {
    const moved = await stack.ask('POST', `/v1/cases/${caseId}/transitions`, { as: 'drafter-1705', body: programme, headers: { prefer: 'wait=20' } });
    expect(moved.status).toBe(200);
    const preview = await stack.ask('POST', `/v1/cases/${caseId}/fact-corrections?dryRun=true`, { as: 'drafter-1705', key: false, body: { fact: 'programmeDecisionNumber', value: '188/13', note: 'Salah ketik.' } });
    expect([200, 422]).toContain(preview.status);
    expect((await stack.ask('GET', `/v1/cases/${caseId}`, { as: 'drafter-1705' })).body.seq).toBe(moved.body.seq);
  });

  it('computes deadlines for everybody, and says what is wrong with a request', async () => {
    const ask = (body: object) => stack.ask('POST', '/v1/deadlines', { body, key: false });
    expect(await ask({ start: '2026-11-24', amount: 3, unit: 'working-day', class: 'policy', regionCode: '1705' })).toMatchObject({ status: 200, body: { dueOn: '2026-11-27', calendarVersion: 1 } });
    expect(await ask({ amount: 3, unit: 'working-day', class: 'policy' })).toMatchObject({ status: 422, body: { code: 'start-missing' } });
    expect(await ask({ start: '2026-11-24', amount: 3, unit: 'working-day', class: 'policy', regionCode: '99' })).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(await stack.ask('GET', '/v1/calendars/1')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await stack.ask('GET', '/v1/processes/rpik/versions/1')).toMatchObject({ status: 200, body: { definition: { start: 'programme' } } });
    const drawn = await Promise.all(['image/svg+xml', 'text/x-mermaid'].map((accept) => stack.ask('GET', '/v1/processes/rpik/versions/1', { headers: { accept } })));
    expect(drawn.map(({ body }) => /^<svg |^stateDiagram-v2/.test(String(body).trim()))).toEqual([true, true]);
    expect((await stack.ask('GET', '/v1/document-types/team-decree/template')).status).toBe(200);
  });

  it('packs what is long for whoever can unpack it, and leaves a document as it was stored', async () => {
    const packing = async (address: string, accepted: string) => (await stack.ask('GET', address, { as: 'drafter-1705', headers: { 'accept-encoding': accepted } })).headers.get('content-encoding');
    expect(await Promise.all(['br', 'gzip', 'identity'].map((accepted) => packing('/v1/processes/rpik/versions/1', accepted)))).toEqual(['br', 'gzip', null]);
    expect(await packing('/v1/me', 'br, gzip')).toBeNull();
    expect(await packing('/v1/document-types/team-decree/template', 'br, gzip')).toBeNull();
  });

  it('rings the bell in the language of the reader, and shows deliveries to administrators only', async () => {
    const { body } = await stack.ask('GET', '/v1/notices', { as: 'drafter-1705', headers: { 'accept-language': 'en' } });
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items[0].happened).not.toBe('');
    expect((await stack.ask('POST', `/v1/notices/${body.items[0].id}/read`, { as: 'drafter-1705', key: false })).body).toEqual({ read: 1 });
    expect(await stack.ask('GET', '/v1/outbox', { as: 'drafter-1705' })).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect((await stack.ask('GET', '/v1/outbox?channel=mail', { as: 'admin' })).body.items.length).toBeGreaterThan(0);
  });

  it('keeps the register: people, terms and mandates take effect at once', async () => {
    const person = (await stack.ask('POST', '/v1/people', { as: 'admin', body: { subject: 'newcomer', name: 'Orang Baru' } })).body.person.id;
    expect(await stack.ask('GET', '/v1/me', { as: 'newcomer' })).toMatchObject({ status: 403, body: { code: 'no-office' } });
    const holder = { person, role: 'regency-drafter', scope: '1705', capacity: 'definitive', from: '2026-01-01', decree: 'SK 1/2026' };
    expect(await stack.ask('POST', '/v1/holders', { as: 'drafter-1705', body: holder })).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect(await stack.ask('POST', '/v1/holders', { as: 'admin', body: { ...holder, scope: '17' } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/scope' }] } });
    const added = await stack.ask('POST', '/v1/holders', { as: 'admin', body: holder });
    expect(added.status).toBe(201);
    expect(await stack.ask('GET', '/v1/me', { as: 'newcomer' })).toMatchObject({ status: 200, body: { role: 'regency-drafter' } });
    expect((await stack.ask('POST', `/v1/holders/${added.body.holder.id}/end`, { as: 'admin', body: { on: '2026-01-02' } })).status).toBe(200);
    expect(await stack.ask('GET', '/v1/me', { as: 'newcomer' })).toMatchObject({ status: 403 });
    const [head] = (await stack.ask('GET', '/v1/holders?role=regency-head&scope=1705', { as: 'admin' })).body.items;
    expect((await stack.ask('POST', '/v1/mandates', { as: 'admin', body: { person, holder: head.id, from: '2026-01-01', to: '2099-01-01', decree: 'Plh 1' } })).status).toBe(201);
    expect((await stack.ask('GET', '/v1/me', { as: 'newcomer' })).body.mandates).toEqual([expect.objectContaining({ role: 'regency-head', capacity: 'Plh' })]);
  });

  it('makes a cohort of the province, shows its board, and keeps the gate shut while members are missing', async () => {
    const body = { province: '17', programmeYear: 2027, referencePlans: [], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2027-06-30' };
    expect(await stack.ask('POST', '/v1/cohorts', { as: 'drafter-1705', body })).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    const made = await stack.ask('POST', '/v1/cohorts', { as: 'coordinator-1700', body });
    expect(made).toMatchObject({ status: 201, body: { id: 'cohort-17-2027', gate: { open: false } } });
    expect(made.body.members).toHaveLength(10);
    const { body: board } = await stack.ask('GET', '/v1/cohorts/cohort-17-2027/board', { as: 'drafter-1701' });
    expect(board.members.find(({ region }: { region: { code: string } }) => region.code === '1705')).toMatchObject({ caseId, stage: { id: 'preparation' } });
    const shut = await stack.ask('POST', '/v1/cohorts/cohort-17-2027/release', { as: 'coordinator-1700', body: {} });
    expect(shut.status).toBe(409);
    expect((await stack.ask('GET', '/v1/cohorts', { as: 'drafter-1705' })).body.items).toHaveLength(1);
  });

  it('moves the simulated clock alarm by alarm, and reminds and stalls by it', async () => {
    const before = (await stack.ask('GET', '/v1/demo/clock')).body;
    const moved = await stack.ask('POST', '/v1/demo/clock', { body: { advanceWorkingDays: 95 }, key: false });
    expect(moved.status).toBe(200);
    expect(moved.body.ticked).toBeGreaterThan(0);
    expect(Date.parse(moved.body.now) - Date.parse(before.now)).toBeGreaterThan(100 * 86_400_000);
    const { body } = await stack.ask('GET', `/v1/cases/${caseId}`, { as: 'drafter-1705' });
    expect(body.clocks.some(({ late }: { late: boolean }) => late)).toBe(true);
    expect((await stack.ask('GET', '/v1/cases?late=true', { as: 'drafter-1705' })).body.items).toHaveLength(1);
    expect((await stack.ask('GET', '/v1/stalled', { as: 'coordinator-1700' })).body.items).toEqual([expect.objectContaining({ caseId })]);
    expect(await stack.ask('POST', '/v1/demo/clock', { body: { to: '2020-01-01' }, key: false })).toMatchObject({ status: 409, body: { code: 'clock-moves-forwards-only' } });
    expect(await stack.ask('POST', '/v1/demo/clock', { body: { to: '2020-01-01', advanceDays: 1 }, key: false })).toMatchObject({ status: 422 });
  });

  it('takes the report of a screen that broke from whoever is signed in, and gives the number that leads to the log', async () => {
    const report = (as: string | undefined, body: object) => stack.ask('POST', '/v1/page-faults', { ...(as && { as }), body, key: false });
    const told = await report('drafter-1705', { at: '/kasus/rpik-1705-2027', message: 'x is not a function\nat line 1' });
    expect(told).toMatchObject({ status: 202, body: { traceId: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    expect(told.headers.get('x-request-id')).toBe(told.body.traceId);
    expect(await report('drafter-1705', { at: '/', message: 'x'.repeat(501) })).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(await report(undefined, { at: '/', message: 'x' })).toMatchObject({ status: 401 });
  });

  it('lists personas', async () => {
    expect((await stack.ask('GET', '/v1/demo/personas')).body.items).toContainEqual(expect.objectContaining({ persona: 'drafter-1705' }));
  });

  it('answers HEAD like GET, and other methods with a problem', async () => {
    expect((await stack.ask('HEAD', '/health/live', { key: false })).status).toBe(200);
    expect(await stack.ask('OPTIONS', '/v1/cases', { key: false })).toMatchObject({ status: 404 });
    expect((await stack.ask('GET', '/v1/me', { as: 'admin' })).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a transfer while nobody carries', () => {
  let stack: Stack;
  beforeAll(async () => { stack = await openStack({ worker: false, env: { RATE_LIMIT_PER_MINUTE: '40', DOCUMENT_MAX_BYTES: '100000' } }); });
  afterAll(async () => { await stack.close(); });

  it('is recorded, answered 202, and arrives by itself once there is a worker', async () => {
    const caseId = await withDecision(stack, '1701');
    const asking = { as: 'drafter-1701', body: programme, key: 'the-programme', headers: { prefer: 'wait=1' } };
    const accepted = await stack.ask('POST', `/v1/cases/${caseId}/transitions`, asking);
    expect(accepted).toMatchObject({ status: 202, body: { stage: { id: 'programme' }, transfer: { transition: 'record-programme', slow: false } } });
    expect(accepted.headers.get('location')).toBe('/v1/commands/the-programme');
    expect(accepted.headers.get('etag')).toBe(`"v${accepted.body.transfer.seq}"`);
    expect(await stack.ask('GET', '/v1/commands/the-programme', { as: 'drafter-1701' })).toMatchObject({ status: 200, body: { status: 'carrying' } });
    expect(await stack.ask('GET', '/v1/commands/the-programme', { as: 'drafter-1705' })).toMatchObject({ status: 404 });
    expect(await stack.ask('POST', `/v1/cases/${caseId}/remarks`, { as: 'drafter-1701', body: { text: 'Catatan', visibility: 'counterpart' } })).toMatchObject({ status: 409, body: { code: 'in-transfer' } });
    expect((await stack.ask('GET', '/health/ready')).body).toMatchObject({ status: 'not-ready', engine: 'no-worker' });

    await stack.employ();
    const repeated = await stack.ask('POST', `/v1/cases/${caseId}/transitions`, { ...asking, headers: { prefer: 'wait=30' } });
    expect(repeated).toMatchObject({ status: 200, body: { stage: { id: 'preparation' }, transfer: null } });
    expect(await stack.ask('GET', '/v1/commands/the-programme', { as: 'drafter-1701' })).toMatchObject({ body: { status: 'moved' } });
  });

  it('counts the bytes of a document, announced or not', async () => {
    const put = (body: Buffer | ReadableStream<Uint8Array>) => stack.token('drafter-1701').then((token) => fetch(`${stack.url}/v1/cases/rpik-1701-2027/documents/team-decree`, {
      method: 'PUT', body, duplex: 'half', headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'large', 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="a.pdf"' },
    } as RequestInit));
    const large = Buffer.alloc(150_000, '%PDF-1.7 ');
    const announced = await put(large);
    expect([announced.status, ((await announced.json()) as { code: string }).code]).toEqual([413, 'too-large']);
    const streamed = await put(new ReadableStream({ start(controller) { controller.enqueue(large); controller.close(); } }));
    expect([streamed.status, ((await streamed.json()) as { code: string }).code]).toEqual([413, 'too-large']);
  });

  it('turns away who asks too often, and says for how long', async () => {
    const answers = await Promise.all(Array.from({ length: 45 }, () => stack.ask('GET', '/v1/me', { as: 'planner-1700' })));
    const turned = answers.filter(({ status }) => status === 429);
    expect(turned.length).toBe(5);
    expect(turned[0]).toMatchObject({ body: { code: 'too-many-requests' } });
    expect(Number(turned[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await stack.ask('GET', '/v1/me', { as: 'legal-1700' })).status).toBe(200);
  });

  it('closes although an upload has stalled', async () => {
    const { port } = new URL(stack.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const caseId = 'rpik-1701-2027';
    socket.write(
      `PUT /v1/cases/${caseId}/documents/team-decree HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${await stack.token('drafter-1701')}\r\nIdempotency-Key: stalled\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"\r\nContent-Length: 1000\r\n\r\n%PDF-`,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    let answer = '';
    socket.on('data', (part) => { answer += String(part); }).on('error', () => undefined);
    const begun = Date.now();
    await stack.api.close();
    expect(Date.now() - begun).toBeLessThan(12_000);
    if (!socket.closed) await once(socket, 'close');
    expect(answer).toContain('upload-stalled');
    socket.destroy();
  });
});
