import type { Notice } from '../notice';
import type { Channel, Sent } from './channel';

/** The bell: the row is the message, and it is there as soon as the act is recorded. */
export class InAppChannel implements Channel {
  readonly name = 'in-app';

  async send(notice: Notice): Promise<Sent> {
    return { sent: true, reference: notice.id };
  }

  async reach(): Promise<void> {}
}
