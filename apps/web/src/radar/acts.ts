import type { Me } from '../api/shapes';
import type { IconName } from '../pieces/icon';
import type { StalledCase } from './shapes';

export type Act = 'remind' | 'escalate' | 'assign' | 'extend' | 'hold' | 'lift' | 'retry';

const all: readonly { act: Act; icon: IconName }[] = [
  { act: 'remind', icon: 'bell' }, { act: 'escalate', icon: 'up' }, { act: 'assign', icon: 'right' }, { act: 'extend', icon: 'calendar' }, { act: 'hold', icon: 'pause' }, { act: 'lift', icon: 'clock' }, { act: 'retry', icon: 'bolt' },
];

const watches = (self: Me | undefined, role: string, region: string): boolean => self?.offices.some((office) => office.role === role && region.startsWith(office.scope)) ?? false;

/** What the offices of a person let them do about these cases; the house judges each of them again. */
export function actsOf(self: Me | undefined, items: readonly StalledCase[]): readonly { act: Act; icon: IconName }[] {
  const administers = items.every(({ region }) => watches(self, 'administrator', region.code));
  return all.filter(({ act }) => {
    if (act === 'remind') return true;
    // The owner of a term proposes, and nobody in their place.
    if (act === 'extend' || act === 'hold') return items.every(({ desk }) => desk.some(({ role, scope }) => self?.offices.some((office) => office.role === role && office.scope === scope)));
    if (!administers) return false;
    if (act === 'lift') return items.some(({ cause }) => cause === 'hold');
    if (act === 'retry') return items.some(({ cause }) => cause === 'system');
    return true;
  });
}
