import { House } from '#test/house';
import { tellProvince } from '../story/tell-province';

jest.setTimeout(300_000);

describe("the province's story", () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open('story');
  });
  afterAll(() => house?.close());

  it('brings all ten regions from the programme to the endorsement, and the record of it is sound', async () => {
    const { rows, checks } = await tellProvince(house.url, 2027, () => {});
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(rows).toHaveLength(10);
    const verified = await house.verified();
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Every chain is intact') as string });
  });

  it('is told again for another year beside it, without a word about the first', async () => {
    const drafter = house.as('drafter-1705');
    const filed = await drafter.command('POST', '/v1/cases', {
      process: 'rpik',
      regionCode: '1705',
      programmeYear: 2028,
      title: 'RPIK Seluma 2029–2048',
      planYears: { from: 2029, to: 2048 },
    });
    expect(filed.status).toBe(201);
    const twice = await drafter.command<{ code: string }>('POST', '/v1/cases', {
      process: 'rpik',
      regionCode: '1705',
      programmeYear: 2028,
      title: 'RPIK Seluma 2029–2048',
      planYears: { from: 2029, to: 2048 },
    });
    expect(twice.status).toBe(409);
    expect(twice.body.code).toBe('case-open-already');
  });
});
