import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Ledger } from '#ledger';
import type { Call, Calls } from '#temporal/worker';
import { again } from './again';
import { reasonOf } from './reason';

const refreshEvery = 10_000;
/** Notes that may wait to be written; with the database away more of them would say nothing new. */
const most = 200;

/**
 * Notes what fails while it is tried again and again, and takes the note away when it has succeeded. A call that goes well costs
 * nothing: only what is known to fail is looked for. What another worker has noted is learnt every few seconds.
 */
@Injectable()
export class FaultRecorder implements Calls, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Activity');
  private readonly ending = new AbortController();
  private readonly failing = new Set<string>();
  private refreshing: Promise<void> = Promise.resolve();
  /** One note after the other, so that a success never overtakes the failure before it. */
  private writing: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly ledger: Ledger) {}

  onApplicationBootstrap(): void {
    this.refreshing = again(refreshEvery, this.ending.signal, () => this.refresh(), (failure) => this.log.debug(`faults were not read: ${reasonOf(failure)}`));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.refreshing;
    await this.writing;
  }

  failed(call: Call, failure: unknown, code: string): void {
    this.log.warn(`${call.activity}: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
    this.missed(call, code);
  }

  /** What is not there, and is looked for again. */
  missed({ workflowId: subjectId, activity }: Call, code: string): void {
    this.failing.add(`${subjectId} ${activity}`);
    this.note(() => this.ledger.faults.failed({ subjectId, activity }, code));
  }

  succeeded({ workflowId: subjectId, activity }: Call): void {
    if (this.failing.delete(`${subjectId} ${activity}`)) this.note(() => this.ledger.faults.succeeded({ subjectId, activity }));
  }

  private note(write: () => Promise<void>): void {
    if (this.waiting >= most) return;
    this.waiting += 1;
    this.writing = this.writing.then(write).catch((failure: unknown) => this.log.debug(`a fault was not noted: ${reasonOf(failure)}`)).finally(() => { this.waiting -= 1; });
  }

  private async refresh(): Promise<void> {
    for (const { subjectId, activity } of await this.ledger.faults.known()) this.failing.add(`${subjectId} ${activity}`);
  }
}
