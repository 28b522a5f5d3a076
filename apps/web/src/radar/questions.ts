import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/ask';
import type { Page } from '../api/shapes';
import type { StalledCase, StalledPage, SystemFault, Why } from './shapes';

const again = 30_000;
const mostPages = 10;

/** Every stalled case, up to 1,000, with the counts of the whole list. */
export const stalled = queryOptions({
  queryKey: ['stalled'],
  queryFn: async (): Promise<StalledPage> => {
    const first = await ask<StalledPage>('/v1/stalled?limit=100');
    const items: StalledCase[] = [...first.items];
    let cursor = first.nextCursor;
    for (let n = 1; n < mostPages && cursor !== null; n++) {
      const page: StalledPage = await ask(`/v1/stalled?limit=100&cursor=${encodeURIComponent(cursor)}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return { ...first, items, nextCursor: cursor };
  },
  refetchInterval: again,
});

/** What another rule would find; nothing is changed by asking. */
export const tried = (percentile: number, vacantDays: number) =>
  queryOptions({ queryKey: ['stalled', 'tried', percentile, vacantDays], queryFn: () => ask<StalledPage>(`/v1/stalled?limit=1&percentile=${percentile}&vacantDays=${vacantDays}`) });

export const faults = queryOptions({ queryKey: ['system-faults'], queryFn: () => ask<Page<SystemFault>>('/v1/system-faults?limit=100'), refetchInterval: again });

export const whyOf = (caseId: string, seq: number) => queryOptions({ queryKey: ['why', caseId, seq], queryFn: () => ask<Why>(`/v1/cases/${caseId}/why`) });
