import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Tone = 'done' | 'now' | 'soon' | 'late' | 'back' | 'wait' | 'sys' | 'none';
const icons: Record<Tone, IconName> = { done: 'check', now: 'dot', soon: 'clock', late: 'late', back: 'back', wait: 'wait', sys: 'bolt', none: 'ring' };

/** Colour, icon and word together; the icon of the tone unless another says it better. */
export function Chip({ tone, icon = icons[tone], children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} small />
      {children}
    </span>
  );
}
