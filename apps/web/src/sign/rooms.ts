import type { Room } from '../pieces/room';

export const signRooms: Room[] = [];
