import { type KbliCode, kbliSample } from './kbli-sample';

const sorted = [...kbliSample.codes].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Codes that begin with the digits asked for, or whose name holds every word asked for, in either language; all without a question. */
export function searchKbli(question: string): KbliCode[] {
  const asked = question.trim();
  if (/^[0-9]+$/.test(asked)) return sorted.filter(({ code }) => code.startsWith(asked));
  const words = wordsOf(asked);
  if (asked !== '' && words.length === 0) return [];
  return sorted.filter(({ name }) => [name.id, name.en].some((label) => words.every((word) => wordsOf(label).join(' ').includes(word))));
}

const wordsOf = (text: string): string[] => text.normalize('NFKD').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
