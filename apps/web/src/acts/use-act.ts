import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask, Problem } from '../api/ask';

export interface Command {
  path: string;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: object;
}

/**
 * Sends one command. Its key stays until it was recorded or refused, so that pressing twice, or again after a broken line,
 * records one act.
 */
export function useAct<T>(onDone?: (answer: T) => void) {
  const queries = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: ({ path, method = 'POST', body = {} }: Command) => ask<T>(path, { method, key: key.current, ...(method !== 'DELETE' && { body }) }),
    onSuccess: async (answer) => {
      key.current = crypto.randomUUID();
      onDone?.(answer);
      // An act moves more than its own page: lists, clocks, tasks, sentences.
      await queries.invalidateQueries();
    },
    onError: (failure) => {
      if (failure instanceof Problem && failure.status < 500) key.current = crypto.randomUUID();
    },
  });
}
