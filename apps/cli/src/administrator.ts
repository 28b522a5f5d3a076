import type { Caller } from '#ledger';

/** Whoever has a terminal on the machine reads everything; the command line never acts on a case's substance. */
export const terminal: Caller = {
  person: 'p_terminal',
  name: 'terminal',
  offices: [{ person: 'p_terminal', role: 'administrator', scope: '', capacity: 'definitive' }],
  scopes: ['*'],
};
