import type { WorkerConfig } from '#config';
import { EmlChannel, InAppChannel, MailChannel, type Channel, type ChannelName } from '#notifications';

export type Channels = Readonly<Record<ChannelName, Channel>>;

/** How notices leave: the bell, and mail through SMTP or, in the demo, into a folder. */
export function channelsOf({ mail, publicUrl }: Pick<WorkerConfig, 'mail' | 'publicUrl'>): Channels {
  const sender = { from: addressIn(mail.from), publicUrl };
  return { 'in-app': new InAppChannel(), mail: mail.smtpUrl === undefined ? new EmlChannel(folderOf(mail), sender) : new MailChannel({ ...sender, smtpUrl: mail.smtpUrl }) };
}

/** `Name <name@host>` or the bare address. */
const addressIn = (mailbox: string): string => /<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox;

function folderOf({ outbox }: WorkerConfig['mail']): string {
  if (outbox === undefined) throw new Error('Mail has neither a server nor a folder to go to.');
  return outbox;
}
