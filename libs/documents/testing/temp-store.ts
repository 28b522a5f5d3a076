import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from '../src/folder-store';

/** A prepared store in a folder of its own, removed when the test is over. */
export async function tempStore(): Promise<{ store: FolderStore; folder: string; remove: () => Promise<void> }> {
  const folder = join(await mkdtemp(join(tmpdir(), 'selaras-documents-')), 'store');
  return { store: await new FolderStore(folder).prepare(), folder, remove: () => rm(join(folder, '..'), { recursive: true, force: true }) };
}

/** All files below a folder of the store, as paths relative to it. */
export async function filesIn(folder: string, part: 'objects' | 'staging'): Promise<string[]> {
  const found = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
