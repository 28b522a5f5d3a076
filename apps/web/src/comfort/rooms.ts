import type { Room } from '../pieces/room';

export const comfortRooms: Room[] = [];
