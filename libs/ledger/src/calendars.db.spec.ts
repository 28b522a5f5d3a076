import { type CalendarContent, publishCalendar, referenceCalendar } from '#ledger';
import { type CalendarDay, clocksView, rpikV1, stallRule } from '#process';
import { aKey, act, attach, callerFor, carry, fileCase, openTestDatabase, programme, type TestDatabase, toPreparation } from '#test/database';

const decreed = (date: string): CalendarDay => ({ date, kind: 'collective-leave', name: { id: 'Cuti bersama tambahan', en: 'Added collective leave' }, decree: 'SKB perubahan', issuedOn: '2026-01-02', scope: '' });
const contentOf = ({ version: _, ...content }: ReturnType<typeof referenceCalendar>): CalendarContent => content;
const withDays = (...days: CalendarDay[]): CalendarContent => { const content = contentOf(referenceCalendar(1)); return { ...content, days: [...content.days, ...days] }; };

describe('the working calendar', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  /** Days of the versions so far that stay. */
  const standing: CalendarDay[] = [decreed('2027-12-01'), decreed('2027-12-02')];
  const admin = () => callerFor(db.ledger, 'admin');
  const published = async (content: CalendarContent, key = aKey()) => {
    const result = await db.ledger.calendars.publish(await admin(), key, content);
    if (!('version' in result)) throw new Error(JSON.stringify(result));
    return result;
  };
  const dueOf = async (caseId: string) => (await db.ledger.registers.cases.one(await admin(), caseId))!.state.clocks.find(({ status }) => status === 'running')!.dueOn;
  const eventsOf = async (caseId: string) => (await db.owner.query<{ type: string }[]>('select type from case_event where case_id = $1 order by seq', [caseId])).map(({ type }) => type);
  const noticesOf = (caseId: string, template: string) => db.owner.query<{ person: string }[]>(`select person from notice where subject_id = $1 and template = $2 and channel = 'in-app'`, [caseId, template]);
  const toTheEnd = async (version: number) => {
    await db.ledger.rollouts.list(version);
    for (const caseId of await db.ledger.rollouts.toDo(version)) await db.ledger.rollouts.move(version, caseId);
    await db.ledger.rollouts.finish(version);
  };

  it('is published by an administrator of the nation and by nobody else', async () => {
    const drafter = await db.ledger.calendars.publish(await callerFor(db.ledger, 'drafter-1705'), aKey(), withDays());
    expect(drafter).toEqual({ refused: 'not-your-role', details: ['administrator'] });
    const caller = await admin();
    const ofProvince = { ...caller, offices: caller.offices.map((office) => ({ ...office, scope: '17' })) };
    expect(await db.ledger.calendars.publish(ofProvince, aKey(), withDays())).toEqual({ refused: 'not-your-region', details: [] });
    expect((await db.ledger.calendars.versions()).map(({ version }) => version)).toEqual([1]);
  });

  it('is rehearsed without a trace, day against day', async () => {
    const [moved, still] = [await fileCase(db.ledger, { year: 2031 }), await toPreparation(db.ledger, { year: 2032 })];
    const [due, far] = [await dueOf(moved), await dueOf(still)];
    expect(far > due).toBe(true); // 60 and 90 working days from today
    const before = await db.owner.query('select count(*)::int as n from case_event');
    const seen = await db.ledger.calendars.preview(withDays(decreed(due)));
    expect(seen).toMatchObject({ version: 2, basedOn: 1, difference: { added: [{ date: due }], removed: [], changed: [] }, counts: { openCases: 2, cases: 2, clocks: 2, alreadyPast: 0 }, truncated: false });
    expect(seen.clocks.map(({ caseId, rule, from }) => [caseId, rule, from])).toEqual([[moved, 'programme', due], [still, 'preparation', far]]);
    expect(seen.clocks.every(({ from, to }) => to > from)).toBe(true);
    const beyond = await db.ledger.calendars.preview(withDays(decreed(far)));
    expect(beyond.clocks.map(({ caseId }) => caseId)).toEqual([still]);
    expect(await db.ledger.calendars.preview(withDays(decreed(due)), 1)).toMatchObject({ counts: { clocks: 2 }, clocks: [{ caseId: moved }], truncated: true });
    expect(await db.ledger.calendars.versions()).toHaveLength(1);
    expect(await db.owner.query('select count(*)::int as n from case_event')).toEqual(before);
    expect(await db.owner.query('select * from calendar_rollout')).toEqual([]);
  });

  it('is published as the next version, once for a key, with its roll-out on the agenda', async () => {
    const key = aKey();
    const content = withDays(decreed('2027-12-01'));
    const first = await published(content, key);
    expect(first).toMatchObject({ version: 2, current: true, publishedBy: { person: 'p_admin', name: 'Pejabat admin' }, years: referenceCalendar(1).years });
    expect(await published(content, key)).toEqual(first);
    expect(await db.ledger.calendars.publish(await admin(), key, withDays())).toEqual({ keyReused: true });
    expect((await db.ledger.calendars.versions()).map(({ version, current }) => [version, current])).toEqual([[2, true], [1, false]]);
    expect(await db.owner.query(`select id, seq from agenda where kind = 'calendar'`)).toEqual([{ id: 'calendar-rollout-2', seq: 2 }]);
    expect(await db.owner.query(`select type from office_event where key = $1`, [key])).toEqual([{ type: 'calendar-published' }]);
    await toTheEnd(2);
    expect(await db.ledger.rollouts.progress(2)).toMatchObject({ state: 'finished', total: 0, done: 0 });
    expect(await db.owner.query(`select id from agenda where kind = 'calendar'`)).toEqual([]);
  });

  it('moves exactly the cases whose days it moves, tells their people once, and leaves every other without an event', async () => {
    const [moved, still] = [await toPreparation(db.ledger, { region: '1701', year: 2033 }), await fileCase(db.ledger, { region: '1701', year: 2034 })];
    const [far, due] = [await dueOf(moved), await dueOf(still)];
    const { version } = await published(withDays(decreed('2027-12-01'), decreed(far)));
    await toTheEnd(version);
    await toTheEnd(version);
    expect(await dueOf(moved) > far).toBe(true);
    expect((await eventsOf(moved)).filter((type) => type === 'calendar-changed')).toHaveLength(1);
    expect(await noticesOf(moved, 'deadline-moved')).toEqual([{ person: 'p_drafter-1701' }]);
    expect([await dueOf(still), await eventsOf(still)]).toEqual([due, ['case-filed']]);
    expect(await db.ledger.verifier.verify()).toEqual([]);
  });

  it('counts the next clock of a case it left alone, and says so in the event that starts it', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2035 });
    const { version } = await published(withDays(decreed('2027-12-01'), decreed('2027-12-02')));
    await toTheEnd(version);
    await attach(db.ledger, caseId, 'drafter-1701', 'council-programme-decision');
    await act(db.ledger, caseId, 'drafter-1701', programme(2035));
    await carry(db.ledger, caseId);
    const [{ body }] = (await db.owner.query<{ body: { calendarVersion?: number } }[]>(`select body from case_event where case_id = $1 and type = 'transfer-started'`, [caseId])) as [{ body: { calendarVersion?: number } }];
    expect(body.calendarVersion).toBe(version);
    expect(await eventsOf(caseId)).not.toContain('calendar-changed');
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });

  it('never lets a case act on days that a newer version has moved: the change is recorded first, and the roll-out finds it done', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2036 });
    const due = await dueOf(caseId);
    const { version } = await published(withDays(decreed('2027-12-01'), decreed('2027-12-02'), decreed(due)));
    expect(await dueOf(caseId)).toBe(due); // shown as it stands until it is moved
    standing.push(decreed(due));
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'Mohon dilengkapi', visibility: 'counterpart' });
    expect((await eventsOf(caseId)).slice(1)).toEqual(['calendar-changed', 'remark-added']);
    await toTheEnd(version);
    expect((await eventsOf(caseId)).filter((type) => type === 'calendar-changed')).toHaveLength(1);
    expect(await noticesOf(caseId, 'deadline-moved')).toHaveLength(1);
    expect(await db.owner.query('select done_at is not null as done from calendar_rollout_case where version = $1 and case_id = $2', [version, caseId])).toEqual([{ done: true }]);
  });

  it('is accepted while a transfer is under way', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2037 });
    await attach(db.ledger, caseId, 'drafter-1701', 'council-programme-decision');
    await act(db.ledger, caseId, 'drafter-1701', programme(2037));
    const applied = await db.ledger.cases.applySystem(caseId, 'calendar:99', { type: 'change-calendar', version: 99, actor: { system: 'calendar' } });
    expect(applied).toHaveProperty('applied');
    await carry(db.ledger, caseId);
    expect(await eventsOf(caseId)).toContain('case-moved');
  });

  it('lets an older roll-out end where a newer version has taken its place', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2038 });
    const due = await dueOf(caseId);
    const first = await published(withDays(...standing, decreed(due)));
    await db.ledger.rollouts.list(first.version);
    const second = await published(withDays(...standing));
    await toTheEnd(first.version);
    await toTheEnd(second.version);
    expect([await dueOf(caseId), await eventsOf(caseId)]).toEqual([due, ['case-filed']]);
    expect(await db.ledger.rollouts.progress(first.version)).toMatchObject({ state: 'superseded', done: 0 });
  });

  it('moves the reminder after a due day without an event, where only that is moved', async () => {
    const caseId = await fileCase(db.ledger, { region: '1701', year: 2039 });
    const due = await dueOf(caseId);
    // Its ladder is at "one working day after": the due day and the rungs before it have passed.
    await db.owner.query(
      `update regulation_case set state = jsonb_set(state, '{clocks,0,rungs}', '{"-3":"sent","-1":"sent","0":"sent"}') || '{}', next_alarm_at = next_alarm_at where case_id = $1`, [caseId]);
    await db.owner.query(`update regulation_case set state = jsonb_set(state, '{clocks,0,expired}', 'true') where case_id = $1`, [caseId]);
    await db.ledger.cases.recount(caseId);
    const alarmOf = async () => (await db.owner.query<{ at: Date }[]>('select next_alarm_at as at from regulation_case where case_id = $1', [caseId]))[0]!.at;
    const before = await alarmOf();
    const dayAfter = new Date(before.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(dayAfter > due).toBe(true);
    const { version } = await published(withDays(...standing, decreed(dayAfter)));
    await toTheEnd(version);
    expect(await alarmOf() > before).toBe(true);
    expect(await eventsOf(caseId)).toEqual(['case-filed']);
  });

  it('is never edited, and whose cases it moves only their own readers see', async () => {
    const as = (scopes: string[], statement: string) => db.ledger.database.inScope(scopes, (tx) => tx.query(statement));
    await expect(as(['*'], `update working_calendar set calendar = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(as(['*'], `delete from working_calendar`)).rejects.toThrow(/permission denied/);
    await expect(as(['*'], `delete from calendar_rollout_case`)).rejects.toThrow(/permission denied/);
    await expect(as(['*'], `truncate calendar_rollout`)).rejects.toThrow(/permission denied/);
    expect(await as(['1705'], 'select distinct region from calendar_rollout_case')).not.toContainEqual({ region: '1701' });
    expect(await as([], 'select 1 from calendar_rollout_case')).toEqual([]);
    expect(await as(['*'], 'select distinct region from calendar_rollout_case')).toContainEqual({ region: '1701' });
    await expect(as(['1705'], `insert into calendar_rollout_case (version, case_id, region) select 1, case_id, '1701' from regulation_case limit 1`)).rejects.toThrow(/row-level security/);
    await expect(publishCalendar(db.ledger.database, { ...referenceCalendar(1), days: [] })).rejects.toThrow(/new version/);
  });

  it('says of a day in a year without a table that it is provisional, in every list, on the radar, on the board, in notices and in the digest', async () => {
    const calm = await openTestDatabase();
    try {
      expect(await calm.ledger.clock.moveTo(Date.parse('2027-12-01T03:00:00Z'))).toHaveProperty('at');
      const coordinator = await callerFor(calm.ledger, 'coordinator-1700');
      const created = await calm.ledger.cohorts.create(coordinator, {
        key: aKey(),
        input: { province: '17', programmeYear: 2029, referencePlans: [], members: [{ regionCode: '1705', state: 'active' }], policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2028-02-04' },
      });
      expect(created).toHaveProperty('applied');
      const caseId = await fileCase(calm.ledger, { year: 2029 });
      const words = { provisional: true, provisionalBecause: { id: 'sementara: tabel libur 2028 belum ada', en: 'provisional: no holiday table for 2028' } };
      const drafter = await callerFor(calm.ledger, 'drafter-1705');
      const { state, rules, now } = (await calm.ledger.registers.cases.one(drafter, caseId))!;
      expect(clocksView(rules, state, now)).toMatchObject([{ rule: 'programme', dueOn: expect.stringMatching(/^2028-/) as string, ...words, arithmetic: { en: expect.stringContaining('no holiday table for 2028') as string } }]);
      expect((await calm.ledger.registers.worklist.page(drafter, 'mine', {})).items).toMatchObject([{ caseId, ...words }]);
      expect((await calm.ledger.registers.cases.list(drafter, {}, {})).items).toMatchObject([{ id: caseId, ...words }]);
      const board = await calm.ledger.registers.cohorts.board(coordinator, 'cohort-17-2029');
      expect(board).toMatchObject({ rows: [{ caseId, dueOn: expect.stringMatching(/^2028-/) as string, ...words }] });
      const [office] = await calm.owner.query<{ id: string }[]>(`select id from holder where person = 'p_drafter-1705'`);
      expect((await calm.ledger.registers.offices.succession(['*'], office!.id, '2027-12-31'))!.tasks).toMatchObject([{ subjectId: caseId, ...words }]);

      expect(await calm.ledger.clock.moveTo(Date.parse('2027-12-08T03:00:00Z'))).toHaveProperty('at');
      const { items } = await calm.ledger.registers.stalled.page(coordinator.scopes, {}, {}, { rule: { ...stallRule, limitDays: 2 } });
      expect(items).toMatchObject([{ caseId, dueOn: expect.stringMatching(/^2028-/) as string, ...words }]);
      await calm.ledger.digests.write();
      await act(calm.ledger, caseId, 'coordinator-1700', { type: 'remind-desk' });
      const told = await calm.owner.query<{ template: string; facts: { provisional?: boolean; digest?: { items: object[] } } }[]>(`select distinct template, facts from notice where person = 'p_drafter-1705' and template in ('desk-reminded', 'digest') order by template`);
      expect(told.map(({ template, facts }) => [template, facts.provisional ?? facts.digest?.items])).toEqual([['desk-reminded', true], ['digest', [expect.objectContaining({ provisional: true })]]]);
    } finally {
      await calm.close();
    }
  });

  it('is rehearsed over a thousand open cases, and shows the first five hundred clocks', async () => {
    const caseId = await fileCase(db.ledger, { year: 2040 });
    await db.owner.query(
      `insert into regulation_case select (jsonb_populate_record(c, jsonb_build_object('case_id', 'rpik-1705-' || n, 'programme_year', 5000 + n, 'state', jsonb_set(c.state, '{id}', to_jsonb('rpik-1705-' || n))))).* from regulation_case c, generate_series(1, 1000) n where case_id = $1`,
      [caseId],
    );
    const begun = Date.now();
    const seen = await db.ledger.calendars.preview(withDays(decreed(await dueOf(caseId))));
    const took = Date.now() - begun;
    expect(seen.counts.clocks).toBeGreaterThan(1_000);
    expect(seen.clocks).toHaveLength(500);
    expect(rpikV1.clocks.programme.amount).toBe(60);
    process.stdout.write(`a rehearsal over ${seen.counts.openCases} open cases took ${took} ms\n`);
  });
});
