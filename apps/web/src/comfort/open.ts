/** What can be opened from anywhere, by key, by button or from another page. */
export type Opened = 'find' | 'keys' | 'tour';

const calls = new EventTarget();
export const open = (what: Opened): void => void calls.dispatchEvent(new CustomEvent('open', { detail: what }));
export function onOpen(hear: (what: Opened) => void): () => void {
  const listener = (event: Event) => hear((event as CustomEvent<Opened>).detail);
  calls.addEventListener('open', listener);
  return () => calls.removeEventListener('open', listener);
}
