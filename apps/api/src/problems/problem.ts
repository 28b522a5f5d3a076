import { HttpException } from '@nestjs/common';
import type { Text } from '#process';
import { inProcessWords } from './process-words';

/** What a code means to the person who gets it: what happened, and what to do. `details` are those of the refusal. */
export interface ProblemKind {
  readonly status: number;
  readonly title: Text;
  readonly detail: (details: readonly string[]) => Text;
}

export interface FieldError {
  /** JSON pointer into the body (RFC 6901), or the name of a query parameter after a slash. */
  readonly pointer: string;
  readonly message: Text;
  /** Where each mistake has a code of its own. */
  readonly code?: string;
  /** The line of a CSV, its header being 1. */
  readonly line?: number;
}

export interface ProblemTerms {
  readonly details?: readonly string[];
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** One line of a table of problems. A plain text says the same whatever the details are; a detail that the process has a word for is said in that word. */
export const kind = (status: number, title: Text, detail: Text | ((details: readonly string[]) => Text)): ProblemKind => ({
  status,
  title,
  detail: typeof detail === 'function' ? (details) => ({ id: detail(inProcessWords(details, 'id')).id, en: detail(inProcessWords(details, 'en')).en }) : () => detail,
});

export const text = (id: string, en: string): Text => ({ id, en });

/** Names in a sentence, or the words for none. */
export const named = (details: readonly string[], none = '–'): string => (details.length > 0 ? details.join(', ') : none);

/** Leaves a controller as an `application/problem+json` answer (RFC 9457); the filter puts it into the caller's language. */
export class Problem extends HttpException {
  constructor(
    readonly code: string,
    readonly meaning: ProblemKind,
    readonly terms: ProblemTerms = {},
  ) {
    super(code, meaning.status);
  }
}
