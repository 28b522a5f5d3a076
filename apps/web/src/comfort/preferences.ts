import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/ask';
import type { Text } from '../api/shapes';

export type Channel = 'in-app' | 'mail';
export const channels: readonly Channel[] = ['in-app', 'mail'];

export interface Wishes {
  notices: Record<string, Record<Channel, boolean>>;
  digest: { on: boolean; at: string };
}
export interface Preferences extends Wishes {
  kinds: { kind: string; label: Text; mandatory: 'always' | 'partly' | 'never' }[];
  version: number;
}

export const preferences = queryOptions({ queryKey: ['preferences'], queryFn: () => ask<Preferences>('/v1/me/preferences') });

export interface Difference {
  /** Of an event and a channel, or of the digest. */
  of: { kind: string; channel: Channel } | 'digest';
  mine: boolean | Wishes['digest'];
  theirs: boolean | Wishes['digest'];
}

/** Where two people's, or two windows', wishes differ. */
export function differences(mine: Wishes, theirs: Wishes): Difference[] {
  const cells = Object.keys(theirs.notices).flatMap((kind) => channels.map((channel): Difference => ({ of: { kind, channel }, mine: mine.notices[kind]?.[channel] ?? true, theirs: theirs.notices[kind]![channel] })));
  const digest: Difference = { of: 'digest', mine: mine.digest, theirs: theirs.digest };
  return [...cells, digest].filter(({ mine: one, theirs: other }) => JSON.stringify(one) !== JSON.stringify(other));
}
