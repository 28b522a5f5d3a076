import type { Conflict } from '../api/shapes';

/** What keeps the gate shut comes first, then what is only to be noted; what is settled, or left to a vote, last. */
export const groups = ['open', 'note', 'settled', 'vote'] as const;
export const groupOf = ({ settledBy, effect }: Conflict): (typeof groups)[number] => (effect === 'vote' ? 'vote' : settledBy ? 'settled' : effect === 'blocks' ? 'open' : 'note');
