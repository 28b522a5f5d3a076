import { type DriftCounts, driftKinds, type DriftStatus } from '#ledger';
import { driftWords } from './drift-words';
import { databaseFinding, documentsFinding, engineFinding, mailFinding, recordFinding, workerFinding } from './findings';
import type { Finding } from './part';

const now = Date.parse('2026-11-24T03:12:00.000Z');
const none = Object.fromEntries(driftKinds.map((kind) => [kind, 0])) as DriftCounts;
const drift = (more: Partial<DriftStatus> = {}, counts: Partial<DriftCounts> = {}): DriftStatus => ({
  ranAt: '2026-11-24T03:11:30.000Z', totals: { refolded: 0, workflowsMade: 0, workflowsEnded: 0 }, oldestLookSeconds: 60, standing: { count: 0, since: null }, findings: [], ...more, counts: { ...none, ...counts },
});
const refused = { workflowId: 'notices-mail', activity: 'reachMail', code: 'ECONNREFUSED', attempt: 3, since: '2026-11-24T03:10:00.000Z' };
const quiet = { waiting: 0, failing: 0 };

describe('the health of an installation in words', () => {
  const states: [string, Finding, Finding['status'], RegExp][] = [
    ['a database that answers', databaseFinding('answers'), 'ok', /dapat ditulis/],
    ['a database that can only be read', databaseFinding('reads-only'), 'trouble', /hanya dapat dibaca/],
    ['a database that is away', databaseFinding('away'), 'trouble', /tidak menjawab/],
    ['an engine that answers', engineFinding('no-worker'), 'ok', /menjawab/],
    ['an engine that is away', engineFinding('engine-away'), 'trouble', /tidak ada yang hilang/],
    ['a worker that runs', workerFinding('polling'), 'ok', /berjalan/],
    ['no worker at all', workerFinding('no-worker'), 'trouble', /Tidak ada pekerja/],
    ['a worker without an engine', workerFinding('engine-away'), 'trouble', /selama mesin alur/],
    ['mail that leaves', mailFinding('polling', [], quiet), 'ok', /^Surel dapat dikirim\.$/],
    ['mail of which some is put off', mailFinding('polling', [], { waiting: 3, failing: 2 }), 'ok', /2 pemberitahuan ditunda/],
    ['mail without its server', mailFinding('polling', [refused], { waiting: 4, failing: 1 }), 'trouble', /layanan yang dituju tidak dapat dihubungi\. 4 pemberitahuan menunggu/],
    ['mail without a worker', mailFinding('no-worker', [], { waiting: 4, failing: 0 }), 'trouble', /tidak ada pekerja/],
    ["mail beside another activity's fault", mailFinding('polling', [{ ...refused, workflowId: 'reconciler', activity: 'reconcile' }], quiet), 'ok', /dapat dikirim/],
    ['a store that can be written', documentsFinding(true), 'ok', /dapat dibaca dan ditulis/],
    ['a store that is away', documentsFinding(false), 'trouble', /unggahan ditolak/],
    ['a record from which all follows', recordFinding(drift(), now), 'ok', /sama dengan catatannya/],
    ['a difference that was put right', recordFinding(drift({}, { 'state-differs': 1 }), now), 'ok', /sama dengan catatannya/],
    ['a broken chain', recordFinding(drift({ standing: { count: 1, since: '2026-11-24T03:00:00.000Z' } }, { 'chain-broken': 1 }), now), 'trouble', /1 catatan tidak utuh/],
    ['notices that differ', recordFinding(drift({ standing: { count: 2, since: '2026-11-24T03:00:00.000Z' } }, { 'notices-differ': 2 }), now), 'trouble', /2 hal berbeda/],
    ['an alarm left behind', recordFinding(drift({}, { 'alarm-past': 1 }), now), 'trouble', /1 permintaan atau alarm tertinggal/],
    ['a reconciler that never ran', recordFinding(drift({ ranAt: null }), now), 'trouble', /tidak berjalan/],
    ['a reconciler that ran six minutes ago', recordFinding(drift({ ranAt: '2026-11-24T03:06:00.000Z' }), now), 'trouble', /tidak berjalan/],
  ];
  it.each(states)('says of %s how it is, in both languages', (_, { status, sentence }, expected, words) => {
    expect(status).toBe(expected);
    expect(sentence.id).toMatch(words);
    for (const text of [sentence.id, sentence.en]) expect(text).toMatch(/^[A-Z0-9].+\.$/);
    expect(sentence.en).not.toBe(sentence.id);
  });

  it('says since when, where the record knows', () => {
    expect(mailFinding('polling', [refused], quiet).since).toBe(refused.since);
    expect(recordFinding(drift({ standing: { count: 1, since: '2026-11-24T03:00:00.000Z' } }, { 'chain-broken': 1 }), now).since).toBe('2026-11-24T03:00:00.000Z');
    expect(recordFinding(drift({ ranAt: '2026-11-24T03:06:00.000Z' }), now).since).toBe('2026-11-24T03:06:00.000Z');
  });

  it('has words for every kind of drift, and for what becomes of it', () => {
    for (const kind of driftKinds) for (const { id, en } of Object.values(driftWords[kind])) expect([id, en].every((text) => text.length > 8) && id !== en).toBe(true);
  });
});
