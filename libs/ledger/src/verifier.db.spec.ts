import { act, aKey, attach, callerFor, carry, fileCase, openTestDatabase, programme, type TestDatabase, toPreparation } from '#test/database';

describe('the verifier', () => {
  let db: TestDatabase;
  let caseId: string;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());
  let year = 2027;
  beforeEach(async () => {
    caseId = await toPreparation(db.ledger, { year: year++ });
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'catatan', visibility: 'counterpart' });
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  const findings = async () => (await db.ledger.verifier.verify(caseId)).map(({ kind, detail }) => `${kind}: ${detail}`);

  it.each([
    [
      'a body',
      `update case_event set body = replace(body::text, '188/12', '188/21')::json where case_id = $1 and seq = 3`,
      'event 3 is not what was recorded',
    ],
    [
      'an actor',
      `update case_event set actor = replace(actor::text, 'p_drafter', 'p_head')::json where case_id = $1 and seq = 2`,
      'event 2 is not what was recorded',
    ],
    ['a date', `update case_event set at = at - interval '1 day' where case_id = $1 and seq = 1`, 'event 1 is not what was recorded'],
    ['a removed event', `delete from case_event where case_id = $1 and seq = 2`, 'event 2 is missing'],
    ['a removed end', `delete from case_event where case_id = $1 and seq = 5`, 'the record is at 5 and its chain ends at 4'],
    ['a rewritten hash', `update case_event set hash = repeat('a', 64) where case_id = $1 and seq = 4`, 'event 4 is not what was recorded'],
  ])('finds %s that was tampered with', async (_, statement, detail) => {
    await db.owner.query(statement, [caseId]);
    expect(await findings()).toEqual([`chain-broken: ${detail}`]);
  });

  it('finds a state, a column, a task or a notice that the record does not say', async () => {
    await db.owner.query(`update regulation_case set state = jsonb_set(state, '{round}', '7') where case_id = $1`, [caseId]);
    expect(await findings()).toEqual(['state-differs: $.round is 7, the record says 1']);
    await db.owner.query(`update regulation_case set state = jsonb_set(state, '{round}', '1'), due_on = null where case_id = $1`, [caseId]);
    expect((await findings())[0]).toMatch(/^columns-differ: \$\.dueOn is null/);
    await db.owner.query(`update regulation_case set due_on = (select due_on from task where subject_id = $1) where case_id = $1`, [caseId]);
    await db.owner.query(`update task set role = 'regency-head' where subject_id = $1`, [caseId]);
    expect((await findings())[0]).toMatch(/^tasks-differ: .*regency-head/);
    await db.owner.query(`update task set role = 'regency-drafter' where subject_id = $1`, [caseId]);
    await db.owner.query(`update notice set template = 'overdue' where subject_id = $1 and seq = 5`, [caseId]);
    expect(await findings()).toEqual(['notices-differ: not called for: overdue of event 5']);
  });

  it('finds a stay that the record does not say, and it is made anew from the record', async () => {
    await db.owner.query('update stage_stay set working_days = working_days + 7 where case_id = $1', [caseId]);
    expect((await findings())[0]).toMatch(/^stays-differ: .*workingDays is 7, the record says 0/);
    await db.ledger.repair.refold(caseId, 'terminal');
    expect(await findings()).toEqual([]);
    await db.owner.query('delete from stage_stay where case_id = $1', [caseId]);
    expect((await findings())[0]).toMatch(/^stays-differ/);
    await db.ledger.repair.refold(caseId, 'terminal');
    expect(await findings()).toEqual([]);
  });

  it('folds stays that were stored before anybody counted them into what the history says, and leaves the history as it is', async () => {
    const { ledger, owner } = db;
    // Filed on Wednesday 3 March 2027; on the 17th, past Nyepi and Idul Fitri, at the next desk; on Monday the 29th, past Good Friday, on again.
    await ledger.clock.moveTo(Date.parse('2027-03-03T03:00:00Z'));
    const old = await fileCase(ledger, { year });
    await attach(ledger, old, 'drafter-1705', 'council-programme-decision');
    await ledger.clock.moveTo(Date.parse('2027-03-17T03:00:00Z'));
    await act(ledger, old, 'drafter-1705', programme(year++));
    await carry(ledger, old);
    for (const paper of ['team-decree', 'plan-document']) await attach(ledger, old, 'drafter-1705', paper);
    await ledger.clock.moveTo(Date.parse('2027-03-29T03:00:00Z'));
    await act(ledger, old, 'drafter-1705', { type: 'take-transition', transition: 'complete-preparation' });
    await carry(ledger, old);

    const record = () => owner.query<object[]>('select c.head_hash, to_jsonb(e) as event from regulation_case c join case_event e using (case_id) where case_id = $1 order by e.seq', [old]);
    const recorded = await record();
    await owner.query(`delete from stage_stay where case_id = $1 and stage = 'programme'`, [old]);
    await owner.query(`update stage_stay set working_days = 12, entered_at = entered_at - interval '14 days' where case_id = $1`, [old]);
    await owner.query(
      `insert into stage_stay (case_id, seq, region, process_id, stage, round, entered_at, left_at, working_days) values ($1, 1, '1705', 'rpik', 'review', 1, now(), now(), 0)`, [old]);
    expect(await ledger.repair.refold(old, 'terminal')).toMatchObject({ refolded: [{ caseId: old, kind: 'stays-differ' }], left: [] });

    const stays = await owner.query<{ stage: string; days: number; from: string; until: string }[]>(
      `select stage, working_days as days, entered_at::date::text as from, left_at::date::text as until from stage_stay where case_id = $1 order by seq`, [old]);
    expect(stays).toEqual([
      { stage: 'programme', days: 4, from: '2027-03-03', until: '2027-03-17' },
      { stage: 'preparation', days: 6, from: '2027-03-17', until: '2027-03-29' },
    ]);
    expect(await record()).toEqual(recorded);
    expect(await ledger.verifier.verify(old)).toEqual([]);
    expect(await ledger.repair.refold(old, 'terminal')).toEqual({ refolded: [], left: [] });
  });

  it('looks at every case when none is named', async () => {
    const kinds = new Set((await db.ledger.verifier.verify()).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['chain-broken', 'notices-differ']));
  });
});

