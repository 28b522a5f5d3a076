import type { Readable } from 'node:stream';
import type { DocumentRefusal } from './refusal';

export type ByteSource = Readable | AsyncIterable<Buffer>;

/** Limits of one upload. `maxBytes` counts the body itself; `expectedSha256` is lower-case hex. */
export interface UploadLimits {
  maxBytes: number;
  expectedSha256?: string;
  signal?: AbortSignal;
}

/** Bytes that have arrived and do not count yet. The token is no path and means nothing outside its store. */
export interface StagedDocument {
  token: string;
  sha256: string;
  size: number;
}

/** Bytes that count: the key is the lower-case hex SHA-256 of the content, the size is in bytes. */
export interface KeptDocument {
  sha256: string;
  size: number;
}

/** Read access at any position; close it when done. */
export interface StoredBytes {
  size: number;
  /** Bytes [start, end), shorter at the end of the document. */
  read(start: number, end: number): Promise<Buffer>;
  stream(start?: number, end?: number): Readable;
  close(): Promise<void>;
}

export interface OpenedDocument {
  stream: Readable;
  size: number;
}

/** Told after every part that was read, with the bytes read so far; throttle it yourself. */
export type Heartbeat = (bytes: number) => void;

/**
 * Content-addressed store. An upload is staged, inspected, then kept or discarded; only kept bytes can be opened.
 * Every method throws {@link StoreAway} when the store itself cannot be read or written.
 */
export interface DocumentStore {
  /**
   * Streams the source to a durable temporary place. Refuses `empty-file`, `too-large`, `digest-mismatch`.
   * A source that breaks or an aborted signal throws that error; in both cases nothing stays behind.
   * The source is not destroyed on a refusal, so that an HTTP answer can still be sent over its socket.
   */
  stage(source: ByteSource, limits: UploadLimits): Promise<StagedDocument | DocumentRefusal>;
  staged(staged: StagedDocument): Promise<StoredBytes>;
  /** Makes staged bytes count, in one atomic step. Identical bytes are stored once; a damaged copy is healed by its twin. */
  keep(staged: StagedDocument): Promise<KeptDocument>;
  discard(staged: StagedDocument): Promise<void>;
  /** Stages and keeps without inspection: for bytes made by ourselves. */
  receive(source: ByteSource, limits: UploadLimits): Promise<KeptDocument | DocumentRefusal>;

  /** Whether documents can be read and written now; leaves nothing behind. */
  reach(): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** Undefined: the store can be read and holds no such document. */
  open(sha256: string): Promise<OpenedDocument | undefined>;
  /** Reads the stored bytes again, whatever their key says; undefined when there are none. */
  rehash(sha256: string, signal?: AbortSignal, heartbeat?: Heartbeat): Promise<KeptDocument | undefined>;
  /** Removes temporary files not touched for so many milliseconds; answers how many. */
  sweep(olderThanMs: number): Promise<number>;
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
