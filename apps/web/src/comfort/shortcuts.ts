import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { open } from './open';
import { areKeysOn } from './single-keys';

/** Milliseconds in which the second key of two has to come. */
const pair = 1_500;
const places: Record<string, string> = { k: '/kerja', c: '/kasus', p: '/provinsi', t: '/tersendat' };

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
const isShown = (element: HTMLElement): boolean => element.checkVisibility();
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter(isShown);
const rowWithFocus = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

function step(by: 1 | -1): void {
  const all = rows();
  const row = rowWithFocus();
  const at = row ? all.indexOf(row) + by : 0;
  const next = all[Math.max(0, Math.min(at, all.length - 1))];
  next?.querySelector<HTMLElement>('a, button')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/**
 * Keys for those who come every day. They press what is on the page (`data-shortcut`) or open what a row leads to (`data-a`), so a
 * key can do nothing that cannot be seen, and none of them records anything.
 */
export function useShortcuts(sayNothing: () => void): void {
  const navigate = useNavigate();
  // Outlives the page it was pressed on: the second key may come when the next one is already there.
  const wentAt = useRef(0);
  useEffect(() => {
    const press = (key: string): boolean => {
      const path = rowWithFocus()?.getAttribute(`data-${key}`);
      if (path) {
        void navigate(path);
        return true;
      }
      const shown = [...document.querySelectorAll<HTMLElement>(`main [data-shortcut="${key}"]`)].find(isShown);
      shown?.click();
      return shown !== undefined;
    };
    const keys: Record<string, () => boolean | void> = {
      j: () => step(1),
      k: () => step(-1),
      o: () => rowWithFocus()?.querySelector<HTMLElement>('a')?.click(),
      a: () => press('a'),
      r: () => press('r'),
      c: () => press('c'),
      g: () => void (wentAt.current = Date.now()),
      '?': () => open('keys'),
      '/': () => {
        const field = [...document.querySelectorAll<HTMLElement>('main input[type=search]')].find(isShown);
        if (field) field.focus();
        else open('find');
      },
    };
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') {
        event.preventDefault();
        open('find');
        return;
      }
      if (ctrlKey || metaKey || altKey || isField(target) || !areKeysOn() || document.querySelector('dialog[open]')) return;
      const place = Date.now() - wentAt.current < pair ? places[key] : undefined;
      wentAt.current = 0;
      if (place) {
        event.preventDefault();
        void navigate(place);
        return;
      }
      const act = keys[key];
      if (!act) return;
      event.preventDefault();
      if (act() === false) sayNothing();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, sayNothing]);
}