describe('the verifier of cohorts', () => {
  let db: TestDatabase;
  const cohortId = 'cohort-17-2027';
  beforeAll(async () => {
    db = await openTestDatabase();
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    await db.ledger.cohorts.create(coordinator, {
      key: aKey(),
      input: {
        province: '17',
        programmeYear: 2027,
        referencePlans: [],
        members: ['1701', '1705'].map((regionCode) => ({ regionCode, state: 'active' as const })),
        policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false },
        cutOffOn: '2027-06-30',
      },
    });
    const command = { type: 'request-waiver' as const, regionCode: '1705', reason: 'belum siap' };
    expect(await db.ledger.cohorts.apply(cohortId, coordinator, { key: aKey(), command })).toHaveProperty('applied');
  });
  afterAll(() => db.close());

  const findings = async (id?: string) => (await db.ledger.verifier.verify(id)).map(({ caseId, kind, detail }) => `${caseId} ${kind}: ${detail}`);

  it('finds nothing in a record that nobody has touched', async () => {
    expect(await findings(cohortId)).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  it.each([
    [
      'a body',
      `update cohort_event set body = replace(body::text, '2027-06-30', '2027-12-31')::json where seq = 1`,
      'chain-broken: event 1 is not what was recorded',
    ],
    [
      'an actor',
      `update cohort_event set actor = replace(actor::text, 'p_coordinator', 'p_planner')::json where seq = 2`,
      'chain-broken: event 2 is not what was recorded',
    ],
    ['a removed end', `delete from cohort_event where seq = 2`, 'chain-broken: the record is at 2 and its chain ends at 1'],
    ['an end nobody knows', `update cohort set head_hash = repeat('a', 64)`, 'chain-broken: the record does not know the end of its chain'],
    [
      'a state',
      `update cohort set state = jsonb_set(state, '{cutOffOn}', '"2027-12-31"')`,
      'state-differs: $.cutOffOn is "2027-12-31", the record says "2027-06-30"',
    ],
    [
      'a member',
      `update cohort_member set state = 'withdrawn' where region = '1701'`,
      'members-differ: $.0.state is "withdrawn", the record says "active"',
    ],
    [
      'a release',
      `insert into cohort_release (cohort_id, release_seq, round, province, region, case_id, arrival_seq, manifest_hash) values ('cohort-17-2027', 2, 1, '17', '1705', 'rpik-1705-2027', 9, '')`,
      'releases-differ: $.0 is',
    ],
  ])('finds %s that was tampered with, by its own id and among all', async (_, statement, finding) => {
    await tampered(statement, async () => {
      expect(await findings(cohortId)).toEqual([expect.stringContaining(`${cohortId} ${finding}`)]);
      expect(await findings()).toEqual(await findings(cohortId));
    });
    expect(await findings()).toEqual([]);
  });

  it('says when there is no such cohort', async () => {
    expect(await findings('cohort-17-1999')).toEqual(['cohort-17-1999 chain-broken: there is no such cohort']);
  });

  /** The tables as they were before, once the work is done. */
  async function tampered(statement: string, work: () => Promise<void>): Promise<void> {
    const tables = ['cohort_event', 'cohort_member', 'cohort_release'];
    for (const table of [...tables, 'cohort']) await db.owner.query(`create table kept_${table} as table ${table}`);
    try {
      await db.owner.query(statement);
      await work();
    } finally {
      for (const table of tables) await db.owner.query(`delete from ${table}`);
      await db.owner.query(
        `update cohort c set seq = k.seq, at = k.at, head_hash = k.head_hash, state = k.state from kept_cohort k where k.cohort_id = c.cohort_id`,
      );
      for (const table of tables) await db.owner.query(`insert into ${table} table kept_${table}`);
      for (const table of [...tables, 'cohort']) await db.owner.query(`drop table kept_${table}`);
    }
  }
});
