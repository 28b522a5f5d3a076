import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { setTimeout as pause } from 'node:timers/promises';

export interface WorkersSettings {
  readonly address: string;
  readonly namespace: string;
  /** One worker for each; all share the connection. */
  readonly workers: readonly (Partial<WorkerOptions> & { taskQueue: string })[];
}

export type WorkersState = 'connecting' | 'running' | 'draining' | 'stopped';
type Announce = (line: string) => void;

const firstPause = 500;
const longestPause = 10_000;

/** Keeps workers polling, whatever becomes of the engine: it is looked for until it answers, and again when it was lost. */
export class Workers {
  state: WorkersState = 'stopped';
  private readonly ending = new AbortController();
  private running: readonly Worker[] = [];
  private life: Promise<void> = Promise.resolve();

  constructor(private readonly settings: WorkersSettings, private readonly announce: Announce) {}

  start(): void {
    this.life = this.live();
  }

  /** Resolves when every activity has ended and the connection is closed; only then may the database be closed. */
  async drain(): Promise<void> {
    if (this.state === 'running') this.state = 'draining';
    this.ending.abort();
    this.stopPolling();
    await this.life;
  }

  private async live(): Promise<void> {
    for (let wait = firstPause; !this.ending.signal.aborted; wait = Math.min(wait * 2, longestPause)) {
      this.state = 'connecting';
      try {
        await this.once(() => { wait = firstPause; });
      } catch (failure) {
        this.announce(`Temporal at ${this.settings.address} cannot be used (${reasonOf(failure)}); trying again in ${wait / 1000} s`);
        await pause(wait, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
    }
    this.state = 'stopped';
  }

  private async once(polling: () => void): Promise<void> {
    const { address, namespace, workers } = this.settings;
    const connection = await NativeConnection.connect({ address });
    try {
      this.running = await Promise.all(workers.map((options) => Worker.create({ ...options, connection, namespace })));
      if (this.ending.signal.aborted) return;
      const runs = this.running.map((worker) => worker.run());
      // One that fails takes the others along: half a worker would look like a whole one.
      for (const run of runs) run.catch(() => this.stopPolling());
      this.state = 'running';
      polling();
      this.announce(`polling ${workers.map(({ taskQueue }) => taskQueue).join(', ')} at ${address}`);
      const failed = (await Promise.allSettled(runs)).find((run) => run.status === 'rejected');
      if (failed) throw failed.reason;
    } finally {
      this.running = [];
      await connection.close().catch(() => undefined);
    }
  }

  private stopPolling(): void {
    for (const worker of this.running) if (worker.getState() === 'RUNNING') worker.shutdown();
  }
}

const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure)).split('\n')[0]!.slice(0, 200);
