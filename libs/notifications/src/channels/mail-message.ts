import type { SendMailOptions } from 'nodemailer';
import type { Notice } from '../notice';
import { oneLine } from '../one-line';
import { render } from '../render';
import type { Bounced } from './channel';

export interface Sender {
  /** The address messages come from; the name shown is "Selaras". */
  readonly from: string;
  /** Where people reach Selaras; links lead there. */
  readonly publicUrl: string;
}

/** One mailbox and nothing that could be read as a second one or as a header. */
const mailbox = /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]+@[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]+$/;

export const messageIdOf = (notice: Notice): string => `<${notice.id}@selaras>`;

/** Why a notice has no way to its reader by mail, or undefined. */
export function unreachable({ recipient: { email, role, region } }: Notice): Bounced | undefined {
  if (!email) return { bounced: true, code: 'no-address', detail: `no e-mail address is registered for ${role} ${region}`.trimEnd() };
  if (!mailbox.test(email)) return { bounced: true, code: 'unusable-address', detail: `the registered e-mail address of ${role} ${region} is not one address` };
  return undefined;
}

/** The same notice always makes the same message, so a repeat can be recognised by its Message-ID and by its bytes. */
export function mailMessage(notice: Notice, { from, publicUrl }: Sender): SendMailOptions {
  const address = notice.recipient.email!;
  return {
    ...render(notice, publicUrl),
    from: { name: 'Selaras', address: from },
    to: { name: oneLine(notice.recipient.name), address },
    envelope: { from, to: [address] },
    messageId: messageIdOf(notice),
    date: new Date(notice.at),
    // RFC 3834: no out-of-office reply to a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': notice.language },
    baseBoundary: notice.id,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
