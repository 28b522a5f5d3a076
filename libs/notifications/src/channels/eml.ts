import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Notice } from '../notice';
import { ChannelAway, type Bounced, type Channel, type Sent } from './channel';
import { mailMessage, unreachable, type Sender } from './mail-message';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Mail as files, for demo and training: `<notice id>.eml` in a folder, whole or not there at all. */
export class EmlChannel implements Channel {
  readonly name = 'mail';
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly folder: string, private readonly sender: Sender) {}

  async send(notice: Notice): Promise<Sent | Bounced> {
    const nobody = unreachable(notice);
    if (nobody) return nobody;
    if (!uuid.test(notice.id)) throw new Error('the id of a notice is a UUID');
    const name = `${notice.id}.eml`;
    const bytes = (await this.composer.sendMail(mailMessage(notice, this.sender))).message as Buffer;
    await this.write(name, bytes).catch((failure: Error) => { throw new ChannelAway(`the mail folder cannot be written: ${failure.message}`, { cause: failure }); });
    return { sent: true, reference: name };
  }

  async reach(): Promise<void> {
    await mkdir(this.folder, { recursive: true })
      .then(() => access(this.folder, constants.W_OK))
      .catch((failure: Error) => { throw new ChannelAway(`the mail folder cannot be written: ${failure.message}`, { cause: failure }); });
  }

  private async write(name: string, bytes: Buffer): Promise<void> {
    const target = join(this.folder, name);
    if (await access(target).then(() => true, () => false)) return;
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `.${name}.${randomUUID()}`);
    try {
      const file = await open(draft, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
    } catch (failure) {
      await rm(draft, { force: true });
      throw failure;
    }
  }
}
