import { backoff as standardBackoff, givesUpAfter, leastAttempts } from './backoff';
import { ChannelAway, type Bounced, type Channel, type Sent } from './channels/channel';
import type { ChannelName, Notice } from './notice';
import { oneLine } from './one-line';

/** The outbox, as far as delivery needs it. A claimed row that nobody settles (a killed worker) becomes due again by itself. */
export interface NoticeQueue {
  claimDue(channel: ChannelName, limit: number, now: Date): Promise<Notice[]>;
  sent(id: string, reference: string, at: Date): Promise<void>;
  bounced(id: string, code: string, detail: string, at: Date): Promise<void>;
  /** Due again at `at`; `attempt` = failed tries so far. */
  retryAt(id: string, attempt: number, at: Date, why: string): Promise<void>;
}

export interface DeliveryTerms {
  /** The clock that `notice.at` was written by (the simulated one in a demo). */
  readonly now: () => Date;
  /** Rows claimed at once. */
  readonly limit: number;
  readonly backoff?: (attempt: number) => number;
}

/** What became of the claimed rows; the four add up to them. `left` = put back untried because the channel is away. */
export interface Delivery { readonly sent: number; readonly bounced: number; readonly retried: number; readonly left: number }

/**
 * Sends what is due on one channel. A row that fails waits by itself and stops no other; a channel that is away stops the round.
 * A queue that cannot be written is thrown at once: what cannot be marked must not be sent.
 */
export async function deliverDue(queue: NoticeQueue, channel: Sends, terms: DeliveryTerms): Promise<Delivery> {
  const { now, limit, backoff = standardBackoff } = terms;
  const tally = { sent: 0, bounced: 0, retried: 0, left: 0 };
  let away: string | undefined;
  for (const notice of await queue.claimDue(channel.name, limit, now())) {
    if (away !== undefined) {
      await queue.retryAt(notice.id, notice.attempt, later(now(), backoff(notice.attempt + 1)), away);
      tally.left += 1;
      continue;
    }
    const outcome = await tried(channel, notice);
    if ('trouble' in outcome && outcome.away) away = outcome.trouble;
    tally[await settle(queue, notice, outcome, now(), backoff)] += 1;
  }
  return tally;
}

type Sends = Pick<Channel, 'name' | 'send'>;
interface Trouble { readonly trouble: string; readonly away: boolean }

async function tried(channel: Sends, notice: Notice): Promise<Sent | Bounced | Trouble> {
  try {
    return await channel.send(notice);
  } catch (failure) {
    return { trouble: oneLine(failure instanceof Error ? failure.message : String(failure)), away: failure instanceof ChannelAway };
  }
}

async function settle(queue: NoticeQueue, notice: Notice, outcome: Sent | Bounced | Trouble, at: Date, backoff: (attempt: number) => number): Promise<keyof Delivery> {
  if ('sent' in outcome) {
    await queue.sent(notice.id, outcome.reference, at);
    return 'sent';
  }
  if ('bounced' in outcome) {
    await queue.bounced(notice.id, outcome.code, outcome.detail, at);
    return 'bounced';
  }
  const attempt = notice.attempt + 1;
  if (isHopeless(notice, attempt, at)) {
    await queue.bounced(notice.id, 'gave-up', outcome.trouble, at);
    return 'bounced';
  }
  await queue.retryAt(notice.id, attempt, later(at, backoff(attempt)), outcome.trouble);
  return 'retried';
}

function isHopeless(notice: Notice, attempt: number, now: Date): boolean {
  return attempt >= leastAttempts && now.getTime() - Date.parse(notice.at) >= givesUpAfter;
}

const later = (now: Date, wait: number): Date => new Date(now.getTime() + wait);
