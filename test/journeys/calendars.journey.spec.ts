import { referenceFile } from '#ledger';
import { eventually } from '#test/house';
import { openStack, type Answer, type Stack } from '#test/stack';

jest.setTimeout(180_000);

const csv = { 'content-type': 'text/csv' };
/** The shipped table, with the collective leave that was decreed on 7 August 2025 for the 18th. */
const known = referenceFile('holidays-id.csv');
/** What every office had before that decree. */
const before = known.split('\n').filter((line) => !line.startsWith('2025-08-18,')).join('\n');

interface Clock { rule: string; startedOn: string; dueOn: string; expired: boolean; late: boolean; provisional: boolean; movedBy?: { calendar: number; from: string; on: string; because: { en: string } } }
interface Told { type: string; body: { from?: number; to?: number; decrees?: string[]; clock?: string; dueOn?: string; because?: object } }

describe('a holiday decreed on 7 August 2025 for the 18th, published late', () => {
  let stack: Stack;
  const cases: Record<'seluma' | 'bengkuluSelatan' | 'later', string> = { seluma: 'rpik-1705-2026', bengkuluSelatan: 'rpik-1701-2026', later: 'rpik-1705-2027' };
  beforeAll(async () => {
    stack = await openStack({ demo: true });
  });
  afterAll(() => stack?.close());

  const publish = (body: { bytes?: string; body?: unknown }, query = '', as = 'admin') => stack.ask('POST', `/v1/calendars${query}`, { as, ...body, ...(body.bytes !== undefined && { headers: csv }) });
  const moveTo = async (to: string) => expect((await stack.ask('POST', '/v1/demo/clock', { as: 'admin', body: { to } })).status).toBe(200);
  const file = async (region: string, year: number) => {
    const filed = await stack.ask('POST', '/v1/cases', { as: `drafter-${region}`, body: { process: 'rpik', regionCode: region, programmeYear: year, title: `RPIK ${region}`, planYears: { from: year, to: year + 20 } } });
    expect(filed.status).toBe(201);
  };
  const clockOf = async (caseId: string): Promise<Clock> => (await stack.ask('GET', `/v1/cases/${caseId}`, { as: 'admin' })).body.clocks[0];
  const events = async (caseId: string): Promise<Told[]> => (await stack.ask('GET', `/v1/cases/${caseId}/events?limit=100`, { as: 'admin' })).body.items;
  const changes = async (caseId: string) => (await events(caseId)).filter(({ type }) => type === 'calendar-changed');
  const rolledOut = (version: number) =>
    eventually(async () => {
      const { body } = await stack.ask('GET', `/v1/calendars/${version}/rollout`, { as: 'coordinator-1700' });
      expect(body.state).toBe('finished');
      return body as { total: number; done: number };
    }, 30_000);
  const bells = async (subject: string, template: string, caseId: string) =>
    (await stack.database.owner.query<unknown[]>(`select 1 from notice where channel = 'in-app' and person = $1 and template = $2 and subject_id = $3`, [`p_${subject}`, template, caseId])).length;

  it('is not in the calendar of July, which an administrator imports as CSV', async () => {
    const { status, body, headers } = await publish({ bytes: before });
    expect([status, body.version, body.current, body.publishedBy.person, headers.get('location')]).toEqual([201, 2, true, 'p_admin', '/v1/calendars/2']);
    expect(await rolledOut(2)).toMatchObject({ total: 0, done: 0 });
    await moveTo('2025-08-11T02:00:00Z');
    await file('1705', 2026);
    await file('1701', 2026);
    // Sixty working days from Monday 11 August: 14 to the end of August, 21 in September (the 5th is Maulid), 23 in October, 2 in November.
    expect(await clockOf(cases.seluma)).toMatchObject({ rule: 'programme', startedOn: '2025-08-11', dueOn: '2025-11-04' });
    await moveTo('2025-08-19T02:00:00Z');
    await file('1705', 2027);
    expect(await clockOf(cases.later)).toMatchObject({ startedOn: '2025-08-19', dueOn: '2025-11-12' });
  });

  it('shows beforehand whose days would move, and writes nothing', async () => {
    const { status, body } = await publish({ bytes: known }, '?dryRun=true');
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: true, version: 3, basedOn: 2, counts: { openCases: 3, cases: 2, clocks: 2, alreadyPast: 0, cohorts: 0 }, truncated: false });
    expect(body.difference).toMatchObject({ added: [{ date: '2025-08-18', kind: 'collective-leave', issuedOn: '2025-08-07' }], removed: [], changed: [] });
    expect(body.clocks.map((clock: { caseId: string; rule: string; from: string; to: string }) => [clock.caseId, clock.rule, clock.from, clock.to])).toEqual([
      [cases.bengkuluSelatan, 'programme', '2025-11-04', '2025-11-05'], [cases.seluma, 'programme', '2025-11-04', '2025-11-05'],
    ]);
    expect((await stack.ask('GET', '/v1/calendars', { as: 'drafter-1705' })).body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(await changes(cases.seluma)).toEqual([]);
  });

  it('moves exactly those, tells their people once, and leaves the others without an event', async () => {
    const { days, weekend, years } = (await stack.ask('GET', '/v1/calendars/1')).body;
    const key = 'calendar-of-august';
    const first = await stack.ask('POST', '/v1/calendars', { as: 'admin', body: { days, weekend, years }, key });
    expect([first.status, first.body.version]).toEqual([201, 3]);
    expect((await stack.ask('POST', '/v1/calendars', { as: 'admin', body: { days, weekend, years }, key })).body).toEqual(first.body);
    expect((await stack.ask('POST', '/v1/calendars', { as: 'admin', body: { days: days.slice(1), weekend, years }, key })).body.code).toBe('idempotency-key-reused');
    expect(await rolledOut(3)).toMatchObject({ total: 2, done: 2 });
    for (const [caseId, drafter] of [[cases.seluma, 'drafter-1705'], [cases.bengkuluSelatan, 'drafter-1701']] as const) {
      expect(await clockOf(caseId)).toMatchObject({ dueOn: '2025-11-05', movedBy: { calendar: 3, from: '2025-11-04', on: '2025-08-19', because: { en: 'Was 4 Nov 2025; moved because of working calendar version 3' } } });
      expect((await changes(caseId)).map(({ body }) => [body.from, body.to, body.decrees])).toEqual([[2, 3, ['SKB Menag 933/2025; Menaker 1/2025; MenPANRB 3/2025']]]);
      expect(await bells(drafter, 'deadline-moved', caseId)).toBe(1);
    }
    expect((await events(cases.later)).map(({ type }) => type)).toEqual(['case-filed']);
    expect(await bells('drafter-1705', 'deadline-moved', cases.later)).toBe(0);
    await file('1701', 2028);
    expect((await events('rpik-1701-2028'))[0]!.body).toMatchObject({ calendarVersion: 3 });
  });

  it('answers what was known on a day', async () => {
    const knownOn = async (day: string) => (await stack.ask('GET', `/v1/calendars/current?knownOn=${day}`)).body.days.some(({ date }: { date: string }) => date === '2025-08-18');
    expect([await knownOn('2025-08-06'), await knownOn('2025-08-07')]).toEqual([false, true]);
    const due = async (day: string) => (await stack.ask('POST', '/v1/deadlines', { body: { start: '2025-08-14', amount: 2, unit: 'working-day', class: 'policy', regionCode: '1705', knownOn: day } })).body.dueOn;
    expect([await due('2025-08-06'), await due('2025-08-07')]).toEqual(['2025-08-18', '2025-08-19']);
  });

  it('is withdrawn again: a due day that has passed by then expires at the next tick, and says why', async () => {
    await moveTo('2025-11-05T02:00:00Z');
    expect(await clockOf(cases.seluma)).toMatchObject({ dueOn: '2025-11-05', expired: false, late: false });
    const rehearsed = await publish({ bytes: before }, '?dryRun=1');
    expect(rehearsed.body).toMatchObject({ counts: { clocks: 2, alreadyPast: 2 }, difference: { removed: [{ date: '2025-08-18' }] } });
    expect((await publish({ bytes: before })).status).toBe(201);
    expect(await rolledOut(4)).toMatchObject({ total: 2, done: 2 });
    await eventually(async () => {
      const expiries = (await events(cases.seluma)).filter(({ type }) => type === 'clock-expired');
      expect(expiries.map(({ body }) => body)).toEqual([{ clock: 'programme#1', rule: 'programme', dueOn: '2025-11-04', dueAt: '2025-11-04T17:00:00.000Z', because: { calendar: 4, previousDueOn: '2025-11-05' } }]);
    }, 30_000);
    expect(await clockOf(cases.seluma)).toMatchObject({ dueOn: '2025-11-04', expired: true, late: true, movedBy: { calendar: 4, from: '2025-11-05' } });
    const [late] = await stack.database.owner.query<{ facts: { reason: object } }[]>(`select facts from notice where subject_id = $1 and template = 'overdue' and channel = 'in-app'`, [cases.seluma]);
    expect(late!.facts.reason).toEqual({ id: 'kalender kerja versi 4', en: 'working calendar version 4' });
    expect((await events(cases.later)).map(({ type }) => type)).not.toContain('calendar-changed');
    expect(await stack.database.ledger.verifier.verify()).toEqual([]);
  });

  describe('is refused', () => {
    const newYear = { date: '2025-01-01', kind: 'national-holiday', name: { id: 'Tahun Baru', en: 'New Year' }, decree: 'SKB', issuedOn: '2024-10-14' };
    const header = 'date,kind,name_id,name_en,decree,issued_on,note\n';
    const row = '2025-01-01,national-holiday,Tahun Baru,New Year,SKB,2024-10-14,\n';
    const standing = async () => stack.database.owner.query('select (select count(*)::int from working_calendar) as versions, (select count(*)::int from calendar_rollout) as rollouts, (select count(*)::int from office_event) as acts, (select count(*)::int from case_event) as events');
    let untouched: unknown;
    beforeAll(async () => { untouched = await standing(); });
    afterEach(async () => expect(await standing()).toEqual(untouched));

    it.each([
      ['an empty file', { bytes: '' }, 'empty-table'],
      ['another table', { bytes: 'nama,umur\nBudi,40\n' }, 'missing-column'],
      ['a row that is cut off', { bytes: `${header}${row}2025-02-02,collective-leave\n` }, 'malformed-row'],
      ['a day listed twice', { bytes: `${header}${row}${row}` }, 'duplicate-day'],
      ['an unknown kind', { bytes: `${header}${row}2025-02-03,bank-holiday,X,X,SKB,2024-10-14,\n` }, 'unknown-kind'],
      ['no decree', { bytes: `${header}${row}2025-02-03,collective-leave,X,X,,2024-10-14,\n` }, 'missing-decree'],
      ['no date of issue', { bytes: `${header}${row}2025-02-03,collective-leave,X,X,SKB,,\n` }, 'missing-issue-date'],
      ['an impossible date of issue', { bytes: `${header}${row}2025-02-03,collective-leave,X,X,SKB,2024-02-30,\n` }, 'invalid-issue-date'],
      ['an impossible day', { bytes: `${header}${row}2025-02-29,collective-leave,X,X,SKB,2024-10-14,\n` }, 'invalid-date'],
      ['a region of no province', { bytes: `${header}${row}2025-02-03,regional,X,X,SKB,2024-10-14,scope=99.01\n` }, 'unknown-scope'],
      ['a year left out', { bytes: `${header}${row}2027-01-01,national-holiday,X,X,SKB,2024-10-14,\n` }, 'gap-of-year'],
      ['a week without a working day', { body: { weekend: [0, 1, 2, 3, 4, 5, 6], days: [newYear] } }, 'week-without-working-day'],
      ['a week of eight days', { body: { weekend: [8], days: [newYear] } }, 'week-pattern-invalid'],
      ['a novel for a decree', { body: { days: [{ ...newYear, decree: 'x'.repeat(301) }] } }, 'text-too-long'],
      ['no list of days', { body: { days: 'all of them' } }, 'validation-failed'],
      ['a list instead of a calendar', { body: [newYear] }, 'validation-failed'],
    ] as [string, { bytes?: string; body?: unknown }, string][])('for %s, by its own code, dry or not', async (_what, body, code) => {
      for (const query of ['', '?dryRun=true']) {
        const { status, body: told } = await publish(body, query);
        expect([status, told.code]).toEqual([422, code]);
        expect(told.errors.length).toBeGreaterThan(0);
        if (code !== 'validation-failed') expect(told.errors[0]).toMatchObject({ code, pointer: expect.stringMatching(/^\//) as string });
      }
    });
    it('for a week without a working day asked of a CSV, with the line of each mistake in a table', async () => {
      expect((await publish({ bytes: known }, '?weekend=0,1,2,3,4,5,6')).body.code).toBe('week-without-working-day');
      const { body } = await publish({ bytes: `${header}${row}2025-02-03,bank-holiday,X,X,SKB,2024-10-14,\n2025-02-04,collective-leave,X,X,,2024-10-14,\n` });
      expect(body.errors.map(({ code, line, pointer }: { code: string; line: number; pointer: string }) => [code, line, pointer])).toEqual([['unknown-kind', 3, '/3/kind'], ['missing-decree', 4, '/4/decree']]);
    });
    it('to whoever does not administer the nation, and without a key', async () => {
      const codes = async (asking: Promise<Answer>) => { const { status, body } = await asking; return [status, body.code]; };
      for (const subject of ['drafter-1705', 'coordinator-1700', 'ministry-signer']) {
        expect(await codes(publish({ bytes: known }, '', subject))).toEqual([403, 'not-your-role']);
        expect(await codes(publish({ bytes: known }, '?dryRun=true', subject))).toEqual([403, 'not-your-role']);
      }
      await stack.database.ledger.register.install([{ id: 'p_admin-1700', subject: 'admin-1700', name: 'Administrator provinsi', offices: [{ role: 'administrator', scope: '17', capacity: 'definitive', from: '2020-01-01', decree: 'SK contoh' }] }]);
      untouched = await standing();
      expect(await codes(publish({ bytes: known }, '', 'admin-1700'))).toEqual([403, 'not-your-region']);
      expect(await codes(stack.ask('POST', '/v1/calendars', { bytes: known, headers: csv }))).toEqual([401, 'token-missing']);
      expect(await codes(stack.ask('POST', '/v1/calendars', { as: 'admin', bytes: known, headers: csv, key: false }))).toEqual([400, 'idempotency-key-required']);
      expect(await codes(stack.ask('POST', '/v1/calendars', { as: 'admin', bytes: known, headers: { 'content-type': 'text/plain' } }))).toEqual([415, 'unsupported-media-type']);
      expect(await codes(stack.ask('GET', '/v1/calendars/99'))).toEqual([404, 'not-found']);
      expect(await codes(stack.ask('GET', '/v1/calendars/99/rollout', { as: 'admin' }))).toEqual([404, 'not-found']);
    });
  });
});
