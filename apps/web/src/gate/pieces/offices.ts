import type { Me } from '../../api/shapes';

const covers = (scope: string, region: string): boolean => region.startsWith(scope);

/** Whether somebody holds one of these offices over a place. Only what to offer: whoever asks is judged by the API. */
export const holds = (self: Me | undefined, roles: readonly string[], place: string): boolean => self?.offices.some(({ role, scope }) => roles.includes(role) && covers(scope, place)) ?? false;

export const sees = (self: Me | undefined, region: string): boolean => self?.offices.some(({ scope }) => covers(scope, region)) ?? false;

export const coordinator = ['provincial-coordinator'];
export const seconds = ['provincial-planner', 'provincial-legal'];
export const province = [...coordinator, ...seconds];
export const planKeepers = ['provincial-coordinator', 'provincial-planner'];
export const regencyVoices = ['regency-drafter', 'regency-head'];
