import { Inject, Module, type DynamicModule, type InjectionToken, type ModuleMetadata, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { dataConverter } from './data-converter';

export interface ClientSettings {
  /** host:port of the frontend. */
  readonly address: string;
  readonly namespace: string;
}

interface Asynchronously {
  readonly imports?: ModuleMetadata['imports'];
  readonly inject?: InjectionToken[];
  // Nest hands over whatever the tokens stand for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory: (...given: any[]) => ClientSettings | Promise<ClientSettings>;
}

const settings = Symbol('settings of the Temporal client');

/** A client that connects when it is first used, so that everything which needs no engine works without one. */
@Module({})
export class TemporalClientModule implements OnApplicationShutdown {
  constructor(@Inject(Client) private readonly client: Client) {}

  static forRootAsync({ imports, inject, useFactory }: Asynchronously): DynamicModule {
    return {
      module: TemporalClientModule,
      imports: imports ?? [],
      providers: [
        { provide: settings, inject: inject ?? [], useFactory },
        { provide: Client, inject: [settings], useFactory: lazyClient },
      ],
      exports: [Client],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }
}

export function lazyClient({ address, namespace }: ClientSettings): Client {
  return new Client({ connection: Connection.lazy({ address }), namespace, dataConverter });
}
