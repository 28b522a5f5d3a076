import type { MatrixTable, PlanMatrix } from '#process/matrix/plan-matrix';
import { queryOptions } from '@tanstack/react-query';
import { ask, askFully, Problem } from '../api/ask';
import type { Text } from '../api/shapes';

export interface StoredPlan {
  matrix: PlanMatrix | undefined;
  version: number;
  valid: boolean;
  /** The ETag of the case it was read at. */
  etag: string | null;
}

/** No matrix yet is an empty form. */
export const storedPlan = (caseId: string) =>
  queryOptions({
    queryKey: ['plan', caseId],
    queryFn: async (): Promise<StoredPlan> => {
      try {
        const { body, headers } = await askFully<{ matrix: PlanMatrix; version: number; valid: boolean }>(`/v1/cases/${caseId}/plan-matrix`);
        return { ...body, etag: headers.get('etag') };
      } catch (failure) {
        if (failure instanceof Problem && failure.body.code === 'matrix-absent') return { matrix: undefined, version: 0, valid: false, etag: null };
        throw failure;
      }
    },
  });

export interface Warning {
  table: MatrixTable;
  row: number;
  column: string;
  message: Text;
}
export interface Saved {
  version: number;
  valid: boolean;
  missing: MatrixTable[];
  warnings: Warning[];
}

export interface ImportPreview {
  acceptable: boolean;
  added: { line: number }[];
  changed: { line: number; columns: string[] }[];
  removed: { row: number }[];
  unchanged: number;
  problems: { kind: 'error' | 'warning'; line: number | null; row: number; column: string; message: Text }[];
  total: number;
}

export interface Kbli {
  code: string;
  name: Text;
}
export const kbli = (q: string) => queryOptions({ queryKey: ['kbli', q], queryFn: () => ask<{ items: Kbli[] }>(`/v1/kbli?limit=20&q=${encodeURIComponent(q)}`), staleTime: Infinity });
