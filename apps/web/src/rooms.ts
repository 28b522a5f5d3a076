import { lazy } from 'react';
import { comfortRooms } from './comfort/rooms';
import { compareRooms } from './compare/rooms';
import { gateRooms } from './gate/rooms';
import { officeRooms } from './office/rooms';
import type { Room } from './pieces/room';
import { planRooms } from './plan/rooms';
import { radarRooms } from './radar/rooms';

/** Where everybody begins; loaded with the shell. */
export const workRoom = '/kerja';

/** Every page for those who are signed in but the one they begin at. */
export const rooms: Room[] = [
  { path: '/kasus', Page: lazy(() => import('./case/cases-page')) },
  { path: '/kasus/:caseId/*', Page: lazy(() => import('./case/case-page')) },
  { path: '/notifikasi', Page: lazy(() => import('./home/notices-page')) },
  ...gateRooms,
  ...radarRooms,
  ...officeRooms,
  ...compareRooms,
  ...planRooms,
  ...comfortRooms,
];
