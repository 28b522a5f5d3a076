import { lazy } from 'react';
import type { Room } from '../pieces/room';

export const planRooms: Room[] = [{ path: '/kasus/:caseId/rencana', Page: lazy(() => import('./plan-page')) }];
