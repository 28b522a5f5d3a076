import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import type { Page } from '../../api/shapes';
import type { Board, Cohort, Conflict, Criteria, Readiness } from './shapes';

const again = 20_000;

/** The process whose cases the cohorts gather; its words name papers and stages. */
export const rpik = { id: 'rpik', version: 1 };

/** Newest programme year first. */
export const cohorts = queryOptions({
  queryKey: ['gate', 'cohorts'],
  queryFn: async () => (await ask<Page<Cohort>>('/v1/cohorts?limit=100')).items.sort((one, other) => other.programmeYear - one.programmeYear || one.id.localeCompare(other.id)),
  refetchInterval: again,
});
export const cohortOf = (id: string) => queryOptions({ queryKey: ['gate', 'cohort', id], queryFn: () => ask<Cohort>(`/v1/cohorts/${id}`), refetchInterval: again });
export const boardAddress = (id: string, asIf = '') => `/v1/cohorts/${id}/board${asIf && `?asIf=${asIf}`}`;
export const boardOf = (id: string, asIf = '') => queryOptions({ queryKey: ['gate', 'board', id, asIf], queryFn: () => ask<Board>(boardAddress(id, asIf)), refetchInterval: again });
export const conflictsOf = (id: string) => queryOptions({ queryKey: ['gate', 'conflicts', id], queryFn: async () => (await ask<{ items: Conflict[] }>(`/v1/cohorts/${id}/conflicts`)).items, refetchInterval: again });
export const readinessAddress = (province: string) => `/v1/readiness?limit=100&province=${province}`;
export const readinessIn = (province: string) => queryOptions({ queryKey: ['gate', 'readiness', province], queryFn: async () => (await ask<Page<Readiness>>(readinessAddress(province))).items });
export const readinessOf = (region: string) => queryOptions({ queryKey: ['gate', 'readiness', 'of', region], queryFn: () => ask<Readiness>(`/v1/readiness/${region}`) });
export const criteria = queryOptions({ queryKey: ['gate', 'criteria'], queryFn: () => ask<Criteria>('/v1/readiness/criteria'), staleTime: Infinity });
