import { aCaseAt } from '../../../process/testing';
import { callerFor, openTestDatabase, type TestDatabase } from '#test/database';
import { plant } from '#test/plant';

jest.setTimeout(120_000);

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  await plant(db, [
    { life: aCaseAt('review', { region: '1705', on: '2026-11-20' }), year: 2027 },
    { life: aCaseAt('review', { region: '1701', on: '2026-11-20' }), year: 2027 },
    { life: aCaseAt('drafting', { region: '1706', on: '2026-11-20' }), year: 2027 },
    { life: aCaseAt('drafting', { region: '1706', on: '2026-11-20' }), year: 2028 },
  ]);
  // Four stays of the regency of Seluma and one of Bengkulu Selatan at the drafting stage, in working days.
  await db.owner.query(
    `insert into stage_stay (case_id, seq, region, process_id, stage, round, entered_at, left_at, working_days)
     select c.case_id, s.seq, c.region, 'rpik', 'drafting', 1, now(), now(), s.days from (values ('rpik-1705-2027', 1, 3), ('rpik-1705-2027', 2, 5), ('rpik-1705-2027', 3, 8), ('rpik-1705-2027', 4, 30), ('rpik-1701-2027', 1, 100)) as s(id, seq, days)
       join regulation_case c on c.case_id = s.id`,
  );
  await db.owner.query(
    `update regulation_case set filed_at = now() + (select offset_ms from simulated_clock) * interval '1 millisecond' - f.days * interval '1 day' - interval '1 hour'
       from (values ('rpik-1705-2027', 29), ('rpik-1701-2027', 30), ('rpik-1706-2027', 400), ('rpik-1706-2028', 0)) as f(id, days) where case_id = f.id`,
  );
});
afterAll(() => db?.close());

const figuresFor = async (persona: string, of = {}) => db.ledger.registers.statistics.figures(await callerFor(db.ledger, persona), of);
const stage = (figures: Awaited<ReturnType<typeof figuresFor>>, name: string) => figures.stages.find((one) => one.stage === name);

describe('figures of a province', () => {
  it('count where the open cases stand and how long the ended stays took', async () => {
    const figures = await figuresFor('coordinator-1700');
    expect(stage(figures, 'review')).toMatchObject({ open: 2, stays: 0, median: null });
    // 3, 5, 8, 30, 100: half took at most 8, four fifths at most 30.
    expect(stage(figures, 'drafting')).toEqual({ stage: 'drafting', open: 2, stays: 5, median: 8, p80: 30, longest: 100 });
    expect(figures.stages.map(({ stage: name }) => name).sort()).toEqual(['drafting', 'review']);
  });

  it('put every open case into one band of age', async () => {
    const { ages } = await figuresFor('coordinator-1700');
    expect(ages).toEqual([{ from: 0, to: 29, cases: 2 }, { from: 30, to: 89, cases: 1 }, { from: 90, to: 179, cases: 0 }, { from: 180, to: 364, cases: 0 }, { from: 365, to: null, cases: 1 }]);
  });

  it('are narrowed to a region and a programme year', async () => {
    expect(stage(await figuresFor('coordinator-1700', { programmeYear: 2027 }), 'drafting')).toMatchObject({ open: 1, stays: 5 });
    expect(stage(await figuresFor('coordinator-1700', { region: '1706' }), 'drafting')).toMatchObject({ open: 2, stays: 0 });
    expect((await figuresFor('coordinator-1700', { region: '18' })).stages).toEqual([]);
  });

  it('hold no case that their reader may not see', async () => {
    expect(stage(await figuresFor('drafter-1705'), 'drafting')).toEqual({ stage: 'drafting', open: 0, stays: 4, median: 5, p80: 30, longest: 30 });
    expect((await figuresFor('drafter-1705', { region: '1701' })).stages).toEqual([]);
    expect((await figuresFor('drafter-1705')).ages.reduce((sum, { cases }) => sum + cases, 0)).toBe(1);
  });
});
