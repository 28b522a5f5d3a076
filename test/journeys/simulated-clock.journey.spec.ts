import { Client } from 'pg';
import { eventually, House, pause } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';
import { mailFiles, sentMailsOf } from './outbox';

jest.setTimeout(300_000);

interface Clock { now: string; offset: number; ticked: number }
interface Dated extends CaseBody {
  at: string;
  now: string;
  clocks: { key: string; rule: string; startedOn: string; dueOn: string; workingDaysLeft: number; late: boolean; expired: boolean }[];
  waitingFor: { sentence: { en: string } };
}
interface Told { seq: number; type: string; at: string; body: { clock?: string; day?: number; dueAt?: string; skipped?: number[] } }

const begins = '2026-11-24T03:12:00.000Z';

describe('the simulated clock of the demo', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open('clock');
    expect((await move({ to: begins })).status).toBe(200);
  });
  afterAll(() => house?.close());

  const move = (by: object) => house.as('admin').send<Clock & { code: string }>('POST', '/v1/demo/clock', by);
  const shown = async () => (await house.as('admin').get<Clock>('/v1/demo/clock')).body.now;
  const aStory = (code: string, year: number) => new RegionStory(castOf(house.url, code), storyRegions.find((one) => one.code === code)!, year);
  const seen = async ({ cast, caseId }: RegionStory) => (await cast.drafter.get<Dated>(`/v1/cases/${caseId}`)).body;
  const clockOf = async (story: RegionStory, rule: string) => (await seen(story)).clocks.find((clock) => clock.rule === rule)!;
  const told = async ({ cast, caseId }: RegionStory) => (await cast.drafter.get<{ items: Told[] }>(`/v1/cases/${caseId}/events?limit=100`)).body.items;
  const reminders = async (story: RegionStory) => (await told(story)).filter(({ type }) => type === 'reminder-due').map(({ body: { clock, day } }) => [clock, day]);
  const listed = async ({ caseId, cast }: RegionStory, late: string) =>
    (await cast.drafter.get<{ items: { id: string }[] }>(`/v1/cases?late=${late}`)).body.items.some(({ id }) => id === caseId);
  const daysLeft = async ({ caseId, cast }: RegionStory) => {
    const { items } = (await cast.drafter.get<{ items: { caseId?: string; dueOn: string; workingDaysLeft: number }[] }>('/v1/worklist?view=unit')).body;
    return items.filter((item) => item.caseId === caseId).map(({ dueOn, workingDaysLeft }) => [dueOn, workingDaysLeft]);
  };

  it('moves cases, worklists and the dates of acts forwards, and new cases begin in the same time', async () => {
    const story = aStory('1705', 2027);
    await story.file();
    const before = await clockOf(story, 'programme');
    expect(before).toMatchObject({ startedOn: '2026-11-24', late: false });
    expect(await daysLeft(story)).toEqual([[before.dueOn, before.workingDaysLeft]]);

    const { status, body } = await move({ advanceWorkingDays: 10 });
    expect([status, body.now.slice(0, 10)]).toEqual([200, '2026-12-08']);
    expect(await clockOf(story, 'programme')).toMatchObject({ dueOn: before.dueOn, workingDaysLeft: before.workingDaysLeft - 10 });
    expect(await daysLeft(story)).toEqual([[before.dueOn, before.workingDaysLeft - 10]]);

    await story.cast.drafter.must('POST', `/v1/cases/${story.caseId}/remarks`, { text: 'Sepuluh hari kemudian.', visibility: 'internal' });
    expect((await told(story)).at(-1)!.at.slice(0, 10)).toBe('2026-12-08');
    const later = aStory('1705', 2028);
    await later.file();
    expect(await clockOf(later, 'programme')).toMatchObject({ startedOn: '2026-12-08' });
    expect((await seen(later)).at.slice(0, 10)).toBe('2026-12-08');
  });

  it('is never set back', async () => {
    const before = await shown();
    const { status, body } = await move({ to: '2026-12-01' });
    expect([status, body.code]).toEqual([409, 'clock-moves-forwards-only']);
    expect((await shown()) >= before).toBe(true);
    expect((await shown()).slice(0, 10)).toBe('2026-12-08');
  });

  it('takes twenty cases and a cohort along, alarm by alarm: each due instant happens once and in its order, and everything downstream agrees', async () => {
    const owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    const rows = async <T extends object>(sql: string, ...values: unknown[]) => (await owner.query<T>(sql, values)).rows;
    try {
      // Filed on Tuesday 8 December 2026: the 60th working day is Wednesday 17 March 2027, past Christmas, New Year, Isra Mikraj, the leave before Imlek, Nyepi and Idul Fitri.
      const coordinator = house.as('coordinator-1700');
      const codes = storyRegions.map(({ code }) => code);
      const file = (code: string, year: number) =>
        coordinator.must('POST', '/v1/cases', { process: 'rpik', regionCode: code, programmeYear: year, title: `RPIK ${code} ${year}`, planYears: { from: year, to: year + 20 } });
      for (const year of [2031, 2032]) for (const code of codes) await file(code, year);
      const policy = { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false };
      await coordinator.must('POST', '/v1/cohorts', { province: '17', programmeYear: 2031, referencePlans: [], members: codes, policy, cutOffOn: '2027-03-19' });
      const ids = [2031, 2032].flatMap((year) => codes.map((code) => `rpik-${code}-${year}`)).sort();

      expect((await move({ to: '2027-03-24T01:00:00.000Z' })).status).toBe(200);

      const happened = await rows<{ id: string; type: string; due: string; at: Date }>(`select case_id as id, type, body ->> 'dueAt' as due, at from case_event where case_id = any($1) and body ->> 'dueAt' is not null order by at`, ids);
      const ladder = ['2027-03-04T00:30:00.000Z', '2027-03-16T00:30:00.000Z', '2027-03-17T00:30:00.000Z', '2027-03-17T17:00:00.000Z', '2027-03-18T00:30:00.000Z', '2027-03-24T00:30:00.000Z'];
      for (const id of ids) expect([id, happened.filter((event) => event.id === id).map(({ due }) => due)]).toEqual([id, ladder]);
      expect(happened.map(({ due }) => due)).toEqual(ladder.flatMap((due) => ids.map(() => due)));
      expect(happened.filter(({ due, at }) => at.toISOString() < due || at.toISOString().slice(0, 10) !== due.slice(0, 10))).toEqual([]);
      expect(happened.filter(({ type }) => type === 'clock-expired').map(({ due }) => due)).toEqual(ids.map(() => '2027-03-17T17:00:00.000Z'));
      expect(await rows(`select body ->> 'dueAt' as due, at::date::text as day from cohort_event where cohort_id = 'cohort-17-2031' and type = 'cut-off-reached'`)).toEqual([{ due: '2027-03-19T17:00:00.000Z', day: '2027-03-19' }]);

      // Nobody stands behind the clock, and nothing that follows from an event has another date.
      const now = await shown();
      for (const table of ['regulation_case', 'cohort', 'readiness']) expect([table, await rows(`select 1 from ${table} where next_alarm_at <= $1`, now)]).toEqual([table, []]);
      expect(await rows(`select n.subject_id, n.template from notice n join case_event e on e.case_id = n.subject_id and e.seq = n.seq where n.subject_id = any($1) and n.at <> e.at`, ids)).toEqual([]);
      expect(await rows(`select case_id from regulation_case where case_id = any($1) and (at <> (select max(at) from case_event e where e.case_id = regulation_case.case_id) or due_on <> '2027-03-17')`, ids)).toEqual([]);
      const { items } = (await coordinator.get<{ items: { id: string; dueOn: string }[] }>('/v1/cases?late=true&limit=100')).body;
      const late = items.filter(({ id }) => ids.includes(id)).map(({ id, dueOn }) => [id, dueOn]);
      expect(late.sort()).toEqual(ids.map((id) => [id, '2027-03-17']));
      for (const id of [ids[0], ids.at(-1)]) {
        const { now: day, clocks } = (await coordinator.get<Dated>(`/v1/cases/${id}`)).body;
        expect([day.slice(0, 10), clocks.map(({ dueOn, workingDaysLeft, expired }) => [dueOn, workingDaysLeft, expired])]).toEqual(['2027-03-24', [['2027-03-17', -5, true]]]);
      }
      await file('1701', 2033);
      expect(await rows(`select at::date::text as day, state #>> '{clocks,0,startedOn}' as started from regulation_case where case_id = 'rpik-1701-2033'`)).toEqual([{ day: '2027-03-24', started: '2027-03-24' }]);
    } finally {
      await owner.end();
    }
  });

  it('lets the term of the review expire, after which two favourable votes with the legal bureau among them close it', async () => {
    const story = aStory('1701', 2027);
    await story.file();
    await story.draft();
    await story.harmonize();
    const { coordinator, legal } = story.cast;
    await story.take(coordinator, 'accept-intake');
    await story.take(coordinator, 'favourable', { facts: { checks: { C01: 'conform', C02: 'conform' } } });
    await story.take(legal, 'favourable', { facts: { checks: { C05: 'conform' } } });
    const close = () => coordinator.command<Dated & { code: string }>('POST', `/v1/cases/${story.caseId}/transitions`, { transition: 'close-review' });
    const early = await close();
    expect([early.status, early.body.code]).toEqual([409, 'clock-running']);

    await move({ advanceWorkingDays: 11 });
    expect(await clockOf(story, 'review')).toMatchObject({ expired: true, late: true });
    expect((await told(story)).filter(({ type, body }) => type === 'clock-expired' && body.clock?.startsWith('review'))).toHaveLength(1);
    expect(await listed(story, 'true')).toBe(true);
    expect([200, 202]).toContain((await close()).status);
    const arrived = (await coordinator.arrived(story.caseId)) as Dated;
    expect(arrived.stage.id).toBe('synchronization');

    // Nobody has created the cohort of this year.
    expect(arrived.waitingFor.sentence.en).toContain('there is no cohort for this gate yet');
    const { items } = (await coordinator.get<{ items: { taskId: string }[] }>('/v1/worklist?view=mine&limit=100')).body;
    expect(items.map(({ taskId }) => taskId)).toContain('cohort-17-2027/create-cohort');
  });

  it('climbs every rung of the ladder once, each with one mail, also when the worker is killed on the way', async () => {
    const story = aStory('1702', 2027);
    await story.file();
    const { dueOn } = await clockOf(story, 'programme');
    const to = new Date(Date.parse(dueOn) + 14 * 86_400_000).toISOString();
    const onTheWay = new Date(Date.parse(dueOn) - 40 * 86_400_000).toISOString();
    const moving = move({ to });
    while ((await shown()) < onTheWay) await pause(10);
    await house.kill('worker');
    house.start('worker');
    let { status } = await moving;
    await eventually(async () => {
      if (status !== 200) ({ status } = await move({ to }));
      expect(status).toBe(200);
    }, 120_000);

    expect(await reminders(story)).toEqual([-3, -1, 0, 1, 5].map((day) => ['programme#1', day]));
    expect((await told(story)).filter(({ type }) => type === 'clock-expired')).toHaveLength(1);
    expect(await listed(story, 'true')).toBe(true);
    expect((await daysLeft(story))[0]![1]).toBeLessThan(-5);

    const mails = await sentMailsOf(house, story.caseId);
    const about = (template: string) => mails.filter((mail) => mail.template === template).map(({ recipientRole }) => recipientRole);
    expect(about('reminder')).toEqual(['regency-drafter', 'regency-drafter', 'regency-drafter']);
    expect(about('overdue').sort()).toEqual(['administrator', 'regency-secretary']);
    const files = mailFiles(house);
    for (const { id } of mails) expect(files.filter((name) => name === `${id}.eml`)).toHaveLength(1);
  });

  it('sends only the highest rung that is due to a case that nobody has looked after for a year', async () => {
    await house.kill('worker');
    const story = aStory('1703', 2029);
    await story.file();
    const owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    await owner.query(`update simulated_clock set offset_ms = offset_ms + 365::bigint * 86400000, moves = moves + 1`);
    await owner.end();
    house.start('worker');
    await eventually(async () => expect(await reminders(story)).toHaveLength(1), 120_000);

    const [reminder] = (await told(story)).filter(({ type }) => type === 'reminder-due');
    expect(reminder!.body).toMatchObject({ clock: 'programme#1', day: 5, skipped: [-3, -1, 0, 1] });
    expect(reminder!.body.dueAt! < reminder!.at).toBe(true);
    expect((await told(story)).filter(({ type }) => type === 'clock-expired')).toHaveLength(1);
    const mails = await sentMailsOf(house, story.caseId);
    expect(mails.filter(({ template }) => ['reminder', 'overdue'].includes(template)).map(({ recipientRole }) => recipientRole)).toEqual(['administrator']);
  });

  it('leaves a record that verifies', async () => {
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
