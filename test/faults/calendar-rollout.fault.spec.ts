import { eventually, House } from '#test/house';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(300_000);

interface Calendar { weekend: number[]; years: number[]; days: { date: string; scope?: string }[] }
interface Rollout { state: string; total: number; done: number }
interface Dated { clocks: { dueOn: string }[] }

describe('a calendar on its way to many cases', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open('calendar');
  });
  afterAll(() => house?.close());

  it('reaches each exactly once, although the worker that carries it dies at its first', async () => {
    const admin = house.as('admin');
    const filed = await Promise.all(storyRegions.filter(({ code }) => code !== '1703').flatMap((region) => [2031, 2032].map(async (year) => {
      const story = new RegionStory(castOf(house.url, region.code), region, year);
      await story.file();
      return story;
    })));
    const dueOf = async ({ caseId }: RegionStory) => (await admin.get<Dated>(`/v1/cases/${caseId}`)).body.clocks[0]!.dueOn;
    const due = await dueOf(filed[0]!);
    const { days, weekend, years } = (await admin.get<Calendar>('/v1/calendars/current')).body;
    const holiday = { date: due, kind: 'collective-leave', name: { id: 'Cuti bersama tambahan', en: 'Added collective leave' }, decree: 'SKB perubahan', issuedOn: '2026-11-23' };

    await house.kill('worker');
    house.start('worker', { SELARAS_TEST_KILL_AT: 'during-calendar-rollout' });
    await admin.must('POST', '/v1/calendars', { weekend, years, days: [...days, holiday] });
    await eventually(async () => expect(house.hasEnded('worker')).toBe(true), 90_000);
    const { body: midway } = await admin.get<Rollout>('/v1/calendars/2/rollout');
    expect(midway).toMatchObject({ state: 'moving', total: filed.length });
    expect(midway.done).toBeGreaterThanOrEqual(1);
    expect(midway.done).toBeLessThan(filed.length);

    house.start('worker');
    await eventually(async () => expect((await admin.get<Rollout>('/v1/calendars/2/rollout')).body).toMatchObject({ state: 'finished', total: filed.length, done: filed.length }), 120_000);
    for (const story of filed) {
      const { items } = (await admin.get<{ items: { type: string }[] }>(`/v1/cases/${story.caseId}/events?limit=100`)).body;
      expect([story.caseId, items.filter(({ type }) => type === 'calendar-changed').length]).toEqual([story.caseId, 1]);
      expect(await dueOf(story) > due).toBe(true);
      const bell = (await story.cast.drafter.get<{ items: { template: string; subject: { id: string } }[] }>('/v1/notices?limit=100')).body.items;
      expect([story.caseId, bell.filter(({ template, subject }) => template === 'deadline-moved' && subject.id === story.caseId).length]).toEqual([story.caseId, 1]);
    }
    expect((await house.verified()).code).toBe(0);
  });
});
