import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { useCommandKey } from '../api/command-key';

export interface Command {
  path: string;
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: object;
}

/** Sends one command, and brings everything up to date that it may have moved. */
export function useAct<T>(onDone?: (answer: T) => void) {
  const queries = useQueryClient();
  const key = useCommandKey();
  return useMutation({
    mutationFn: (command: Command) => {
      const { path, method = 'POST', body = {} } = command;
      return ask<T>(path, { method, key: key.of(command), ...(method !== 'DELETE' && { body }) });
    },
    onSuccess: async (answer) => {
      key.recorded();
      onDone?.(answer);
      // An act moves more than its own page: lists, clocks, tasks, sentences.
      await queries.invalidateQueries();
    },
    onError: (failure) => key.failed(failure),
  });
}
