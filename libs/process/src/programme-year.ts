/** Programme years the product works with: the first is the year after the law on industry, the last is far enough. */
export const programmeYears = { first: 2015, last: 2100 } as const;

export const isProgrammeYear = (year: number): boolean => Number.isInteger(year) && year >= programmeYears.first && year <= programmeYears.last;
