import { useSyncExternalStore } from 'react';

const place = 'selaras.opened';
const most = 500;
const changes = new EventTarget();
let known: ReadonlySet<string> = new Set((localStorage.getItem(place) ?? '').split(' ').filter(Boolean));

/** Which documents somebody has opened in this browser, by their hash. */
export function watchOpened(): () => void {
  const onClick = ({ target }: Event) => {
    const href = target instanceof Element ? (target.closest('a[href]')?.getAttribute('href') ?? '') : '';
    const [sha256] = /[0-9a-f]{64}/.exec(href) ?? [];
    if (!sha256 || known.has(sha256)) return;
    known = new Set([...known, sha256].slice(-most));
    localStorage.setItem(place, [...known].join(' '));
    changes.dispatchEvent(new Event('changed'));
  };
  document.addEventListener('click', onClick);
  document.addEventListener('auxclick', onClick);
  return () => {
    document.removeEventListener('click', onClick);
    document.removeEventListener('auxclick', onClick);
  };
}

export function useOpened(): ReadonlySet<string> {
  return useSyncExternalStore(
    (hear) => {
      changes.addEventListener('changed', hear);
      return () => changes.removeEventListener('changed', hear);
    },
    () => known,
  );
}
