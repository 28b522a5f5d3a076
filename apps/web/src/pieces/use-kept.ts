import { useEffect, useState } from 'react';

/** What somebody types, kept on this device until it has been sent: a lost session or a closed page loses nothing. */
export function useKept<T>(name: string, initial: T): [value: T, set: (value: T) => void, forget: (next?: T) => void, keptAt: string | undefined] {
  const place = `selaras.draft.${name}`;
  const [{ value, at }, setValue] = useState<{ value: T; at?: string }>(() => read<T>(place) ?? { value: initial });
  useEffect(() => {
    if (at !== undefined) localStorage.setItem(place, JSON.stringify({ value, at }));
  }, [place, value, at]);
  const forget = (next = initial) => {
    localStorage.removeItem(place);
    setValue({ value: next });
  };
  return [value, (next) => setValue({ value: next, at: new Date().toISOString() }), forget, at];
}

function read<T>(place: string): { value: T; at: string } | undefined {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? undefined : (JSON.parse(kept) as { value: T; at: string });
  } catch {
    return undefined;
  }
}
