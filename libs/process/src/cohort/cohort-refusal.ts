export const cohortRefusalCodes = [
  'cohort-exists',
  'cohort-not-there',
  'not-your-role',
  'not-your-region',
  'stale',
  'cohort-invalid',
  'policy-impossible',
  'cut-off-past',
  'unknown-region',
  'member-unknown',
  'member-exists',
  'member-not-active',
  'member-released',
  'waiver-unknown',
  'waiver-settled',
  'second-person-needed',
  'reason-required',
  'note-too-long',
  'finding-unknown',
  'finding-not-blocking',
  'finding-overridden',
  'resolution-given',
  'meeting-invalid',
  'meeting-unknown',
  'meeting-past',
  'meeting-settled',
  'plan-unknown',
  'nobody-at-gate',
  'gate-shut',
  'list-changed',
] as const;

export type CohortRefusalCode = (typeof cohortRefusalCodes)[number];

export interface CohortRefusal {
  refused: CohortRefusalCode;
  details: string[];
}

export const refuseCohort = (refused: CohortRefusalCode, details: readonly (string | number)[] = []): CohortRefusal => ({ refused, details: details.map(String) });
