import type { Me } from '../../api/shapes';

/** Whether a place lies in the reader's regions; what is there, the API says. */
export const sees = (self: Me | undefined, region: string): boolean => self?.offices.some(({ scope }) => region.startsWith(scope)) ?? false;
