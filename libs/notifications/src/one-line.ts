/** Longest value a notice repeats; the page behind its link has the whole. In characters. */
export const longestValue = 300;

/** Control characters and line separators: a line break in a name would end a mail header or fake a paragraph. */
const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that reorder or hide text, so that a name can pose as another. */
const disguises = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Half of a character pair; no mail program can show it. */
const halves = /\p{Surrogate}/gu;

/** A value as one line of visible text, at most `longest` characters. */
export function oneLine(value: string, longest = longestValue): string {
  const line = value.replace(halves, '\ufffd').replace(breaks, ' ').replace(disguises, '').replace(/ {2,}/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('').trimEnd()}…`;
}
