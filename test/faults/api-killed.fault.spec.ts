import { Ledger } from '#ledger';
import { eventually, House, pause } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(240_000);

const seluma = storyRegions.find(({ code }) => code === '1705')!;

describe('an API that is killed in the middle of a hand-over', () => {
  let house: House;
  let year = 2040;

  beforeAll(async () => {
    house = await House.open('api-killed');
  });
  afterAll(() => house?.close());

  async function aCase(): Promise<RegionStory> {
    const story = new RegionStory(castOf(house.url, '1705'), seluma, (year += 1));
    await story.file();
    await story.pdf(story.cast.drafter, 'council-programme-decision');
    return story;
  }
  const facts = (story: RegionStory) => ({ programmeDecisionNumber: '1', programmeYear: String(story.year) });
  const handOver = (story: RegionStory, key: string) =>
    story.cast.drafter.command<CaseBody>('POST', `/v1/cases/${story.caseId}/transitions`, { transition: 'record-programme', facts: facts(story) }, { key });
  const eventsOf = async (story: RegionStory) =>
    (await story.cast.drafter.get<{ items: { seq: number; type: string }[] }>(`/v1/cases/${story.caseId}/events?limit=100`)).body.items;

  it('between the commit and the poke: the relay carries the case, and the same key finds the one outcome', async () => {
    const story = await aCase();
    // Exactly what the API does until its last breath: the ledger has committed, and nobody was told.
    const ledger = await Ledger.connect(house.applicationUrl, { pool: 2 });
    try {
      const caller = await ledger.register.callerOf('demo|drafter-1705');
      if ('refused' in caller) throw new Error(caller.refused);
      const command = { type: 'take-transition' as const, transition: 'record-programme', facts: facts(story) };
      const result = await ledger.cases.apply(story.caseId, caller, { key: 'killed-before-poke', command });
      expect(result).toHaveProperty('applied');
    } finally {
      await ledger.database.close();
    }
    await eventually(async () => {
      const { body } = await story.cast.drafter.get<CaseBody>(`/v1/cases/${story.caseId}`);
      expect(body.stage.id).toBe('preparation');
    });
    const repeated = await handOver(story, 'killed-before-poke');
    expect([repeated.status, repeated.body.stage.id]).toEqual([200, 'preparation']);
    expect((await eventsOf(story)).filter(({ type }) => type === 'transfer-started')).toHaveLength(1);
  });

  it('at any instant of the call: one outcome under one key, and a history without a gap', async () => {
    for (const delay of [0, 4, 8, 12, 16, 24, 40]) {
      const story = await aCase();
      const key = `killed-after-${delay}`;
      const asked = handOver(story, key).catch(() => undefined);
      await pause(delay);
      await house.kill('api');
      await asked;
      house.start('api');
      await house.answers();
      await eventually(async () => expect((await handOver(story, key)).status).toBe(200));
      const events = await eventsOf(story);
      expect(events.filter(({ type }) => type === 'case-moved')).toHaveLength(1);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    }
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
