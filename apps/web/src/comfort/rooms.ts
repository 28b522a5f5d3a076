import { lazy } from 'react';
import type { Room } from '../pieces/room';

export const comfortRooms: Room[] = [
  { path: '/lainnya', Page: lazy(() => import('./more-page')) },
  { path: '/preferensi', Page: lazy(() => import('./preferences-page')) },
];
