import { House, pause } from '#test/house';
import { DataSource } from 'typeorm';
import { storyRegions } from '../story/regions';
import type { SelarasClient } from '../story/selaras-client';

jest.setTimeout(600_000);

const acts = 2_000;
const callers = 8;
const year = 2029;

/** Sends one act until the house answers for it, however often it is killed in between; the key stays the same. */
async function untilAnswered(client: SelarasClient, path: string, body: object, key: string): Promise<number> {
  for (let tries = 1; ; tries++) {
    const answer = await client.command('POST', path, body, { key }).catch(() => undefined);
    if (answer && answer.status < 300) return tries;
    if (answer && answer.status < 500 && answer.status !== 429) throw new Error(`${key}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (tries > 400) throw new Error(`${key} was never answered`);
    await pause(100);
  }
}

describe('acts while the house is being killed', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open('fire');
  });
  afterAll(() => house?.close());

  it(`records each of ${acts} acts by ${callers} callers exactly once, though API, worker, Temporal and PostgreSQL are killed in between`, async () => {
    for (const { code, name } of storyRegions) {
      await house.as(`drafter-${code}`).must('POST', '/v1/cases', {
        process: 'rpik',
        regionCode: code,
        programmeYear: year,
        title: `RPIK ${name} ${year}`,
        planYears: { from: year + 1, to: year + 20 },
      });
    }
    let next = 0;
    let repeats = 0;
    const caller = async () => {
      for (let n = next++; n < acts; n = next++) {
        const { code } = storyRegions[n % storyRegions.length]!;
        const tries = await untilAnswered(house.as(`drafter-${code}`), `/v1/cases/rpik-${code}-${year}/remarks`, { text: `Catatan ${n}`, visibility: 'internal' }, `fire-${n}`);
        repeats += tries - 1;
      }
    };
    const killer = async () => {
      const at = (share: number) => {
        const reached = async () => {
          while (next < acts * share) await pause(20);
        };
        return reached();
      };
      await at(0.15);
      await house.kill('api');
      house.start('api');
      await at(0.35);
      await house.killPostgres();
      await house.startPostgres();
      await at(0.5);
      await house.kill('worker');
      house.start('worker');
      await at(0.65);
      await house.killTemporal();
      await house.startTemporal();
      await at(0.8);
      await house.kill('api');
      house.start('api');
    };
    await Promise.all([killer(), ...Array.from({ length: callers }, caller)]);
    expect(repeats).toBeGreaterThan(0);

    const owner = await new DataSource({ type: 'postgres', url: house.ownerUrl, installExtensions: false }).initialize();
    try {
      const [remarks] = await owner.query<{ n: number }[]>(`select count(*)::int as n from case_event where type = 'remark-added'`);
      const [commands] = await owner.query<{ n: number }[]>(`select count(*)::int as n from accepted_command where key like 'fire-%'`);
      const gaps = await owner.query<unknown[]>(`select case_id from case_event group by case_id having count(*) <> max(seq)`);
      expect({ remarks: remarks!.n, commands: commands!.n, gaps }).toEqual({ remarks: acts, commands: acts, gaps: [] });
    } finally {
      await owner.destroy();
    }
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
});
