import { eventually, House, pause } from '#test/house';
import { storyRegions } from '../story/regions';
import type { CaseBody } from '../story/selaras-client';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(300_000);

const seluma = storyRegions.find(({ code }) => code === '1705')!;

describe('when the engine, the worker or the database is away', () => {
  let house: House;
  let year = 2030;

  beforeAll(async () => {
    house = await House.open('away');
  });
  afterAll(() => house?.close());

  /** A fresh case of Seluma, ready for its first transfer. */
  async function aCase(): Promise<RegionStory> {
    const story = new RegionStory(castOf(house.url, '1705'), seluma, (year += 1));
    await story.file();
    await story.pdf(story.cast.drafter, 'council-programme-decision');
    return story;
  }

  const recordProgramme = (story: RegionStory, key: string) =>
    story.cast.drafter.command<CaseBody>(
      'POST',
      `/v1/cases/${story.caseId}/transitions`,
      { transition: 'record-programme', facts: { programmeDecisionNumber: '1', programmeYear: String(story.year) } },
      { key },
    );

  const arrivedAt = (story: RegionStory, stage: string) =>
    eventually(async () => {
      const { body } = await story.cast.drafter.get<CaseBody>(`/v1/cases/${story.caseId}`);
      expect(body.stage.id).toBe(stage);
    }, 120_000);

  it('acts within a desk go on without Temporal, a hand-over answers 202 and arrives by itself afterwards', async () => {
    const story = await aCase();
    await house.killTemporal();
    const remark = await story.cast.drafter.command('POST', `/v1/cases/${story.caseId}/remarks`, { text: 'Tetap bekerja.', visibility: 'internal' });
    expect(remark.status).toBe(200);
    const handedOver = await recordProgramme(story, 'away-temporal');
    expect(handedOver.status).toBe(202);
    expect(handedOver.body.stage.id).toBe('programme');
    const further = await story.cast.drafter.command<{ code: string }>('POST', `/v1/cases/${story.caseId}/remarks`, { text: 'Sesudahnya.', visibility: 'internal' });
    expect([further.status, further.body.code]).toEqual([409, 'in-transfer']);
    await house.startTemporal();
    await arrivedAt(story, 'preparation');
    const repeated = await recordProgramme(story, 'away-temporal');
    expect(repeated.status).toBe(200);
    expect(repeated.body.stage.id).toBe('preparation');
  });

  it('a hand-over waits for a worker that is away', async () => {
    const story = await aCase();
    await house.kill('worker');
    const handedOver = await recordProgramme(story, 'away-worker');
    expect(handedOver.status).toBe(202);
    house.start('worker');
    await arrivedAt(story, 'preparation');
  });

  it("loses nothing when the engine's database is thrown away: workflows are made again from the record", async () => {
    const story = await aCase();
    await house.killTemporal();
    await house.startTemporal({ forget: true });
    await house.kill('worker');
    house.start('worker');
    const handedOver = await recordProgramme(story, 'engine-forgot');
    expect([200, 202]).toContain(handedOver.status);
    await arrivedAt(story, 'preparation');
  });

  it('says 503 while PostgreSQL is away, and the same key settles what became of the act', async () => {
    const story = await aCase();
    await house.killPostgres();
    const lost = await recordProgramme(story, 'away-postgres');
    expect(lost.status).toBeGreaterThanOrEqual(500);
    await house.startPostgres();
    await eventually(async () => {
      const repeated = await recordProgramme(story, 'away-postgres');
      expect([200, 202]).toContain(repeated.status);
    });
    await arrivedAt(story, 'preparation');
  });

  it('comes back when everything was killed at once', async () => {
    const story = await aCase();
    const asked = recordProgramme(story, 'all-at-once').catch(() => undefined);
    await pause(15);
    await Promise.all([house.kill('api'), house.kill('worker'), house.killTemporal(), house.killPostgres()]);
    await asked;
    await Promise.all([house.startPostgres(), house.startTemporal()]);
    house.start('worker');
    house.start('api');
    await house.ready();
    await eventually(async () => {
      const repeated = await recordProgramme(story, 'all-at-once');
      expect([200, 202]).toContain(repeated.status);
    });
    await arrivedAt(story, 'preparation');
  });

  it('leaves a record that verifies', async () => {
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
