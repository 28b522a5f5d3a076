import { sha256 } from '#ledger';
import { emptyMatrix, type PlanMatrix } from '#process/matrix/index';
import { canonicalJson, tallyOf } from '#process';
import { act, aKey, attach, callerFor, carry, openTestDatabase, type TestDatabase, toPreparation } from '#test/database';

const year = 2027;
const cohortId = `cohort-17-${year}`;
const claims = (commodity: string, change: Partial<PlanMatrix> = {}): PlanMatrix => ({
  ...emptyMatrix(),
  flagships: [{ kbli: '13121', commodity, role: 'main', from: 2028, to: 2047, target: { unit: 'ton', value: 10 }, sharedWith: [], division: '' }],
  sentra: [{ name: 'Sentra', units: 6, product: commodity }],
  ...change,
});

describe('the findings of a cohort over the record', () => {
  let db: TestDatabase;
  const cases: Record<string, string> = {};
  beforeAll(async () => {
    db = await openTestDatabase();
    const created = await db.ledger.cohorts.create(await callerFor(db.ledger, 'coordinator-1700'), {
      key: aKey(),
      input: {
        province: '17',
        programmeYear: year,
        referencePlans: [{ kind: 'RPIP', version: '2018–2038', issuedOn: '2018-12-31', content: { portTonnesPerYear: 100 } }],
        members: ['1701', '1703', '1705'].map((regionCode) => ({ regionCode, state: 'active' as const })),
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
        cutOffOn: `${year}-06-30`,
      },
    });
    expect(created).toHaveProperty('applied');
    for (const region of ['1701', '1705']) cases[region] = await toDraft(region);
  });
  afterAll(() => db.close());

  async function step(caseId: string, subject: string, transition: string, types: string[] = [], rest: object = {}): Promise<void> {
    for (const type of types) await attach(db.ledger, caseId, subject, type, type === 'draft-regulation' ? 'docx' : 'pdf');
    await act(db.ledger, caseId, subject, { type: 'take-transition', transition, ...rest });
    await carry(db.ledger, caseId);
  }

  async function toDraft(region: string): Promise<string> {
    const caseId = await toPreparation(db.ledger, { region, year });
    await step(caseId, `drafter-${region}`, 'complete-preparation', ['team-decree', 'plan-document']);
    await step(caseId, `drafter-${region}`, 'complete-academic-paper', ['academic-paper']);
    return caseId;
  }

  async function save(region: string, matrix: PlanMatrix): Promise<void> {
    const caller = await callerFor(db.ledger, `drafter-${region}`);
    const stored = await db.ledger.matrices.put(caller, cases[region]!, matrix);
    expect(stored).toEqual({ sha256: sha256(canonicalJson(matrix)) });
    await act(db.ledger, cases[region]!, `drafter-${region}`, { type: 'save-matrix', sha256: stored!.sha256, valid: true });
  }

  const openConsultation = (region: string) => step(cases[region]!, `drafter-${region}`, 'open-consultation', ['draft-regulation', 'plan-annex']);
  const seenBy = async (subject: string) => (await db.ledger.registers.conflicts.of(await callerFor(db.ledger, subject), cohortId))!;
  const keys = async (subject = 'coordinator-1700') => (await seenBy(subject)).conflicts.filter(({ finding }) => finding.effect !== 'vote').map(({ finding }) => finding.key);
  const apply = async (subject: string, command: Parameters<typeof db.ledger.cohorts.apply>[2]['command']) => db.ledger.cohorts.apply(cohortId, await callerFor(db.ledger, subject), { key: aKey(), command });

  it('sees nothing of a draft, and everything from the consultation on', async () => {
    await save('1701', claims('tenun', { port: { tonnesPerYear: 60 } }));
    await openConsultation('1701');
    await save('1705', claims('tenun', { port: { tonnesPerYear: 60 } }));
    expect(await keys()).toEqual([]);
    await openConsultation('1705');
    expect((await keys()).map((key) => key.split('.').slice(0, 2).join('.'))).toEqual(expect.arrayContaining(['X01.1701-1705', 'X05.1701-1705']));
  });

  it('shows a party the claims of the other, and a stranger nothing', async () => {
    const { conflicts } = await seenBy('drafter-1701');
    const [overlap] = conflicts.filter(({ finding }) => finding.check === 'X01');
    expect(overlap!.finding.claims.map(({ regionCode }) => regionCode)).toEqual(['1701', '1705']);
    const stranger = await callerFor(db.ledger, 'drafter-1701');
    const moved = { ...stranger, scopes: ['1703'], offices: stranger.offices.map((office) => ({ ...office, scope: '1703' })) };
    expect((await db.ledger.registers.conflicts.of(moved, cohortId))!.conflicts).toEqual([]);
    const gateOf = async (caller: typeof moved) => (await db.ledger.registers.cohorts.one(caller, cohortId))!.tally.shut.find(({ code }) => code === 'conflicts-open');
    expect(await gateOf(moved)).toEqual({ code: 'conflicts-open', details: [] });
    expect((await gateOf(stranger))!.details.length).toBeGreaterThanOrEqual(2);
    const board = (await db.ledger.registers.cohorts.board(moved, cohortId))!;
    expect(JSON.stringify([board.tally, board.atCutOff, board.rows])).not.toContain('X01');
    expect(board.blockedBy.en).toContain('2 conflicts unresolved');
    expect((await seenBy('ministry-reviewer')).conflicts.length).toBeGreaterThanOrEqual(2);
    expect(await db.ledger.registers.conflicts.of({ ...moved, scopes: ['1801'] }, cohortId)).toBeUndefined();
  });

  it('leaves the wall standing behind it', async () => {
    const drafter = await callerFor(db.ledger, 'drafter-1701');
    const foreign = await db.ledger.database.inScope(drafter.scopes, async (tx) => {
      const [{ state }] = await tx.query('select state from cohort where cohort_id = $1', [cohortId]);
      await db.ledger.cohorts.view(tx, state);
      return tx.query<unknown[]>('select 1 from plan_matrix where region = $1', ['1705']);
    });
    expect(foreign).toEqual([]);
  });

  it('is settled by all regions concerned, and by no others', async () => {
    const key = (await keys()).find((one) => one.startsWith('X01'))!;
    expect(await apply('coordinator-1700', { type: 'acknowledge-conflict', key, note: 'dicatat' })).toMatchObject({ refused: 'finding-not-blocking' });
    expect(await apply('coordinator-1700', { type: 'resolve-conflict', key, kind: 'accept' })).toMatchObject({ refused: 'finding-unknown' });
    expect(await apply('drafter-1701', { type: 'resolve-conflict', key, kind: 'cooperate', note: 'satu merek' })).toHaveProperty('applied');
    const conflict = async () => (await seenBy('coordinator-1700')).conflicts.find(({ finding }) => finding.key === key)!;
    expect(await conflict()).toMatchObject({ undecided: ['1705'] });
    expect(await apply('head-1705', { type: 'resolve-conflict', key, kind: 'cooperate' })).toHaveProperty('applied');
    expect(await conflict()).toMatchObject({ settledBy: 'resolution', undecided: [], stale: false });
    expect([...(await seenBy('drafter-1705')).texts.values()]).toEqual(['satu merek']);
  });

  it('says the same to a ledger that has just started as to one that remembers', async () => {
    const fresh = new (await import('#ledger')).Ledger(db.ledger.database);
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const remembered = (await seenBy('coordinator-1700')).conflicts;
    expect((await fresh.registers.conflicts.of(caller, cohortId))!.conflicts).toEqual(remembered);
  });

  it('tells what a waiver and the cut-off date would do, before it is done', async () => {
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const rehearsed = await db.ledger.cohorts.rehearse(cohortId, caller, {
      command: { type: 'request-waiver', regionCode: '1703', reason: 'belum siap' },
      then: (state) => ({ ...state, members: state.members.map((member) => (member.regionCode === '1703' ? { ...member, state: 'waived' } : member)) }),
    });
    expect(rehearsed).toMatchObject({ before: { counted: ['1701', '1703', '1705'] }, after: { counted: ['1701', '1705'], waived: ['1703'] } });
    const nobody = { command: { type: 'request-waiver' as const, regionCode: '1709', reason: 'x' }, then: <T>(state: T): T => state };
    expect(await db.ledger.cohorts.rehearse(cohortId, caller, nobody)).toMatchObject({ refused: 'member-unknown' });
    const board = (await db.ledger.registers.cohorts.board(caller, cohortId))!;
    expect(board.atCutOff!.shut.map(({ code }) => code)).toContain('nobody-at-gate');
    expect(board.blockedBy.id).toMatch(/menunggu .*Seluma.*benturan belum diselesaikan/);
  });

  it('has a board on which a region sees what its own case lacks, and not what the others lack', async () => {
    const board = (await db.ledger.registers.cohorts.board(await callerFor(db.ledger, 'drafter-1701'), cohortId))!;
    const of = (region: string) => board.rows.find((row) => row.region === region)!;
    expect(of('1701')).toMatchObject({ stage: 'public-consultation', round: 1, lacks: { documents: expect.arrayContaining(['consultation-report']) as string[], remarks: 0 }, missingSince: expect.any(String) as string });
    expect(of('1701').conflicts!.every((key) => key.startsWith('X05'))).toBe(true);
    expect(of('1705')).toMatchObject({ stage: 'public-consultation', lacks: null, conflicts: null });
    expect(of('1703')).toMatchObject({ caseId: null, missingSince: null });
  });

  it('compares a fixed region by the claims its province entered', async () => {
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const matrix = claims('tenun');
    const stored = await db.ledger.matrices.putFixed(coordinator, cohortId, '1703', matrix);
    expect(await db.ledger.matrices.putFixed(await callerFor(db.ledger, 'drafter-1701'), cohortId, '1703', matrix)).toBeUndefined();
    expect(await apply('coordinator-1700', { type: 'fix-member', regionCode: '1703', regulationNumber: 'Perda 4/2025', matrix: { version: 1, ...stored! } })).toHaveProperty('applied');
    expect((await keys()).filter((key) => key.startsWith('X01')).map((key) => key.split('.')[1])).toEqual(expect.arrayContaining(['1701-1703', '1703-1705']));
  });

  it('asks again once a plan has been superseded, and forgets a case that was withdrawn', async () => {
    expect(await apply('planner-1700', { type: 'supersede-plan', plan: { kind: 'RPIP', version: '2026–2046', issuedOn: '2026-01-02', content: { portTonnesPerYear: 500 } } })).toHaveProperty('applied');
    expect((await keys()).some((key) => key.startsWith('X05'))).toBe(false);
    await attach(db.ledger, cases['1705']!, 'head-1705', 'withdrawal-letter');
    await step(cases['1705']!, 'head-1705', 'withdraw');
    expect((await keys()).filter((key) => key.includes('1705'))).toEqual([]);
    const { state, conflicts } = await seenBy('coordinator-1700');
    expect(tallyOf(state, { arrivals: [], claims: {}, findings: conflicts.map(({ finding }) => finding) }).fixed).toEqual(['1703']);
  });
});
