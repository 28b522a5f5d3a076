import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, type Asking } from '../api/ask';

/** A command that may be sent again as it is: unchanged it keeps its key, so that nothing is recorded twice. */
export function useSend<T>(path: string, body: unknown, { method = 'POST', refresh = [] }: { method?: Asking['method']; refresh?: string[] } = {}) {
  const queries = useQueryClient();
  const sent = `${path} ${JSON.stringify(body)}`;
  const key = useMemo(() => (sent ? crypto.randomUUID() : ''), [sent]);
  return useMutation({
    mutationFn: () => ask<T>(path, { method, key, ...(body !== undefined && { body }) }),
    onSuccess: () => Promise.all(refresh.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
}
