import type { Room } from '../pieces/room';

export const compareRooms: Room[] = [];
