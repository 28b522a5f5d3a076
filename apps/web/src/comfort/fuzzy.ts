const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How many letters have to be put in, left out, replaced or swapped with their neighbour to come from one word to the other; more than `most` is all the same. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[other.length]!;
}

/** Whether the letters come in this order, and in how narrow a stretch. */
function stretch(asked: string, word: string): number | undefined {
  let at = -1;
  let first = -1;
  for (const letter of asked) {
    at = word.indexOf(letter, at + 1);
    if (at < 0) return undefined;
    if (first < 0) first = at;
  }
  return first === 0 ? at - first + 1 - asked.length : undefined;
}

/** How well one word of the question fits one of the text: 0 is best, undefined not at all. */
function fit(asked: string, word: string): number | undefined {
  if (word === asked) return 0;
  if (word.startsWith(asked)) return 1;
  if (asked.length >= 3 && word.includes(asked)) return 2;
  if (asked.length < 3) return undefined;
  const most = asked.length > 6 ? 2 : 1;
  // The beginning counts: whoever is still typing has not come to the end of the word.
  const near = Math.min(distance(asked, word, most), distance(asked, word.slice(0, asked.length), most));
  if (near <= most) return 3 + near;
  const gaps = stretch(asked, word);
  return gaps !== undefined && gaps <= asked.length ? 5 + gaps : undefined;
}

/** Every word of the question has to fit some word of the text. Lower is better. */
export function scoreOf(question: string, text: string): number | undefined {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let sum = 0;
  for (const asked of plain(question).split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
    const fits = words.map((word) => fit(asked, word)).filter((value) => value !== undefined);
    if (fits.length === 0) return undefined;
    sum += Math.min(...fits);
  }
  return sum;
}

/** The best, best first; of equals the one that came first. */
export function best<T>(question: string, things: readonly T[], textOf: (thing: T) => string, most: number): T[] {
  return things
    .map((thing) => ({ thing, score: scoreOf(question, textOf(thing)) }))
    .filter((one): one is { thing: T; score: number } => one.score !== undefined)
    .sort((one, other) => one.score - other.score)
    .slice(0, most)
    .map(({ thing }) => thing);
}
