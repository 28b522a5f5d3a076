import { Injectable, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { WorkerConfig } from '#config';
import { FolderStore } from '#documents';
import { assertSafeRole, Ledger } from '#ledger';
import { TemporalClientModule, taskQueues } from '#temporal';
import { TemporalWorkerModule } from '#temporal/worker';
import { LedgerCalendarActivities } from './calendar-activities';
import { LedgerCaseActivities } from './case-activities';
import { channelsOf } from './channels';
import { LedgerCohortActivities } from './cohort-activities';
import { LedgerDigestActivities } from './digest-activities';
import { FaultRecorder } from './fault-recorder';
import { noFaults, type Faults } from './faults';
import { LedgerNoticeActivities } from './notice-activities';
import { MailWatch } from './mail-watch';
import { Pokes } from './pokes';
import { LedgerReconcileActivities } from './reconcile-activities';
import { Relay } from './relay';
import { StandingWorkflows } from './standing-workflows';
import { channels, documentStore, faults, queues, workerConfig } from './tokens';
import { workersOf } from './workers';

export interface WorkerTerms {
  readonly faults?: Faults;
  /** Cases kept in memory, about 1 MB each. */
  readonly cachedWorkflows?: number;
}

/** Closes the pool when everything that writes has drained. */
@Injectable()
class ClosesLedger implements OnApplicationShutdown {
  constructor(private readonly ledger: Ledger) {}

  async onApplicationShutdown(): Promise<void> {
    await this.ledger.database.close();
  }
}

async function connected({ database: { url, pool }, timeSkipping }: WorkerConfig): Promise<Ledger> {
  const ledger = await Ledger.connect(url, { pool, applicationName: 'selaras-worker', timeSkipping });
  try {
    await assertSafeRole(ledger.database.dataSource);
    return ledger;
  } catch (unsafe) {
    await ledger.database.close();
    throw unsafe;
  }
}

/** Everything that waits, retries, fans out or touches the world. It serves no requests. */
@Module({})
export class WorkerModule {
  static with(config: WorkerConfig, { faults: asked = noFaults, cachedWorkflows = 300 }: WorkerTerms = {}): DynamicModule {
    const client = TemporalClientModule.forRootAsync({ useFactory: () => config.temporal });
    const rooms: DynamicModule = {
      module: Rooms,
      imports: [client],
      providers: [
        { provide: Ledger, useFactory: () => connected(config) },
        { provide: documentStore, useFactory: () => new FolderStore(config.documents.folder) },
        { provide: channels, useFactory: () => channelsOf(config) },
        { provide: queues, useValue: taskQueues(config.temporal.taskQueue) },
        { provide: faults, useValue: asked },
        { provide: workerConfig, useValue: config },
        ClosesLedger, Pokes, FaultRecorder, LedgerCaseActivities, LedgerCohortActivities, LedgerNoticeActivities, LedgerReconcileActivities, LedgerCalendarActivities, LedgerDigestActivities, Relay, StandingWorkflows, MailWatch,
      ],
      exports: [Ledger, FaultRecorder, LedgerCaseActivities, LedgerCohortActivities, LedgerNoticeActivities, LedgerReconcileActivities, LedgerCalendarActivities, LedgerDigestActivities],
    };
    const workers = TemporalWorkerModule.forRootAsync({
      imports: [rooms],
      inject: [LedgerCaseActivities, LedgerCohortActivities, LedgerNoticeActivities, LedgerReconcileActivities, LedgerCalendarActivities, LedgerDigestActivities, FaultRecorder],
      useFactory: (cases: LedgerCaseActivities, cohorts: LedgerCohortActivities, notices: LedgerNoticeActivities, reconcile: LedgerReconcileActivities, calendars: LedgerCalendarActivities, digests: LedgerDigestActivities, calls: FaultRecorder) => {
        const activities = { cases: cases.map(), cohorts: cohorts.map(), notices: notices.map(), reconcile: reconcile.map(), calendars: calendars.map(), digests: digests.map() };
        return workersOf(config, taskQueues(config.temporal.taskQueue), activities, calls, cachedWorkflows);
      },
    });
    return { module: WorkerModule, imports: [rooms, workers] };
  }
}

@Module({})
class Rooms {}
