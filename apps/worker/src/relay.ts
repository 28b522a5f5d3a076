import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Ledger } from '#ledger';
import type { ChannelName } from '#notifications';
import { engineAnswers, pokeNotices, type TaskQueues } from '#temporal';
import { again } from './again';
import { atMost } from './at-most';
import type { Channels } from './channels';
import { Pokes } from './pokes';
import { reasonOf } from './reason';
import { channels, queues } from './tokens';

const every = 1_000;
const atOnce = 8;

/**
 * Passes on what the ledger asks of workflows and nobody has passed on: the API that died after its commit, the engine that was away.
 * Rows are claimed in a transaction that has ended before the engine is called; whoever serves a row deletes it.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Relay');
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private away = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly client: Client,
    private readonly pokes: Pokes,
    @Inject(channels) private readonly channels: Channels,
    @Inject(queues) private readonly queues: TaskQueues,
  ) {}

  onApplicationBootstrap(): void {
    this.running = again(every, this.ending.signal, () => this.round(), (failure) => this.log.warn(reasonOf(failure)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  /** While the engine is away nothing is claimed, so that no row has been put off when it comes back. */
  async round(): Promise<void> {
    if (this.away && !(await engineAnswers(this.client))) return;
    this.away = false;
    const { failed } = await atMost(atOnce, await this.ledger.agenda.claim(), (row) => this.pokes.poke(row), ({ id }, failure) => this.log.warn(`${id} was not reached: ${reasonOf(failure)}`));
    if (failed > 0) this.away = !(await engineAnswers(this.client));
    if (!this.away) for (const name of Object.keys(this.channels) as ChannelName[]) await this.pokeDelivery(name);
  }

  private async pokeDelivery(name: ChannelName): Promise<void> {
    const [next, { at }] = await Promise.all([this.ledger.notices.nextDue(name), this.ledger.clock.now()]);
    if (next === undefined || next.getTime() > at) return;
    try {
      await this.client.withDeadline(Date.now() + 3_000, () => pokeNotices(this.client, this.queues.workflows, name));
    } catch (failure) {
      this.away = !(await engineAnswers(this.client));
      this.log.warn(`notices by ${name} wait: ${reasonOf(failure)}`);
    }
  }
}
