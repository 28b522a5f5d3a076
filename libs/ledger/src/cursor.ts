/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PageOf {
  limit?: number;
  cursor?: string;
}

/** The cursor was not made by this list. */
export class MalformedCursor extends Error {
  constructor() {
    super('The cursor was not made by this list.');
    this.name = 'MalformedCursor';
  }
}

export const mostRows = 100;
export const limitOf = ({ limit = 50 }: PageOf): number => Math.min(Math.max(Math.trunc(limit), 1), mostRows);

export const cursorOf = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key of the last row seen, `parts` strings. */
export function keyOf({ cursor }: PageOf, parts: number): string[] | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string' && !part.includes('\u0000')))
      return key as string[];
  } catch {
    // Not JSON: the same answer as any other foreign cursor.
  }
  throw new MalformedCursor();
}

/** One row more than asked for was read: it only tells that there is a next page. */
export function pageOf<T>(rows: readonly T[], limit: number, key: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(key(last)) : null };
}
