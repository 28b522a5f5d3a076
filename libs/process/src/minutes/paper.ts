/** A formal paper as content, before it becomes a file of any kind. Every text in it is plain: no control characters, no hidden direction marks. */
export interface Paper {
  title: string;
  subtitles: string[];
  /** At the head of every page. */
  mark: string;
  blocks: PaperBlock[];
}

export type PaperBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; columns: { title: string; share: number }[]; rows: string[][] }
  | { kind: 'signatures'; places: { office: string; of: string }[] };

/** Marks that turn or hide text without being seen: directions, joiners, tags, byte order. */
const unseen = /[\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;

/** A text as it may stand on paper: control characters become spaces, unseen marks go, halves of surrogate pairs show as a replacement character. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(unseen, '')
    .trim();
}
