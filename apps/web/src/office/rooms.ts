import { lazy } from 'react';
import type { Room } from '../pieces/room';

export const officeRooms: Room[] = [
  { path: '/pengelola', Page: lazy(() => import('./health-page')) },
  { path: '/pengelola/kesehatan', Page: lazy(() => import('./health-page')) },
  { path: '/pengelola/register', Page: lazy(() => import('./register-page')) },
  { path: '/pengelola/sesi', Page: lazy(() => import('./sessions-page')) },
  { path: '/pengelola/kotak-keluar', Page: lazy(() => import('./outbox-page')) },
  { path: '/pengelola/kalender', Page: lazy(() => import('./calendar-page')) },
  { path: '/hitung', Page: lazy(() => import('./deadline-page')) },
  { path: '/proses/rpik', Page: lazy(() => import('./process-page')) },
];
