import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { type Change, Ledger } from '#ledger';

export interface Listener {
  readonly person: string;
  /** Exactly the codes of regions and provinces that are open to them, or `*`. */
  scopes: readonly string[];
  changed(change: Change, id: string): void;
  end(): void;
}

/** Milliseconds between two looks at the record: one for all who listen, and none while nobody does. */
const everyMs = 1_000;
/** Seconds in which whatever is written has been committed or given up (the statement's own limit is two). */
const overlap = 10;
/** Milliseconds after which an old address of a reader is of no use: it then reads everything anew. */
const replayedFor = 5 * 60_000;
const mostPerPerson = 8;

const everything = ['*'];

/** Tells those who listen what has come into the record, whoever wrote it: another API, the worker, or a colleague. */
@Injectable()
export class LiveChanges implements BeforeApplicationShutdown {
  private readonly log = new Logger('Live');
  private readonly listeners = new Set<Listener>();
  /** What was told lately, so that the overlap tells nothing twice. */
  private told = new Map<string, { seq: number; at: number }>();
  private upTo: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly ledger: Ledger) {}

  hasRoomFor(person: string): boolean {
    return [...this.listeners].filter((listener) => listener.person === person).length < mostPerPerson;
  }

  /** @returns how to leave */
  join(listener: Listener): () => void {
    this.listeners.add(listener);
    this.timer ??= setTimeout(() => void this.round(), everyMs);
    return () => this.listeners.delete(listener);
  }

  /**
   * What somebody missed since the last message they have. Undefined: too long ago, or no address of ours.
   */
  async missed(scopes: readonly string[], lastId: string): Promise<{ changes: Change[]; now: string } | undefined> {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(lastId)) return undefined;
    const now = await this.ledger.registers.changes.now();
    const age = Date.parse(now) - Date.parse(lastId);
    return age >= 0 && age < replayedFor ? this.ledger.registers.changes.since(scopes, lastId, overlap) : undefined;
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => undefined, 0);
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
    await this.looking;
  }

  private async round(): Promise<void> {
    this.looking = this.look();
    await this.looking;
    this.timer = this.listeners.size > 0 ? setTimeout(() => void this.round(), everyMs) : undefined;
    // What happens while nobody listens, whoever comes next reads with their page.
    if (this.timer === undefined) this.upTo = undefined;
  }

  private async look(): Promise<void> {
    try {
      const isFirst = this.upTo === undefined;
      const { changes, now } = await this.ledger.registers.changes.since(everything, this.upTo ?? (await this.ledger.registers.changes.now()), overlap);
      this.upTo = now;
      for (const change of changes) {
        const name = `${change.kind} ${change.id}`;
        const isKnown = (this.told.get(name)?.seq ?? 0) >= change.seq;
        if (isKnown) continue;
        this.told.set(name, { seq: change.seq, at: Date.now() });
        if (!isFirst) this.tell(change, now);
      }
      for (const [name, { at }] of this.told) if (Date.now() - at > 3 * overlap * 1_000) this.told.delete(name);
    } catch (failure) {
      // Those who listen also ask by themselves now and then; the next look makes up for this one.
      this.log.debug(`The record could not be looked at: ${String(failure)}`);
    }
  }

  private tell(change: Change, id: string): void {
    for (const listener of this.listeners) if (sees(listener.scopes, change)) listener.changed(change, id);
  }
}

/** As the walls of the database have it: a cohort concerns the whole of its province. */
export function sees(scopes: readonly string[], { kind, place }: Change): boolean {
  if (scopes.includes('*')) return true;
  return kind === 'cohort' ? scopes.some((code) => code.slice(0, 2) === place) : scopes.includes(place);
}
