import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { noticesId } from '#temporal';
import { again } from './again';
import type { Channels } from './channels';
import { FaultRecorder } from './fault-recorder';
import { reasonOf } from './reason';
import { channels } from './tokens';

const every = 30_000;
const call = { workflowId: noticesId('mail'), activity: 'reachMail' };

/** Asks now and then whether mail can leave, so that a dead mail server is known before somebody's notice is late. */
@Injectable()
export class MailWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Mail');
  private away = false;
  private readonly ending = new AbortController();

  constructor(
    @Inject(channels) private readonly channels: Channels,
    private readonly faults: FaultRecorder,
  ) {}

  onApplicationBootstrap(): void {
    void again(every, this.ending.signal, async () => {
      await this.channels.mail.reach();
      if (this.away) this.log.log('mail can be sent again');
      this.away = false;
      this.faults.succeeded(call);
    }, (failure) => {
      if (!this.away) this.log.warn(reasonOf(failure));
      this.away = true;
      this.faults.missed(call, codeOf(failure));
    });
  }

  /** A server that does not answer may keep a question for twenty seconds: nobody waits for that. */
  beforeApplicationShutdown(): void {
    this.ending.abort();
  }
}

/** The system's or the server's own code, which nodemailer may have put into its words; these may quote an address. */
function codeOf(failure: unknown): string {
  const { cause } = failure as { cause?: { message?: string; code?: unknown; responseCode?: unknown } };
  return String(cause?.responseCode ?? /\bE[A-Z]{4,}\b/.exec(cause?.message ?? '')?.[0] ?? cause?.code ?? 'ChannelAway').slice(0, 60);
}
