import { sees } from './live-changes';

const seluma = { kind: 'case', id: 'rpik-1705-2027', place: '1705', seq: 9 } as const;
const cohort = { kind: 'cohort', id: 'cohort-17-2027', place: '17', seq: 4 } as const;

describe('who is told of a change', () => {
  it('is the region, its province and the nation, and nobody beside them', () => {
    expect(sees(['1705'], seluma)).toBe(true);
    expect(sees(['17', '1701', '1705'], seluma)).toBe(true);
    expect(sees(['*'], seluma)).toBe(true);
    expect(sees(['1701'], seluma)).toBe(false);
    expect(sees(['18', '1801'], seluma)).toBe(false);
    expect(sees([], seluma)).toBe(false);
  });
  it('of a cohort is the whole of its province', () => {
    expect(sees(['1701'], cohort)).toBe(true);
    expect(sees(['17', '1701'], cohort)).toBe(true);
    expect(sees(['1801'], cohort)).toBe(false);
  });
});
