import { lazy } from 'react';
import type { Room } from '../pieces/room';

export const compareRooms: Room[] = [
  { path: '/kasus/:caseId/banding', Page: lazy(() => import('./compare-page')) },
  { path: '/kasus/:caseId/baca/:sha256', Page: lazy(() => import('./read-page')) },
];
