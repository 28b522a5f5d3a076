import { comfortRooms } from './comfort/rooms';
import { compareRooms } from './compare/rooms';
import { gateRooms } from './gate/rooms';
import { officeRooms } from './office/rooms';
import type { Room } from './pieces/room';
import { page } from './pieces/page';
import { planRooms } from './plan/rooms';
import { radarRooms } from './radar/rooms';

/** Where everybody begins; loaded with the shell. */
export const workRoom = '/kerja';

/** Every page for those who are signed in but the one they begin at. */
export const rooms: Room[] = [
  { path: '/kasus', Page: page(() => import('./case/cases-page'), 'acts', 'case', 'matters', 'plan') },
  { path: '/kasus/:caseId/*', Page: page(() => import('./case/case-page'), 'acts', 'case', 'compare', 'decide', 'matters', 'open', 'plan', 'sign') },
  { path: '/notifikasi', Page: page(() => import('./home/notices-page')) },
  ...gateRooms,
  ...radarRooms,
  ...officeRooms,
  ...compareRooms,
  ...planRooms,
  ...comfortRooms,
];
