import type { Page, WorklistRow } from '#ledger';
import { rpikV1 } from '#process';
import { publishCalendar, publishDefinition, referenceCalendar, watchOf } from '#ledger';
import { act, aKey, attach, callerFor, fileCase, openTestDatabase, programme, type TestDatabase, toPreparation } from '#test/database';

describe('what follows from the record', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
    await db.ledger.clock.moveTo(Date.parse('2026-11-24T03:12:00.000Z'));
  });
  afterAll(() => db.close());

  const worklist = async (subject: string, view: 'mine' | 'unit' | 'waiting' = 'mine') =>
    (await db.ledger.registers.worklist.page(await callerFor(db.ledger, subject), view, { limit: 100 })).items;

  it('stands on the worklist of the next desk as soon as the ledger has answered', async () => {
    const caseId = await fileCase(db.ledger);
    expect(await worklist('drafter-1705')).toMatchObject([
      { taskId: `${caseId}/programme.regency-drafter`, caseId, region: '1705', regionName: 'Kab. Seluma', stage: 'programme', workingDaysLeft: 60 },
    ]);
    await attach(db.ledger, caseId, 'drafter-1705', 'council-programme-decision');
    const { transfer } = await act(db.ledger, caseId, 'drafter-1705', programme());
    expect(await worklist('drafter-1705')).toMatchObject([{ carried: true, dueOn: null }]);
    await db.ledger.cases.completeTransfer(caseId, transfer!.seq, { intact: true });
    expect(await worklist('drafter-1705')).toMatchObject([{ stage: 'preparation', carried: false, transition: 'complete-preparation' }]);
    expect(await worklist('coordinator-1700')).toEqual([]);
    expect(await worklist('coordinator-1700', 'waiting')).toMatchObject([{ caseId, role: 'regency-drafter' }]);
    expect(await worklist('ministry-reviewer', 'waiting')).toMatchObject([{ caseId }]);
    expect(await worklist('drafter-1701', 'waiting')).toEqual([]);
  });

  it('shows a task that a colleague has claimed to the unit, and not as mine', async () => {
    await db.ledger.register.install([
      {
        id: 'p_colleague',
        subject: 'colleague-1701',
        name: 'Rekan',
        offices: [{ role: 'regency-drafter', scope: '1701', capacity: 'definitive', from: '2020-01-01', decree: 'SK' }],
      },
    ]);
    const caseId = await fileCase(db.ledger, { region: '1701' });
    await act(db.ledger, caseId, 'drafter-1701', { type: 'claim-task', task: 'programme.regency-drafter' });
    expect(await worklist('drafter-1701')).toMatchObject([{ claimedBy: 'p_drafter-1701' }]);
    expect(await worklist('colleague-1701')).toEqual([]);
    expect(await worklist('colleague-1701', 'unit')).toMatchObject([{ claimedBy: 'p_drafter-1701' }]);
  });

  it('pages through a worklist without a gap or a repetition', async () => {
    for (let year = 2040; year < 2047; year++) await fileCase(db.ledger, { region: '1701', year });
    const caller = await callerFor(db.ledger, 'coordinator-1700');
    const seen: string[] = [];
    for (let page: Page<WorklistRow> | undefined; page?.nextCursor !== null;) {
      page = await db.ledger.registers.worklist.page(caller, 'waiting', { limit: 3, ...(page?.nextCursor && { cursor: page.nextCursor }) });
      seen.push(...page.items.map(({ taskId }) => taskId));
    }
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
    await expect(db.ledger.registers.worklist.page(caller, 'mine', { cursor: 'bm9wZQ' })).rejects.toThrow(/not made by this list/);
  });

  it('tells the holders of an office, but not the one whose act it was', async () => {
    const caseId = await fileCase(db.ledger, { year: 2030 });
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'mohon diperbaiki', visibility: 'counterpart' });
    const rows = await db.owner.query<{ person: string; channel: string; state: string; template: string }[]>(
      `select person, channel, state, template from notice where subject_id = $1 and seq = 2 order by channel`,
      [caseId],
    );
    expect(rows).toEqual([
      { person: 'p_drafter-1705', channel: 'in-app', state: 'sent', template: 'remark-added' },
      { person: 'p_drafter-1705', channel: 'mail', state: 'pending', template: 'remark-added' },
    ]);
    const bell = await db.ledger.registers.notices.of(await callerFor(db.ledger, 'drafter-1705'), {});
    expect(bell.items[0]).toMatchObject({
      template: 'remark-added',
      subject: { kind: 'case', id: caseId },
      facts: { regionName: 'Kab. Seluma', path: `/kasus/${caseId}` },
      readAt: null,
    });
    expect(bell.unread).toBe(1);
    expect(await db.ledger.registers.notices.read(await callerFor(db.ledger, 'drafter-1705'))).toBe(1);
    expect((await db.ledger.registers.notices.of(await callerFor(db.ledger, 'drafter-1705'), {})).unread).toBe(0);
    expect(await db.ledger.registers.notices.outbox(await callerFor(db.ledger, 'drafter-1705'), {}, {})).toBeUndefined();
    expect(
      (await db.ledger.registers.notices.outbox(await callerFor(db.ledger, 'admin'), { subject: caseId, state: 'pending' }, {}))!.items,
    ).toMatchObject([{ channel: 'mail', state: 'pending' }]);
  });

  it('delivers the outbox by one claimer at a time, and lets a bounced notice be tried again', async () => {
    const { notices } = db.ledger;
    const now = new Date((await db.ledger.clock.now()).at);
    const claims = (await Promise.all([notices.claimDue('mail', 50, now), notices.claimDue('mail', 50, now)])).flat();
    expect(claims.length).toBeGreaterThan(0);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    const [one, two] = claims;
    expect(one).toMatchObject({
      channel: 'mail',
      language: 'id',
      attempt: 0,
      recipient: { role: 'regency-drafter', region: expect.stringMatching(/^17/) as string },
      subject: { kind: 'case' },
    });
    expect(await notices.claimDue('mail', 50, now)).toEqual([]);
    await notices.retryAt(one!.id, 1, now, 'server penuh');
    expect(await notices.claimDue('mail', 50, now)).toMatchObject([{ id: one!.id, attempt: 1 }]);
    await notices.bounced(one!.id, '550', 'no such mailbox', now);
    expect(await notices.tryAgain(one!.id)).toBe(true);
    await notices.claimDue('mail', 50, now);
    await notices.sent(one!.id, '<1@selaras>', now);
    expect(await notices.tryAgain(one!.id)).toBe(false);
    if (two) await notices.sent(two.id, '<2@selaras>', now);
  });

  it('opens a task for the administrator when an office it needs has no holder, and closes it when there is one', async () => {
    const admin = await callerFor(db.ledger, 'admin');
    const drafter = await callerFor(db.ledger, 'coordinator-1700');
    const filed = await db.ledger.cases.file(drafter, {
      key: aKey(),
      input: { process: 'rpik', regionCode: '1702', programmeYear: 2027, title: 'RPIK Rejang Lebong', planYears: { from: 2027, to: 2047 } },
    });
    expect(filed).toHaveProperty('applied');
    const vacancies = async () => (await worklist('admin')).filter(({ subject }) => subject.kind === 'office');
    expect(await vacancies()).toMatchObject([{ taskId: 'regency-drafter@1702/appoint', region: '1702' }]);
    const told = await db.owner.query<{ template: string; person: string | null; state: string }[]>(
      `select template, person, state from notice where region = '1702' and channel = 'in-app' order by template`,
    );
    expect(told).toEqual([
      { template: 'no-holder', person: 'p_admin', state: 'sent' },
      { template: 'task-opened', person: null, state: 'vacant' },
    ]);
    expect(await db.ledger.verifier.verify('rpik-1702-2027')).toEqual([]);
    const person = await db.ledger.register.addPerson(admin, aKey(), { subject: 'drafter-1702', name: 'Penyusun' });
    await db.ledger.register.addHolder(admin, aKey(), {
      person: 'person' in person ? person.person.id : '',
      role: 'regency-drafter',
      scope: '1702',
      capacity: 'definitive',
      from: '2026-01-01',
      decree: 'SK',
    });
    expect(await vacancies()).toEqual([]);
  });

  it('lists cases by phase, stage, region, lateness and words, within the scope of the caller', async () => {
    const { cases } = db.ledger.registers;
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const ids = async (filters: object, caller = coordinator) => (await cases.list(caller, filters, { limit: 100 })).items.map(({ id }) => id);
    expect(await ids({ region: '1702' })).toEqual(['rpik-1702-2027']);
    expect(await ids({ region: '17', q: 'rejang' })).toEqual(['rpik-1702-2027']);
    expect(await ids({ stage: 'preparation' })).toEqual(['rpik-1705-2027']);
    expect(await ids({ phase: 'D' })).toEqual([]);
    expect(await ids({ late: true })).toEqual([]);
    expect(new Set((await ids({}, await callerFor(db.ledger, 'drafter-1705'))).map((id) => id.split('-')[1]))).toEqual(new Set(['1705']));
    const first = await cases.list(coordinator, {}, { limit: 2 });
    const second = await cases.list(coordinator, {}, { limit: 2, cursor: first.nextCursor! });
    expect(second.items[0]!.id > first.items[1]!.id).toBe(true);
  });

  it('gives the bytes of a document to those who read a case that holds them', async () => {
    const caseId = await fileCase(db.ledger, { year: 2048 });
    const sha256 = await attach(db.ledger, caseId, 'drafter-1705', 'council-programme-decision');
    const access = async (subject: string) => db.ledger.registers.documents.access(sha256, await callerFor(db.ledger, subject));
    expect(await access('coordinator-1700')).toMatchObject({
      caseId,
      type: 'council-programme-decision',
      version: 1,
      name: 'council-programme-decision.pdf',
    });
    expect(await access('drafter-1701')).toBeUndefined();
    expect(await access('ministry-reviewer')).toBeUndefined();
  });

  it('tells how a command ended to whoever gave it', async () => {
    const caseId = await toPreparation(db.ledger, { year: 2049 });
    const key = aKey();
    await act(db.ledger, caseId, 'coordinator-1700', { type: 'add-remark', text: 'catatan', visibility: 'counterpart' }, key);
    const { commands } = db.ledger.registers;
    expect(await commands.byKey(await callerFor(db.ledger, 'coordinator-1700'), key)).toMatchObject({
      subject: { kind: 'case', id: caseId },
      type: 'add-remark',
      seq: 5,
    });
    expect(await commands.byKey(await callerFor(db.ledger, 'drafter-1705'), key)).toBeUndefined();
  });

  it('shows the history page by page', async () => {
    const caller = await callerFor(db.ledger, 'drafter-1705');
    const first = await db.ledger.registers.cases.events(caller, 'rpik-1705-2049', { limit: 2 });
    const second = await db.ledger.registers.cases.events(caller, 'rpik-1705-2049', { limit: 2, cursor: first!.nextCursor! });
    expect([...first!.items, ...second!.items].map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(second!.items[0]!.prevHash).toBe(first!.items[1]!.hash);
    expect(await db.ledger.registers.cases.events(await callerFor(db.ledger, 'drafter-1701'), 'rpik-1705-2049', {})).toBeUndefined();
  });

  it('finds the cases that have been silent for longer than their stage allows', async () => {
    const coordinator = await callerFor(db.ledger, 'coordinator-1700');
    const stalled = (page: { limit?: number; cursor?: string }) => db.ledger.registers.stalled.page(watchOf(coordinator)!.scopes, {}, page);
    expect((await stalled({})).items).toEqual([]);
    await db.ledger.clock.moveTo(Date.parse('2027-04-26T03:12:00.000Z'));
    const { items, nextCursor } = await stalled({ limit: 5 });
    expect(items).toHaveLength(5);
    expect(items[0]).toMatchObject({ cause: 'regency' });
    expect(items[0]!.silentDays).toBeGreaterThan(items[0]!.limit.days);
    const rest = await stalled({ cursor: nextCursor! });
    expect(rest.items.map(({ caseId }) => caseId)).not.toContain(items[4]!.caseId);
  });
});

