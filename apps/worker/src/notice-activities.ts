import { Inject, Injectable } from '@nestjs/common';
import { ApplicationFailure, Context } from '@temporalio/activity';
import { Ledger } from '#ledger';
import { deliverDue, type Channel, type ChannelName } from '#notifications';
import type { NoticeActivities } from '#workflows/activities';
import type { Channels } from './channels';
import { channels } from './tokens';

/** Rows of one round. Those of mail are few, so that the last one is sent before its lease ends even by a slow server. */
const atOnce: Readonly<Record<ChannelName, number>> = { 'in-app': 100, mail: 10 };
const heartbeatEvery = 10_000;

/** What the workflow of a channel asks for: one round of delivery by the clock the notices are written by. */
@Injectable()
export class LedgerNoticeActivities implements NoticeActivities {
  constructor(
    private readonly ledger: Ledger,
    @Inject(channels) private readonly channels: Channels,
  ) {}

  deliverNotices: NoticeActivities['deliverNotices'] = async ({ channel: name }) => {
    const channel = this.channelOf(name);
    const { heartbeat } = Context.current();
    const beating = setInterval(() => heartbeat(), heartbeatEvery);
    try {
      const { offset } = await this.ledger.clock.now();
      const now = () => new Date(Date.now() + offset);
      const limit = atOnce[channel.name];
      const { sent, bounced, retried, left } = await deliverDue(this.ledger.notices, channel, { now, limit });
      await this.ledger.bounced.returnToCases();
      const next = await this.ledger.notices.nextDue(channel.name);
      return { settled: sent + bounced, more: sent + bounced + retried === limit && left === 0, ...(next && { nextInMs: Math.max(0, next.getTime() - now().getTime()) }) };
    } finally { clearInterval(beating); }
  };

  map(): NoticeActivities {
    const { deliverNotices } = this;
    return { deliverNotices };
  }

  private channelOf(name: string): Channel {
    const channel = name in this.channels ? this.channels[name as ChannelName] : undefined;
    if (!channel) throw ApplicationFailure.nonRetryable('unknown-channel', 'unknown-channel');
    return channel;
  }
}
