import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

export const compareRooms: Room[] = [
  { path: '/kasus/:caseId/banding', Page: page(() => import('./compare-page'), 'case', 'compare') },
  { path: '/kasus/:caseId/baca/:sha256', Page: page(() => import('./read-page'), 'case', 'compare') },
];
