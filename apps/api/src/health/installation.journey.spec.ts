import type { INestApplicationContext } from '@nestjs/common';
import { rename } from 'node:fs/promises';
import { eventually } from '#test/house';
import { openStack, type Stack } from '#test/stack';
import { HealthShape, RefoldShape } from './installation-shapes';
import type { Part, PartName } from './part';

jest.setTimeout(120_000);

describe('the health of the installation', () => {
  let stack: Stack;
  let worker: INestApplicationContext;
  const caseId = 'rpik-1705-2027';
  const health = (as = 'admin') => stack.ask('GET', '/v1/health', { as });
  const partOf = async (part: PartName): Promise<Part> => (await health()).body.parts.find((one: Part) => one.part === part);
  const refold = (as: string, key: string, id = caseId) => stack.ask('POST', `/v1/cases/${id}/refold`, { as, key });
  const metric = async (line: string) => ((await stack.ask('GET', '/metrics')).body as string).split('\n').find((one) => one.startsWith(line))?.slice(line.length).trim();

  beforeAll(async () => {
    stack = await openStack({ worker: false, env: { SMTP_URL: 'smtp://127.0.0.1:1' } });
    const { ledger } = stack.database;
    await ledger.register.install(['17', '18'].map((scope) => ({
      id: `p_admin-${scope}00`, subject: `admin-${scope}00`, name: `Administrator ${scope}`, offices: [{ role: 'administrator', scope, capacity: 'definitive' as const, from: '2020-01-01', decree: 'SK contoh' }],
    })));
    await ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    const filed = await stack.ask('POST', '/v1/cases', { as: 'drafter-1705', body: { process: 'rpik', regionCode: '1705', programmeYear: 2027, title: 'RPIK Seluma', planYears: { from: 2027, to: 2047 } } });
    expect(filed.status).toBe(201);
  });
  afterAll(async () => { await stack?.close(); });

  it('is told to administrators alone, while whether the process lives is told to everybody', async () => {
    expect(await health('coordinator-1700')).toMatchObject({ status: 403, body: { code: 'not-your-role' } });
    expect((await stack.ask('GET', '/v1/health')).status).toBe(401);
    expect(await stack.ask('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    const { status, body } = await health();
    expect(status).toBe(200);
    expect(HealthShape.schema.safeParse(body).error).toBeUndefined();
    expect(body.at.slice(0, 10)).toBe('2026-11-24');
  });

  it('says that no worker runs and the mail waits for it, and that all is well with the worker once one does', async () => {
    expect(Object.fromEntries((await health()).body.parts.map(({ part, status }: Part) => [part, status]))).toEqual({ database: 'ok', engine: 'ok', worker: 'trouble', mail: 'trouble', documents: 'ok', record: 'trouble' });
    expect((await partOf('mail')).sentence.id).toMatch(/tidak ada pekerja/);
    expect(await metric('selaras_part_in_trouble{part="worker"}')).toBe('1');
    worker = await stack.employ();
    await eventually(async () => expect(await partOf('worker')).toMatchObject({ status: 'ok', sentence: { en: 'A worker runs and asks for work.' } }), 30_000);
    expect(await metric('selaras_part_in_trouble{part="worker"}')).toBe('0');
  });

  it('says that mail is in trouble when its server is dead, with the cause and since when', async () => {
    await eventually(async () => expect(await partOf('mail')).toMatchObject({ status: 'trouble', label: { id: 'Surel' }, sentence: { id: expect.stringContaining('layanan yang dituju tidak dapat dihubungi') } }), 30_000);
    expect((await partOf('mail')).since.slice(0, 10)).toBe('2026-11-24');
    // From here on nobody but this specification compares.
    await worker.close();
  });

  it('says that the store of documents is away, since when, and that it is back', async () => {
    const before = await partOf('documents');
    expect(before.status).toBe('ok');
    await rename(stack.documents, `${stack.documents}-away`);
    const away = await partOf('documents');
    expect(away.status).toBe('trouble');
    expect(away.since >= before.since).toBe(true);
    expect((await partOf('documents')).since).toBe(away.since);
    await rename(`${stack.documents}-away`, stack.documents);
    expect((await partOf('documents')).status).toBe('ok');
  });

  it('counts what was tampered with, and the administrator of the region folds it anew, once for a key', async () => {
    const { ledger } = stack.database;
    await stack.database.owner.query(`update regulation_case set title = 'Rahasia' where case_id = $1`, [caseId]);
    for (const [as, status, code] of [['drafter-1701', 404, 'not-found'], ['admin-1800', 404, 'not-found'], ['drafter-1705', 403, 'not-your-role'], ['coordinator-1700', 403, 'not-your-role']] as const)
      expect(await refold(as, 'not-mine')).toMatchObject({ status, body: { code } });
    expect((await stack.ask('POST', `/v1/cases/${caseId}/refold`, { as: 'admin', key: false })).body.code).toBe('idempotency-key-required');
    expect((await refold('admin', 'nobody', 'rpik-1705-2099')).status).toBe(404);

    const first = await refold('admin-1700', 'fold-once');
    expect(first).toMatchObject({ status: 200, body: { caseId, refolded: [{ kind: 'columns-differ', place: '$.title' }], left: [] } });
    expect(RefoldShape.schema.safeParse(first.body).error).toBeUndefined();
    expect((await refold('admin-1700', 'fold-once')).body).toEqual(first.body);
    expect((await refold('admin', 'again')).body).toEqual({ caseId, refolded: [], left: [] });
    expect((await stack.ask('GET', `/v1/cases/${caseId}`, { as: 'drafter-1705' })).body.title).toBe('RPIK Seluma');
    expect(await ledger.verifier.verify()).toEqual([]);
    expect(await metric('selaras_drift_mended{what="refolded"}')).toBe('1');

    await stack.database.owner.query(`update regulation_case set round = 7 where case_id = $1`, [caseId]);
    await stack.database.owner.query('update drift_look set seq = null');
    await ledger.drift.sweep();
    const seen = async (as: string) => (await health(as)).body.drift.findings;
    expect(await seen('admin-1700')).toMatchObject([{ subjectId: caseId, kind: 'columns-differ', place: '$.round', refoldedAt: expect.stringMatching(/^2026-11-24/) }]);
    expect(await seen('admin-1800')).toEqual([]);
    expect(await metric('selaras_drift{kind="columns-differ"}')).toBe('1');
  });

  it('refuses to derive anything from a record that is not whole, says so, and tells the administrators once', async () => {
    const { ledger, owner } = stack.database;
    await owner.query(`update case_event set body = replace(body::text, 'RPIK Seluma', 'RPIK Palsu')::json where case_id = $1 and seq = 1`, [caseId]);
    expect(await refold('admin', 'broken')).toMatchObject({ status: 409, body: { code: 'record-broken', details: ['event 1 is not what was recorded'] } });
    for (let n = 0; n < 2; n++) {
      await owner.query('update drift_look set seq = null');
      await ledger.drift.sweep();
    }
    expect((await health()).body).toMatchObject({ status: 'trouble', drift: { findings: [{ subjectId: caseId, kind: 'chain-broken', place: 'event 1 is not what was recorded' }] } });
    expect(await partOf('record')).toMatchObject({ status: 'trouble', sentence: { id: expect.stringContaining('1 catatan tidak utuh') }, since: expect.stringMatching(/^2026-11-24/) });
    expect(await metric('selaras_drift{kind="chain-broken"}')).toBe('1');
    const told = (await stack.ask('GET', '/v1/notices?limit=100', { as: 'admin-1700' })).body.items.filter(({ template }: { template: string }) => template === 'chain-broken');
    expect(told).toMatchObject([{ path: `/kasus/${caseId}`, title: `Kab. Seluma: catatan ${caseId} tidak utuh` }]);
    expect((await stack.ask('GET', '/v1/notices?limit=100', { as: 'admin-1800' })).body.items).toEqual([]);
  });
});
