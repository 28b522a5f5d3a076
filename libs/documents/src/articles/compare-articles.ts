import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Paragraph, Unit } from './split-articles';

export interface Piece {
  op: 'same' | 'ins' | 'del';
  text: string;
}

/** One ayat before and after; null where it is not there. */
export interface ComparedParagraph {
  ayat: string | null;
  before: Piece[] | null;
  after: Piece[] | null;
}

export interface Change {
  key: string;
  label: string;
  /** What it was called before, where that differs. */
  was: string | null;
  chapter: string | null;
  part: Unit['part'];
  change: 'changed' | 'added' | 'removed' | 'renumbered';
  paragraphs: ComparedParagraph[];
}

export interface Comparison {
  /** Units of the newer text. */
  units: number;
  unchanged: number;
  changes: Change[];
}

/** Letters of two paragraphs beyond which they are shown whole, old against new: comparing every word would take too long to wait for. */
const mostLetters = 40_000;
const mostEdits = 4_000;
/** Share of common words from which two Pasal are one that was rewritten. */
const akin = 0.5;

/** What changed from one text to another, Pasal by Pasal in the order of the newer one; what was removed stands where it stood. */
export function compareArticles(before: readonly Unit[], after: readonly Unit[]): Comparison {
  const changes: Change[] = [];
  let unchanged = 0;
  for (const [old, now] of paired(before, after)) {
    if (old && now && textOf(old) === textOf(now) && old.label === now.label) unchanged += 1;
    else changes.push(changeOf(old, now));
  }
  return { units: after.length, unchanged, changes };
}

type Pair = [old: Unit | undefined, now: Unit | undefined];

/** Equal texts meet first, so that one inserted Pasal does not make all that follow look changed; then equal numbers; then what shares its words. */
function paired(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const pairs: Pair[] = [];
  let gone: Unit[] = [];
  let come: Unit[] = [];
  const settle = () => {
    pairs.push(...settled(gone, come));
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.map(identity), after.map(identity))) {
    if (removed) gone.push(...before.slice(i, (i += count)));
    else if (added) come.push(...after.slice(j, (j += count)));
    else {
      settle();
      for (let n = 0; n < count; n++) pairs.push([before[i++], after[j++]]);
    }
  }
  settle();
  return pairs;
}

function settled(gone: readonly Unit[], come: readonly Unit[]): Pair[] {
  const partner = new Map<Unit, Unit>();
  const taken = new Set<Unit>();
  const join = (old: Unit, now: Unit) => {
    partner.set(now, old);
    taken.add(old);
  };
  const free = (now: Unit) => gone.filter((old) => !taken.has(old) && old.part === now.part);
  for (const now of come) {
    const named = free(now).find(({ key }) => key === now.key);
    if (named && (now.part !== 'body' || likeness(named, now) >= akin)) join(named, now);
  }
  for (const now of come.filter((one) => !partner.has(one))) {
    const [best] = free(now).map((old) => ({ old, like: likeness(old, now) })).filter(({ like }) => like >= akin).sort((one, other) => other.like - one.like);
    if (best) join(best.old, now);
  }
  for (const now of come.filter((one) => !partner.has(one))) {
    const named = free(now).find(({ key }) => key === now.key);
    if (named) join(named, now);
  }
  const left = gone.filter((old) => !taken.has(old));
  return [...left.map((old): Pair => [old, undefined]), ...come.map((now): Pair => [partner.get(now), now])];
}

function changeOf(old: Unit | undefined, now: Unit | undefined): Change {
  const { key, label, part, chapter } = (now ?? old)!;
  const same = old && now && textOf(old) === textOf(now);
  return {
    key: now ? key : `${key}-lama`, label, part, chapter: chapter ?? null, was: old && now && old.label !== now.label ? old.label : null,
    change: !old ? 'added' : !now ? 'removed' : same ? 'renumbered' : 'changed',
    paragraphs: paragraphPairs(old?.paragraphs ?? [], now?.paragraphs ?? []).map(([one, other]) => compared(one, other)),
  };
}

/** Ayat meet by equal text, then by number in what lies between. */
function paragraphPairs(before: readonly Paragraph[], after: readonly Paragraph[]): [Paragraph | undefined, Paragraph | undefined][] {
  const pairs: [Paragraph | undefined, Paragraph | undefined][] = [];
  let gone: Paragraph[] = [];
  let come: Paragraph[] = [];
  const settle = () => {
    const waiting = [...gone];
    for (const now of come) {
      const at = waiting.findIndex(({ ayat }) => ayat === now.ayat);
      const old = at < 0 ? undefined : waiting.splice(at, 1)[0];
      pairs.push([old, now]);
    }
    pairs.push(...waiting.map((old): [Paragraph, undefined] => [old, undefined]));
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(before.map(({ text }) => text), after.map(({ text }) => text))) {
    if (removed) gone.push(...before.slice(i, (i += count)));
    else if (added) come.push(...after.slice(j, (j += count)));
    else {
      settle();
      for (let n = 0; n < count; n++) pairs.push([before[i++], after[j++]]);
    }
  }
  settle();
  return pairs;
}

function compared(old: Paragraph | undefined, now: Paragraph | undefined): ComparedParagraph {
  const ayat = (now ?? old)!.ayat ?? null;
  if (!old || !now) return { ayat, before: old ? [{ op: 'del', text: old.text }] : null, after: now ? [{ op: 'ins', text: now.text }] : null };
  if (old.text === now.text) return { ayat, before: [{ op: 'same', text: old.text }], after: [{ op: 'same', text: now.text }] };
  const words = old.text.length + now.text.length > mostLetters ? undefined : diffWordsWithSpace(old.text, now.text, { maxEditLength: mostEdits });
  if (!words) return { ayat, before: [{ op: 'del', text: old.text }], after: [{ op: 'ins', text: now.text }] };
  const side = (left: 'added' | 'removed', op: 'ins' | 'del'): Piece[] => words.filter((word) => !word[left]).map(({ value, added, removed }) => ({ op: added || removed ? op : 'same', text: value }));
  return { ayat, before: side('added', 'del'), after: side('removed', 'ins') };
}

const textOf = ({ paragraphs }: Unit): string => paragraphs.map(({ ayat = '', text }) => `${ayat} ${text}`).join('\n');
const identity = (unit: Unit): string => `${unit.part}\n${textOf(unit)}`;

/** Words in common, of all words of both (Jaccard). */
function likeness(one: Unit, other: Unit): number {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.size === 0 && theirs.size === 0) return 1;
  let common = 0;
  for (const word of mine) if (theirs.has(word)) common += 1;
  return common / (mine.size + theirs.size - common);
}

const wordsOf = (unit: Unit): Set<string> => new Set(textOf(unit).toLowerCase().match(/[\p{L}\p{N}]+/gu));
