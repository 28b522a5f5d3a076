import type { ChangedChapter, TextFinding } from '#process';
import { type Change, compareArticles, type Comparison } from './articles/compare-articles';
import type { DocumentStore } from './document-store';
import { type DraftText, readDraft } from './draft-text';
import type { Unreadable } from './docx-text';

export interface ComparedFile {
  sha256: string;
  media: string;
}

/** What has changed from one stored file to another, Pasal by Pasal, as it goes on record. */
export async function compareFiles(store: DocumentStore, before: ComparedFile | null, after: ComparedFile | null): Promise<TextFinding> {
  if (!before) return { result: 'not-comparable', because: 'no-earlier-text' };
  if (!after) return { result: 'not-comparable', because: 'no-text' };
  if (before.sha256 === after.sha256) return { result: 'identical' };
  if (before.media !== 'docx' || after.media !== 'docx') return { result: 'not-comparable', because: 'not-docx' };
  const one = await readDraft(store, before.sha256);
  if ('unreadable' in one) return unread(one);
  const other = await readDraft(store, after.sha256);
  return 'unreadable' in other ? unread(other) : differences(one, other);
}

const unread = ({ unreadable }: { unreadable: Unreadable | 'missing' }): TextFinding => ({ result: 'not-comparable', because: unreadable === 'missing' ? 'damaged' : unreadable });

function differences(before: DraftText, after: DraftText): TextFinding {
  const compared = compareArticles(before.units, after.units);
  const cut = before.cut || after.cut;
  return { result: 'differs', units: compared.units, unchanged: compared.unchanged, ...listed(compared.changes), ...(cut && { cut }) };
}

const mostListed = 60;
const longestTitle = 80;
const shortened = (text: string): string => (text.length > longestTitle ? `${text.slice(0, longestTitle - 1)}…` : text);

type Listed = Record<Change['change'], number> & { chapters: ChangedChapter[]; unlisted: number };

/** Counts of everything, and the first units by the Bab they stand in. */
export function listed(changes: Comparison['changes']): Listed {
  const count = (kind: Change['change']) => changes.filter(({ change }) => change === kind).length;
  const chapters: ChangedChapter[] = [];
  for (const { chapter: title, label, change } of changes.slice(0, mostListed)) {
    const chapter = title === null ? null : shortened(title);
    let under = chapters.find((one) => one.chapter === chapter);
    if (!under) chapters.push((under = { chapter, changed: [], added: [], removed: [], renumbered: [] }));
    under[change].push(shortened(label));
  }
  return { changed: count('changed'), added: count('added'), removed: count('removed'), renumbered: count('renumbered'), chapters, unlisted: Math.max(0, changes.length - mostListed) };
}
