import { readinessV1 } from '#process';
import type { ReadinessAct } from '#ledger';
import { aKey, callerFor, openTestDatabase, type TestDatabase, toGate } from '#test/database';

const criteria = Object.entries(readinessV1.criteria);
const regions = ['1701', '1705'];
const measures: Record<string, number> = { 'land-area': 0.75, sentra: 6 };
const year = 2027;
const cohortId = `cohort-17-${year}`;

describe('a gate that asks for ready zones, in the ledger', () => {
  let db: TestDatabase;
  let papers = 0;
  const caller = (subject: string) => callerFor(db.ledger, subject);

  async function act(region: string, subject: string, command: ReadinessAct): Promise<void> {
    const result = await db.ledger.readiness.apply(region, await caller(subject), { key: aKey(), command });
    if (!('applied' in result)) throw new Error(`${subject} ${command.type}: ${JSON.stringify(result)}`);
  }
  async function verified(region: string, criterion: string, validUntil?: string): Promise<void> {
    for (const documentType of readinessV1.criteria[criterion as 'clean'].required)
      await act(region, `drafter-${region}`, { type: 'attach-evidence', criterion, documentType, sha256: (++papers).toString(16).padStart(64, '0'), size: 10, media: 'pdf', name: `${documentType}.pdf` });
    const measure = measures[criterion];
    await act(region, `drafter-${region}`, { type: 'submit', criterion, issuedOn: '2026-11-02', ...(measure && { measure }), ...(validUntil && { validUntil }) });
    await act(region, 'coordinator-1700', { type: 'verify', criterion });
  }
  const board = async (subject: string) => (await db.ledger.registers.cohorts.board(await caller(subject), cohortId))!;
  const lacksOf = async (subject: string) => (await board(subject)).rows.map(({ region, lacks }) => [region, lacks && lacks.readiness]);
  const release = async () => db.ledger.cohorts.apply(cohortId, await caller('coordinator-1700'), { key: aKey(), command: { type: 'release' } });

  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
    const created = await db.ledger.cohorts.create(await caller('coordinator-1700'), {
      key: aKey(),
      input: { province: '17', programmeYear: year, referencePlans: [], members: regions.map((regionCode) => ({ regionCode, state: 'active' })), policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: true }, cutOffOn: '2027-06-30' },
    });
    if (!('applied' in created)) throw new Error(JSON.stringify(created));
  });
  afterAll(() => db.close());

  it('shows the province what the zone of each member lacks before any case is filed, and a region its own alone', async () => {
    const names = criteria.map(([name]) => name);
    expect(await lacksOf('coordinator-1700')).toEqual([['1701', names], ['1705', names]]);
    expect(await lacksOf('drafter-1701')).toEqual([['1701', names], ['1705', null]]);
  });

  it('stays shut for a zone that is not ready, though its case has come, and says so to whoever may know whose it is', async () => {
    for (const region of regions) await toGate(db.ledger, region, year);
    for (const [name] of criteria) await verified('1701', name);
    for (const [name] of criteria) if (name !== 'clean') await verified('1705', name);
    expect(await release()).toEqual({ refused: 'gate-shut', details: ['readiness-missing', '1705'] });
    expect(await lacksOf('coordinator-1700')).toEqual([['1701', []], ['1705', ['clean']]]);
    const [seen, neighbour] = [await board('planner-1700'), await board('drafter-1701')];
    expect([seen.tally.shut, seen.blockedBy.en]).toEqual([[{ code: 'readiness-missing', details: ['1705'] }], 'Gate closed: 2 of 2 ready; the zone of 1 region is not ready.']);
    expect(neighbour.tally.shut).toEqual([{ code: 'readiness-missing', details: [] }]);
  });

  it('does not count evidence whose last day has passed, even before the clock has said so', async () => {
    await verified('1705', 'clean', '2026-12-31');
    expect((await board('coordinator-1700')).tally.shut).toEqual([]);
    await db.ledger.clock.moveTo(Date.parse('2026-12-31T17:00:00.000Z')); // 1 January, 00.00 WIB.
    expect((await board('coordinator-1700')).tally.shut).toEqual([{ code: 'readiness-missing', details: ['1705'] }]);
    await db.ledger.readiness.attendDue();
    await verified('1705', 'clean');
  });

  it('opens once all zones are ready, and keeps which records it relied on', async () => {
    expect(await release()).toHaveProperty('applied');
    const seqs = await db.owner.query<{ region: string; seq: number }[]>('select region, seq from readiness order by region');
    const frozen = async (subject: string) => (await db.ledger.registers.cohorts.one(await caller(subject), cohortId))!.state.releases[0]!.readiness;
    expect(await frozen('coordinator-1700')).toEqual(Object.fromEntries(seqs.map(({ region, seq }) => [region, seq])));
    expect(Object.keys((await frozen('drafter-1701'))!)).toEqual(['1701']);
    expect(await db.ledger.verifier.verify()).toEqual([]);
  });
});
