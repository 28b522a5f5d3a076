import type { Room } from '../pieces/room';

export const gateRooms: Room[] = [];
