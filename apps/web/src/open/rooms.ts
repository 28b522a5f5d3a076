import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

/** For everybody, without signing in and outside the shell. */
export const openRooms: Room[] = [
  { path: '/verifikasi/*', Page: page(() => import('./verify-page'), 'case', 'open') },
  { path: '/publik/kohort/:cohortId', Page: page(() => import('./cohort-page'), 'case', 'open') },
  { path: '/publik/kasus/:caseId', Page: page(() => import('./consultation-page'), 'case', 'open') },
];
