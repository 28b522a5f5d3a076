import { lazy } from 'react';
import type { Room } from '../pieces/room';

/** For everybody, without signing in and outside the shell. */
export const openRooms: Room[] = [
  { path: '/verifikasi/*', Page: lazy(() => import('./verify-page')) },
  { path: '/publik/kohort/:cohortId', Page: lazy(() => import('./cohort-page')) },
  { path: '/publik/kasus/:caseId', Page: lazy(() => import('./consultation-page')) },
];
