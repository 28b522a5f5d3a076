import type { DutyName } from '#process';
import type { Me } from '../api/shapes';

/** Whether a person's offices are for something, wherever it is. */
export const has = (self: Me | undefined, duty: DutyName): boolean => self?.duties.some((one) => one.duty === duty) ?? false;
