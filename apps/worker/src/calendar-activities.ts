import { Inject, Injectable, Logger } from '@nestjs/common';
import { Context } from '@temporalio/activity';
import { Ledger } from '#ledger';
import type { CalendarActivities } from '#workflows/activities';
import { atMost } from './at-most';
import type { Faults } from './faults';
import { reasonOf } from './reason';
import { faults } from './tokens';

/** Cases moved at once; each takes a connection of the pool for a moment. */
const atOnce = 4;

/** What the roll-out of a calendar asks for. Which cases are still to be moved is the ledger's knowledge, so half a round is no harm. */
@Injectable()
export class LedgerCalendarActivities implements CalendarActivities {
  private readonly log = new Logger('Calendar');

  constructor(
    private readonly ledger: Ledger,
    @Inject(faults) private readonly faults: Faults,
  ) {}

  listMovedCases: CalendarActivities['listMovedCases'] = async ({ version }) => {
    const context = Context.current();
    await this.ledger.rollouts.list(version, () => {
      context.heartbeat();
      context.cancellationSignal.throwIfAborted();
    });
  };

  moveCases: CalendarActivities['moveCases'] = async ({ version }) => {
    const context = Context.current();
    const { rollouts } = this.ledger;
    const { done, failed } = await atMost(atOnce, await rollouts.toDo(version), async (caseId) => {
      context.cancellationSignal.throwIfAborted();
      await rollouts.move(version, caseId);
      this.faults.at('during-calendar-rollout');
      context.heartbeat(caseId);
    }, (caseId, failure) => this.log.warn(`${caseId} does not follow calendar version ${version} yet: ${reasonOf(failure)}`));
    return { moved: done, left: failed + (await rollouts.toDo(version, 1)).length };
  };

  finishRollout: CalendarActivities['finishRollout'] = ({ version }) => this.ledger.rollouts.finish(version);

  map(): CalendarActivities {
    const { listMovedCases, moveCases, finishRollout } = this;
    return { listMovedCases, moveCases, finishRollout };
  }
}
