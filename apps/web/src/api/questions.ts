import type { Definition } from '#process';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './ask';
import { pulse } from './live';
import type { CaseEvent, CaseRow, CaseView, Me, Notice, Page, Region, Task } from './shapes';

/** Milliseconds: how often a page that is looked at asks again; seldom while changes come by themselves. */
const again = () => (pulse.isLive ? 60_000 : 20_000);

export const me = queryOptions({ queryKey: ['me'], queryFn: () => ask<Me>('/v1/me'), staleTime: 60_000 });

export type WorklistView = 'mine' | 'waiting';
export const worklist = (view: WorklistView) =>
  queryOptions({ queryKey: ['worklist', view], queryFn: () => all<Task>(`/v1/worklist?view=${view}&limit=100`), refetchInterval: again });

export const caseOf = (id: string) => queryOptions({ queryKey: ['case', id], queryFn: () => ask<CaseView>(`/v1/cases/${id}`), refetchInterval: again });
/** As long as the case is at one seq its history stays the same. */
export const eventsOf = (id: string, seq: number) => queryOptions({ queryKey: ['events', id, seq], queryFn: () => all<CaseEvent>(`/v1/cases/${id}/events?limit=100`) });
export const cases = (filters: string) => queryOptions({ queryKey: ['cases', filters], queryFn: () => all<CaseRow>(`/v1/cases?limit=100${filters && `&${filters}`}`) });
export const notices = queryOptions({ queryKey: ['notices'], queryFn: () => ask<Page<Notice> & { unread: number }>('/v1/notices?limit=50'), refetchInterval: again });

/** Every region and its name; one key, one shape: what is asked under a key is shared by all pages. */
export const regions = queryOptions({ queryKey: ['regions'], queryFn: async () => (await ask<{ items: Region[] }>('/v1/regions')).items, staleTime: Infinity });

/** A published version never changes. */
export const definition = (process: { id: string; version: number }) =>
  queryOptions({ queryKey: ['definition', process.id, process.version], queryFn: async () => (await ask<{ definition: Definition }>(`/v1/processes/${process.id}/versions/${process.version}`)).definition, staleTime: Infinity });

/** The newest published version of the process, for the names of roles and reasons. */
export const newestDefinition = queryOptions({
  queryKey: ['definition', 'newest'],
  queryFn: async () => {
    const { items } = await ask<Page<{ id: string; version: number }>>('/v1/processes');
    const newest = items[0]!;
    return { ...newest, definition: (await ask<{ definition: Definition }>(`/v1/processes/${newest.id}/versions/${newest.version}`)).definition };
  },
  staleTime: Infinity,
});

export interface DemoClock {
  now: string;
  offset: number;
}
/** Answers nothing outside the demo. */
export const demoClock = queryOptions({ queryKey: ['demo-clock'], queryFn: () => ask<DemoClock>('/v1/demo/clock').catch(() => null), refetchInterval: again });
export interface Persona {
  persona: string;
  name: string;
  role: string;
  scope: string;
  office: { id: string; en: string };
}
export const personas = queryOptions({ queryKey: ['personas'], queryFn: () => ask<Page<Persona>>('/v1/demo/personas').catch(() => null), staleTime: Infinity });

const mostPages = 20;
/** Every page of a list, up to 2,000 rows. */
async function all<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let n = 0; n < mostPages; n++) {
    const page: Page<T> = await ask(cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`);
    items.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
