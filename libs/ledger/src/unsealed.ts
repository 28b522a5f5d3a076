import type { SealedText } from '#process';

/** The same shape with every sealed text as the words themselves: what people send, before the ledger seals it. */
export type Unsealed<T> = T extends SealedText
  ? string
  : T extends readonly (infer Each)[]
    ? Unsealed<Each>[]
    : T extends object
      ? { [K in keyof T]: Unsealed<T[K]> }
      : T;
