import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { pokeDigests, pokeNotices, scheduleReconciler, type TaskQueues } from '#temporal';
import { again, untilDone } from './again';
import type { Channels } from './channels';
import { reasonOf } from './reason';
import { channels, queues } from './tokens';

const every = 2_000;
/** An engine that has lost its database has lost the schedule too, while its workers live on. */
const lookAgainEvery = 30_000;

/** What runs whatever the cases do: the minute's reconciler, the digests and the delivery on each channel. Made once the engine answers, and again when it has forgotten. */
@Injectable()
export class StandingWorkflows implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('StandingWorkflows');
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private told = false;

  constructor(
    private readonly client: Client,
    @Inject(channels) private readonly channels: Channels,
    @Inject(queues) private readonly queues: TaskQueues,
  ) {}

  onApplicationBootstrap(): void {
    this.running = untilDone(every, this.ending.signal, () => this.make(), (failure) => {
      if (!this.told) this.log.warn(`waiting for the engine: ${reasonOf(failure)}`);
      this.told = true;
    }).then(() => again(lookAgainEvery, this.ending.signal, () => this.make({ onlyIfMissing: true }), (failure) => this.log.debug(`the engine is away: ${reasonOf(failure)}`)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async make({ onlyIfMissing = false } = {}): Promise<void> {
    const { workflows } = this.queues;
    await this.client.withDeadline(Date.now() + 5_000, async () => {
      await scheduleReconciler(this.client, workflows, { onlyIfMissing });
      await pokeDigests(this.client, workflows);
      for (const name of Object.keys(this.channels)) await pokeNotices(this.client, workflows, name);
    });
  }
}
