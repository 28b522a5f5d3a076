import type { Room } from '../pieces/room';

export const officeRooms: Room[] = [];
