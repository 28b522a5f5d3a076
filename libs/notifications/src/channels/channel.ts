import type { ChannelName, Notice } from '../notice';

/** The message has left our hands. `reference` is what the other side calls it. */
export interface Sent { readonly sent: true; readonly reference: string }

/** It will never arrive, however often it is tried: an SMTP code, `no-address`, `unusable-address`. */
export interface Bounced { readonly bounced: true; readonly code: string; readonly detail: string }

/** A way to reach people. Throws for trouble that is worth another try. */
export interface Channel {
  readonly name: ChannelName;
  send(notice: Notice): Promise<Sent | Bounced>;
  /** Whether the way is open, though nothing has to be sent. Throws {@link ChannelAway} when it is not. */
  reach(): Promise<void>;
}

/** The way itself is closed (no server, no login): no other notice will get through now either. */
export class ChannelAway extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'ChannelAway';
  }
}
