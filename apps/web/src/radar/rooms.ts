import type { Room } from '../pieces/room';

export const radarRooms: Room[] = [];
