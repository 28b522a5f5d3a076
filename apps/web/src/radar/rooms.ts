import { lazy } from 'react';
import type { Room } from '../pieces/room';

export const radarRooms: Room[] = [{ path: '/tersendat', Page: lazy(() => import('./radar-page')) }];
