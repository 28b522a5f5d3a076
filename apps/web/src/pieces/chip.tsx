import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Tone = 'done' | 'now' | 'soon' | 'late' | 'back' | 'wait' | 'sys' | 'none';
const icons: Record<Tone, IconName> = { done: 'check', now: 'dot', soon: 'clock', late: 'late', back: 'back', wait: 'wait', sys: 'bolt', none: 'ring' };

/** Colour, icon and word together. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icons[tone]} small />
      {children}
    </span>
  );
}
