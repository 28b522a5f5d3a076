export const cohortIdOf = (province: string, programmeYear: number): string => `cohort-${province}-${programmeYear}`;
