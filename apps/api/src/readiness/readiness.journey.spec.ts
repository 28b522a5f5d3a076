import { samplePdf } from '#documents';
import { readinessV1 } from '#process';
import { type Asking, openStack, type Stack } from '#test/stack';
import { BoardShape } from '../cohorts/cohort-shapes';
import { ReadinessListShape, ReadinessShape } from './readiness-shapes';

jest.setTimeout(120_000);

const criteria = Object.entries(readinessV1.criteria) as [string, { required: readonly string[] }][];
const measures: Record<string, number> = { 'land-area': 0.75, sentra: 6 };

describe('the readiness of regions, through the door', () => {
  let stack: Stack;
  let pdf: Uint8Array;
  const ask = (as: string, method: string, path: string, body?: unknown, more: Partial<Asking> = {}) => stack.ask(method, `/v1/readiness${path}`, { as, ...(body !== undefined && { body }), ...more });
  const put = (as: string, path: string, more: Partial<Asking> = {}) =>
    stack.ask('PUT', `/v1/readiness${path}`, { as, bytes: pdf, ...more, headers: { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''bukti.pdf", ...more.headers } });
  const refusal = async (answer: Promise<{ status: number; body: { code: string } }>) => {
    const { status, body } = await answer;
    return `${status} ${body.code}`;
  };
  async function handIn(region: string, criterion: string, rest: object = {}, as = `drafter-${region}`) {
    for (const type of criteria.find(([name]) => name === criterion)![1].required) expect((await put(as, `/${region}/${criterion}/documents/${type}`)).status).toBe(201);
    const measure = measures[criterion];
    return ask(as, 'PUT', `/${region}/${criterion}`, { issuedOn: '2026-11-02', ...(measure && { measure }), ...rest });
  }
  const verify = (region: string, criterion: string, as = 'coordinator-1700', body: object = { outcome: 'verified' }) => ask(as, 'POST', `/${region}/${criterion}/verification`, body);
  const noticesOf = async (as: string) => ((await stack.ask('GET', '/v1/notices?limit=100', { as })).body.items as { template: string; subject: { kind: string; id: string } }[]).map(({ template, subject }) => `${template} ${subject.id}`);

  beforeAll(async () => {
    stack = await openStack({ worker: false, demo: true });
    pdf = await samplePdf('Bukti kesiapan', ['Contoh.']);
    const { ledger } = stack.database;
    await ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    const office = (role: string, scope: string) => ({ role, scope, capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK contoh' });
    await ledger.register.install([
      { id: 'p_two-hats', subject: 'two-hats', name: 'Pejabat dua jabatan', offices: [office('regency-drafter', '1705'), office('provincial-coordinator', '17')] },
      { id: 'p_coordinator-1800', subject: 'coordinator-1800', name: 'Koordinator Lampung', offices: [office('provincial-coordinator', '18')] },
    ]);
  });
  afterAll(async () => { await stack?.close(); });

  it('begin with everything missing, for every region of the province, case or not', async () => {
    const { body } = await ask('coordinator-1700', 'GET', '?province=17');
    expect(ReadinessListShape.schema.safeParse(body).error).toBeUndefined();
    expect(body.items.map(({ region }: { region: { code: string } }) => region.code)).toEqual(['1701', '1702', '1703', '1704', '1705', '1706', '1707', '1708', '1709', '1771']);
    expect(body.items[4]).toMatchObject({ seq: 0, ready: false, lacks: criteria.map(([name]) => name) });
    const own = (await ask('drafter-1705', 'GET', '')).body.items;
    expect(own.map(({ region }: { region: { code: string } }) => region.code)).toEqual(['1705']);
    expect((await ask('coordinator-1700', 'GET', '/criteria')).body.criteria['land-area'].measure.thresholds).toHaveLength(2);
  });

  it.each<[string, () => Promise<{ status: number; body: { code: string } }>, string]>([
    ['a paper for a condition nobody knows', () => put('drafter-1705', '/1705/half-hectare/documents/location-decree'), '404 unknown-criterion'],
    ['a condition named like a part of the language', () => put('drafter-1705', '/1705/constructor/documents/location-decree'), '404 unknown-criterion'],
    ['a paper of another condition', () => put('drafter-1705', '/1705/land-area/documents/unit-list'), '422 unknown-document'],
    ['a paper named like a part of the language', () => put('drafter-1705', '/1705/land-area/documents/constructor'), '422 unknown-document'],
    ['a text document for a scan', () => put('drafter-1705', '/1705/land-area/documents/location-decree', { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } }), '415 media-not-accepted'],
    ['words that call themselves a PDF', () => put('drafter-1705', '/1705/land-area/documents/location-decree', { bytes: 'kata saja' }), '422 magic-mismatch'],
    ['a paper without a name', () => put('drafter-1705', '/1705/land-area/documents/location-decree', { headers: { 'content-disposition': '' } }), '400 file-name-missing'],
    ["another region's paper", () => put('drafter-1701', '/1705/land-area/documents/location-decree'), '403 not-your-region'],
    ["the province's paper", () => put('coordinator-1700', '/1705/land-area/documents/location-decree'), '403 not-your-role'],
    ['a paper for a region that is not', () => put('drafter-1705', '/1799/land-area/documents/location-decree'), '404 not-found'],
    ['a paper without a key', () => put('drafter-1705', '/1705/land-area/documents/location-decree', { key: false }), '400 idempotency-key-required'],
    ['minutes of a visit by the region itself', () => put('drafter-1705', '/1705/site-visits/documents/field-check-minutes'), '403 not-your-role'],
    ['evidence without its papers', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02' }), '422 missing-documents'],
    ['evidence of a condition nobody knows', () => ask('drafter-1705', 'PUT', '/1705/half-hectare', { issuedOn: '2026-11-02' }), '404 unknown-criterion'],
    ['evidence for another region', () => ask('drafter-1701', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02' }), '403 not-your-region'],
    ['evidence without a day', () => ask('drafter-1705', 'PUT', '/1705/zoning', {}), '422 validation-failed'],
    ['evidence of 30 February', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-02-30' }), '422 validation-failed'],
    ['evidence of tomorrow', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-25' }), '422 date-in-future'],
    ['evidence that ends before it begins', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02', validUntil: '2026-11-01' }), '422 validity-before-issue'],
    ['evidence that has ended', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-01-02', validUntil: '2026-11-23' }), '422 evidence-expired'],
    ['0.49 hectares', () => ask('drafter-1705', 'PUT', '/1705/land-area', { issuedOn: '2026-11-02', measure: 0.49 }), '422 below-threshold'],
    ['no area', () => ask('drafter-1705', 'PUT', '/1705/land-area', { issuedOn: '2026-11-02' }), '422 measure-required'],
    ['an area below nothing', () => ask('drafter-1705', 'PUT', '/1705/land-area', { issuedOn: '2026-11-02', measure: -3 }), '422 measure-invalid'],
    ['an area in words', () => ask('drafter-1705', 'PUT', '/1705/land-area', { issuedOn: '2026-11-02', measure: 'half' }), '422 validation-failed'],
    ['an area where none is asked for', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02', measure: 1 }), '422 measure-not-asked'],
    ['papers that were never uploaded', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02', evidence: [{ type: 'zoning-conformity', sha256: 'a'.repeat(64) }] }), '422 evidence-unknown'],
    ['evidence that rests on another state', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02', expectedSeq: 9 }), '409 stale'],
    ['an If-Match of another state', () => ask('drafter-1705', 'PUT', '/1705/zoning', { issuedOn: '2026-11-02' }, { headers: { 'if-match': '"v9"' } }), '412 precondition-failed'],
    ['taking back what is not there', () => ask('drafter-1705', 'DELETE', '/1705/zoning'), '409 nothing-to-withdraw'],
    ['verifying what is not there', () => verify('1705', 'zoning'), '409 nothing-to-verify'],
    ['an outcome nobody knows', () => verify('1705', 'zoning', 'coordinator-1700', { outcome: 'maybe' }), '422 validation-failed'],
    ['proposing a region that is not ready', () => ask('coordinator-1700', 'POST', '/1705/funding', { outcome: 'proposed' }), '409 not-ready'],
    ['funding what was not proposed', () => ask('ministry-reviewer', 'POST', '/1705/funding', { outcome: 'funded', reference: 'DAK/1' }), '409 funding-not-proposed'],
    ['a visit without minutes', () => ask('ministry-reviewer', 'POST', '/1705/site-visits', { visitedOn: '2026-11-20', visitors: 'PWI', minutes: 'a'.repeat(64) }), '422 evidence-unknown'],
    ['a visit ahead of time', () => ask('ministry-reviewer', 'POST', '/1705/site-visits', { visitedOn: '2026-11-25', visitors: 'PWI', minutes: 'a'.repeat(64) }), '422 date-in-future'],
    ['a look at another region', () => ask('drafter-1701', 'GET', '/1705'), '404 not-found'],
    ["a look from another province", () => ask('coordinator-1800', 'GET', '/1705'), '404 not-found'],
    ['a look at a region that is not', () => ask('coordinator-1700', 'GET', '/1799'), '404 not-found'],
    ['a province in words', () => ask('coordinator-1700', 'GET', '?province=bengkulu'), '422 validation-failed'],
  ])('refuse %s under a code of its own, and record nothing', async (_, asked, expected) => {
    expect(await refusal(asked())).toBe(expected);
    expect((await ask('coordinator-1700', 'GET', '/1705')).body.seq).toBe(0);
  });

  it('are verified by another person than whose hand is in the evidence', async () => {
    const handed = await handIn('1705', 'zoning', {}, 'two-hats');
    expect([handed.status, handed.headers.get('etag')]).toEqual([200, '"v2"']);
    expect(await refusal(verify('1705', 'zoning', 'two-hats'))).toBe('403 four-eyes');
    expect(await refusal(verify('1705', 'zoning', 'drafter-1705'))).toBe('403 not-your-role');
    expect(await refusal(verify('1705', 'zoning', 'coordinator-1800'))).toBe('403 not-your-region');
    expect(await refusal(verify('1705', 'zoning', 'coordinator-1700', { outcome: 'rejected' }))).toBe('422 reason-required');
    const rejected = await verify('1705', 'zoning', 'coordinator-1700', { outcome: 'rejected', reason: 'Peta tidak terbaca.' });
    expect(rejected.body.criteria.find(({ criterion }: { criterion: string }) => criterion === 'zoning')).toMatchObject({ state: 'rejected', reason: 'Peta tidak terbaca.' });
    expect(await noticesOf('drafter-1705')).toContain('readiness-rejected readiness-1705');
    await handIn('1705', 'zoning');
    const { items } = (await stack.ask('GET', '/v1/worklist', { as: 'coordinator-1700' })).body;
    expect(items).toEqual([expect.objectContaining({ taskId: 'readiness-1705/verify.zoning', subject: { kind: 'readiness', id: 'readiness-1705' } })]);
    expect((await verify('1705', 'zoning')).body.criteria[3]).toMatchObject({ state: 'verified', reason: null });
  });

  it('answer a repeated key with what it did, papers included', async () => {
    const upload = () => put('drafter-1705', '/1705/clean/documents/no-dispute-letter', { key: 'paper-once' });
    const [first, again] = [await upload(), await upload()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await refusal(put('drafter-1705', '/1705/clean/documents/field-check-minutes', { key: 'paper-once' }))).toBe('422 idempotency-key-reused');
    expect((await stack.ask('GET', '/v1/commands/paper-once', { as: 'drafter-1705' })).body).toMatchObject({ subject: { kind: 'readiness', id: 'readiness-1705' }, type: 'attach-evidence' });
  });

  it('lead a ready region to central funding, in the sight of the ministry from the proposal on', async () => {
    for (const [name] of criteria) {
      if (name === 'zoning') continue;
      expect((await handIn('1705', name, name === 'clean' ? { validUntil: '2026-12-31' } : {})).status).toBe(200);
      expect((await verify('1705', name)).status).toBe(200);
    }
    const ready = (await ask('coordinator-1700', 'GET', '/1705')).body;
    expect(ReadinessShape.schema.safeParse(ready).error).toBeUndefined();
    expect(ready).toMatchObject({ ready: true, lacks: [], sentence: { id: 'Siap untuk dukungan pusat.' } });
    const { sha256 } = ready.criteria[0].documents[0];
    const reads = async (as: string) => (await stack.ask('GET', `/v1/documents/${sha256}`, { as })).status;
    expect([await reads('drafter-1705'), await reads('drafter-1701'), await reads('coordinator-1800'), await reads('ministry-reviewer')]).toEqual([200, 404, 404, 404]);
    expect((await ask('ministry-reviewer', 'GET', '/1705')).body.criteria[0]).toMatchObject({ state: 'verified', documents: null });
    expect(await noticesOf('coordinator-1700')).toContain('readiness-ready readiness-1705');

    const funding = (as: string, body: object) => ask(as, 'POST', '/1705/funding', body);
    expect(await refusal(funding('two-hats', { outcome: 'proposed' }))).toBe('200 undefined'); // Their own evidence was rejected; nothing stands on it.
    expect(await refusal(funding('coordinator-1700', { outcome: 'proposed' }))).toBe('409 funding-proposed-already');
    expect(await reads('ministry-reviewer')).toBe(200);
    expect(await refusal(funding('coordinator-1700', { outcome: 'funded', reference: 'DAK/1' }))).toBe('403 not-your-role');
    expect(await refusal(funding('ministry-reviewer', { outcome: 'funded' }))).toBe('422 reference-invalid');
    expect(await refusal(funding('ministry-reviewer', { outcome: 'declined' }))).toBe('422 reason-required');
    const table = async (query: string) => (await ask('ministry-reviewer', 'GET', query)).body.items.map(({ region }: { region: { code: string } }) => region.code);
    expect([await table('?funding=proposed'), await table('?funding=funded')]).toEqual([['1705'], []]);
    expect((await funding('ministry-reviewer', { outcome: 'funded', reference: 'DAK/2027/017' })).body.funding).toMatchObject({ state: 'funded', reference: 'DAK/2027/017' });
    expect(await refusal(funding('ministry-signer', { outcome: 'funded', reference: 'DAK/2' }))).toBe('409 funded-already');
    expect([await table('?funding=proposed'), await table('?funding=funded')]).toEqual([[], ['1705']]);
    expect(await noticesOf('head-1705')).toContain('readiness-funded readiness-1705');

    const minutes = await put('ministry-reviewer', '/1705/site-visits/documents/field-check-minutes');
    const visit = await ask('ministry-reviewer', 'POST', '/1705/site-visits', { visitedOn: '2026-11-20', visitors: 'Direktorat PWI II', minutes: minutes.body.sha256 });
    expect(visit.body.siteVisits).toMatchObject([{ n: 1, visitedOn: '2026-11-20', visitors: 'Direktorat PWI II', minutes: minutes.body.sha256, role: 'ministry-reviewer' }]);
  });

  it('lose what time has ended, as the clock is moved over its last day', async () => {
    const move = (to: string) => stack.ask('POST', '/v1/demo/clock', { as: 'admin', body: { to } });
    expect((await move('2026-12-31T16:59:00.000Z')).body).toMatchObject({ ticked: 2 }); // The reminders of 1 and 24 December.
    expect((await ask('drafter-1705', 'GET', '/1705')).body.ready).toBe(true);
    expect((await move('2027-01-02')).body).toMatchObject({ ticked: 1 });
    const { body } = await ask('drafter-1705', 'GET', '/1705');
    expect(body).toMatchObject({ ready: false, lacks: ['clean'], sentence: { en: 'Not ready; not met yet: Dispute.' }, funding: { state: 'funded' } });
    expect(body.criteria[2]).toMatchObject({ criterion: 'clean', state: 'expired', validUntil: '2026-12-31' });
    expect((await noticesOf('drafter-1705')).filter((notice) => /expir/.test(notice))).toEqual(['readiness-expired readiness-1705', 'readiness-expiring readiness-1705', 'readiness-expiring readiness-1705']);
  });

  it('are told on the board of a gate whose policy asks for them, and on no other', async () => {
    const lacks: unknown[] = [];
    for (const [programmeYear, includeReadiness] of [[2030, true], [2031, false]] as const) {
      const created = await stack.ask('POST', '/v1/cohorts', { as: 'coordinator-1700', body: { province: '17', programmeYear, members: ['1705'], policy: { includeReadiness }, cutOffOn: `${programmeYear}-06-30` } });
      expect(created.status).toBe(201);
      const { body } = await stack.ask('GET', `/v1/cohorts/cohort-17-${programmeYear}/board`, { as: 'coordinator-1700' });
      expect(BoardShape.schema.safeParse(body).error).toBeUndefined();
      lacks.push(body.members[0].lacks);
    }
    expect(lacks).toEqual([{ documents: [], remarks: 0, readiness: ['clean'] }, { documents: [], remarks: 0, readiness: [] }]);
  });

  it('are a table for the province, and a record that verifies', async () => {
    const csv = await stack.ask('GET', '/v1/readiness?province=17', { as: 'coordinator-1700', headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = (csv.body as string).trim().split('\r\n').map((line) => line.split(','));
    expect(rows).toHaveLength(11);
    expect(rows[0]!.slice(0, 6)).toEqual(['region', 'name', 'ready', 'lacks', 'areaHa', 'units']);
    expect(rows.find(([region]) => region === '1705')!.slice(0, 9)).toEqual(['1705', 'Kab. Seluma', 'no', 'clean', '0.75', '6', 'verified', 'verified', 'expired']);
    expect(await stack.database.ledger.verifier.verify()).toEqual([]);
  });
});
