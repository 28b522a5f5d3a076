import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { checkpoint } from './checkpoint';
import type { KeptDocument } from './document-store';
import { FolderStore } from './folder-store';
import { StoreAway } from './store-away';
import { filesIn, tempStore } from '../testing/temp-store';

const limits = { maxBytes: 200 * 1024 * 1024 };
const from = (...parts: (string | Buffer)[]) => Readable.from(parts.map((part) => Buffer.from(part as string)));
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

let place: Awaited<ReturnType<typeof tempStore>>;
beforeEach(async () => { place = await tempStore(); });
afterEach(() => place.remove());

const kept = async (content: string | Buffer) => await place.store.receive(from(content), limits) as KeptDocument;
const pathOf = (key: string) => join(place.folder, 'objects', key.slice(0, 2), key.slice(2, 4), key);
async function readAll(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

describe('the folder store', () => {
  it('keeps a document under the hash of its bytes and gives the same bytes back', async () => {
    const document = await kept('Perda');
    expect(document).toEqual({ sha256: sha256('Perda'), size: 5 });
    const opened = await place.store.open(document.sha256);
    expect(opened!.size).toBe(5);
    expect(String(await readAll(opened!.stream))).toBe('Perda');
    expect(await place.store.has(document.sha256)).toBe(true);
    expect(String(await readFile(pathOf(document.sha256)))).toBe('Perda');
  });

  it('stores identical bytes once, also when forty people send them at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => kept('sama')));
    expect(new Set(answers.map((answer) => answer.sha256)).size).toBe(1);
    expect(await filesIn(place.folder, 'objects')).toEqual([sha256('sama')]);
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
  });

  it('heals a damaged copy when its twin arrives', async () => {
    const { sha256: key } = await kept('utuh');
    await writeFile(pathOf(key), 'cacat');
    await kept('utuh');
    expect(await place.store.rehash(key)).toEqual({ sha256: key, size: 4 });
  });

  it('does not count a document that is only staged, and forgets a discarded one', async () => {
    const staged = await place.store.stage(from('baru'), limits);
    if ('refused' in staged) throw new Error(staged.detail);
    expect(await place.store.has(staged.sha256)).toBe(false);
    expect(JSON.stringify(staged)).not.toContain(place.folder);
    await place.store.discard(staged);
    await place.store.discard(staged);
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
  });

  it.each([
    ['empty-file', from(), {}],
    ['too-large', from('12345', '67890'), { maxBytes: 9 }],
    ['digest-mismatch', from('lain'), { expectedSha256: sha256('yang diumumkan') }],
  ])('refuses with %s and leaves nothing behind', async (code, source, special) => {
    expect(await place.store.stage(source, { ...limits, ...special })).toMatchObject({ refused: code });
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
  });

  it('leaves the connection of a refused upload open, so that the refusal can be told', async () => {
    const source = new PassThrough();
    source.write('1234567890');
    expect(await place.store.stage(source, { maxBytes: 9 })).toMatchObject({ refused: 'too-large' });
    expect(source.destroyed).toBe(false);
  });

  it('accepts exactly the greatest size and the announced hash', async () => {
    expect(await place.store.receive(from('123456789'), { maxBytes: 9, expectedSha256: sha256('123456789') })).toMatchObject({ size: 9 });
  });

  it('leaves nothing of an upload that breaks, and throws what broke it', async () => {
    async function* broken() { yield Buffer.from('separuh'); throw new Error('kabel putus'); }
    await expect(place.store.stage(broken(), limits)).rejects.toThrow('kabel putus');
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
    expect(await filesIn(place.folder, 'objects')).toEqual([]);
  });

  it('leaves nothing of an upload that is aborted while the sender is silent', async () => {
    const abort = new AbortController();
    const silent = new Readable({ read() {} });
    silent.push('separuh');
    setTimeout(() => abort.abort(new Error('dibatalkan')), 50);
    await expect(place.store.stage(silent, { ...limits, signal: abort.signal })).rejects.toThrow('dibatalkan');
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
  });

  it('sweeps abandoned temporary files and spares fresh ones', async () => {
    const [old, fresh] = [await place.store.stage(from('lama'), limits), await place.store.stage(from('baru'), limits)] as { token: string }[];
    await utimes(join(place.folder, 'staging', old!.token), new Date(0), new Date(0));
    expect(await place.store.sweep(60_000)).toBe(1);
    expect(await filesIn(place.folder, 'staging')).toEqual([fresh!.token]);
  });

  it('holds nothing under a key that is no hash, whatever path it spells', async () => {
    for (const key of ['../objects/x', '', 'ABCDEF', `${'a'.repeat(63)}/`]) {
      expect(await place.store.has(key)).toBe(false);
      expect(await place.store.open(key)).toBeUndefined();
    }
    await expect(place.store.discard({ token: '../objects/x', sha256: '', size: 0 })).rejects.toThrow(TypeError);
  });

  it('streams 100 MB in and out with flat memory', async () => {
    const part = randomBytes(1024 * 1024);
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 5);
    async function* hundred() { for (let at = 0; at < 100; at += 1) { part.writeUInt32LE(at, 0); yield Buffer.from(part); } }
    const document = await place.store.receive(hundred(), limits) as KeptDocument;
    const beats: number[] = [];
    expect(await place.store.rehash(document.sha256, undefined, (bytes) => beats.push(bytes))).toEqual({ sha256: document.sha256, size: 100 * 1024 * 1024 });
    const hash = createHash('sha256');
    for await (const piece of (await place.store.open(document.sha256))!.stream) hash.update(piece as Buffer);
    clearInterval(watch);
    expect(hash.digest('hex')).toBe(document.sha256);
    expect(beats.at(-1)).toBe(100 * 1024 * 1024);
    expect(beats.length).toBeGreaterThanOrEqual(100);
    expect(peak - before).toBeLessThan(80 * 1024 * 1024);
  }, 60_000);
});

