import { page } from '../pieces/page';
import type { Room } from '../pieces/room';

export const planRooms: Room[] = [{ path: '/kasus/:caseId/rencana', Page: page(() => import('./plan-page'), 'decide', 'plan') }];
