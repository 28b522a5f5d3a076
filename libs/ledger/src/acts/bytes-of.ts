import type { ManifestEntry } from '#process';

export const bytesOf = (documents: readonly ManifestEntry[]): number => documents.reduce((sum, { size }) => sum + size, 0);
