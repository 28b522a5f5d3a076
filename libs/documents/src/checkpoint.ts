import type { DocumentStore } from './document-store';

/** One line of a frozen manifest; `index` names it in the answer, the hash and size (bytes) are what was handed over. */
export interface ManifestDocument {
  index: number;
  type: string;
  version: number;
  sha256: string;
  size: number;
}

export interface Manifest {
  documents: readonly ManifestDocument[];
}

export interface CheckpointOptions {
  signal?: AbortSignal;
  /** Told for every document and every part read of it. */
  heartbeat?: (progress: { index: number; bytes: number }) => void;
}

export type Checkpoint = { intact: true } | { damaged: number[] };

/**
 * Reads the stored bytes of every document again and compares them with the manifest. A document that is gone, shorter or different is
 * damaged, told by its index, ascending. A store that cannot be read throws StoreAway: away is not damaged.
 */
export async function checkpoint(store: DocumentStore, manifest: Manifest, { signal, heartbeat }: CheckpointOptions = {}): Promise<Checkpoint> {
  const damaged: number[] = [];
  for (const { index, sha256, size } of manifest.documents) {
    heartbeat?.({ index, bytes: 0 });
    const found = await store.rehash(sha256, signal, (bytes) => heartbeat?.({ index, bytes }));
    if (found?.sha256 !== sha256 || found.size !== size) damaged.push(index);
  }
  return damaged.length === 0 ? { intact: true } : { damaged: damaged.sort((a, b) => a - b) };
}
