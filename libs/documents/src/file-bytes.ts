import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { StoredBytes } from './document-store';
import { streamOf } from './reading';

/** One open file of a folder store. Never follows a symbolic link in the place of a document. */
export class FileBytes implements StoredBytes {
  private constructor(private readonly file: FileHandle, readonly size: number) {}

  static async open(path: string): Promise<FileBytes> {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
      return new FileBytes(file, found.size);
    } catch (cause) {
      await file.close();
      throw cause;
    }
  }

  async read(start: number, end: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(end, this.size) - start));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await this.file.read(buffer, filled, buffer.length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  stream(start = 0, end = this.size): Readable {
    return streamOf((from, to) => this.read(from, to), start, Math.min(end, this.size));
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
