import { rename } from 'node:fs/promises';
import { samplePdf } from '#documents';
import { eventually } from '#test/house';
import { openStack, type Stack } from '#test/stack';
import { FaultsShape, StalledShape } from './radar-shapes';

jest.setTimeout(120_000);

describe('cases that do not move', () => {
  let stack: Stack;
  const ids = [2027, 2028, 2029, 2030].map((year) => `rpik-1705-${year}`);
  const [first, second] = ids as [string, string];
  const ask = (as: string, method: string, path: string, body?: unknown, key?: string) => stack.ask(method, path, { as, ...(body !== undefined && { body }), ...(key !== undefined && { key }) });
  const stalled = async (as: string, query = '') => (await ask(as, 'GET', `/v1/stalled${query}`)).body;
  const noticesOf = async (as: string) => (await ask(as, 'GET', '/v1/notices?limit=100')).body.items as { template: string; title: string; happened: string; subject: { id: string } }[];

  beforeAll(async () => {
    stack = await openStack();
    const { ledger } = stack.database;
    await ledger.register.install([
      { id: 'p_admin-1800', subject: 'admin-1800', name: 'Administrator Lampung', offices: [{ role: 'administrator', scope: '18', capacity: 'definitive', from: '2020-01-01', decree: 'SK contoh' }] },
    ]);
    await ledger.clock.moveTo(Date.parse('2026-06-02T03:12:00.000Z'));
    for (const year of [2027, 2028, 2029, 2030]) {
      const filed = await ask('drafter-1705', 'POST', '/v1/cases', { process: 'rpik', regionCode: '1705', programmeYear: year, title: `RPIK Seluma ${year}`, planYears: { from: year, to: year + 20 } });
      expect(filed.status).toBe(201);
    }
    await ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    // Every alarm of these months rings, as it does when a clock is moved by its controller.
    for (const id of ids) await ledger.cases.attend(id, 0);
  });
  afterAll(async () => { await stack?.close(); });

  it('are listed with whose silence it is, since when, and in words', async () => {
    const seen = await stalled('coordinator-1700');
    expect(StalledShape.schema.safeParse(seen).error).toBeUndefined();
    expect(seen.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual(ids);
    // From 3 June to 24 November 2026 there are 125 weekdays, of which 16 June, 17 August and 25 August are free.
    expect(seen.items[0]).toMatchObject({
      cause: 'regency', region: { code: '1705', name: 'Kab. Seluma' }, stage: { id: 'programme' }, phase: 'A', silentDays: 122, limit: { days: 60, from: 'policy', sample: 0 }, overdue: true, desk: [{ role: 'regency-drafter', scope: '1705' }],
    });
    // Sixty working days from 2 June 2026, over 16 June, 17 August and 25 August, end on Fri 28 August.
    expect(seen.items[0]).toMatchObject({ dueOn: '2026-08-28', provisional: false, provisionalBecause: null });
    expect((await ask('coordinator-1700', 'GET', '/v1/me')).body.now).toEqual({ at: expect.stringMatching(/^2026-11-24T03:1\d:/), today: '2026-11-24', zone: 'WIB' });
    expect(seen.items[0].sentence.id).toContain('Kab. Seluma');
    expect(seen.counts).toMatchObject({ regency: 4, system: 0 });
    expect(await stalled('admin', '?percentile=50&limitDays=200')).toMatchObject({ preview: { total: 0, removed: [{}, {}, {}, {}], added: [] } });
    expect((await ask('planner-1700', 'GET', '/v1/stalled')).body.code).toBe('not-your-role');
    expect((await ask('coordinator-1700', 'GET', '/v1/system-faults')).body.code).toBe('not-your-role');
    expect((await ask('admin', 'GET', '/v1/stalled?percentile=101')).body.code).toBe('validation-failed');
  });

  it('are reminded of once a working day, and the desk hears who asks', async () => {
    const reminded = await ask('coordinator-1700', 'POST', `/v1/cases/${first}/reminders`, { note: 'Menjelang rapat.' }, 'remind-once');
    expect(reminded.status).toBe(200);
    expect((await ask('coordinator-1700', 'POST', `/v1/cases/${first}/reminders`, { note: 'Menjelang rapat.' }, 'remind-once')).status).toBe(200);
    expect(await ask('admin', 'POST', `/v1/cases/${first}/reminders`, {})).toMatchObject({ status: 409, body: { code: 'reminded-already', details: ['2026-11-24'] } });
    const [notice, ...more] = (await noticesOf('drafter-1705')).filter(({ template }) => template === 'desk-reminded');
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ subject: { id: first } });
    expect(notice!.happened).toContain('Disperindag provinsi mengingatkan bahwa RPIK Seluma 2027 menunggu');
    const [item] = (await stalled('admin')).items;
    expect(item).toMatchObject({ caseId: first, silentDays: 122, told: [{ code: 'desk-reminded', role: 'regency-drafter', channelState: { 'in-app': 'sent' } }, {}] });
    expect(JSON.stringify(item.told)).not.toMatch(/p_|Pejabat/);
  });

  it('are escalated to the superior of the desk, by the administrator alone', async () => {
    expect((await ask('coordinator-1700', 'POST', `/v1/cases/${first}/escalations`, {})).body.code).toBe('not-your-role');
    expect((await ask('admin', 'POST', `/v1/cases/${first}/escalations`, {})).status).toBe(200);
    expect((await ask('admin', 'POST', `/v1/cases/${first}/escalations`, {})).body.code).toBe('escalated-already');
    expect((await noticesOf('secretary-1705')).filter(({ template }) => template === 'desk-escalated')).toHaveLength(1);
  });

  it('are acted on many at once, each with a result of its own, and a repeat does nothing twice', async () => {
    const remind = () => ask('coordinator-1700', 'POST', '/v1/stalled/actions', { action: 'remind', caseIds: [...ids.slice(1), first] }, 'many');
    const { status, body } = await remind();
    expect(status).toBe(200);
    expect(body.results).toMatchObject([{ caseId: second, ok: true }, { ok: true }, { ok: true }, { caseId: first, ok: false, problem: { code: 'reminded-already' } }]);
    expect((await remind()).body).toEqual(body);
    const inEnglish = await stack.ask('POST', '/v1/stalled/actions', { as: 'admin', body: { action: 'remind', caseIds: [first] }, headers: { 'accept-language': 'en' } });
    expect(inEnglish.body.results[0].problem.detail).toMatch(/^The desk was reminded/);
    expect((await noticesOf('drafter-1705')).filter(({ template }) => template === 'desk-reminded')).toHaveLength(4);

    const many = async (as: string, request: object) => (await ask(as, 'POST', '/v1/stalled/actions', { caseIds: [first, second], ...request })).body;
    expect((await many('coordinator-1700', { action: 'escalate' })).code).toBe('not-your-role');
    expect((await many('admin', { action: 'escalate' })).results).toMatchObject([{ ok: false, problem: { code: 'escalated-already' } }, { ok: true }]);
    expect((await many('admin', { action: 'assign', person: 'p_drafter-1705' })).results).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await many('admin', { action: 'assign', person: 'p_head-1705' })).results).toMatchObject([{ ok: false, problem: { code: 'no-such-holder' } }, { ok: false }]);
    // The owner proposes and the superior confirms: an administrator does neither in their place.
    expect((await many('admin', { action: 'hold', reason: 'election', first: '2026-11-24' })).results).toMatchObject([{ ok: false, problem: { code: 'not-your-role' } }, { ok: false }]);
    expect((await many('admin', { action: 'extend', reason: 'election', days: 5 })).results).toMatchObject([{ ok: false, problem: { code: 'not-your-role' } }, { ok: false }]);
    expect((await many('admin', { action: 'lift', last: '2026-11-24' })).results).toMatchObject([{ ok: false, problem: { code: 'unknown-hold' } }, { ok: false }]);
    expect((await many('admin', { action: 'approve' })).code).toBe('validation-failed');
    expect((await many('admin', { action: 'remind', caseIds: [first, first] })).code).toBe('validation-failed');
  });

  it('are not stalled while they are on hold, and the administrator may lift the hold, once however often it is asked', async () => {
    const put = await stack.ask('PUT', `/v1/cases/${second}/documents/hold-evidence`, {
      as: 'drafter-1705', bytes: await samplePdf('Pemilihan', ['Isi contoh.']), headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="pemilihan.pdf"' },
    });
    expect(put.status).toBe(201);
    // Who watches over cases and owns their term as well proposes the hold from there; each case answers for itself.
    expect((await ask('admin', 'POST', '/v1/holders', { person: 'p_drafter-1705', role: 'provincial-coordinator', scope: '17', capacity: 'definitive', from: '2026-01-01', decree: 'SK 9/2026' })).status).toBe(201);
    const proposed = await ask('drafter-1705', 'POST', '/v1/stalled/actions', { action: 'hold', caseIds: [first, second], reason: 'election', first: '2026-11-24' });
    expect(proposed.body.results).toMatchObject([{ caseId: first, ok: false, problem: { code: 'missing-documents' } }, { caseId: second, ok: true }]);
    expect((await ask('secretary-1705', 'POST', `/v1/cases/${second}/holds/1/confirm`, { accepted: true })).status).toBe(200);
    expect((await stalled('admin')).items.map(({ caseId }: { caseId: string }) => caseId)).not.toContain(second);
    const lift = () => ask('admin', 'POST', '/v1/stalled/actions', { action: 'lift', caseIds: [second], last: '2026-11-24' }, 'lift-once');
    const { body } = await lift();
    expect(body.results).toEqual([{ caseId: second, ok: true, seq: expect.any(Number) }]);
    expect((await lift()).body).toEqual(body);
    const extended = await ask('drafter-1705', 'POST', '/v1/stalled/actions', { action: 'extend', caseIds: [second], days: 5, reason: 'election' });
    expect(extended.body.results).toMatchObject([{ caseId: second, ok: true }]);
    expect((await ask('coordinator-1700', 'POST', '/v1/stalled/actions', { action: 'extend', caseIds: [second], days: 5, reason: 'election' })).body.results).toMatchObject([{ ok: false, problem: { code: 'not-your-role' } }]);
  });

  it('are neither seen nor touched by the administrator of another province', async () => {
    expect(await stalled('admin-1800')).toMatchObject({ items: [], open: 0 });
    expect((await ask('admin-1800', 'POST', `/v1/cases/${first}/reminders`, {})).status).toBe(404);
    const { body } = await ask('admin-1800', 'POST', '/v1/stalled/actions', { action: 'retry', caseIds: ids });
    expect(body.results).toHaveLength(4);
    expect(body.results.every(({ ok, problem }: { ok: boolean; problem?: { code: string } }) => !ok && problem!.code === 'not-found')).toBe(true);
    expect((await ask('admin-1800', 'GET', '/v1/system-faults')).body.items).toEqual([]);
  });

  it('because the store is away are a fault of the system with its attempt and cause, which goes when the store is back', async () => {
    const put = await stack.ask('PUT', `/v1/cases/${first}/documents/council-programme-decision`, {
      as: 'drafter-1705', bytes: await samplePdf('Propemperda', ['Isi contoh.']), headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="keputusan.pdf"' },
    });
    expect(put.status).toBe(201);
    const away = `${stack.documents}.away`;
    await rename(stack.documents, away);
    try {
      const sent = await stack.ask('POST', `/v1/cases/${first}/transitions`, { as: 'drafter-1705', body: { transition: 'record-programme', facts: { programmeDecisionNumber: '188', programmeYear: '2027' } }, headers: { prefer: 'wait=0' } });
      expect(sent.status).toBe(202);
      await eventually(async () => {
        const { body } = await ask('admin', 'GET', '/v1/system-faults');
        expect(FaultsShape.schema.safeParse(body).error).toBeUndefined();
        const fault = body.items.find(({ kind }: { kind: string }) => kind === 'activity-failing');
        expect(fault).toMatchObject({ subject: { kind: 'case', id: first }, activity: 'checkpointDocuments', code: 'store-away', cause: { id: 'penyimpanan berkas tidak dapat dibaca' }, workflowId: first });
        expect(fault.attempt).toBeGreaterThanOrEqual(3);
        expect(fault.sentence.en).toMatch(/attempt \d+: the store of files cannot be read\.$/);
      });
      const { items } = await stalled('coordinator-1700', '?cause=system');
      expect(items).toMatchObject([{ caseId: first, cause: 'system', faults: [{ kind: 'activity-failing' }] }]);
      expect((await ask('admin', 'POST', '/v1/system-faults/retries', { kind: 'case', id: first })).body).toEqual({ asked: true });
      expect((await ask('admin', 'POST', '/v1/system-faults/retries', { kind: 'case', id: 'rpik-1705-2099' })).status).toBe(404);
    } finally {
      await rename(away, stack.documents);
    }
    await eventually(async () => {
      expect((await ask('drafter-1705', 'GET', `/v1/cases/${first}`)).body.stage.id).toBe('preparation');
      expect((await ask('admin', 'GET', '/v1/system-faults')).body.items.filter(({ kind }: { kind: string }) => kind === 'activity-failing')).toEqual([]);
    });
    expect((await stalled('admin')).items.map(({ caseId }: { caseId: string }) => caseId)).not.toContain(first);
    expect(await stack.database.ledger.verifier.verify(first)).toEqual([]);
  });
});
