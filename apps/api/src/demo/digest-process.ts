import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import type { ApiConfig } from '#config';
import { pokeDigests } from '#temporal';
import { apiConfig } from '../tokens';

const patience = 2_000;

/** The standing workflow of the digests, as the clock of the demo knows it: after a move another morning may have come. */
@Injectable()
export class DigestProcess {
  constructor(
    private readonly client: Client,
    @Inject(apiConfig) private readonly config: ApiConfig,
  ) {}

  async poke(): Promise<void> {
    await this.client.withDeadline(Date.now() + patience, () => pokeDigests(this.client, this.config.temporal.taskQueue));
  }
}
