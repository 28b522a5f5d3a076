import { Inject, Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { ApiConfig } from '#config';
import { rolloutId } from '#ledger';
import { pokeRollout } from '#temporal';
import { apiConfig } from '../tokens';

const patience = 2_000;

/** The roll-out of a calendar, as the API knows it. A lost start costs two seconds, since the relay starts it again. */
@Injectable()
export class CalendarProcess {
  private readonly log = new Logger('CalendarProcess');

  constructor(
    private readonly client: Client,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  start(version: number): void {
    const { taskQueue } = this.config.temporal;
    this.client
      .withDeadline(Date.now() + patience, () => pokeRollout(this.client, taskQueue, { id: rolloutId(version), seen: version }))
      .catch((failure: unknown) => this.log.debug(`calendar version ${version} was not sent on its way: ${String(failure)}`));
  }
}
