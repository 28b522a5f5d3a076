import { Readable } from 'node:stream';
import type { StoredBytes } from './document-store';
import { storeAway } from './store-away';

/** Tells a disk that fails from a file that is malformed while a parser stands between. */
export class FileReadFailed extends Error {
  static rethrow(this: void, cause: unknown): never {
    throw cause instanceof FileReadFailed ? storeAway('read a staged document', cause.cause) : cause;
  }
}

/** The same bytes, whose failures to read carry a name that no parser's complaint has. */
export function readsAsAway(bytes: StoredBytes): StoredBytes {
  const read = async (start: number, end: number) => {
    try { return await bytes.read(start, end); } catch (cause) { throw new FileReadFailed('cannot be read', { cause }); }
  };
  return { size: bytes.size, read, close: () => bytes.close(), stream: (start = 0, end = bytes.size) => streamOf(read, start, Math.min(end, bytes.size)) };
}

const partSize = 256 * 1024;

/** Bytes [start, end) in parts; ends early where the document does. */
export function streamOf(read: StoredBytes['read'], start: number, end: number): Readable {
  return Readable.from(partsOf(read, start, end), { objectMode: false });
}

async function* partsOf(read: StoredBytes['read'], start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const part = await read(at, Math.min(end, at + partSize));
    if (part.length === 0) return;
    yield part;
    at += part.length;
  }
}
