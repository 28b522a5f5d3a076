import { lazy } from 'react';
import type { Room } from '../pieces/room';

export const gateRooms: Room[] = [
  { path: '/provinsi', Page: lazy(() => import('./cohorts-page')) },
  { path: '/provinsi/:province/gerbang/:cohortId/*', Page: lazy(() => import('./to-cohort')) },
  { path: '/kesiapan/:region', Page: lazy(() => import('./to-readiness')) },
  { path: '/provinsi/:cohortId/*', Page: lazy(() => import('./cohort-page')) },
];
