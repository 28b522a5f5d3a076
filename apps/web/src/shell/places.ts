import type { Me } from '../api/shapes';
import { has } from '../pieces/duties';
import type { IconName } from '../pieces/icon';
import type { WordKey } from '../words/id';

export interface Place {
  to: string;
  word: WordKey;
  icon: IconName;
  /** Whose office goes there; everybody's when left out. */
  isFor?: (self: Me) => boolean;
  /** Phones have room for these at the bottom; the others are under More. */
  onPhone?: true;
}

/** Where the bar leads to, in its order. */
export const places: Place[] = [
  { to: '/kerja', word: 'nav.work', icon: 'list', onPhone: true },
  { to: '/kasus', word: 'nav.cases', icon: 'case', onPhone: true },
  { to: '/provinsi', word: 'nav.province', icon: 'gate' },
  { to: '/tersendat', word: 'nav.stalled', icon: 'wait', isFor: (self) => has(self, 'watch-cases') },
  { to: '/pengelola', word: 'nav.office', icon: 'lock', isFor: (self) => has(self, 'administer') },
];
export const bell: Place = { to: '/notifikasi', word: 'nav.notices', icon: 'bell', onPhone: true };
/** On phones: every other place, and what one chooses for oneself. */
export const more: Place = { to: '/lainnya', word: 'nav.more', icon: 'more', onPhone: true };

export const placesOf = (self: Me | undefined): Place[] => places.filter(({ isFor }) => !isFor || (self && isFor(self)));
