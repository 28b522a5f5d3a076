import { Readable } from 'node:stream';
import type { StoredBytes } from './document-store';

/** Bytes in memory, read like a document of a store. */
export function bytesOf(content: Buffer): StoredBytes {
  return {
    size: content.length,
    read: async (start, end) => content.subarray(start, end),
    stream: (start = 0, end = content.length) => Readable.from([content.subarray(start, end)], { objectMode: false }),
    close: async () => undefined,
  };
}
