import { useSyncExternalStore } from 'react';

const place = 'selaras.keys';
const changes = new EventTarget();

/** Single keys are on unless somebody has switched them off in this browser (WCAG 2.1.4). */
export const areKeysOn = (): boolean => localStorage.getItem(place) !== 'off';
export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(place);
  else localStorage.setItem(place, 'off');
  changes.dispatchEvent(new Event('changed'));
}
const subscribe = (hear: () => void) => {
  changes.addEventListener('changed', hear);
  return () => changes.removeEventListener('changed', hear);
};
export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, areKeysOn);
