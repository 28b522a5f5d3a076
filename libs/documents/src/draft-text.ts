import { splitArticles, type Unit } from './articles/split-articles';
import type { DocumentStore } from './document-store';
import { docxText, textLimits, type Unreadable } from './docx-text';
import { bytesOf } from './memory-bytes';

export interface DraftText {
  units: Unit[];
  /** The text went on beyond what is shown. */
  cut: boolean;
}

/** The text of a stored DOCX by Pasal. A store that cannot be read throws StoreAway. */
export async function readDraft(store: DocumentStore, sha256: string): Promise<DraftText | { unreadable: Unreadable | 'missing' }> {
  const opened = await store.open(sha256);
  if (!opened) return { unreadable: 'missing' };
  if (opened.size > textLimits.fileBytes) {
    opened.stream.destroy();
    return { unreadable: 'too-large' };
  }
  const parts: Buffer[] = [];
  for await (const part of opened.stream) parts.push(part as Buffer);
  const text = await docxText(bytesOf(Buffer.concat(parts)));
  return 'unreadable' in text ? text : { units: splitArticles(text.text), cut: text.cut };
}
