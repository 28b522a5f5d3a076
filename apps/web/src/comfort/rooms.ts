import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

export const comfortRooms: Room[] = [
  { path: '/lainnya', Page: page(() => import('./more-page')) },
  { path: '/preferensi', Page: page(() => import('./preferences-page')) },
];
