import type { PressAct } from '#process';
import type { IconName } from '../pieces/icon';
import type { StalledCase } from './shapes';

export type Act = PressAct;

const icons: Record<Act, IconName> = { remind: 'bell', escalate: 'up', assign: 'right', extend: 'calendar', hold: 'pause', lift: 'clock', retry: 'bolt' };
/** What only some cases need is offered as soon as one of them does. */
const forSome: readonly Act[] = ['lift', 'retry'];

/** What may be done about all of these cases together. */
export function actsOf(items: readonly StalledCase[]): readonly { act: Act; icon: IconName }[] {
  const fits = (act: Act) => (forSome.includes(act) ? items.some(({ acts }) => acts.includes(act)) : items.every(({ acts }) => acts.includes(act)));
  return (Object.keys(icons) as Act[]).filter(fits).map((act) => ({ act, icon: icons[act] }));
}
