import { covers } from '#process';
import type { Caller } from '#ledger';
import { refused } from '../problems/catalogue';
import { refusalProblems } from '../problems/refusal-problems';

/** The administrator's offices of a caller; nobody else gets past here. */
export function administers(caller: Caller) {
  const offices = caller.offices.filter(({ role }) => role === 'administrator');
  if (offices.length === 0) throw refused(refusalProblems, { refused: 'not-your-role', details: ['administrator'] });
  return offices;
}

/** An administrator of a province keeps the register of that province. */
export function within(caller: Caller, seat: string): void {
  if (!administers(caller).some((office) => covers(office.scope, seat))) throw refused(refusalProblems, { refused: 'not-your-region' });
}
