import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, defaultGrpcRetryOptions, isRetryableError, makeGrpcRetryInterceptor } from '@temporalio/client';
import type { ApiConfig } from '#config';
import { dataConverter } from '#temporal';

const resourceExhausted = 8;

/** The usual retries apart from RESOURCE_EXHAUSTED, for which the SDK would wait 1 to 5 seconds; whoever sends an update asks again sooner. */
const retry = () => {
  const usual = defaultGrpcRetryOptions({ maxAttempts: 5 });
  return makeGrpcRetryInterceptor({ ...usual, retryableDecider: (attempt, status) => (status.code as number) !== resourceExhausted && isRetryableError(status) && usual.retryableDecider(attempt, status) });
};

/** The engine's client. It connects when it is first used: acts within a desk need none. */
@Global()
@Module({})
export class EngineModule implements OnApplicationShutdown {
  constructor(@Inject(Client) private readonly client: Client) {}

  static with({ temporal: { address, namespace } }: ApiConfig): DynamicModule {
    const client = () => new Client({ connection: Connection.lazy({ address, interceptors: [retry()] }), namespace, dataConverter });
    return { module: EngineModule, providers: [{ provide: Client, useFactory: client }], exports: [Client] };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }
}
