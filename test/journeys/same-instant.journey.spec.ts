import { House } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(180_000);

describe('two people at the same instant', () => {
  let house: House;
  let story: RegionStory;

  beforeAll(async () => {
    house = await House.open('instant');
    story = new RegionStory(castOf(house.url, '1701'), storyRegions[0]!, 2027);
    await story.file();
    await story.draft();
    await story.harmonize();
  });
  afterAll(() => house?.close());

  it('one wins; the other is told with the seq of the winner that the case has moved on', async () => {
    const { coordinator } = story.cast;
    const { body: before } = await coordinator.get<CaseBody>(`/v1/cases/${story.caseId}`);
    const accept = () => coordinator.command<CaseBody & { code: string }>('POST', `/v1/cases/${story.caseId}/transitions`, { transition: 'accept-intake', expectedSeq: before.seq });
    const answers = await Promise.all([accept(), accept()]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect([won!.status, lost!.status]).toEqual([200, 409]);
    expect(lost!.body.code).toBe('stale');
    expect(JSON.stringify(lost!.body)).toContain(String(before.seq + 1));
  });

  it('a double click is one act: the same key gets the same answer', async () => {
    const { planner } = story.cast;
    const vote = () =>
      planner.command<CaseBody>('POST', `/v1/cases/${story.caseId}/transitions`, { transition: 'favourable', facts: { checks: { C03: 'conform', C04: 'conform', C06: 'conform' } } }, { key: 'double-click' });
    const [one, other] = await Promise.all([vote(), vote()]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const events = await planner.get<{ items: { type: string }[] }>(`/v1/cases/${story.caseId}/events?limit=100`);
    expect(events.body.items.filter(({ type }) => type === 'vote-recorded')).toHaveLength(1);
  });

  it("the next desk's worklist is right when the answer arrives", async () => {
    const { legal, coordinator } = story.cast;
    const rows = async (who: typeof legal) => (await who.get<{ items: { caseId: string }[] }>('/v1/worklist?view=unit&limit=100')).body.items.filter(({ caseId }) => caseId === story.caseId);
    expect(await rows(legal)).toHaveLength(1);
    await story.take(legal, 'favourable', { facts: { checks: { C05: 'conform' } } });
    expect(await rows(legal)).toHaveLength(0);
    expect(await rows(coordinator)).toHaveLength(1);
  });
});
