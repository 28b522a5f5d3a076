import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/ask';
import type { Text } from '../api/shapes';

export interface Piece {
  op: 'same' | 'ins' | 'del';
  text: string;
}
export interface Change {
  key: string;
  label: string;
  was: string | null;
  chapter: string | null;
  part: string;
  change: 'changed' | 'added' | 'removed' | 'renumbered';
  paragraphs: { ayat: string | null; before: Piece[] | null; after: Piece[] | null }[];
  remarks: number[];
}
export interface Version {
  version: number;
  sha256: string;
  size: number;
  media: string;
  at: string;
  role: string | null;
}
export interface Comparison {
  type: string;
  label: Text;
  versions: Version[];
  from: number | null;
  to: number | null;
  /** A text of another type, kept by an earlier act; `from` is its version. */
  against: { mark: string; type: string; label: Text } | null;
  comparison: { units: number; unchanged: number; cut: boolean; changes: Change[] } | null;
}
export interface Preview {
  name: string | null;
  media: string;
  cut: boolean;
  units: { key: string; label: string; part: string; chapter?: string; paragraphs: { ayat?: string; text: string }[] }[];
}

/** Versions stay as they are; remarks that point at them are read anew with the case. */
export const comparison = (caseId: string, type: string, versions: { from?: string; to?: string; against?: string }, seq: number) =>
  queryOptions({
    queryKey: ['comparison', caseId, type, versions, seq],
    queryFn: () => ask<Comparison>(`/v1/cases/${caseId}/documents/${type}/comparison?${new URLSearchParams(versions)}`),
    staleTime: Infinity,
  });
export const preview = (sha256: string) => queryOptions({ queryKey: ['preview', sha256], queryFn: () => ask<Preview>(`/v1/documents/${sha256}/preview`), staleTime: Infinity });
