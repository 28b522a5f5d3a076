import type { Room } from '../pieces/room';

/** For everybody, without signing in and outside the shell. */
export const openRooms: Room[] = [];
