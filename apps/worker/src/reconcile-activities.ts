import { Inject, Injectable, Logger } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { Client } from '@temporalio/client';
import type { WorkerConfig } from '#config';
import { Ledger, type WorkflowSubject } from '#ledger';
import { runningWorkflows, type TaskQueues } from '#temporal';
import type { ReconcileActivities } from '#workflows/activities';
import { atMost } from './at-most';
import { FaultRecorder } from './fault-recorder';
import { Pokes } from './pokes';
import { reasonOf } from './reason';
import { queues, workerConfig } from './tokens';

const atOnce = 8;
const page = 500;
/** The engine's list of workflows runs behind the truth; nothing younger is judged by it. */
const settledAfter = 60_000;

/** Brings the engine in line with the record: a workflow for every open case and cohort, none for any other, nothing overdue, and every projection what its record says. Readiness has no workflow: its clock is this minute. */
@Injectable()
export class LedgerReconcileActivities implements ReconcileActivities {
  private readonly log = new Logger('Reconciler');

  constructor(
    private readonly ledger: Ledger,
    private readonly client: Client,
    private readonly pokes: Pokes,
    private readonly faults: FaultRecorder,
    @Inject(queues) private readonly queues: TaskQueues,
    @Inject(workerConfig) private readonly config: WorkerConfig,
  ) {}

  reconcile: ReconcileActivities['reconcile'] = async () => {
    const running = { case: await this.running('regulationCase'), cohort: await this.running('cohortWorkflow') };
    for (const id of [...running.case.keys(), ...running.cohort.keys()]) this.faults.succeeded({ workflowId: id, activity: 'workflow' });
    const started = await this.pokeAll(this.missing(running));
    const ended = await this.pokeAll(this.closed(running.case));
    const poked = (await this.pokeAll(await this.ledger.reconciler.overdue())) + (await this.ledger.readiness.attendDue());
    const vacant = await this.ledger.vacancies.open();
    const looked = await this.ledger.drift.sweep({ periodHours: this.config.drift.periodHours, beat: () => Context.current().heartbeat() });
    await this.ledger.drift.ran({ looked, missing: started, surplus: ended });
    if (started + ended + poked > 0) this.log.log(`${started} workflows made anew, ${ended} told to end, ${poked} reminded`);
    if (vacant.length > 0) this.log.log(`without a holder since their terms ended: ${vacant.join(', ')}`);
    await this.sayWhatDiffers();
    return { started, ended, poked };
  };

  private async sayWhatDiffers(): Promise<void> {
    const { findings } = await this.ledger.drift.status();
    for (const { subjectId, kind, detail, refoldedAt } of findings) {
      if (refoldedAt !== null) this.log.warn(`${subjectId} was folded anew, ${kind}: ${detail}`);
      else this.log.error(`${subjectId} ${kind}: ${detail}`);
    }
  }

  map(): ReconcileActivities {
    const { reconcile } = this;
    return { reconcile };
  }

  /** The same, noted: one that is still missing a minute after it was made anew is a fault. */
  private async *missing(running: Record<'case' | 'cohort', Map<string, Date>>): AsyncGenerator<WorkflowSubject> {
    for await (const subject of this.without(running)) {
      this.faults.missed({ workflowId: subject.id, activity: 'workflow' }, 'WorkflowMissing');
      yield subject;
    }
  }

  /** Open subjects that nothing carries. */
  private async *without(running: Record<'case' | 'cohort', Map<string, Date>>): AsyncGenerator<WorkflowSubject> {
    for (let after = ''; ;) {
      const open = await this.ledger.reconciler.watchedCases(after, page);
      yield* open.filter(({ id }) => !running.case.has(id));
      if (open.length < page) break;
      after = open.at(-1)!.id;
    }
    for (const cohort of await this.ledger.reconciler.cohorts()) {
      if (!running.cohort.has(cohort.id) && (await this.ledger.cohorts.agenda(cohort.id)).open) yield cohort;
    }
  }

  /** Workflows of cases that are closed or unknown. Poked, they learn so from the ledger and end by themselves. */
  private async *closed(running: Map<string, Date>): AsyncGenerator<WorkflowSubject> {
    const old = [...running].filter(([, startedAt]) => Date.now() - startedAt.getTime() > settledAfter).map(([id]) => id);
    for (let n = 0; n < old.length; n += page) {
      const ids = old.slice(n, n + page);
      const open = await this.ledger.reconciler.watchedAmong(ids);
      for (const id of ids) if (!open.has(id)) yield { kind: 'case', id, seq: 0 };
    }
  }

  private async running(type: string): Promise<Map<string, Date>> {
    const found = new Map<string, Date>();
    for await (const { id, startedAt } of runningWorkflows(this.client, type, this.queues.workflows)) found.set(id, startedAt);
    Context.current().heartbeat();
    return found;
  }

  private async pokeAll(subjects: Iterable<WorkflowSubject> | AsyncIterable<WorkflowSubject>): Promise<number> {
    const context = Context.current();
    const { done } = await atMost(atOnce, subjects, async (subject) => {
      await this.pokes.poke(subject);
      context.heartbeat();
    }, ({ id }, failure) => this.log.warn(`${id} was not reached: ${reasonOf(failure)}`));
    return done;
  }
}
