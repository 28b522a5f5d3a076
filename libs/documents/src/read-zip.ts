import { crc32 } from 'node:zlib';
import { RandomAccessReader, fromRandomAccessReaderPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import type { StoredBytes } from './document-store';
import { FileReadFailed } from './reading';
import { refuse, type DocumentRefusal } from './refusal';

export interface ZipLimits {
  entries: number;
  unpackedBytes: number;
  /** Unpacked bytes for each byte of the archive. */
  ratio: number;
}

export const zipLimits: ZipLimits = { entries: 2_000, unpackedBytes: 500 * 1024 * 1024, ratio: 100 };

/** Below this a high ratio harms nobody: a page of blanks packs 1000 : 1. */
const harmless = 1024 * 1024;

interface Reading {
  limits?: ZipLimits;
  /** How many leading bytes of this entry the visitor wants to see. */
  keep: (name: string) => number;
  entry: (name: string, content: Buffer) => DocumentRefusal | undefined;
}

/**
 * Unpacks every entry into nothing, counting what really comes out: headers may lie. Stops at the first refusal:
 * `zip-bomb`, `zip-entry-name`, `encrypted-document`, `magic-mismatch` (no readable archive), or the visitor's own.
 */
export async function readZip(bytes: StoredBytes, { limits = zipLimits, keep, entry: visit }: Reading): Promise<DocumentRefusal | undefined> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.size, { autoClose: false, decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > limits.entries) return refuse('zip-bomb', `more than ${limits.entries} entries`);
    const most = Math.min(limits.unpackedBytes, Math.max(harmless, limits.ratio * bytes.size));
    const names = new Set<string>();
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      const complaint = complaintAbout(name, entry, names);
      if (complaint) return refuse('zip-entry-name', complaint);
      if (names.add(name.toLowerCase()).size > limits.entries) return refuse('zip-bomb', `more than ${limits.entries} entries`);
      if (entry.isEncrypted()) return refuse('encrypted-document', 'an entry of the archive is encrypted');
      const content = await unpack(zip, entry, keep(name), most - unpacked);
      if ('refused' in content) return content;
      unpacked += content.size;
      const refused = visit(name, content.head);
      if (refused) return refused;
    }
    return undefined;
  } catch (cause) {
    if (cause instanceof FileReadFailed) throw cause;
    return refuse('magic-mismatch', `not a readable zip archive: ${(cause as Error).message}`);
  } finally { zip?.close(); }
}

async function unpack(zip: ZipFile, entry: Entry, keep: number, room: number): Promise<{ head: Buffer; size: number } | DocumentRefusal> {
  const stream = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let [size, check, wanted] = [0, 0, keep];
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > room) return refuse('zip-bomb', 'the archive unpacks to far more than its size or the limit allows');
    if (size > entry.uncompressedSize) return refuse('zip-bomb', 'an entry holds more than its header says');
    check = crc32(part, check);
    if (wanted > 0) { kept.push(Buffer.from(part.subarray(0, wanted))); wanted -= part.length; }
  }
  if (size !== entry.uncompressedSize || check !== entry.crc32) return refuse('magic-mismatch', 'an entry of the archive is damaged');
  if (keep > 16 && size > keep) return refuse('zip-bomb', 'a part of the package is larger than it can honestly be');
  return { head: Buffer.concat(kept), size };
}

function complaintAbout(name: string, entry: Entry, earlier: ReadonlySet<string>): string | undefined {
  const shown = JSON.stringify(name.slice(0, 80));
  if (name === '' || name.length > 400) return 'an entry without a sensible name';
  if (/[\\\0-\x1f\x7f]/.test(name)) return `${shown} holds a backslash or a control character`;
  if (/^\/|^[a-z]:/i.test(name)) return `${shown} is an absolute path`;
  if (name.split('/').some((part) => part === '..' || part === '.')) return `${shown} leaves its folder`;
  if (earlier.has(name.toLowerCase())) return `${shown} occurs twice`;
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) return `${shown} is a symbolic link`;
  return undefined;
}

class BytesReader extends RandomAccessReader {
  constructor(private readonly bytes: StoredBytes) { super(); }
  override _readStreamForRange(start: number, end: number) { return this.bytes.stream(start, end); }
  override close(callback: (err: Error | null) => void): void { callback(null); }
  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (err: Error | null) => void): void {
    this.bytes.read(position, position + length).then((part) => {
      part.copy(buffer, offset);
      callback(part.length < length ? new Error('unexpected end of file') : null);
    }, callback);
  }
}