describe('a checkpoint', () => {
  const line = ({ sha256: key, size }: KeptDocument, index: number) => ({ index, type: 'draft-regulation', version: 1, sha256: key, size });
  const threeDocuments = async () => [line(await kept('satu'), 0), line(await kept('dua!'), 1), line(await kept('tiga'), 2)];

  it('finds every document intact and tells how far it is', async () => {
    const beats: object[] = [];
    expect(await checkpoint(place.store, { documents: await threeDocuments() }, { heartbeat: (beat) => beats.push(beat) })).toEqual({ intact: true });
    expect(beats).toContainEqual({ index: 2, bytes: 4 });
    expect(await checkpoint(place.store, { documents: [] })).toEqual({ intact: true });
  });

  it('finds a flipped byte, a lost file and a cut file by their index', async () => {
    const documents = await threeDocuments();
    const content = await readFile(pathOf(documents[1]!.sha256));
    content[2] = content[2]! ^ 1;
    await writeFile(pathOf(documents[1]!.sha256), content);
    expect(await checkpoint(place.store, { documents })).toEqual({ damaged: [1] });
    await rm(pathOf(documents[0]!.sha256));
    await writeFile(pathOf(documents[2]!.sha256), 'tig');
    expect(await checkpoint(place.store, { documents })).toEqual({ damaged: [0, 1, 2] });
  });

  it('takes a wrong size in the manifest for damage', async () => {
    const [one] = await threeDocuments();
    expect(await checkpoint(place.store, { documents: [{ ...one!, size: 5 }] })).toEqual({ damaged: [0] });
  });

  it('ends when it is told to', async () => {
    const abort = new AbortController();
    const documents = await threeDocuments();
    const work = checkpoint(place.store, { documents }, { signal: abort.signal, heartbeat: () => abort.abort(new Error('cukup')) });
    await expect(work).rejects.toThrow('cukup');
  });
});

describe('a store that is away', () => {
  it('is never called damaged or empty, and is not created anew by an upload', async () => {
    const document = await kept('ada');
    const away = `${place.folder}-away`;
    await rename(place.folder, away);
    const manifest = { documents: [{ index: 0, type: 'draft-regulation', version: 1, ...document }] };
    for (const act of [
      () => checkpoint(place.store, manifest), () => place.store.open(document.sha256), () => place.store.has(document.sha256),
      () => place.store.rehash(document.sha256), () => place.store.stage(from('baru'), limits), () => place.store.sweep(0), () => place.store.reach(),
    ]) await expect(act()).rejects.toThrow(StoreAway);
    await rename(away, place.folder);
    expect(await checkpoint(place.store, manifest)).toEqual({ intact: true });
    await place.store.reach();
    expect(await filesIn(place.folder, 'staging')).toEqual([]);
  });

  it('is away too when only the empty mount point is left', async () => {
    const document = await kept('ada');
    await rename(place.folder, `${place.folder}-away`);
    await mkdir(place.folder);
    await expect(place.store.rehash(document.sha256)).rejects.toThrow(StoreAway);
    await expect(place.store.keep({ token: '00000000-0000-4000-8000-000000000000', ...document })).rejects.toThrow(StoreAway);
  });

  it('throws away what went missing between staging and keeping', async () => {
    const staged = await place.store.stage(from('baru'), limits);
    if ('refused' in staged) throw new Error(staged.detail);
    await rename(place.folder, `${place.folder}-away`);
    await expect(place.store.keep(staged)).rejects.toThrow(StoreAway);
    await expect(place.store.staged(staged)).rejects.toThrow(StoreAway);
  });

  const asRoot = process.getuid?.() === 0;
  it(asRoot ? 'cannot be prepared where a file stands in its place' : 'is away when permission is denied', async () => {
    if (asRoot) {
      await writeFile(`${place.folder}-file`, '');
      await expect(new FolderStore(`${place.folder}-file`).prepare()).rejects.toThrow(StoreAway);
      return;
    }
    const document = await kept('ada');
    await chmod(join(place.folder, 'objects'), 0);
    await expect(place.store.rehash(document.sha256)).rejects.toThrow(StoreAway).finally(() => chmod(join(place.folder, 'objects'), 0o700));
  });
});
