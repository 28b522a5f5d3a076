import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { referenceFile } from '#ledger';
import { eventually, House } from '#test/house';
import { storyRegions } from '../story/regions';
import { castOf, RegionStory } from '../story/tell-region';

jest.setTimeout(180_000);

describe('the administration from a terminal', () => {
  let house: House;
  let owner: Client;
  const seluma = 'rpik-1705-2027';

  beforeAll(async () => {
    house = await House.open('cli');
    owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    await house.as('coordinator-1700').must('POST', '/v1/cohorts', {
      province: '17', programmeYear: 2027, referencePlans: [], members: ['1701', '1705'],
      policy: { need: 'all', mustInclude: [], onCutOff: 'ask', includeReadiness: false }, cutOffOn: '2027-06-30',
    });
    for (const code of ['1701', '1705']) {
      const story = new RegionStory(castOf(house.url, code), storyRegions.find((one) => one.code === code)!, 2027);
      await story.file();
      if (code === '1701') continue;
      await story.pdf(story.cast.drafter, 'council-programme-decision');
      await story.take(story.cast.drafter, 'record-programme', { facts: { programmeDecisionNumber: '188/12', programmeYear: '2027' } });
    }
    expect(await house.verified()).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    await owner?.end();
    await house?.close();
  });

  const rows = (...args: string[]) => {
    const { code, out } = house.cli('cases', 'list', ...args);
    expect(code).toBe(0);
    return out.trim().split('\n').slice(1).map((line) => line.split(/\s{2,}/));
  };

  it('lists cases by id, narrowed by region, stage, status and lateness', () => {
    expect(rows().map(([id, region, stage, status]) => [id, region, stage, status])).toEqual([
      ['rpik-1701-2027', 'Kab. Bengkulu Selatan', 'programme', 'open'],
      [seluma, 'Kab. Seluma', 'preparation', 'open'],
    ]);
    const ids = (...args: string[]) => rows(...args).map(([id]) => id);
    expect(ids('--region', '1705')).toEqual([seluma]);
    expect(ids('--stage', 'programme')).toEqual(['rpik-1701-2027']);
    expect(ids('--status', 'withdrawn')).toEqual([]);
    expect(ids('--late')).toEqual([]);
  });

  it('shows one case: whose turn it is in both languages, and its state', () => {
    const { code, out } = house.cli('cases', 'show', seluma);
    expect(code).toBe(0);
    const [id, en] = out.split('\n');
    expect(id).toMatch(/^Menunggu .*Kab\. Seluma/);
    expect(en).toMatch(/^Waiting for .*Kab\. Seluma/);
    expect(JSON.parse(out.slice(out.indexOf('{')))).toMatchObject({ id: seluma, stage: 'preparation', round: 1, status: 'open' });
  });

  it('prints the history as the chain holds it, one event a line', () => {
    const { code, out } = house.cli('cases', 'events', seluma);
    expect(code).toBe(0);
    const events = out.trim().split('\n').map((line) => JSON.parse(line) as { seq: number; type: string; prevHash: string; hash: string });
    expect(events.map(({ type }) => type)).toEqual(['case-filed', 'document-attached', 'transfer-started', 'case-moved']);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    events.slice(1).forEach(({ prevHash }, index) => expect(prevHash).toBe(events[index]!.hash));
  });

  it.each([['show'], ['events']])('cases %s says what to do about a case that does not exist, and ends with 1', (command) => {
    const { code, out } = house.cli('cases', command, 'rpik-1705-1999');
    expect([code, out]).toEqual([1, expect.stringContaining('There is no case rpik-1705-1999. `selaras cases list` names them all.')]);
  });

  it('finds the record sound, as a whole and one by one', () => {
    expect(house.cli('verify')).toEqual({ code: 0, out: expect.stringContaining('Every chain is intact') as string });
    for (const id of [seluma, 'cohort-17-2027']) expect(house.cli('verify', id)).toEqual({ code: 0, out: expect.stringContaining(`${id}: the chain is intact`) as string });
  });

  it('rehearses and publishes a calendar from a file, and tells every mistake of one by its line', async () => {
    const due = rows().find(([id]) => id === 'rpik-1701-2027')!.find((cell) => /^\d{4}-\d\d-\d\d$/.test(cell))!;
    const shipped = referenceFile('holidays-id.csv').trimEnd();
    const file = (name: string, text: string) => {
      const place = path.join(house.home, name);
      writeFileSync(place, text);
      return place;
    };
    const good = file('good.csv', `${shipped}\n${due},collective-leave,Cuti tambahan,Added leave,SKB perubahan,2026-11-23,\n`);
    const rehearsed = house.cli('calendar', 'import', good, '--dry-run');
    expect(rehearsed).toEqual({ code: 0, out: expect.stringContaining('Version 2: 1 days added, 0 removed, 0 changed.') as string });
    expect(rehearsed.out).toMatch(new RegExp(`rpik-1701-2027 +programme#1 +${due} +\\d{4}-\\d\\d-\\d\\d`));
    expect(rehearsed.out).toContain('Nothing was published');
    const bad = house.cli('calendar', 'import', file('bad.csv', `${shipped}\n${due},collective-leave,X,X,,2026-11-23,\n`));
    expect([bad.code, bad.out]).toEqual([1, expect.stringMatching(/\/\d+\/decree {2}missing-decree: The decree/)]);
    expect(house.cli('calendar', 'import', good)).toEqual({ code: 0, out: expect.stringContaining('Published version 2') as string });
    await eventually(async () => expect((await house.as('admin').get<object>('/v1/calendars/2/rollout')).body).toMatchObject({ state: 'finished', total: 2, done: 2 }));
    const { days, weekend, years } = (await house.as('admin').get<{ days: object[]; weekend: number[]; years: number[] }>('/v1/calendars/current')).body;
    expect(house.cli('calendar', 'import', file('same.json', JSON.stringify({ days, weekend, years })), '--dry-run').out).toContain('0 days added, 0 removed, 0 changed');
    expect(await house.verified()).toMatchObject({ code: 0 });
  });

  it.each([
    ['an event of a case', seluma, 'update case_event set body = $2::json where case_id = $1 and seq = 3 returning 1', 'select body::text as was from case_event where case_id = $1 and seq = 3', 'event 3 is not what was recorded'],
    ['an event of a cohort', 'cohort-17-2027', 'update cohort_event set body = $2::json where cohort_id = $1 and seq = 1 returning 1', 'select body::text as was from cohort_event where cohort_id = $1 and seq = 1', 'event 1 is not what was recorded'],
  ])('finds %s that somebody with the keys to the database has altered, and ends with 1', async (_, id, write, read, detail) => {
    const { was } = (await owner.query<{ was: string }>(read, [id])).rows[0]!;
    const altered = was.replace('2027', '2028');
    expect(altered).not.toBe(was);
    expect((await owner.query(write, [id, altered])).rowCount).toBe(1);
    for (const asked of [['verify'], ['verify', id]]) {
      const { code, out } = house.cli(...asked);
      expect(code).toBe(1);
      expect(out).toMatch(new RegExp(`${id} +chain-broken +${detail}`));
      expect(out).toContain('1 findings.');
    }
    await owner.query(write, [id, was]);
    expect(house.cli('verify').code).toBe(0);
  });

  it('finds an open case for which no workflow runs', async () => {
    await house.killTemporal();
    await house.startTemporal({ forget: true });
    const { code, out } = house.cli('verify');
    expect(code).toBe(1);
    expect(out).toMatch(/rpik-1701-2027 +no-workflow/);
  });
});
