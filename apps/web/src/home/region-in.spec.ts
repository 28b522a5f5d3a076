import { inFull } from '../pieces/dates';
import { regionIn } from './region-in';

it.each([['rpik-1705-2027', '1705'], ['rpik-1705-2027.2', '1705'], ['cohort-17-2027', '17'], ['cohort-73-2027', '73'], ['readiness-1705', '1705'], ['regency-drafter@1705', '1705'], ['ministry-signer@nation', '']])(
  'the region of %s is %j, and its notices have a time of day',
  (subject, region) => {
    expect(regionIn(subject)).toBe(region);
    expect(inFull('2026-11-24T03:12:00Z', regionIn(subject), 'id')).toContain('24 November 2026');
  },
);
