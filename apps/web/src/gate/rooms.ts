import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

export const gateRooms: Room[] = [
  { path: '/provinsi', Page: page(() => import('./cohorts-page'), 'acts', 'gate', 'plan') },
  { path: '/provinsi/:province/gerbang/:cohortId/*', Page: page(() => import('./to-cohort')) },
  { path: '/kesiapan/:region', Page: page(() => import('./to-readiness'), 'gate') },
  { path: '/provinsi/:cohortId/*', Page: page(() => import('./cohort-page'), 'case', 'gate') },
];
