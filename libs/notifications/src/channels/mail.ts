import { createTransport, type NodemailerError } from 'nodemailer';
import type { Notice } from '../notice';
import { oneLine } from '../one-line';
import { ChannelAway, type Bounced, type Channel, type Sent } from './channel';
import { mailMessage, messageIdOf, unreachable, type Sender } from './mail-message';

export interface MailSettings extends Sender {
  /** `smtp://user:password@host:port` or `smtps://…`; `?requireTLS=true` insists on STARTTLS. */
  readonly smtpUrl: string;
  /** How long to wait for a connection, a greeting or an answer, in milliseconds. */
  readonly patience?: number;
}

/** Mail through an SMTP server. */
export class MailChannel implements Channel {
  readonly name = 'mail';
  private readonly transport;

  constructor(private readonly settings: MailSettings) {
    const patience = settings.patience ?? 20_000;
    this.transport = createTransport({ url: settings.smtpUrl, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience });
  }

  async send(notice: Notice): Promise<Sent | Bounced> {
    const nobody = unreachable(notice);
    if (nobody) return nobody;
    const message = mailMessage(notice, this.settings);
    try {
      await this.transport.sendMail(message);
      return { sent: true, reference: messageIdOf(notice) };
    } catch (failure) {
      const trouble = failure as NodemailerError;
      if (isRefusal(trouble)) return { bounced: true, code: String(trouble.responseCode), detail: oneLine(trouble.response ?? trouble.message) };
      if (!answered(trouble)) await this.reach();
      throw failure;
    }
  }

  /** A dropped connection is the row's trouble, a dead server everybody's. */
  async reach(): Promise<void> {
    try {
      await this.transport.verify();
    } catch (failure) {
      throw new ChannelAway(`the mail server cannot be used: ${(failure as Error).message}`, { cause: failure });
    }
  }
}

/** Permanent codes that speak of our command order or login, not of the reader's mailbox. */
const ourOwnFault = new Set([502, 503, 530, 535, 538]);

/** The recipient or the message is refused for good (RFC 5321 §4.2.1). A refused sender is our configuration, and is tried again. */
function isRefusal({ responseCode = 0, command }: NodemailerError): boolean {
  return (command === 'RCPT TO' || command === 'DATA') && responseCode >= 500 && responseCode < 600 && !ourOwnFault.has(responseCode);
}

/** The server answered about this one message. */
function answered({ responseCode, command }: NodemailerError): boolean {
  return responseCode !== undefined && (command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA');
}
