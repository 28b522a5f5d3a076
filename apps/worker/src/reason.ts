/** The first line of what went wrong, for the log of this installation only. */
export const reasonOf = (failure: unknown): string => (failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure)).split('\n')[0]!.slice(0, 300);
