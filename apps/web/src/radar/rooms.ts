import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

export const radarRooms: Room[] = [{ path: '/tersendat', Page: page(() => import('./radar-page'), 'case', 'radar') }];
