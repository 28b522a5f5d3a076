import { type Query, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { listen, type LiveWord, type Moved } from '../api/live';
import type { CaseView } from '../api/shapes';

/** Milliseconds: what comes in a bunch is read once, and a busy province does not make a page ask without end. */
const bunch = 400;
const rest = 4_000;
/** Milliseconds in which a broken line usually comes back by itself, and nobody needs to hear of it. */
const quietly = 5_000;
/** Nobody's act changes these. */
const constant = new Set(['me', 'definition', 'personas', 'demo-clock', 'preferences']);

const isTyped = (field: HTMLInputElement | HTMLTextAreaElement) => field.value !== '' && !field.readOnly && !['search', 'checkbox', 'radio', 'file', 'hidden'].includes(field.type);

/** Somebody is writing on this page. */
export const isWriting = (): boolean => [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main textarea, main input')].some(isTyped);

const isAbout = ({ queryKey }: Query, subjects: ReadonlySet<string>) => queryKey.some((part) => typeof part === 'string' && subjects.has(part));

/**
 * Brings what has changed onto the page. A page on which somebody is writing is left as it is: they are told how much is new, and
 * see it when they ask for it.
 */
export function useLive(): { held: readonly Moved[]; isBroken: boolean; show: () => void } {
  const queries = useQueryClient();
  const [held, setHeld] = useState<readonly Moved[]>([]);
  const [isBroken, setBroken] = useState(false);
  const waiting = useRef(new Map<string, Moved>());
  const wasAway = useRef(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    let broken: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      last = Date.now();
      const moved = [...waiting.current.values()].filter(({ kind, id, seq }) => kind !== 'case' || (queries.getQueryData<CaseView>(['case', id])?.seq ?? 0) < seq);
      waiting.current.clear();
      if (moved.length === 0) return;
      const subjects = new Set(moved.map(({ id }) => id));
      const keep = isWriting();
      const isOpen = (id: string) => queries.getQueryCache().findAll({ type: 'active' }).some((query) => isAbout(query, new Set([id])));
      if (keep) setHeld((now) => [...now.filter(({ id }) => !subjects.has(id)), ...moved.filter(({ id }) => isOpen(id))]);
      void queries.invalidateQueries({ predicate: (query) => !constant.has(String(query.queryKey[0])) && !(keep && isAbout(query, subjects)) });
    };
    const hear = (word: LiveWord) => {
      if (word === 'away' || word === 'ended') {
        if (!wasAway.current) void queries.invalidateQueries({ queryKey: ['notices'] });
        wasAway.current = true;
        if (word === 'away') broken ??= setTimeout(() => setBroken(true), quietly);
        return;
      }
      if (word === 'resync' || (word === 'live' && wasAway.current)) void queries.invalidateQueries();
      if (word === 'live') {
        wasAway.current = false;
        clearTimeout(broken);
        broken = undefined;
        setBroken(false);
      }
      if (typeof word === 'string') return;
      waiting.current.set(word.moved.id, word.moved);
      timer ??= setTimeout(read, Math.max(bunch, last + rest - Date.now()));
    };
    const leave = listen(hear);
    return () => {
      clearTimeout(timer);
      clearTimeout(broken);
      leave();
    };
  }, [queries]);

  const show = useCallback(() => {
    const subjects = new Set(held.map(({ id }) => id));
    setHeld([]);
    void queries.invalidateQueries({ predicate: (query) => isAbout(query, subjects) });
  }, [held, queries]);
  return { held, isBroken, show };
}
