import { createHash, randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, addAbortSignal } from 'node:stream';
import {
  isSha256, type ByteSource, type DocumentStore, type Heartbeat, type KeptDocument, type OpenedDocument, type StagedDocument,
  type StoredBytes, type UploadLimits,
} from './document-store';
import { FileBytes } from './file-bytes';
import { refuse, type DocumentRefusal } from './refusal';
import { storeAway } from './store-away';

const partSize = 1024 * 1024;
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP']);

/**
 * A store in a folder: `objects/ab/cd/abcd…` and `staging/<uuid>`. {@link FolderStore.prepare} lays it out once;
 * no other act creates the root, so a folder that vanished is *away* and never an empty store.
 */
export class FolderStore implements DocumentStore {
  constructor(private readonly folder: string) {}

  /** Creates the folder and its layout where missing; safe to repeat. */
  async prepare(): Promise<this> {
    try {
      for (const part of ['objects', 'staging']) await mkdir(join(this.folder, part), { recursive: true, mode: 0o700 });
    } catch (cause) { throw storeAway('be prepared', cause); }
    return this;
  }

  async stage(source: ByteSource, limits: UploadLimits): Promise<StagedDocument | DocumentRefusal> {
    limits.signal?.throwIfAborted();
    const token = randomUUID();
    const file = await this.orAway('take a document', open(this.stagingPath(token), 'wx', 0o600));
    let arrived: StagedDocument | DocumentRefusal | undefined;
    try {
      arrived = await this.fill(file, token, source, limits);
      return arrived;
    } finally {
      await file.close().catch(() => undefined);
      if (!arrived || 'refused' in arrived) await rm(this.stagingPath(token), { force: true }).catch(() => undefined);
    }
  }

