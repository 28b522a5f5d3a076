import { Inject, Injectable } from '@nestjs/common';
import { type DocumentStore, type DraftText, readDraft } from '#documents';
import { problem, refused } from '../problems/catalogue';
import { readingProblems } from '../problems/reading-problems';
import { documentStore } from '../tokens';

/** Texts of stored documents, by Pasal. Two are read at a time; what the same bytes said the last time is remembered for a while. */
@Injectable()
export class DraftTexts {
  private readonly known = new Map<string, Promise<DraftText>>();
  private readonly turns: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  private next = 0;

  constructor(@Inject(documentStore) private readonly store: DocumentStore) {}

  async of({ sha256, media }: { sha256: string; media: string }): Promise<DraftText> {
    if (media !== 'docx') throw refused(readingProblems, { refused: 'text-not-docx', details: [media.toUpperCase()] });
    const known = this.known.get(sha256);
    if (known) return known;
    const reading = this.inTurn(() => this.read(sha256));
    this.remember(sha256, reading);
    return reading;
  }

  private remember(sha256: string, reading: Promise<DraftText>): void {
    this.known.set(sha256, reading);
    reading.catch(() => this.known.delete(sha256));
    const [oldest] = this.known.keys();
    if (this.known.size > mostKnown && oldest !== undefined) this.known.delete(oldest);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.next++ % this.turns.length;
    const done = this.turns[turn]!.then(work);
    this.turns[turn] = done.catch(() => undefined);
    return done;
  }

  private async read(sha256: string): Promise<DraftText> {
    const text = await readDraft(this.store, sha256);
    if (!('unreadable' in text)) return text;
    throw text.unreadable === 'missing' ? problem('not-found') : refused(readingProblems, { refused: `text-${text.unreadable}` });
  }
}

const mostKnown = 12;
