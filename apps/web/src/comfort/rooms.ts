import { lazy } from 'react';
import type { Room } from '../pieces/room';
import './comfort.css';

export const comfortRooms: Room[] = [
  { path: '/lainnya', Page: lazy(() => import('./more-page')) },
  { path: '/preferensi', Page: lazy(() => import('./preferences-page')) },
];
