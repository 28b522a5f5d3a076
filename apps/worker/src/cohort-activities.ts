import { Inject, Injectable, Logger } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { Ledger } from '#ledger';
import type { CohortActivities } from '#workflows/activities';
import { atMost } from './at-most';
import type { Faults } from './faults';
import { reasonOf } from './reason';
import { faults } from './tokens';

/** Members let through at once; each takes a connection of the pool for a moment. */
const atOnce = 4;

/** What the workflow of a cohort asks for. Which gates are still to be opened is the ledger's knowledge, so half a round is no harm. */
@Injectable()
export class LedgerCohortActivities implements CohortActivities {
  private readonly log = new Logger('Cohort');

  constructor(
    private readonly ledger: Ledger,
    @Inject(faults) private readonly faults: Faults,
  ) {}

  attendCohort: CohortActivities['attendCohort'] = async ({ cohortId }) => {
    const { open, seq, toOpen, summary } = await this.ledger.cohorts.attend(cohortId);
    this.faults.at('after-cohort-attend');
    return { open, seq, toOpen, ...(summary !== undefined && { summary }) };
  };

  openGates: CohortActivities['openGates'] = async ({ cohortId }) => {
    const { cohorts, cases } = this.ledger;
    const context = Context.current();
    const each = async <T extends { caseId: string }>(due: readonly T[], tell: (one: T) => Promise<unknown>) =>
      atMost(atOnce, due, async (one) => {
        context.cancellationSignal.throwIfAborted();
        await tell(one);
        context.heartbeat(one.caseId);
      }, ({ caseId }, failure) => this.log.warn(`${caseId} could not be told yet: ${reasonOf(failure)}`));
    const gates = await each(await cohorts.membersToOpen(cohortId), (member) => cohorts.openGate(cases, member));
    const marks = await each(await cohorts.casesToMark(cohortId), (mark) => cohorts.markChecks(cases, cohortId, mark));
    const joins = await each(await cohorts.casesToJoin(cohortId), (join) => cohorts.join(cases, cohortId, join));
    return { opened: gates.done + marks.done + joins.done, left: gates.failed + marks.failed + joins.failed };
  };

  map(): CohortActivities {
    const { attendCohort, openGates } = this;
    return { attendCohort, openGates };
  }
}
