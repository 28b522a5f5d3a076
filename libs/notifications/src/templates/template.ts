import type { FactName } from '../facts';

/**
 * The sentences of one notice in one language, as Handlebars sources over the notice's facts.
 * Plain and courteous: what happened, what to do; no exclamation marks, no blame, no engineering words.
 */
export interface Sentences {
  readonly subject: string;
  readonly happened: string;
  readonly toDo: string;
  /** The words on the one button; "open the case" when absent. */
  readonly open?: string;
}

export interface Template {
  /** Facts that must be there, besides region and link. Whatever else a sentence uses stands inside an `if`. */
  readonly needs: readonly FactName[];
  /** Whether the reader is asked to act: then the message says by when, even if it is "no due day". */
  readonly asks: boolean;
  readonly id: Sentences;
  readonly en: Sentences;
}

export type Templates = Readonly<Record<string, Template>>;
