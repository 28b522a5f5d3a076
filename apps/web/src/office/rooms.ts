import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

export const officeRooms: Room[] = [
  { path: '/pengelola', Page: page(() => import('./health-page'), 'office') },
  { path: '/pengelola/kesehatan', Page: page(() => import('./health-page'), 'office') },
  { path: '/pengelola/register', Page: page(() => import('./register-page'), 'office', 'radar') },
  { path: '/pengelola/sesi', Page: page(() => import('./sessions-page'), 'office') },
  { path: '/pengelola/kotak-keluar', Page: page(() => import('./outbox-page'), 'office', 'radar') },
  { path: '/pengelola/kalender', Page: page(() => import('./calendar-page'), 'case', 'office', 'radar') },
  { path: '/hitung', Page: page(() => import('./deadline-page'), 'office', 'radar') },
  { path: '/proses/rpik', Page: page(() => import('./process-page'), 'case', 'office', 'radar') },
];
