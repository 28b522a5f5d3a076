import { emptyMatrix, type PlanMatrix } from '#process/matrix/index';
import { type MinutesSource, synchronizationMinutes } from '#process/minutes/index';
import { act, aKey, callerFor, openTestDatabase, type TestDatabase, toGate } from '#test/database';
import type { MinutesWish } from './minutes';

const year = 2027;
const cohortId = `cohort-17-${year}`;
const weaving: PlanMatrix = {
  ...emptyMatrix(),
  flagships: [{ kbli: '13121', commodity: 'tenun', role: 'main', from: 2028, to: 2047, target: { unit: 'ton', value: 10 }, sharedWith: [], division: '' }],
  sentra: [{ name: 'Sentra', units: 6, product: 'tenun' }],
};

describe('the minutes of a cohort, read from the record', () => {
  let db: TestDatabase;
  let overlap: string;

  beforeAll(async () => {
    db = await openTestDatabase();
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    await db.ledger.cohorts.create(coordinator, {
      key: aKey(),
      input: {
        province: '17', programmeYear: year, referencePlans: [], cutOffOn: `${year}-06-30`, policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
        members: [{ regionCode: '1701', state: 'active' }, { regionCode: '1703', state: 'fixed', regulationNumber: 'Perda 4/2022' }, { regionCode: '1705', state: 'active' }],
      },
    });
    for (const region of ['1701', '1705']) {
      const caseId = await toGate(db.ledger, region, year);
      const stored = await db.ledger.matrices.put(await callerFor(db.ledger, `drafter-${region}`), caseId, weaving);
      await act(db.ledger, caseId, `drafter-${region}`, { type: 'amend-claims', sha256: stored!.sha256, valid: true, tables: ['flagships'], resolution: 'X01' });
    }
  });
  afterAll(() => db.close());

  const wanted = async (subject: string, wish?: MinutesWish) => db.ledger.registers.minutes.of(await callerFor(db.ledger, subject), cohortId, wish);
  const minutes = async (subject: string, wish?: MinutesWish) => (await wanted(subject, wish)) as MinutesSource;
  const apply = async (subject: string, command: Parameters<typeof db.ledger.cohorts.apply>[2]['command']) => {
    const result = await db.ledger.cohorts.apply(cohortId, await callerFor(db.ledger, subject), { key: aKey(), command });
    expect(result).toHaveProperty('applied');
  };

  it('are made of the board and of the conflicts as they stand, until the release', async () => {
    const source = await minutes('coordinator-1700');
    expect(source.release).toBeUndefined();
    const [found] = source.conflicts.filter(({ finding }) => finding.check === 'X01');
    overlap = found!.finding.key;
    expect(found).toMatchObject({ undecided: ['1701', '1705'], finding: { claims: [{ regionCode: '1701' }, { regionCode: '1705' }] } });
    const board = await db.ledger.registers.cohorts.board(await callerFor(db.ledger, 'coordinator-1700'), cohortId);
    expect(source.blockedBy).toEqual(board!.blockedBy);
    expect(source.members.map(({ region, arrivedAt }) => [region, arrivedAt])).toEqual(board!.rows.map(({ region, arrivedAt }) => [region, arrivedAt]));
    expect(source.words.size).toBe(0);
  });

  it('suppose what the board supposes, and are refused as the act would be', async () => {
    const supposed = await minutes('planner-1700', { supposed: ['waive:1705'] });
    const board = await db.ledger.registers.cohorts.board(await callerFor(db.ledger, 'planner-1700'), cohortId, ['waive:1705']);
    if (!board || 'refused' in board) throw new Error('no board');
    expect([supposed.blockedBy, supposed.supposed!.effect]).toEqual([board.blockedBy, board.supposed!.effect]);
    expect(board.rows.map(({ state }) => state)).toEqual(['active', 'fixed', 'waived']);
    expect(board.supposed!.before.waived).toEqual([]);
    expect(await wanted('planner-1700', { supposed: ['waive:1799'] })).toEqual({ refused: 'member-unknown', details: ['1799'] });
    expect(await wanted('planner-1700', { supposed: ['waive:1703'] })).toEqual({ refused: 'member-not-active', details: ['1703', 'fixed'] });
  });

  it('stay what the release has frozen, whatever happens afterwards', async () => {
    await apply('coordinator-1700', { type: 'override-conflict', key: overlap, reason: 'Disepakati Gubernur.' });
    for (const { finding, settledBy } of (await minutes('coordinator-1700')).conflicts)
      if (finding.effect === 'acknowledge' && !settledBy) await apply('coordinator-1700', { type: 'acknowledge-conflict', key: finding.key, note: 'Dicatat.' });
    await apply('coordinator-1700', { type: 'release', note: 'Rapat.' });
    const before = synchronizationMinutes(await minutes('coordinator-1700'));
    expect(JSON.stringify(before)).toContain('Disepakati Gubernur.');
    expect(JSON.stringify(before)).toContain('tenun (KBLI 13121), utama');
    for (const member of await db.ledger.cohorts.membersToOpen(cohortId)) await db.ledger.cohorts.openGate(db.ledger.cases, member);
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const fixed = await db.ledger.matrices.putFixed(coordinator, cohortId, '1703', weaving);
    await apply('coordinator-1700', { type: 'fix-member', regionCode: '1703', regulationNumber: 'Perda 9/2026', matrix: { version: 1, sha256: fixed!.sha256 } });
    await apply('planner-1700', { type: 'hold-meeting', heldOn: '2026-01-20', invited: ['1701'], attended: ['1701'], note: 'Sesudah pelepasan.' });
    expect(synchronizationMinutes(await minutes('coordinator-1700', { round: 1 }))).toEqual(before);
    expect(synchronizationMinutes(await minutes('coordinator-1700', { round: 2 })).mark).toContain('RANCANGAN');
    expect(await wanted('coordinator-1700', { round: 3 })).toBeUndefined();
  });

  it('are an excerpt for a region, and nothing for a stranger', async () => {
    const own = await minutes('drafter-1705');
    expect([own.excerptFor, own.conflicts.map(({ finding }) => finding.key)]).toEqual([['1705'], expect.arrayContaining([overlap])]);
    const drafter = await callerFor(db.ledger, 'drafter-1705');
    const neighbour = { ...drafter, scopes: ['1703'], offices: drafter.offices.map((office) => ({ ...office, scope: '1703' })) };
    const seen = (await db.ledger.registers.minutes.of(neighbour, cohortId)) as MinutesSource;
    expect(seen.excerptFor).toEqual(['1703']);
    expect(seen.hidden).toBeGreaterThan(0);
    const paper = JSON.stringify(synchronizationMinutes(seen));
    expect(paper).not.toMatch(/Disepakati Gubernur|X01/);
    expect(await db.ledger.registers.minutes.of({ ...neighbour, scopes: ['1801'] }, cohortId)).toBeUndefined();
    expect((await minutes('legal-1700', { excerptFor: ['1703'] })).hidden).toBe(seen.hidden);
    expect(await wanted('legal-1700', { excerptFor: ['1709'] })).toBeUndefined();
    expect((await minutes('ministry-reviewer')).excerptFor).toBeUndefined();
  });
});
