import { act, openTestDatabase, type TestDatabase, toPreparation } from '#test/database';

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
    ['a removed end', `delete from case_event where case_id = $1 and seq = 5`, 'the case is at 5 and its chain ends at 4'],
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

  it('looks at every case when none is named', async () => {
    const kinds = new Set((await db.ledger.verifier.verify()).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['chain-broken', 'notices-differ']));
  });
});
