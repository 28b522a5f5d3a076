import { Inject, Injectable, Logger } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { ApiConfig } from '#config';
import { pokeCohort } from '#temporal';
import { apiConfig } from '../tokens';

const patience = 2_000;

/** The cohort's workflow, as the API knows it: it opens gates. A lost poke costs two seconds, since the relay sends it again. */
@Injectable()
export class CohortProcess {
  private readonly log = new Logger('CohortProcess');

  constructor(
    private readonly client: Client,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  poke(cohortId: string, seen: number): void {
    this.pokeNow(cohortId, seen).catch((failure: unknown) => this.log.debug(`${cohortId} was not poked: ${String(failure)}`));
  }

  async pokeNow(cohortId: string, seen: number): Promise<void> {
    await this.client.withDeadline(Date.now() + patience, () => pokeCohort(this.client, this.config.temporal.taskQueue, { id: cohortId, seen }));
  }
}
