/** Every way to say no to a command on a region's readiness. */
export const readinessRefusalCodes = [
  'not-your-role',
  'not-your-region',
  'stale',
  'four-eyes',
  'unknown-criterion',
  'unknown-document',
  'media-not-accepted',
  'too-many-documents',
  'missing-documents',
  'evidence-unknown',
  'evidence-date-invalid',
  'date-in-future',
  'validity-before-issue',
  'evidence-expired',
  'measure-required',
  'measure-invalid',
  'measure-not-asked',
  'below-threshold',
  'nothing-to-withdraw',
  'nothing-to-verify',
  'reason-required',
  'note-too-long',
  'not-ready',
  'funding-proposed-already',
  'funding-not-proposed',
  'funded-already',
  'reference-invalid',
  'visitors-required',
  'too-many-events',
] as const;

export type ReadinessRefusalCode = (typeof readinessRefusalCodes)[number];

export interface ReadinessRefusal {
  refused: ReadinessRefusalCode;
  details: string[];
}

export const refuseReadiness = (refused: ReadinessRefusalCode, details: readonly (string | number)[] = []): ReadinessRefusal => ({ refused, details: details.map(String) });
