import {
  Inject, Injectable, Logger, Module, type BeforeApplicationShutdown, type DynamicModule, type InjectionToken, type ModuleMetadata, type OnApplicationBootstrap,
} from '@nestjs/common';
import { installRuntime } from './runtime';
import { Workers, type WorkersSettings, type WorkersState } from './workers';

const settings = Symbol('settings of the Temporal workers');

interface Asynchronously {
  readonly imports?: ModuleMetadata['imports'];
  readonly inject?: InjectionToken[];
  // Nest hands over whatever the tokens stand for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory: (...given: any[]) => WorkersSettings | Promise<WorkersSettings>;
}

/** Polls once every provider is ready, and has drained before any of them is closed. */
@Injectable()
export class TemporalWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workers: Workers;

  constructor(@Inject(settings) given: WorkersSettings) {
    const log = new Logger('TemporalWorkers');
    installRuntime();
    this.workers = new Workers(given, (line) => log.log(line));
  }

  get state(): WorkersState {
    return this.workers.state;
  }

  onApplicationBootstrap(): void {
    this.workers.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workers.drain();
  }
}

@Module({})
export class TemporalWorkerModule {
  static forRootAsync({ imports, inject, useFactory }: Asynchronously): DynamicModule {
    return {
      module: TemporalWorkerModule,
      imports: imports ?? [],
      providers: [{ provide: settings, inject: inject ?? [], useFactory }, TemporalWorkers],
      exports: [TemporalWorkers],
    };
  }
}