describe('published rules', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  it('are never edited: the same content again is fine, other content under the version is not', async () => {
    await expect(publishDefinition(db.ledger.database, rpikV1)).resolves.toHaveProperty('hash');
    await expect(publishDefinition(db.ledger.database, { ...rpikV1, ladderAt: 0 })).rejects.toThrow(/reseed/);
    await expect(publishCalendar(db.ledger.database, { ...referenceCalendar(1), days: [] })).rejects.toThrow(/new version/);
    expect((await db.ledger.registers.rules.processes()).map(({ id, version }) => [id, version])).toEqual([['rpik', 1]]);
  });

  it('move the clocks of a case when a calendar is published anew and applied to it', async () => {
    const caseId = await fileCase(db.ledger);
    const calendar = referenceCalendar(2);
    const { state } = (await db.ledger.registers.cases.one(await callerFor(db.ledger, 'drafter-1705'), caseId))!;
    const due = state.clocks[0]!.dueOn;
    await publishCalendar(db.ledger.database, {
      ...calendar,
      days: [
        ...calendar.days,
        {
          date: due,
          kind: 'national-holiday',
          name: { id: 'Hari libur baru', en: 'A new holiday' },
          decree: 'Keppres contoh',
          issuedOn: '2026-01-01',
        },
      ],
    });
    const changed = await db.ledger.cases.applySystem(caseId, 'calendar/2', { type: 'change-calendar', version: 2, actor: { system: 'calendar' } });
    expect(changed).toMatchObject({ applied: { state: { calendarVersion: 2 } } });
    expect('applied' in changed && changed.applied.state.clocks[0]!.dueOn > due).toBe(true);
    expect(await db.ledger.verifier.verify(caseId)).toEqual([]);
  });
});
