/** The pages that notices, mails and digests lead to. The screens have a route for each. */
export const pages = {
  work: '/kerja',
  register: '/pengelola/register',
  case: (caseId: string): string => `/kasus/${caseId}`,
  cohort: (province: string, cohortId: string): string => `/provinsi/${province}/gerbang/${cohortId}`,
  meetings: (province: string, cohortId: string): string => `/provinsi/${province}/gerbang/${cohortId}/rapat`,
  readiness: (regionCode: string): string => `/kesiapan/${regionCode}`,
} as const;