  private async fill(file: FileHandle, token: string, source: ByteSource, limits: UploadLimits) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const part of partsOf(source, limits.signal)) {
      size += part.length;
      if (size > limits.maxBytes) return refuse('too-large', `more than ${limits.maxBytes} bytes`);
      hash.update(part);
      await this.orAway('write a document', file.writeFile(part));
    }
    if (size === 0) return refuse('empty-file', 'the document has no bytes');
    const sha256 = hash.digest('hex');
    if (limits.expectedSha256 !== undefined && limits.expectedSha256 !== sha256) {
      return refuse('digest-mismatch', `announced ${limits.expectedSha256}, arrived ${sha256}`);
    }
    await this.orAway('write a document', file.sync());
    return { token, sha256, size };
  }

  async staged(staged: StagedDocument): Promise<StoredBytes> {
    return this.orAway('read a staged document', FileBytes.open(this.stagingPath(staged.token)));
  }

  async keep(staged: StagedDocument): Promise<KeptDocument> {
    const { sha256, size } = staged;
    const [first, second] = this.fanOut(sha256);
    await this.orAway('keep a document', (async () => {
      for (const folder of [first, second]) await mkdir(folder, { mode: 0o700 }).catch(unless('EEXIST'));
      await rename(this.stagingPath(staged.token), this.objectPath(sha256));
      for (const folder of [second, first, join(this.folder, 'objects')]) await syncFolder(folder);
    })());
    return { sha256, size };
  }

  async discard(staged: StagedDocument): Promise<void> {
    await this.orAway('discard a document', rm(this.stagingPath(staged.token), { force: true }));
  }

  async receive(source: ByteSource, limits: UploadLimits): Promise<KeptDocument | DocumentRefusal> {
    const staged = await this.stage(source, limits);
    return 'refused' in staged ? staged : this.keep(staged);
  }

  async reach(): Promise<void> {
    await this.orAway('be reached', access(join(this.folder, 'objects'), constants.R_OK | constants.W_OK | constants.X_OK));
    const probe = this.stagingPath(randomUUID());
    try {
      await this.orAway('take a document', writeFile(probe, 'x', { flag: 'wx', mode: 0o600 }));
    } finally {
      await rm(probe, { force: true }).catch(() => undefined);
    }
  }

  async has(sha256: string): Promise<boolean> {
    const found = await this.ifThere<Stats>(sha256, (path) => stat(path));
    return found?.isFile() ?? false;
  }

  async open(sha256: string): Promise<OpenedDocument | undefined> {
    const bytes = await this.ifThere(sha256, (path) => FileBytes.open(path));
    if (!bytes) return undefined;
    const stream = bytes.stream();
    stream.once('close', () => void bytes.close().catch(() => undefined));
    return { stream, size: bytes.size };
  }

  async rehash(sha256: string, signal?: AbortSignal, heartbeat?: Heartbeat): Promise<KeptDocument | undefined> {
    signal?.throwIfAborted();
    const bytes = await this.ifThere(sha256, (path) => FileBytes.open(path));
    if (!bytes) return undefined;
    const hash = createHash('sha256');
    let size = 0;
    try {
      for (;;) {
        signal?.throwIfAborted();
        const part = await this.orAway('read a document', unlessAborted(bytes.read(size, size + partSize), signal));
        if (part.length === 0) break;
        size += part.length;
        hash.update(part);
        heartbeat?.(size);
      }
    } finally { await bytes.close().catch(() => undefined); }
    return { sha256: hash.digest('hex'), size };
  }

  async sweep(olderThanMs: number): Promise<number> {
    const before = Date.now() - olderThanMs;
    let removed = 0;
    for (const name of await this.orAway('be swept', readdir(join(this.folder, 'staging')))) {
      const path = join(this.folder, 'staging', name);
      const found = await stat(path).catch(unless('ENOENT'));
      if (!found || found.mtimeMs >= before) continue;
      await this.orAway('be swept', rm(path, { force: true }));
      removed += 1;
    }
    return removed;
  }

  /** An object that is not there counts as missing only while the store around it can be read; the empty mount point of a disk has no `objects`. */
  private async ifThere<T>(sha256: string, act: (path: string) => Promise<T>): Promise<T | undefined> {
    if (!isSha256(sha256)) return undefined;
    try {
      return await act(this.objectPath(sha256));
    } catch (cause) {
      if (!absent.has((cause as NodeJS.ErrnoException).code ?? '')) throw storeAway('read a document', cause);
      await this.orAway('be found', access(join(this.folder, 'objects'), constants.R_OK | constants.X_OK));
      return undefined;
    }
  }

  private async orAway<T>(act: string, work: Promise<T>): Promise<T> {
    try { return await work; } catch (cause) { throw cause instanceof Aborted ? cause.reason : storeAway(act, cause); }
  }

  private stagingPath(token: string): string {
    if (!/^[0-9a-f-]{36}$/.test(token)) throw new TypeError('not a token of this store');
    return join(this.folder, 'staging', token);
  }

  private fanOut(sha256: string): [string, string] {
    if (!isSha256(sha256)) throw new TypeError('not a SHA-256 in lower-case hex');
    const first = join(this.folder, 'objects', sha256.slice(0, 2));
    return [first, join(first, sha256.slice(2, 4))];
  }

  private objectPath(sha256: string): string {
    return join(this.fanOut(sha256)[1], sha256);
  }
}

class Aborted { constructor(readonly reason: unknown) {} }

/** A read on a disk that hangs ends when the signal says so. */
async function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Aborted(signal.reason));
    signal.addEventListener('abort', stop, { once: true });
  });
  try { return await Promise.race([work, aborted]); } finally { signal.removeEventListener('abort', stop); }
}

async function* partsOf(source: ByteSource, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const readable = source instanceof Readable ? source : Readable.from(source);
  if (signal) addAbortSignal(signal, readable);
  try {
    for await (const part of readable.iterator({ destroyOnReturn: false })) yield typeof part === 'string' ? Buffer.from(part) : part;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw cause;
  }
}

/** Makes a rename durable. Windows cannot sync a folder and does not need to. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try { await folder.sync(); } finally { await folder.close(); }
}

function unless(code: string): (cause: NodeJS.ErrnoException) => undefined {
  return (cause) => { if (cause.code !== code) throw cause; return undefined; };
}
