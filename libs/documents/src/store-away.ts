/** The store cannot be read or written just now: nothing is known about any document. Try again later; never call it damage. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
  readonly code = 'store-away';
}

/** Names the failed act and keeps the system's own error as the cause. */
export function storeAway(act: string, cause: unknown): StoreAway {
  const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? 'unknown reason';
  return new StoreAway(`the document store cannot ${act} (${reason})`, { cause });
}
